"""Meetings told on the word of others: "reports of talks were false", "it is a lie that they met"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.meetings.candidates import Candidate
from kg.extract.meetings.status_words import lemma_with_particle, load_status_words
from kg.model import Status

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OPEN = frozenset("report rumor rumour speculation claim allegation suggestion accusation gossip".split())
"""Nouns by which a meeting is told on the word of others."""
_SAID = frozenset("news story evidence proof confirmation sign".split())
"""Nouns that leave a meeting open only in "no evidence that they met"."""
HEARSAY = _OPEN | _SAID


def read_hearsay(noun: Token, previous: Token, candidate: Candidate) -> Status | None:
    """ "reports of talks", "rumours that they met": open, unless they are denied, false or confirmed."""
    if previous.dep_ == "prep":
        tells = previous.lower_ == "of" or (previous.lower_ == "about" and noun.lemma_.lower() != "report")
    else:
        tells = is_content(previous)
    if not tells:
        return None
    negated = any(c.dep_ == "neg" for c in noun.head.children)
    verdict = verdict_on(noun.head) if noun.dep_ in {"nsubj", "nsubjpass", "dobj"} else None
    if verdict is None and noun.dep_ in {"dobj", "nsubjpass"}:
        answer = load_status_words().answers.get(lemma_with_particle(noun.head))
        if answer == "denied":
            verdict = "hypothetical" if negated else "denied"
        elif noun.head.lemma_ == "confirm" and not negated:
            verdict = "occurred"
    if verdict is None and any(
        load_status_words().verdicts.get(c.lower_) == "denied" for c in noun.lefts if c.dep_ == "amod"
    ):
        verdict = "denied"
    if verdict is not None:
        return verdict
    none = negated or any(c.lower_ == "no" for c in noun.lefts)
    if noun.lemma_.lower() in _SAID and not none:
        return None
    told_before = previous.dep_ == "prep" and any(
        c.lower_ in _DEFINITE or c.dep_ == "poss" for c in candidate.head.lefts
    )
    return None if told_before else "hypothetical"


def is_content(verb: Token) -> bool:
    """ "a report that they met", and not "a report that they discussed with her"."""
    noun = verb.head
    marks = [c for c in verb.children if c.lower_ == "that" and c.dep_ in {"mark", "dobj"}]
    whole = (
        not any(c.dep_ == "det" for c in noun.lefts)
        or sum(c.dep_ in {"dobj", "prep"} for c in verb.children) > 1
    )
    return verb.dep_ in {"acl", "relcl", "ccomp"} and any(whole or c.dep_ == "mark" for c in marks)


def verdict_on(verb: Token) -> Status | None:
    """What is said of the subject: "were false", "proved untrue", "turned out not to be true"."""
    table = load_status_words().verdicts
    verbs = [verb, *(c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.i > verb.i)]
    parts = [c for v in verbs for c in v.children]
    adjectives = [v for v in verbs if v.pos_ == "ADJ"]  # "called the reports false"
    complements = [*adjectives, *(c for c in parts if c.dep_ in {"acomp", "attr", "oprd"})]
    said = [table[w] for c in complements if (w := c.lemma_.lower()) in table]
    if not said:
        return None
    if not any(c.dep_ == "neg" for c in parts):
        return said[0]
    return "hypothetical" if said[0] == "denied" else "denied"


def is_known(noun: Token) -> bool:
    """ "discussed the talks", "discussed Camp David": one that is told elsewhere, or has a name."""
    return noun.pos_ == "PROPN" or any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in noun.lefts)
