"""Parties of a verb that tells of a meeting: subject, object, "with", "by"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.meetings.carrier_words import BODIES, WITH
from kg.extract.meetings.collector import Collector
from kg.extract.syntax import after_preposition, agents, is_passive, objects, own_subjects, subjects
from kg.model import Part

_HOST_VERBS = frozenset({"host", "receive", "welcome"})
_ABOUT_OBJECT = frozenset({"discuss", "negotiate", "shake"})
"""Verbs whose object is the matter, not a party."""
_LOOK_BACK = 60
"""Tokens that a note ("Official visit; met with …") may stand away from the sentence with its subject."""


def verb_parties(collector: Collector) -> None:
    """Add the parties of the trigger verb."""
    if collector.candidate.type == "session":
        _body_parties(collector)
        return
    verb = collector.candidate.head
    lemma = verb.lemma_.lower()
    part: Part = "host" if lemma in _HOST_VERBS else "attendee"
    if is_passive(verb):
        collector.add(agents(verb), "agent", part)
        collector.add(own_subjects(verb) or subjects(verb), "passive subject")
    else:
        collector.add(subjects(verb) or understood_subject(verb), "subject", part)
        if lemma not in _ABOUT_OBJECT:
            collector.add(
                objects(verb), "object", "host" if collector.candidate.type == "visit" else "attendee"
            )
    collector.add(_counterparts(verb, lemma), "with")
    if lemma in _HOST_VERBS | {"meet", "gather", "visit"}:
        for noun in after_preposition(verb, {"for", "in", "at"}):  # "met for talks with X"
            collector.add(after_preposition(noun, WITH), "with")


def _counterparts(verb: Token, lemma: str) -> list[Token]:
    heads = after_preposition(verb, WITH)
    if lemma in {"speak", "talk"}:
        heads += after_preposition(verb, {"to"})
    return heads + [h for obj in objects(verb) if obj.lemma_ == "hand" for h in after_preposition(obj, WITH)]


def understood_subject(root: Token) -> list[Token]:
    """Note style ("Official visit; met with the President."): the subject is that of the sentence before."""
    finite = root.pos_ != "VERB" or root.tag_ in {"VBD", "VBN"}
    if root.dep_ not in {"ROOT", "conj", "parataxis", "ccomp"} or not finite:
        return []
    sentence = root.sent
    while sentence.start > 0 and root.i - sentence.start <= _LOOK_BACK:
        sentence = sentence.doc[sentence.start - 1].sent
        found = own_subjects(sentence.root)
        if found:
            return found
    return []


def _body_parties(collector: Collector) -> None:
    """ "addressed the General Assembly", "testified before a Senate committee": the body is there, and so is
    the speaker.
    """
    verb = collector.candidate.head
    heads = [*objects(verb), *after_preposition(verb, {"before", "to"})]
    bodies = [head for head in heads if _is_body(verb, head)]
    if bodies:
        collector.add(bodies, "body")
        collector.add(subjects(verb), "speaks to body")
        if verb.dep_ == "pcomp" and verb.head.head.lemma_ == "join":  # "joined X in testifying"
            collector.add(objects(verb.head.head), "speaks to body")


def _is_body(verb: Token, head: Token) -> bool:
    """A council, committee or parliament; telling one something is a session only where it is named."""
    if head.lemma_.lower() not in BODIES or head.ent_type_ in {"PERSON", "GPE"}:
        return False
    speech = verb.lemma_.lower() in {"address", "testify"}
    return speech or head.pos_ == "PROPN" or any(c.pos_ == "PROPN" for c in head.lefts)
