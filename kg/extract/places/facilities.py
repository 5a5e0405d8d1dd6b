"""Buildings in which the article's events take place, also where they are named like bodies: "at the White
House".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.extract.data_files import read_data
from kg.extract.document import Document, EntityMention
from kg.extract.gazetteer import Gazetteer
from kg.extract.places.mentions import add_place, preposition_of_place, take_mention
from kg.extract.syntax import with_lower

_AFFILIATED = frozenset({"work", "teach", "study", "serve", "be", "employ", "graduate", "enroll"})
_EVENTS = frozenset(
    "address appearance briefing ceremony conference debate dinner discussion event forum gathering hearing "
    "lunch meeting negotiation rally reception session speech summit talk visit".split()
)
_SEATS = frozenset({"headquarters", "hq"})


def name_facilities(document: Document, gazetteer: Gazetteer) -> None:
    """Add a place for each building that is used as the place where something happens.

    "at the White House", "at NATO headquarters" and "met at the Grand Hotel" then name a place, while "the
    White House said" and "a professor at the university" stay with the organisation.
    """
    places = {entity.name.casefold(): entity for entity in document.entities if entity.kind == "place"}
    buildings = frozenset(read_data("places.toml")["buildings"])
    for entity in [e for e in document.entities if e.kind == "organization"]:
        for mention in list(entity.mentions):
            span = _site(mention, gazetteer, buildings)
            if span is not None:
                take_mention(document, entity, mention)
                add_place(document, span, places)
    for span in _unnamed(document, gazetteer):
        add_place(document, span, places)


def _site(mention: EntityMention, gazetteer: Gazetteer, buildings: frozenset[str]) -> Span | None:
    """The words of the building, if the mention is one after a preposition of place."""
    span, doc = mention.span, mention.span.doc
    preposition = preposition_of_place(span)
    if mention.form != "name" or preposition is None:
        return None
    if span.end < len(doc) and doc[span.end].lower_ in _SEATS:
        return doc[span.start : span.end + 1]
    if span.root.dep_ == "compound" and span.root.head.i >= span.end:
        return None  # it only qualifies the noun after it: "in White House statements"
    if gazetteer.facility(span.text) is not None:
        return span
    is_building = len(span) > 1 and (span[-1].lower_ in buildings or span[0].lower_ in buildings)
    return span if is_building and _tells_of_event(preposition.head) else None


def _tells_of_event(head: Token) -> bool:
    """Whether something happens there, rather than somebody being employed there."""
    if head.pos_ == "VERB":
        return head.lemma_ not in _AFFILIATED
    return head.lemma_.lower() in _EVENTS


def _unnamed(document: Document, gazetteer: Gazetteer) -> Iterator[Span]:
    """Known buildings, named as places, that the language model did not see as names."""
    doc, first_words = document.doc, gazetteer.facility_names
    for token in with_lower(doc, first_words):
        if token.i in document.referents or not token.text[0].isupper():
            continue
        span = _longest(doc, token.i, first_words[token.lower_])
        if span is None or document.boilerplate[token.i] or any(t.i in document.referents for t in span):
            continue
        if preposition_of_place(span) is not None:
            yield span


def _longest(doc: Doc, start: int, names: list[tuple[str, ...]]) -> Span | None:
    for words in names:
        if tuple(token.lower_ for token in doc[start : start + len(words)]) == words:
            return doc[start : start + len(words)]
    return None
