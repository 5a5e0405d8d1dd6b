"""Who takes part: from the grammar around a trigger to parties and the part that each plays."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.document import Document
from kg.extract.meetings.candidates import Candidate, Party
from kg.extract.meetings.carriers import carrier_parties
from kg.extract.meetings.collector import Collector
from kg.extract.meetings.noun_arguments import noun_parties
from kg.extract.meetings.verb_arguments import verb_parties
from kg.extract.syntax import conjuncts

_SIDES = ("with", "between", "of", "possessive")
_NEARBY = 20
"""Tokens between "talks" and the "between" of another noun that names their sides."""
_MEMBERS_WITHIN = 6
"""Tokens between a group and the "including" that names its members."""
_TOPIC = frozenset({"of", "about", "for", "by", "against", "on"})


def find_parties(document: Document, candidate: Candidate) -> None:
    """Fill ``candidate.parties`` and ``candidate.events`` from the grammar around the trigger."""
    collector = Collector(document, candidate)
    if candidate.is_verb:
        verb_parties(collector)
    else:
        noun_parties(collector)
        carrier_parties(collector)
        if not collector.has(*_SIDES) and candidate.type in {"talks", "meeting"}:
            _sides_nearby(collector)
        _their(collector)
    _including(collector)
    if candidate.caption and (candidate.parties or not candidate.is_verb):
        _shown(document, candidate)


def _sides_nearby(collector: Collector) -> None:
    """ "talks failed to yield an accord between X and Y": the sides of the accord are those of the talks."""
    candidate = collector.candidate
    for token in candidate.sentence:
        if token.lower_ == "between" and abs(token.i - candidate.head.i) <= _NEARBY:
            heads = [x for child in token.children if child.dep_ == "pobj" for x in conjuncts(child)]
            if len(heads) >= 2 and any(collector.document.entities_at(h) for h in heads):
                collector.add(heads, "between nearby")


def _including(collector: Collector) -> None:
    """ "met opposition leaders on Tuesday, including X and Y": the parser hangs "including" anywhere."""
    for token in collector.candidate.sentence:
        if token.lower_ != "including":
            continue
        before = [p for p in collector.candidate.parties if p.span.start < token.i]
        last = max(before, key=lambda p: p.span.end, default=None)
        if last is None or last.entity.kind != "group" or token.i - last.span.end > _MEMBERS_WITHIN:
            continue
        if any(t.pos_ == "VERB" for t in token.doc[last.span.end : token.i]):
            continue
        members = [x for c in token.children if c.dep_ == "pobj" for x in conjuncts(c)]
        collector.add(collector.named_people(members), "including")


def _their(collector: Collector) -> None:
    """ "speaking beside X after their talks, Y said": the two people of the sentence, where nothing else
    tells whose talks they were.
    """
    head, document = collector.candidate.head, collector.document
    if not any(
        c.lower_ == "their" and not document.entities_at(c) for c in head.children if c.dep_ == "poss"
    ):
        return
    sentence = collector.candidate.sentence
    people = [
        (entity, mention)
        for entity in document.entities
        if entity.kind in {"person", "office"}
        for mention in entity.mentions
        if sentence.start <= mention.span.start < sentence.end and mention.form != "pronoun"
    ]
    if len({id(entity) for entity, _ in people}) == 2:
        for entity, mention in people:
            collector.candidate.add(Party(entity, "attendee", mention.span, "their"))


def _shown(document: Document, candidate: Candidate) -> None:
    """A caption shows the people that it names; those in the name of a topic or an owner are not shown."""
    sentence = candidate.sentence
    for entity in document.entities:
        for mention in entity.mentions if entity.kind == "person" else ():
            here = mention.form == "name" and sentence.start <= mention.span.start < sentence.end
            if here and not _only_topic(mention.span.root):
                candidate.add(Party(entity, "attendee", mention.span, "caption"))


def _only_topic(root: Token) -> bool:
    if root.dep_ == "poss" or (root.dep_ in {"compound", "nmod"} and root.head.pos_ == "NOUN"):
        return True
    if root.dep_ == "pobj" and root.head.head.lemma_ in {"accompany", "join", "flank"}:
        return False
    return root.dep_ == "pobj" and root.head.lower_ in _TOPIC
