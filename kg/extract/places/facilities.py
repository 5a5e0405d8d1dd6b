"""Buildings in which the article's events take place, also where they are named like bodies: "at the White
House".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.extract.document import Document, Entity, EntityMention
from kg.extract.gazetteer import Gazetteer
from kg.extract.gazetteer.nations import read_data

_LOCATIVE = frozenset({"at", "in", "inside", "outside", "near", "on"})
_MOTION = frozenset(
    {"go", "come", "travel", "return", "arrive", "invite", "head", "welcome", "fly", "visit", "walk"}
)
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
                _take(document, entity, mention)
                _add(document, span, places)
    for span in _unnamed(document, gazetteer):
        _add(document, span, places)


def _site(mention: EntityMention, gazetteer: Gazetteer, buildings: frozenset[str]) -> Span | None:
    """The words of the building, if the mention is one after a preposition of place."""
    span, doc = mention.span, mention.span.doc
    preposition = _preposition(span)
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


def _preposition(span: Span) -> Token | None:
    """The preposition of place before ``span``, or "to" after a verb of motion."""
    doc, i = span.doc, span.start - 1
    if i >= 0 and doc[i].lower_ == "the":
        i -= 1
    if i < 0:
        return None
    if doc[i].lower_ in _LOCATIVE or (doc[i].lower_ == "to" and doc[i].head.lemma_ in _MOTION):
        return doc[i]
    return None


def _unnamed(document: Document, gazetteer: Gazetteer) -> Iterator[Span]:
    """Known buildings, named as places, that the language model did not see as names."""
    doc, first_words = document.doc, gazetteer.facility_names
    for token in doc:
        if token.lower_ not in first_words or token.i in document.referents or not token.text[0].isupper():
            continue
        span = _longest(doc, token.i, first_words[token.lower_])
        if span is None or document.boilerplate[token.i] or any(t.i in document.referents for t in span):
            continue
        if _preposition(span) is not None:
            yield span


def _longest(doc: Doc, start: int, names: list[tuple[str, ...]]) -> Span | None:
    for words in names:
        if tuple(token.lower_ for token in doc[start : start + len(words)]) == words:
            return doc[start : start + len(words)]
    return None


def _take(document: Document, entity: Entity, mention: EntityMention) -> None:
    """Remove ``mention`` from the organisation, and the organisation with its last mention."""
    entity.mentions.remove(mention)
    for token in mention.span:
        others = tuple(e for e in document.referents.get(token.i, ()) if e is not entity)
        document.referents[token.i] = others
    if not entity.mentions:
        document.entities.remove(entity)


def _add(document: Document, span: Span, places: dict[str, Entity]) -> None:
    place = places.get(span.text.casefold())
    if place is None:
        place = places[span.text.casefold()] = Entity("place", span.text)
        document.entities.append(place)
    document.add_mention(place, span, "name")
