"""Places that only their apposition gives away: "in Zzyzzville, Namibia", whatever the language model took
the name for.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

from kg.extract.document import Document
from kg.extract.gazetteer import Gazetteer
from kg.extract.places.mentions import add_place, preposition_of_place, take_mentions
from kg.extract.places.setting import after_comma
from kg.extract.syntax import with_lower

_JOINTS = frozenset(
    {
        "-",
        "–",
        "al",
        "au",
        "d'",
        "da",
        "de",
        "del",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "es",
        "la",
        "le",
        "of",
        "sur",
        "upon",
    }
)
_LONGEST = 7


def name_settlements(document: Document, gazetteer: Gazetteer) -> None:
    """Make a place of each capitalised name between a preposition of place and ", <country or state>".

    Persons and organisations that the model saw in the middle of such a name lose that mention.
    """
    doc = document.doc
    places = {entity.name.casefold(): entity for entity in document.entities if entity.kind == "place"}
    for token in with_lower(doc, (",", "(")):
        if document.boilerplate[token.i]:
            continue
        span = _name_before(doc, token.i)
        if span is None or _is_place(document, span) or preposition_of_place(span) is None:
            continue
        if any(hint.sure for hint in after_comma(doc, token.i, gazetteer)):
            take_mentions(document, span)
            add_place(document, span, places)


def _name_before(doc: Doc, end: int) -> Span | None:
    """The capitalised words before ``end``, with the small words and hyphens inside a name."""
    start = end
    while start > max(0, end - _LONGEST) and (
        _is_capitalised(doc, start - 1) or doc[start - 1].lower_ in _JOINTS
    ):
        start -= 1
    while start < end and not _is_capitalised(doc, start):
        start += 1
    return doc[start:end] if start < end else None


def _is_capitalised(doc: Doc, i: int) -> bool:
    return doc[i].text[:1].isupper() and doc[i].is_alpha


def _is_place(document: Document, span: Span) -> bool:
    """Whether the words already are one place, or begin or end inside a longer name."""
    return any(
        mention.span.start <= span.start
        and mention.span.end >= span.end
        and entity.kind == "place"
        or mention.span.start < span.start < mention.span.end
        for entity in document.entities
        for mention in entity.mentions
    )
