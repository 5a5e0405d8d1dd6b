"""Journeys: "traveled to Kyiv on Monday" sets the place and time of the meetings told right after it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.document import Document, Entity, TimeExpression
from kg.extract.meetings.candidates import Candidate
from kg.extract.meetings.parties import denoted
from kg.extract.meetings.triggers import is_in_prospect
from kg.extract.syntax import after_preposition, noun_phrase, objects, sentence_numbers, subjects, with_lemma

_MOTION = frozenset("travel arrive fly go head come return depart journey visit land leave be".split())
_TRAVEL = frozenset({"travel", "fly", "journey"})
"""Verbs whose goal is a place, whether a list has it or not."""
_GOALS = {True: frozenset({"in"}), False: frozenset({"to", "in", "at", "for"})}
"""Prepositions before the place, by whether the verb is "be"."""
_REACH = 4
"""Sentences after the journey that still happen there."""


@dataclass(frozen=True, slots=True)
class Journey:
    """Somebody goes somewhere; ``sentence`` counts sentences from the start of the text."""

    travellers: tuple[Entity, ...]
    place: Entity
    time: TimeExpression | None
    token: Token
    sentence: int


def find_journeys(document: Document) -> list[Journey]:
    """The journeys told in the text, in order."""
    numbers = sentence_numbers(document.doc)
    verbs = (token for token in with_lemma(document.doc, _MOTION) if _is_motion(token))
    found = (_journey(document, verb, numbers[verb.sent.start]) for verb in verbs)
    return [journey for journey in found if journey is not None]


def _is_motion(token: Token) -> bool:
    """A verb of motion, or "is in" with a purpose: "was in Lima to meet", "is in Geneva for talks"."""
    if token.lemma_ != "be":
        return token.pos_ == "VERB"
    kinds = {c.lower_ for c in token.children if c.dep_ == "prep"}
    if any(c.dep_ == "acomp" and c.lower_ == "due" for c in token.children):
        return True  # "is due in Moscow on Thursday"
    purpose = "for" in kinds or any(c.dep_ in {"advcl", "xcomp"} for c in token.children)
    return "in" in kinds and purpose


def _journey(document: Document, verb: Token, number: int) -> Journey | None:
    goals = objects(verb) if verb.lemma_ == "visit" else after_preposition(verb, _GOALS[verb.lemma_ == "be"])
    for due in verb.children:
        if due.dep_ == "acomp" and due.lower_ == "due":
            goals = [*goals, *after_preposition(due, {"in", "at"})]
    place = next((e for goal in goals for e in document.entities_at(goal) if e.kind == "place"), None)
    if place is None or place.is_country:
        place = next((p for goal in goals[:1] if (p := _misread_place(document, goal))), place)
    travellers = tuple(
        e for s in subjects(verb) for e, _ in denoted(document, s) if e.kind in {"person", "office", "group"}
    )
    if place is None or not travellers:
        return None
    sentence = verb.sent
    time = next((t for t in document.times if sentence.start <= t.span.start < sentence.end), None)
    return Journey(travellers, place, time, verb, number)


def _misread_place(document: Document, goal: Token) -> Entity | None:
    """A town that is in no list or that the model took for something else: a proper noun that one travels
    to, or goes to with its country behind a comma.
    """
    if goal.pos_ != "PROPN" or any(e.kind == "place" for e in document.entities_at(goal)):
        return None
    country = _country_behind(document, goal)
    if country is None and (goal.head.head.lemma_ not in _TRAVEL or document.entities_at(goal)):
        return None
    span = noun_phrase(goal)
    town = Entity("place", span.text)
    if country is not None:
        town.country, town.country_code = country.country, country.country_code
    document.entities.append(town)
    document.add_mention(town, span, "name")
    return town


def _country_behind(document: Document, goal: Token) -> Entity | None:
    following = goal.doc[goal.i + 1 : goal.i + 3]
    if len(following) < 2 or following[0].text != ",":
        return None
    return next((e for e in document.entities_at(following[1]) if e.is_country), None)


def settle(candidate: Candidate, journeys: list[Journey], sentence_number: int) -> None:
    """Give a meeting without a place of its own the place and time of the journey it is part of."""
    if candidate.place is not None or candidate.type == "call" or is_in_prospect(candidate.head):
        return
    for journey in reversed(journeys):
        if journey.token.i > candidate.head.i or sentence_number - journey.sentence > _REACH:
            continue
        if any(party.entity in journey.travellers for party in candidate.parties):
            if candidate.start is None and candidate.status in {"occurred", "ongoing", "planned"}:
                candidate.start = journey.time
            candidate.place = journey.place
            return
