"""Moves words of an article from persons and organisations to places."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extract.document import Document, Entity, EntityMention

_LOCATIVE = frozenset({"at", "in", "inside", "outside", "near", "on"})
_DIRECTION = frozenset({"to", "from"})
_MOTION = frozenset("arrive come depart fly go head invite leave return travel visit walk welcome".split())


def preposition_of_place(span: Span) -> Token | None:
    """The preposition of place before ``span``, or "to" and "from" of a verb of motion."""
    doc, i = span.doc, span.start - 1
    if i >= 0 and doc[i].lower_ == "the":
        i -= 1
    if i < 0:
        return None
    moves = doc[i].lower_ in _DIRECTION and doc[i].head.lemma_ in _MOTION
    return doc[i] if moves or doc[i].lower_ in _LOCATIVE else None


def take_mention(document: Document, entity: Entity, mention: EntityMention) -> None:
    """Remove ``mention`` from the entity, and the entity with its last mention."""
    entity.mentions.remove(mention)
    for token in mention.span:
        others = tuple(e for e in document.referents.get(token.i, ()) if e is not entity)
        document.referents[token.i] = others
    if not entity.mentions:
        document.entities.remove(entity)


def take_mentions(document: Document, span: Span) -> None:
    """Remove every mention that lies inside ``span``."""
    for entity in list(document.entities):
        for mention in list(entity.mentions):
            if span.start <= mention.span.start and mention.span.end <= span.end:
                take_mention(document, entity, mention)


def add_place(document: Document, span: Span, places: dict[str, Entity]) -> None:
    """Add ``span`` as a mention of the place of that name; ``places`` holds the known ones by casefolded
    name.
    """
    key = span.text.casefold()
    place = places.get(key)
    if place is None or place not in document.entities:
        place = places[key] = Entity("place", span.text)
        document.entities.append(place)
    document.add_mention(place, span, "name")
