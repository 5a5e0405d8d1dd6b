"""Values into a query as RDF terms.

A SPARQL engine offers no way to hand over values beside the text that all engines share (Oxigraph's
substitution reaches only projected variables), so a term takes the place of its variable: as one token,
written by the RDF library's own serializer, where the grammar of SPARQL has a variable token, and never
inside a string, an IRI or a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode

# The tokens of the SPARQL 1.1 grammar (§19.8) that can hold a question mark, longest first; all else is
# passed on as it stands.
_TOKENS: Final = re.compile(
    r"""
    (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
  | (?P<string>
        \"{3} (?: \"{0,2} (?: [^"\\] | \\. ) )* \"{3}
      | '{3} (?: '{0,2} (?: [^'\\] | \\. ) )* '{3}
      | " (?: [^"\\\n\r] | \\. )* "
      | ' (?: [^'\\\n\r] | \\. )* '
    )
  | (?P<comment> \#[^\n\r]* )
  | (?P<name> (?: [^\W\d_][\w.-]* )? : (?: [\w:.-] | %[0-9A-Fa-f]{2} | \\. )* )
  | (?P<bound> \b BOUND \s* \( \s* [?$] (?P<tested> \w+ ) \s* \) )
  | [?$] (?P<variable> \w+ )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)

# The tokens beside those: words, and the brackets that they stand in.
_OUTLINE: Final = re.compile(
    _TOKENS.pattern + r"| @[\w-]+ | (?P<open> [{(\[] ) | (?P<close> [})\]] ) | (?P<word> [^\W\d_]\w* )",
    _TOKENS.flags,
)


def bind(text: str, bindings: Mapping[str, NamedNode | Literal]) -> str:
    """``text`` with each variable that ``bindings`` names replaced by its term.

    ``BOUND`` of such a variable is true. Variables that are not named stay variables.
    """
    terms = {name: str(term) for name, term in bindings.items()}

    def replace(match: re.Match[str]) -> str:
        if match["tested"] is not None:
            return "true" if match["tested"] in terms else match[0]
        return terms.get(match["variable"] or "", match[0])

    return _TOKENS.sub(replace, text)


def variables(text: str) -> list[str]:
    """The names of the variables in ``text``, in the order in which they first stand there."""
    found = (match["tested"] or match["variable"] for match in _TOKENS.finditer(text))
    return list(dict.fromkeys(name for name in found if name))


def outline(text: str) -> Iterator[tuple[str, int]]:
    """The words of ``text`` that stand in no brackets, in upper case, each with where it begins: the keywords
    of the query's own clauses, and none of its patterns, strings, names or comments.
    """
    depth = 0
    for match in _OUTLINE.finditer(text):
        depth += (match["open"] is not None) - (match["close"] is not None)
        if match["word"] is not None and depth == 0:
            yield match["word"].upper(), match.start()
