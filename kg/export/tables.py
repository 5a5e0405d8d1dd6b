"""The graph as a folder of CSV tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export.network import rows_of, to_networkx
from kg.export.spreadsheet import write_table

if TYPE_CHECKING:
    from kg.store import Store

# Saved queries that become a table each.
_QUERIES = ("articles", "meetings", "roles", "mentions")
_NODE_COLUMNS = ("kind", "office", "of")
_EDGE_COLUMNS = ("date", "place", "country", "types", "count", "weight", "articles", "quote", "url")


def write_tables(store: Store, folder: Path) -> None:
    """Write ``articles``, ``meetings``, ``roles`` and ``mentions``, and the network as ``nodes`` and
    ``edges``, into ``folder``.

    The columns of ``nodes.csv`` and ``edges.csv`` are those that Gephi reads by itself.
    """
    for name in _QUERIES:
        solutions = rows_of(store, name)
        _write(folder / f"{name}.csv", solutions.variables, solutions.texts())
    network = to_networkx(store)
    nodes = ([node, data["label"], *_values(data, _NODE_COLUMNS)] for node, data in network.nodes(data=True))
    _write(folder / "nodes.csv", ("Id", "Label", *_NODE_COLUMNS), nodes)
    edges = ([a, b, "Undirected", *_values(data, _EDGE_COLUMNS)] for a, b, data in network.edges(data=True))
    _write(folder / "edges.csv", ("Source", "Target", "Type", *_EDGE_COLUMNS), edges)


def _values(data: dict[str, Any], columns: Iterable[str]) -> list[str]:
    return [str(data[name]) for name in columns]


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        write_table(columns, rows, stream)
