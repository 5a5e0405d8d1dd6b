"""What a query's text says before it is run: whether it would fetch something, where it reads, how deep it
nests.

The grammar of SPARQL has no token rules of its own that an engine must keep to: what is an IRI for one reader
(``?a<?b)SERVICE#>``) is a comparison and a comment for another. So the text is followed in every way in which
it can be divided into strings, IRIs and comments, and a query is refused where any of them leads to a
``SERVICE`` or ``LOAD``. It may refuse a query that only looks like it; it never lets one through.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

# White space and comments between tokens (SPARQL 1.1, §19.8 and §19.1), without backtracking.
_GAP: Final = r"(?:\s++|\#[^\n\r]*+)*+"
# What SERVICE and LOAD are followed by: a variable, an IRI or a prefixed name. A name without an end counts
# as one at once, because looking for it from each of many beginnings takes a time that grows as a square.
_NAME: Final = r"(?:\\.|[^\s{}\#<:?$\\]){0,500}+:(?:\\.|[^\s{}\#<\\]){0,500}+"
_TARGET: Final = rf"(?:[?$]\w++|<[^<>{{}}\s]*+>|{_NAME})"
_ENDLESS: Final = r"(?:\\.|[^\s{}\#<\\]){500}"
_SERVICE: Final = re.compile(
    rf"service{_GAP}(?:silent{_GAP})?(?:{_ENDLESS}|(?P<target>{_TARGET}){_GAP}\{{)",
    re.IGNORECASE | re.DOTALL,
)
_LOAD: Final = re.compile(
    rf"load{_GAP}(?:silent{_GAP})?(?:{_ENDLESS}|(?P<target>{_TARGET}))", re.IGNORECASE | re.DOTALL
)
_INTERESTING: Final = re.compile(r"[<\"'\\#]|service|load", re.IGNORECASE)

_IRI: Final = re.compile(r"<[^<>\"{}|^`\\\x00-\x20]*+>")
_COMMENT: Final = re.compile(r"#[^\n\r]*+")
_STRINGS: Final = {
    '"': (re.compile(r'"""(?:"{0,2}(?:[^"\\]|\\.))*+"""', re.DOTALL), re.compile(r'"(?:[^"\\\n\r]|\\.)*+"')),
    "'": (re.compile(r"'''(?:'{0,2}(?:[^'\\]|\\.))*+'''", re.DOTALL), re.compile(r"'(?:[^'\\\n\r]|\\.)*+'")),
}
_CODEPOINT: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
# Steps that a text of ordinary size never needs; beyond it a text that names SERVICE or LOAD is refused.
_MOST_STEPS: Final = 20_000


def fetches(text: str, *, update: bool = False, allowed: Collection[str] = ()) -> str | None:
    """The keyword by which ``text`` would fetch something: ``SERVICE``, or in an update ``LOAD``.

    What it fetches from the addresses ``allowed`` does not count, where they are written as they are.
    """
    keywords = {"SERVICE": _SERVICE, "LOAD": _LOAD} if update else {"SERVICE": _SERVICE}
    readings = {text, _CODEPOINT.sub(_character, text)}
    harmless = {f"<{address}>" for address in allowed}
    return next((found for reading in readings if (found := _fetches(reading, keywords, harmless))), None)


def _character(escape: re.Match[str]) -> str:
    """The character of a codepoint escape, which the standard resolves before all else (§19.2)."""
    number = int(escape[1] or escape[2], 16)
    return chr(number) if number < 0x110000 else escape[0]


def _fetches(text: str, keywords: Mapping[str, re.Pattern[str]], harmless: Collection[str]) -> str | None:
    folded = text.casefold()
    if not any(keyword.casefold() in folded for keyword in keywords):
        return None
    waiting, seen = [0], set()
    while waiting:
        found = _INTERESTING.search(text, waiting.pop())
        if found is None or found.start() in seen:
            continue
        seen.add(found.start())
        for keyword, shape in keywords.items():
            call = shape.match(text, found.start())
            if len(seen) > _MOST_STEPS or (call and call["target"] not in harmless):
                return keyword
        waiting.extend(_after(text, found.start()))
    return None


def _after(text: str, start: int) -> Iterator[int]:
    """Where reading may go on after the character at ``start``."""
    match text[start]:
        case "#":
            comment = _COMMENT.match(text, start)
            yield comment.end() if comment else start + 1
        case "\\":  # an escape in a prefixed name: what follows begins nothing
            yield start + 2
        case "'" | '"' as quote:
            ends = [string.end() for shape in _STRINGS[quote] if (string := shape.match(text, start))]
            yield from ends or [start + 1]
        case "<":
            yield start + 1
            if iri := _IRI.match(text, start):
                yield iri.end()
        case _:
            yield start + 1


_TOKEN: Final = re.compile(
    rf"""{_IRI.pattern} | {_STRINGS['"'][0].pattern} | {_STRINGS["'"][0].pattern}
    | {_STRINGS['"'][1].pattern} | {_STRINGS["'"][1].pattern} | \#[^\n\r]*+
    | (?P<open>[(\[{{]) | (?P<close>[)\]}}])
    | (?: [^\W\d_][\w.-]* )? : (?: [\w:.-] | %[0-9A-Fa-f]{{2}} | \\. )*
    | [?$@]\w+ | (?P<word>[^\W\d]\w*) """,
    re.VERBOSE | re.DOTALL,
)


def names_its_graphs(text: str) -> bool:
    """Whether a query has a ``FROM`` or ``FROM NAMED`` clause."""
    if "from" not in text.casefold():
        return False
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += (token["open"] is not None) - (token["close"] is not None)
        if depth == 0 and (token["word"] or "").casefold() == "from":
            return True
    return False


def nesting(text: str) -> int:
    """How deep brackets of any kind stand inside each other."""
    depth = deepest = 0
    for token in _TOKEN.finditer(text):
        depth += (token["open"] is not None) - (token["close"] is not None)
        deepest = max(deepest, depth)
    return deepest
