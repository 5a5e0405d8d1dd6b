"""What two states of a store are compared by."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Quad

from kg.graph import MERGED_GRAPH
from kg.graph import vocabulary as v
from kg.graph.decisions import DECISIONS_GRAPH
from kg.store.contract import Store


def state_quads(store: Store) -> Iterator[Quad]:
    """The merged graph, the decisions and the ids of the articles, for :func:`kg.graph.snapshot.snapshot`."""
    yield from store.quads(MERGED_GRAPH)
    yield from store.quads(DECISIONS_GRAPH)
    yield from store.match(predicate=v.IDENTIFIER)
