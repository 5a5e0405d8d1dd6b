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
