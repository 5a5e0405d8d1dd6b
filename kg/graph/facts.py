"""Facts as quads: a node for each, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import literals
from kg.graph import vocabulary as v
from kg.graph.identifiers import MERGED_GRAPH, conflict_iri, fact_iri
from kg.resolve import (
    Conflict,
    Event,
    Evidence,
    Involvement,
    PlaceFact,
    RoleFact,
    StatusFact,
    TimeFact,
)

_GRAPH: Final = NamedNode(MERGED_GRAPH)
_EventFact = StatusFact | TimeFact | PlaceFact | Involvement


class _Fact:
    """The quads of one fact, as they are written."""

    def __init__(self, iri: str, kind: NamedNode, about: NamedNode) -> None:
        self.node = NamedNode(iri)
        self.quads: list[Quad] = []
        self.add(v.RDF_TYPE, kind)
        self.add(v.ABOUT, about)

    def add(self, predicate: NamedNode, value: NamedNode | Literal) -> None:
        """One statement about the fact."""
        self.quads.append(Quad(self.node, predicate, value, _GRAPH))

    def add_text(self, predicate: NamedNode, value: str | None) -> None:
        """A text, unless there is none."""
        if value:
            self.add(predicate, literals.text(value))

    def add_time(self, predicate: NamedNode, value: str | None) -> None:
        """A time, unless there is none."""
        if value:
            self.add(predicate, literals.time(value))

    def add_mark(self, predicate: NamedNode, is_set: bool) -> None:
        """A mark, where it is set."""
        if is_set:
            self.add(predicate, literals.TRUE)

    def add_evidence(self, evidence: Evidence) -> None:
        """What it rests on."""
        for support in evidence.supports:
            self.add(v.SUPPORT, NamedNode(support))
        self.add(v.ARTICLE_COUNT, literals.integer(evidence.articles))
        self.add(v.SOURCE_COUNT, literals.integer(evidence.sources))
        self.add(v.CONFIDENCE, literals.decimal(evidence.confidence))


def event_fact_quads(event: NamedNode, told: Event) -> Iterator[Quad]:
    """The facts of an event: its statuses, times, places, and who took part."""
    for status in told.statuses:
        yield from _status_quads(event, status)
    for time in told.times:
        yield from _time_quads(event, time)
    for place in told.places:
        yield from _place_quads(event, place)
    for involvement in told.involvements:
        yield from _actor_quads(event, involvement)


def _iri(fact: _EventFact | RoleFact) -> str:
    first = fact.evidence.supports[0]
    match fact:
        case StatusFact():
            return fact_iri("status", first)
        case TimeFact():
            return fact_iri("time", first)
        case PlaceFact():
            return fact_iri("place", first)
        case RoleFact():
            return fact_iri("role", first)
        case Involvement():
            return fact_iri("holder" if fact.inferred else "actor", first)


def _status_quads(event: NamedNode, fact: StatusFact) -> list[Quad]:
    written = _Fact(_iri(fact), v.StatusFact, event)
    written.add_text(v.STATUS, fact.status)
    written.add_time(v.FIRST_PUBLISHED, fact.first)
    written.add_time(v.LAST_PUBLISHED, fact.last)
    written.add_evidence(fact.evidence)
    return written.quads


def _time_quads(event: NamedNode, fact: TimeFact) -> list[Quad]:
    written = _Fact(_iri(fact), v.TimeFact, event)
    written.add_text(v.BOUND, fact.bound)
    written.add_time(v.VALUE, fact.value)
    written.add_text(v.BASIS, fact.basis)
    written.add_evidence(fact.evidence)
    return written.quads


def _place_quads(event: NamedNode, fact: PlaceFact) -> list[Quad]:
    written = _Fact(_iri(fact), v.PlaceFact, event)
    written.add(v.LOCATION, NamedNode(fact.place))
    written.add_evidence(fact.evidence)
    return written.quads


def _actor_quads(event: NamedNode, fact: Involvement) -> list[Quad]:
    written = _Fact(_iri(fact), v.ActorFact, event)
    written.add(v.ACTOR, NamedNode(fact.actor))
    written.add_text(v.PART, fact.part)
    written.add_text(v.TITLE, fact.title)
    written.add_text(v.OF, fact.of)
    written.add_mark(v.INFERRED, fact.inferred)
    for basis in fact.basis:
        written.add(v.INFERRED_FROM, NamedNode(basis))
    written.add_evidence(fact.evidence)
    return written.quads


def role_fact_quads(person: NamedNode, fact: RoleFact) -> list[Quad]:
    """The quads of a role of ``person``."""
    written = _Fact(_iri(fact), v.RoleFact, person)
    written.add_text(v.TITLE, fact.title)
    written.add_text(v.OF, fact.of)
    written.add_mark(v.FORMER, fact.former)
    written.add_mark(v.ACTING, fact.acting)
    written.add_time(v.FIRST_PUBLISHED, fact.first)
    written.add_time(v.LAST_PUBLISHED, fact.last)
    written.add_time(v.SINCE, fact.since)
    written.add_time(v.UNTIL, fact.until)
    written.add_evidence(fact.evidence)
    return written.quads


def conflict_quads(event: NamedNode, told: Event) -> Iterator[Quad]:
    """What is at odds among the facts of an event."""
    for conflict in told.conflicts:
        facts = sorted(_iri(fact) for fact in _at_odds(conflict, told))
        written = _Fact(conflict_iri(facts), v.Conflict, event)
        written.add_text(v.CONFLICT_IN, conflict.kind)
        for fact in facts:
            written.add(v.BETWEEN, NamedNode(fact))
        yield from written.quads


def _at_odds(conflict: Conflict, told: Event) -> Iterator[_EventFact]:
    values = set(conflict.values)
    match conflict.kind:
        case "status":
            yield from (s for s in told.statuses if s.status in values)
        case "place":
            yield from (p for p in told.places if p.place in values)
        case "part":
            yield from (i for i in told.involvements if i.actor in values and not i.inferred)
        case _:
            yield from (t for t in told.times if t.bound == conflict.kind and t.value in values)
