"""Writing down what resolution found, in parts that a transaction may hold.

A build may be killed between two parts. The articles then are still pending, and the next build works out
the same changes again: for that, what shows a change is written after what follows from it. First come the
entities and events themselves, then what is told in other words now, then what denotes which, and last what
is known of the changed articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from pyoxigraph import NamedNode, Quad

from kg.graph import MERGED_GRAPH, denotes_quad, entity_quads, event_quads, replaced_quad
from kg.graph import vocabulary as v
from kg.graph.identifiers import HISTORY_GRAPH
from kg.resolve import Changes, Pack
from kg.store import updates
from kg.store.contract import Store
from kg.store.resolved import pack_quads

_AT_ONCE: Final = 100_000

Look = Callable[..., Iterable[Quad]]
"""How statements of the store are found: as :meth:`kg.store.Store.match` does."""


def apply(store: Store, changes: Changes, settled: Sequence[str]) -> None:
    """Make the merged graph, its history and the index what ``changes`` says; ``settled`` are the articles
    that are pending no more.
    """
    pending = frozenset(settled)
    # Where nothing is there yet, nothing need be looked up: a third of the time of a first build.
    is_first = not any(any(store.match(graph=g)) for g in (MERGED_GRAPH, updates.INDEX))
    look = _see_nothing if is_first else store.match
    _write(store, _of_graph(look, changes))
    _write(store, _of_index(look, {a: p for a, p in changes.packs.items() if a not in pending}))
    _write(store, _of_denotation(look, changes))
    _write(store, _of_index(look, {a: p for a, p in changes.packs.items() if a in pending}))
    store.settle(settled)


def _see_nothing(*parts: object, **graph: object) -> tuple[Quad, ...]:
    return ()


def _of_graph(look: Look, changes: Changes) -> Iterator[tuple[Quad, bool]]:
    """Each statement that is to be added (true) or taken out about entities and events."""
    for id, entity in changes.entities.items():
        yield from _compared(_about(look, id), entity_quads(id, entity) if entity else ())
    for id, event in changes.events.items():
        yield from _compared(_about(look, id), event_quads(id, event) if event else ())
    yield from _history(look, changes)


def _of_denotation(look: Look, changes: Changes) -> Iterator[tuple[Quad, bool]]:
    for item, denoted in changes.denotes.items():
        # Of people who are asleep the index remembers it.
        old = [
            q
            for graph in (MERGED_GRAPH, updates.INDEX)
            for q in look(NamedNode(item), v.DENOTES, graph=graph)
        ]
        graph = updates.INDEX if denoted in changes.asleep else MERGED_GRAPH
        yield from _compared(old, [denotes_quad(item, denoted, graph=graph)] if denoted else ())


def _of_index(look: Look, packs: Mapping[str, Pack | None]) -> Iterator[tuple[Quad, bool]]:
    for article, pack in packs.items():
        old = look(NamedNode(article), graph=updates.INDEX)
        yield from _compared(old, pack_quads(pack) if pack else ())


def _about(look: Look, id: str) -> Iterator[Quad]:
    """What the merged graph says of an entity or event now, with its facts."""
    node = NamedNode(id)
    yield from look(node, graph=MERGED_GRAPH)
    for fact in look(predicate=v.ABOUT, object=node, graph=MERGED_GRAPH):
        yield from look(fact.subject, graph=MERGED_GRAPH)


def _history(look: Look, changes: Changes) -> Iterator[tuple[Quad, bool]]:
    """What was replaced, by what. One that is there again is not replaced any more."""
    for old, new in changes.replaced.items():
        yield replaced_quad(old, new), True
    for id, record in (*changes.entities.items(), *changes.events.items()):
        if record is not None:
            for quad in look(NamedNode(id), v.IS_REPLACED_BY, graph=HISTORY_GRAPH):
                yield quad, False


def _compared(old: Iterable[Quad], new: Iterable[Quad]) -> Iterator[tuple[Quad, bool]]:
    before = set(old)
    if not before:
        yield from ((quad, True) for quad in new)
        return
    after = set(new)
    yield from ((quad, False) for quad in before - after)
    yield from ((quad, True) for quad in after - before)


def _write(store: Store, differences: Iterable[tuple[Quad, bool]]) -> None:
    added: list[Quad] = []
    taken: list[Quad] = []
    for quad, is_new in differences:
        (added if is_new else taken).append(quad)
        if len(added) + len(taken) >= _AT_ONCE:
            store.change(added, taken)
            added, taken = [], []
    if added or taken:
        store.change(added, taken)
