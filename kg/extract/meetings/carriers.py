"""Parties that a verb ties to an event noun: "held talks with", "said after a meeting with"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.meetings.carrier_words import (
    ADDING,
    ARRANGERS,
    ATTENDING,
    CARRIERS,
    GATHERING,
    JOINERS,
    PARTICIPATION,
    TELLING,
    WITH,
)
from kg.extract.meetings.collector import Collector
from kg.extract.meetings.verb_arguments import understood_subject
from kg.extract.syntax import (
    after_preposition,
    agents,
    conjuncts,
    event_nouns,
    governing_verb,
    is_passive,
    objects,
    own_subjects,
    subjects,
)

_PREPOSITIONS = frozenset(
    "in at during to into for after following before by through ahead of prior until over".split()
)
_PRESENT_AT = frozenset({"in", "at", "during", "into", "to", "for", "by"})


def carrier_parties(collector: Collector) -> None:
    """Add the subject of the verb that carries the event noun, and those after the verb's ``with``."""
    noun = event_nouns(collector.candidate.head)[-1]
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    if noun.dep_ in {"dobj", "nsubjpass", "obj"} and noun.head.pos_ in {"VERB", "AUX"}:
        _carried(collector, noun)
    elif noun.dep_ in {"pobj", "pcomp"}:
        _after_preposition(collector, noun)
        if collector.candidate.type == "call" and noun.head.lower_ in {"in", "during", "by"}:
            _told_in_call(collector, noun.head)
    elif noun.dep_ == "ROOT" and collector.has("with"):
        collector.add(understood_subject(noun), "understood subject")
    elif noun.dep_ == "nsubj":
        _as_subject(collector, noun)


def _as_subject(collector: Collector, noun: Token) -> None:
    """ "talks are underway with X", "the summit brought together X and Y"."""
    verb = noun.head
    collector.candidate.events.append(verb)
    collector.add(after_preposition(verb, WITH | {"between"}), "with")
    for clause in verb.children:  # "underway with X to …": the parser takes this "with" for a conjunction
        if clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "with" for c in clause.children):
            collector.add(own_subjects(clause), "with")
    if verb.lemma_.lower() in ADDING:
        collector.add(objects(verb), "brings")


def _carried(collector: Collector, noun: Token) -> None:
    verb = noun.head
    lemma = verb.lemma_.lower()
    collector.candidate.events.append(verb)
    if lemma in ARRANGERS and collector.has("with", "visit to") and not is_passive(verb):
        collector.add(subjects(verb), "arranger")
    if lemma not in CARRIERS:
        return
    part = CARRIERS[lemma]
    if lemma in ATTENDING and _negated(verb):
        part = "absent"
    if is_passive(verb):
        holds = part == "attendee" and lemma not in ATTENDING
        collector.add(agents(verb), "held by", "host" if holds else part)
    else:
        collector.add(subjects(verb), "carrier subject", part)
    collector.add(after_preposition(verb, WITH | {"between"}), "with")
    _presence(collector, verb)


def _presence(collector: Collector, verb: Token) -> None:
    """ "with the participation of X as well as Y"."""
    for head in after_preposition(verb, {"with"}):
        if head.lemma_.lower() in {"participation", "presence", "attendance"}:
            collector.add(after_preposition(head, {"of"}), "with")
    if any(c.dep_ == "cc" and c.lower_ == "as" for c in verb.children):  # "as well as" may hang on the verb
        heads = [c for c in verb.children if c.dep_ == "conj" and c.pos_ in {"PROPN", "NOUN"}]
        collector.add([x for head in heads for x in conjuncts(head)], "with")


def _after_preposition(collector: Collector, noun: Token) -> None:
    """ "said after talks with X", "took part in the meeting", "arrived for a summit"."""
    prep = noun.head
    if prep.dep_ not in {"prep", "advmod", "mark", "pcomp"} or prep.lower_ not in _PREPOSITIONS:
        return
    above = prep
    while above.head.dep_ == "prep" or above.head.pos_ == "ADP":
        above = above.head
    governor = above.head
    if governor.lemma_.lower() in PARTICIPATION:
        collector.add([c for c in governor.children if c.dep_ == "poss"], "participation")
    verb = governing_verb(governor)
    if verb is not None:
        _governed(collector, verb, prep.lower_)


def _governed(collector: Collector, verb: Token, prep: str) -> None:
    candidate = collector.candidate
    lemma = verb.lemma_.lower()
    if lemma == "preside":
        candidate.events.append(verb)
        collector.add([*subjects(verb), *after_preposition(verb, WITH)], "presides", "host")
        return
    if prep == "for" and lemma in GATHERING and not is_passive(verb):
        guests = objects(verb)
        collector.add(subjects(verb), "gathers", "host" if guests else "attendee")
        collector.add(guests, "gathers")
    two_sided = collector.has("with", "between")
    if lemma in JOINERS or candidate.caption or two_sided:
        candidate.events.append(verb)
        if prep in _PRESENT_AT or two_sided:
            absent = lemma in ATTENDING and _negated(verb)
            people = [
                s
                for s in collector.people(subjects(verb))
                if s.lemma_.lower() not in {"reporter", "journalist"}
            ]
            collector.add(people, "speaks at", "absent" if absent else "attendee")
        if lemma in {"greet", "welcome", "join", "chat", "shake"}:
            collector.add([*objects(verb), *after_preposition(verb, {"with"})], "greets at")


def _told_in_call(collector: Collector, prep: Token) -> None:
    """ "X told Y, in a telephone call, …": the nearest verb of telling before the phrase names both ends of
    the line.
    """
    before = reversed(list(prep.doc[prep.sent.start : prep.i]))
    for token in [*before, prep.head]:
        if token.pos_ == "VERB" and token.lemma_.lower() in TELLING:
            collector.add(collector.named_people([*subjects(token), *objects(token)]), "told in a call")
            return


def _negated(verb: Token) -> bool:
    kept_away = verb.dep_ == "xcomp" and verb.head.lemma_ in {"unable", "refuse", "decline", "fail"}
    return kept_away or any(c.dep_ == "neg" for c in verb.children)
