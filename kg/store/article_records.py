"""What resolution reads of an article or authority file, from its graph.

Nearly all of the time goes into looking up the text of IRIs and long strings, one by one. So only the
statements that records are made of are asked for, and a number stands for what is known beforehand: the
property and the graph.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pyoxigraph import NamedNode, Triple

from kg.graph import RECORD_PROPERTIES, read_records
from kg.graph import vocabulary as v
from kg.resolve import ArticleRecord
from kg.store.contract import Store

_PROPERTIES: Final = (*RECORD_PROPERTIES, v.IS_STRING)
_NUMBERED: Final = " ".join(f"({iri} {number})" for number, iri in enumerate(_PROPERTIES))
# The query of one graph takes as long to understand as to answer.
_AT_ONCE: Final = 50


def article_records(store: Store, graphs: Sequence[str]) -> dict[str, ArticleRecord | None]:
    """What each of ``graphs`` says; ``None`` for those that are no more."""
    found: dict[str, ArticleRecord | None] = {}
    for start in range(0, len(graphs), _AT_ONCE):
        part = graphs[start : start + _AT_ONCE]
        for graph, statements in zip(part, _statements(store, part), strict=True):
            found[graph] = _record(graph, statements) if statements else None
    return found


def _statements(store: Store, graphs: Sequence[str]) -> list[list[Triple]]:
    """The statements of each of ``graphs`` that are needed."""
    each = (
        f"{{ GRAPH {NamedNode(graph)} {{ ?item ?iri ?value }} BIND ({number} AS ?graph) }}"
        for number, graph in enumerate(graphs)
    )
    query = (
        f"SELECT ?graph ?item ?property ?value WHERE {{ VALUES (?iri ?property) {{ {_NUMBERED} }} "
        f"{{ {' UNION '.join(each)} }} }}"
    )
    found: list[list[Triple]] = [[] for _ in graphs]
    for graph, item, property, value in store.select(query):
        statement = Triple(item, _PROPERTIES[int(property.value)], value)  # type: ignore[union-attr, arg-type]
        found[int(graph.value)].append(statement)  # type: ignore[union-attr]
    return found


def _record(graph: str, statements: Sequence[Triple]) -> ArticleRecord:
    references, meetings = read_records(statements)
    text = next((s.object.value for s in statements if s.predicate == v.IS_STRING), "")  # type: ignore[union-attr]
    return ArticleRecord(graph, tuple(references), tuple(meetings), text)
