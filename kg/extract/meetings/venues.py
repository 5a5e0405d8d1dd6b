"""Venues: "at the Newseum", "at Sylvia's Restaurant in Harlem" — buildings that the gazetteer does not know,
named after "at".
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extract.document import Document, Entity
from kg.extract.meetings.lexicon import load_lexicon
from kg.extract.syntax import noun_phrase

_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its"})
_BUILDINGS = frozenset(
    "palace headquarters residence embassy hotel airport mansion villa castle ministry consulate".split()
)
_NOT_VENUES = frozenset(
    "time times end beginning start age price rate level risk speed odds "
    "least most news press request".split()
)


def find_venue(document: Document, sentence: Span, right: int) -> tuple[Entity, Span] | None:
    """The last venue of the sentence before token ``right``, as a place of the article; ``None`` where none
    is named.
    """
    found: Token | None = None
    for token in reversed(list(document.doc[sentence.start : min(right, sentence.end)])):
        if found is not None and token.pos_ in {"VERB", "AUX"}:
            break
        if token.lower_ == "at" and token.pos_ == "ADP":
            head = next((c for c in token.children if c.dep_ == "pobj"), None)
            if head is not None and head.i < right and _is_venue(document, head):
                found = head  # of "at X at Y, in Z" the first is the most exact
    return _venue(document, found) if found is not None else None


def _is_venue(document: Document, head: Token) -> bool:
    if (
        head.lemma_.lower() in load_lexicon().nouns
        or head.lower_ in _NOT_VENUES
        or head.ent_type_ in {"DATE", "TIME", "CARDINAL", "MONEY"}
    ):
        return False
    if any(entity.kind in {"person", "office", "group"} for entity in document.entities_at(head)):
        return False
    return head.lemma_.lower() in _BUILDINGS or any(t.pos_ == "PROPN" for t in noun_phrase(head))


def _venue(document: Document, head: Token) -> tuple[Entity, Span]:
    span = noun_phrase(head)
    while len(span) > 1 and span[0].lower_ in _DETERMINERS:
        span = span[1:]
    known = next((e for e in document.entities_at(head) if e.kind == "place"), None)
    if known is not None and len(known.name) >= len(span.text):
        venue = known
    else:
        venue = Entity("place", span.text)
        document.entities.append(venue)
        document.add_mention(venue, span, "name")
    around = _town_behind(document, head)
    if around is not None and venue.country is None:
        venue.country, venue.country_code = around.country, around.country_code
    return venue, span


def _town_behind(document: Document, head: Token) -> Entity | None:
    """The next place of the sentence: the town or country that the venue is in."""
    for token in document.doc[head.i + 1 : head.sent.end]:
        for entity in document.entities_at(token):
            if entity.kind == "place" and entity.country:
                return entity
    return None
