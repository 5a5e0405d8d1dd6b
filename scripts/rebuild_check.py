"""Shows that the merged graph does not depend on how its articles came.

    python scripts/rebuild_check.py STORE

Takes the articles of a store that `kg build` made and resolves them in other stores: in one go, in ten
shuffled batches, and with a tenth of them removed and added again. The merged graphs, with each entity and
event called after the smallest IRI of its reports, must be the same N-Quads.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from kg.graph import MERGED_GRAPH
from kg.graph import vocabulary as v
from kg.store import Store, open_store
from kg.store.merging import bring_up_to_date

BATCHES = 10
NODE = re.compile(r"<[^<>]*>")


def canonical(store: Store) -> list[str]:
    """The merged graph as sorted N-Quads, each entity and event called after its smallest report."""
    names: dict[str, str] = {}
    for quad in store.match(predicate=v.DENOTES, graph=MERGED_GRAPH):
        id, item = str(quad.object), str(quad.subject)
        names[id] = min(item, names.get(id, item))
    lines = (str(quad) for quad in store.match(graph=MERGED_GRAPH))
    return sorted(NODE.sub(lambda m: names.get(m[0], m[0]), line) for line in lines)


def add(store: Store, graphs: Iterable[bytes]) -> None:
    """Store these article graphs and resolve."""
    for nquads in graphs:
        store.replace(nquads)
    bring_up_to_date(store)


def in_batches(store: Store, graphs: dict[str, bytes]) -> None:
    """In ten batches, in no order."""
    shuffled = random.Random(1).sample(sorted(graphs), len(graphs))
    for number in range(BATCHES):
        add(store, (graphs[iri] for iri in shuffled[number::BATCHES]))


def with_removal(store: Store, graphs: dict[str, bytes]) -> None:
    """All at once; then a tenth is removed, and added again."""
    add(store, graphs.values())
    tenth = random.Random(2).sample(sorted(graphs), len(graphs) // BATCHES)
    store.drop(*tenth)
    bring_up_to_date(store)
    add(store, (graphs[iri] for iri in tenth))


def main(location: str) -> int:
    """Compare the three ways; 1 where they differ."""
    with open_store(location, read_only=True) as given:
        graphs = {
            iri: serialize(given.quads(iri), format=RdfFormat.N_QUADS) or b""
            for iri in [*given.article_graphs(), *given.authorities()]
        }
    ways: dict[str, Callable[[Store, dict[str, bytes]], None]] = {
        "in one go": lambda store, all: add(store, all.values()),
        "in ten shuffled batches": in_batches,
        "with a tenth removed and added again": with_removal,
    }
    expected: list[str] | None = None
    failed = False
    for name, way in ways.items():
        with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "s.kg", create=True) as store:
            start = time.perf_counter()
            way(store, graphs)
            seconds = time.perf_counter() - start
            found = canonical(store)
        expected = expected or found
        same = found == expected
        failed |= not same
        told = "the same" if same else f"{len(set(found) ^ set(expected))} statements differ"
        counted = f"{len(graphs)} articles, {len(found)} statements, {seconds:.1f} s"
        sys.stdout.write(f"{name}: {counted}: {told}\n")
        if not same:
            sys.stdout.writelines(f"  {line}\n" for line in sorted(set(found) ^ set(expected))[:20])
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
