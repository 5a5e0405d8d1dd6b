"""Decisions about an article that another takes the place of.

References have IRIs of their article. Where it is corrected, or read anew by other rules, what was decided
about them is decided about the same people, organisations and meetings of the new graph: the decisions are
recorded again, in the transaction that changes the graph, and who, when and why stay.
"""

from __future__ import annotations

import shlex
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from pyoxigraph import Quad, RdfFormat, serialize

from kg.errors import DecisionError
from kg.graph import literals
from kg.graph import vocabulary as v
from kg.graph.copies import read_nquads
from kg.graph.counterparts import counterparts, things
from kg.graph.decisions import DECISIONS_GRAPH, decision_quads
from kg.graph.identifiers import published_text
from kg.resolve.decisions import Decision, replayed, told
from kg.store import updates
from kg.store.contract import Store
from kg.store.decisions import decisions

_ABOUT: Final = f"""
SELECT ?side
WHERE {{
  GRAPH <{DECISIONS_GRAPH}> {{ ?decision {v.ONE}|{v.OTHER} ?side . }}
  FILTER(STRSTARTS(STR(?side), ?article))
}}
LIMIT 1
"""
_ITSELF: Final = "newsgraph"
"""Who takes a decision back that was about what an IRI meant by other rules."""


@dataclass(frozen=True, slots=True)
class Inherited:
    """What becomes of the decisions about graphs that are replaced: ``nquads`` is to be added with the new
    graphs, and ``lost`` says which could not be taken over.
    """

    nquads: bytes = b""
    lost: tuple[DecisionError, ...] = ()


@dataclass(frozen=True, slots=True)
class _Successor:
    """A new graph: the id of its article, what there is in it, and what each thing of the graphs that it
    follows, of which some are ``meetings``, is in it, if anything.
    """

    called: str
    things: frozenset[str]
    moved: Mapping[str, str | None]
    meetings: frozenset[str]


def inherited(store: Store, nquads: bytes, *, drop: Sequence[str], digest: str | None = None) -> Inherited:
    """The decisions that stand about the articles ``drop``, for the graphs in ``nquads``: each article passes
    its own on to the graph with its text, and all pass theirs on to that with ``digest``, which takes their
    place. Nothing is recorded yet.
    """
    if not any(_is_judged(store, graph) for graph in drop):
        return Inherited()
    known = decisions(store)
    new: list[Decision] = []
    lost: list[DecisionError] = []
    for successor in _successors(store, read_nquads(nquads), drop, digest):
        for decision in known:
            if decision.stands:
                new += _taken_over(decision, successor, lost)
    return Inherited(_written(replayed(known, new)), tuple(lost))


def _is_judged(store: Store, article: str) -> bool:
    return any(store.select(_ABOUT, article=literals.text(article + "#")).rows())


def _successors(
    store: Store, quads: Iterable[Quad], drop: Sequence[str], digest: str | None
) -> Iterable[_Successor]:
    by_graph: defaultdict[str, list[Quad]] = defaultdict(list)
    for quad in quads:
        by_graph[quad.graph_name.value].append(quad)  # type: ignore[union-attr]
    old = {graph: list(store.quads(graph)) for graph in drop}
    for iri, said in sorted(by_graph.items()):
        text, now = _value(said, v.DIGEST), things(said)
        moved: dict[str, str | None] = {}
        meetings: set[str] = set()
        for graph in drop:
            same = _value(old[graph], v.DIGEST) == text
            if same or text == digest:
                before = things(old[graph])
                moved |= counterparts(before, now, same_text=same)
                meetings |= {thing.iri for thing in before if thing.kind == v.MeetingReport}
        called = _value(said, v.IDENTIFIER) or iri
        yield _Successor(called, frozenset(thing.iri for thing in now), moved, frozenset(meetings))


def _taken_over(decision: Decision, successor: _Successor, lost: list[DecisionError]) -> Iterable[Decision]:
    """``decision`` about the references of ``successor``, if it is about others now."""
    before = (decision.one, decision.other)
    one, other = after = tuple(successor.moved.get(side, side) for side in before)
    if before == after:
        return
    if one is None or other is None or one == other:
        lost.append(_lost(decision, successor))
    else:
        yield replace(decision, one=one, other=other)
    # The same IRI for somebody else: only where the same text was read by other rules.
    if any(side in successor.things and side != now for side, now in zip(before, after, strict=True)):
        yield replace(decision, withdrawn=published_text(datetime.now(UTC)), withdrawn_by=_ITSELF)


def _lost(decision: Decision, successor: _Successor) -> DecisionError:
    names = shlex.join((decision.one_name or decision.one, decision.other_name or decision.other))
    again = "kg review" if decision.verdict == "unsure" else f"kg {decision.verdict} {names}"
    if not successor.meetings.isdisjoint(decision.pair):
        again = f"kg {decision.verdict}, by the IRIs that kg query meetings shows"
    return DecisionError(
        f"{told(decision)}: this cannot be taken over to what {successor.called} says now, where nobody or "
        f"more than one is called so; if it still holds, decide again with: {again}"
    )


def _written(news: Sequence[Decision]) -> bytes:
    quads = [quad for decision in news for quad in decision_quads(decision)]
    articles = {_graph(side) for decision in news for side in decision.pair}
    return (serialize(quads, format=RdfFormat.N_QUADS) or b"") + updates.notes(sorted(articles), {})


def _value(quads: Iterable[Quad], predicate: object) -> str | None:
    return min((q.object.value for q in quads if q.predicate == predicate), default=None)  # type: ignore[union-attr]


def _graph(reference: str) -> str:
    return reference.partition("#")[0]
