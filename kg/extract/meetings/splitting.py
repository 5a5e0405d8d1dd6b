"""Mentions that tell of several meetings: "separate talks with X and Y", "met X on Monday, Y on Tuesday"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extract.document import Document
from kg.extract.meetings.candidates import Candidate, Party
from kg.extract.meetings.collector import Collector
from kg.extract.syntax import after_preposition, conjuncts, event_nouns

_APART = frozenset({"separate", "separately", "individually", "back-to-back"})
_COUNTERPARTS = frozenset({"with", "object"})


def split(document: Document, candidate: Candidate) -> list[Candidate]:
    """The candidates that a mention stands for, one for each meeting; mostly itself alone."""
    found = [candidate, *_gapped(document, candidate)]
    return _each_apart(candidate) if len(found) == 1 else found


def _each_apart(candidate: Candidate) -> list[Candidate]:
    """ "separate talks with X and Y" are talks with X and talks with Y, each with the same other side."""
    guests = [p for p in candidate.parties if p.rule in _COUNTERPARTS]
    others = [p for p in candidate.parties if p.rule not in _COUNTERPARTS]
    if len(guests) < 2 or not others or not _told_apart(candidate):
        return [candidate]
    return [_with_parties(candidate, [*others, guest]) for guest in guests]


def _told_apart(candidate: Candidate) -> bool:
    heads = [candidate.head] if candidate.is_verb else event_nouns(candidate.head)
    if candidate.is_verb:
        heads += after_preposition(candidate.head, {"in"})  # "spoke with X and Y in separate calls"
    return any(c.lower_ in _APART for head in [*heads, *candidate.events] for c in head.children)


def _gapped(document: Document, candidate: Candidate) -> list[Candidate]:
    """ "met X on Monday and Y on Tuesday": the second person hangs on the verb itself."""
    if not candidate.is_verb or candidate.caption:
        return []
    sharing = [p for p in candidate.parties if p.rule == "subject"]
    more = []
    for token in _left_over(candidate.head):
        other = _with_parties(candidate, list(sharing))
        Collector(document, other).add(conjuncts(token), "with")
        if sharing and len(other.parties) > len(sharing):
            other.since = token.i
            candidate.until = candidate.until or token.left_edge.i
            more.append(other)
    return more


def _left_over(verb: Token) -> list[Token]:
    """Names behind the verb's complements that stand in no grammatical relation of their own."""
    days = [t for c in verb.children if c.dep_ == "prep" for t in c.children if t.ent_type_ == "DATE"]
    joined = {c.i for t in [verb, *days] for c in t.children if c.dep_ == "cc"}
    return [
        c
        for t in [verb, *days]
        for c in t.children
        if c.dep_ in {"conj", "npadvmod"}
        and c.ent_type_ == "PERSON"
        and c.pos_ == "PROPN"
        and any(verb.i < i < c.i for i in joined)
    ]


def _with_parties(candidate: Candidate, parties: list[Party]) -> Candidate:
    return replace(candidate, parties=parties, events=list(candidate.events))
