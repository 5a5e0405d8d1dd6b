"""Parties inside the phrase of an event noun: "between X and Y", "Obama's talks with", "the NATO summit"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.document import Entity
from kg.extract.meetings.candidates import Party
from kg.extract.meetings.carrier_words import ADDING, ANSWERS, CARRIERS, HELD, OFFERS, SPONSORED, WITH
from kg.extract.meetings.collector import Collector
from kg.extract.meetings.parties import country_entity
from kg.extract.meetings.triggers import is_talked_over_with
from kg.extract.nations import country_of
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
from kg.model import Part

_HYPHENS = frozenset({"-", "–", "/"})


def noun_parties(collector: Collector) -> None:
    """Add the parties that the noun's own phrase names."""
    for noun in event_nouns(collector.candidate.head):
        _prepositions(collector, noun)
        _modifiers(collector, noun)
        _nation_pair(collector, noun)
        _nation_before(collector, noun)
        _offered(collector, noun)
        _participles(collector, noun)


def _prepositions(collector: Collector, noun: Token) -> None:
    collector.add(after_preposition(noun, {"between", "among", "amongst", "involving"}), "between")
    if not is_talked_over_with(noun):
        collector.add(after_preposition(noun, WITH), "with")
    collector.add(after_preposition(noun, {"by"}), "by")
    kind = collector.candidate.type
    if kind == "visit":
        collector.add(after_preposition(noun, {"to"}), "visit to", "host")
        return
    members = after_preposition(noun, {"of"})
    collector.add(members, "of")
    collector.add([x for m in members for x in after_preposition(m, {"with"})], "with")
    if kind == "call":
        collector.add(after_preposition(noun, {"to"}), "call to")


def _modifiers(collector: Collector, noun: Token) -> None:
    for child in noun.lefts:
        if child.dep_ == "poss":
            collector.add(conjuncts(child), "possessive")
        elif child.dep_ in {"compound", "nmod", "amod"}:
            _named_modifier(collector, child)
            _party_convention(collector, child)
            _sponsor(collector, child)


def _named_modifier(collector: Collector, child: Token) -> None:
    """ "a Security Council meeting", "the NATO summit", "the Obama-Putin meeting"."""
    document, candidate = collector.document, collector.candidate
    event_name = document.entities_at(candidate.head)
    inner = [t for t in child.subtree if t.dep_ in {"compound", "nmod", "conj"} and t is not child]
    for token in [child, *inner]:
        for entity in document.entities_at(token):
            if entity.kind in {"organization", "person"} and entity not in event_name:
                spans = (m.span for m in entity.mentions if m.span.start <= token.i < m.span.end)
                candidate.add(
                    Party(entity, "attendee", next(spans, token.doc[token.i : token.i + 1]), "modifier")
                )


def _party_convention(collector: Collector, child: Token) -> None:
    """ "the Republican convention" is that of the Republican Party."""
    document, candidate = collector.document, collector.candidate
    if candidate.head.lemma_.lower() != "convention" or any(c.dep_ == "conj" for c in child.children):
        return  # "the Republican and Democratic conventions" are two
    for word in [child, *(c for c in child.subtree if c.dep_ in {"compound", "amod"} and c is not child)]:
        if word.ent_type_ not in {"NORP", "ORG", "EVENT"} or not word.text.endswith(
            ("an", "ic", "our", "ive")
        ):
            continue
        if document.entities_at(word) or country_of(word.text) is not None:
            continue
        name, span = f"{word.text} Party", word.doc[word.i : word.i + 1]
        party = next((e for e in document.entities if e.kind == "organization" and e.name == name), None)
        if party is None:
            party = Entity("organization", name)
            document.entities.append(party)
        document.add_mention(party, span, "nominal")
        candidate.add(Party(party, "attendee", span, "modifier"))


def _sponsor(collector: Collector, child: Token) -> None:
    """ "UN-brokered talks": the one in front of the participle mediates or hosts."""
    word = child.lower_.rsplit("-", 1)[-1]
    if word not in SPONSORED:
        return
    part: Part = "host" if word.startswith(("host", "organi", "conven")) else "mediator"
    sponsors = [t for t in child.children if t.i < child.i and t.pos_ in {"PROPN", "NOUN"}]
    collector.add(sponsors or [child], "sponsor", part)
    for token in sponsors:
        span = token.doc[token.i : token.i + 1]
        if not collector.document.entities_at(token) and (c := country_entity(collector.document, span)):
            collector.candidate.add(Party(c, part, span, "sponsor"))


def _nation_pair(collector: Collector, noun: Token) -> None:
    """ "Iranian-Turkish talks" has two sides."""
    doc = noun.doc
    left = min([c.left_edge.i for c in noun.lefts], default=noun.i)
    for i in range(left, noun.i - 2):
        if doc[i + 1].text in _HYPHENS:
            spans = [doc[i : i + 1], doc[i + 2 : i + 3]]
            sides = [(c, span) for span in spans if (c := country_entity(collector.document, span))]
            if len(sides) == 2:
                for country, span in sides:
                    collector.candidate.add(Party(country, "attendee", span, "nation pair"))
                return


def _nation_before(collector: Collector, noun: Token) -> None:
    """ "US talks with Iran" names one side before the noun."""
    if collector.candidate.type not in {"talks", "meeting"} or not collector.has("with"):
        return
    for child in noun.lefts:
        if child.dep_ in {"amod", "compound"}:
            span = noun.doc[child.i : child.i + 1]
            country = country_entity(collector.document, span)
            if country is not None:
                collector.candidate.add(Party(country, "attendee", span, "nation"))


def _offered(collector: Collector, noun: Token) -> None:
    """ "rejected an offer of talks from X": who offers and who answers are the two sides."""
    offer = noun.head.head
    if noun.dep_ != "pobj" or offer.lemma_.lower() not in OFFERS:
        return
    collector.add(after_preposition(offer, {"from", "by", "with"}), "offer")
    collector.add(after_preposition(noun, {"from"}), "offer")
    collector.add([c for c in offer.children if c.dep_ == "poss"], "offer")
    verb = governing_verb(offer) if offer.dep_ in {"dobj", "pobj"} else None
    if verb is not None and verb.lemma_.lower() in ANSWERS:
        if offer.dep_ == "dobj":
            collector.add(after_preposition(verb, {"from", "by"}), "offer")
        collector.add(subjects(verb), "offer")


def _participles(collector: Collector, noun: Token) -> None:
    """ "talks hosted by X", "talks that X attended", "a meeting involving X"."""
    for clause in noun.children:
        lemma = clause.lemma_.lower()
        if clause.dep_ not in {"acl", "relcl"} or (lemma not in HELD and lemma not in CARRIERS):
            continue
        collector.candidate.events.append(clause)
        part = CARRIERS.get(lemma, "attendee")
        collector.add(agents(clause), "held by", "host" if part == "attendee" and lemma != "attend" else part)
        collector.add(after_preposition(clause, WITH | {"between"}), "with")
        if lemma in ADDING:
            collector.add(objects(clause), "involving")
        elif not is_passive(clause):
            collector.add(own_subjects(clause), "held", part)
