"""The SPARQL updates that a store runs: each is one transaction.

Values reach the text only through the RDF library's own N-Triples serializer, whose output is SPARQL as it
stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.errors import GraphError
from kg.graph import MERGED_GRAPH
from kg.graph import vocabulary as v

BOOKKEEPING: Final = NamedNode(v.NEWSGRAPH + "graph/store")
"""The graph in which a store keeps what is nobody's fact: its format, what is out of date, which file gave
which id.
"""

STORE: Final = BOOKKEEPING
STALE: Final = NamedNode(v.NEWSGRAPH + "mergedGraphOutOfDate")
ORIGIN: Final = NamedNode(v.NEWSGRAPH + "origin")
FORMAT: Final = NamedNode(v.NEWSGRAPH + "storeFormat")

_STATEMENTS_AT_ONCE: Final = 5_000
_STALE_NOW: Final = Triple(STORE, STALE, Literal(True))


def _insert_into(graph: NamedNode, triples: Iterable[Triple]) -> str:
    statements = "".join(f"{triple} .\n" for triple in triples)
    return f"INSERT DATA {{ GRAPH {graph} {{\n{statements}}} }}"


MERGED_IS_CURRENT: Final = f"DELETE WHERE {{ GRAPH {BOOKKEEPING} {{ {STORE} {STALE} ?is }} }}"


def mark_format(version: int) -> str:
    """Write the version of the store's format."""
    return _insert_into(BOOKKEEPING, [Triple(STORE, FORMAT, Literal(version))])


def replace_graph(graph: str, nquads: bytes, drop: Sequence[str], origin: str | None) -> str:
    """Put ``nquads`` in the place of the graph ``graph``, drop others, and mark the merged graph as out of
    date.

    Raises :class:`~kg.errors.GraphError` where a statement of ``nquads`` belongs to another graph.
    """
    node = NamedNode(graph)
    triples = []
    for quad in parse(nquads, RdfFormat.N_QUADS):
        if quad.graph_name != node:
            raise GraphError(f"a statement of {quad.graph_name} among those of {graph}")
        triples.append(quad.triple)
    notes = [_STALE_NOW]
    if origin is not None:
        notes.append(Triple(node, ORIGIN, Literal(origin)))
    return ";\n".join(
        (*_drops((graph, *drop)), _insert_into(node, triples), _insert_into(BOOKKEEPING, notes))
    )


def drop_graphs(graphs: Sequence[str]) -> str:
    """Drop these graphs and mark the merged graph as out of date."""
    return ";\n".join((*_drops(graphs), _insert_into(BOOKKEEPING, [_STALE_NOW])))


def _drops(graphs: Sequence[str]) -> Iterator[str]:
    for graph in map(NamedNode, graphs):
        yield f"DROP SILENT GRAPH {graph}"
        yield f"DELETE WHERE {{ GRAPH {BOOKKEEPING} {{ {graph} {ORIGIN} ?origin }} }}"


def parts(quads: Iterable[Quad]) -> Iterator[list[Triple]]:
    """Statements in parts that one transaction may hold."""
    rest = iter(quads)
    while part := [quad.triple for quad in islice(rest, _STATEMENTS_AT_ONCE)]:
        yield part


def insert(triples: Sequence[Triple]) -> str:
    """Add statements to the merged graph."""
    return _insert_into(NamedNode(MERGED_GRAPH), triples)


def delete(triples: Sequence[Triple]) -> str:
    """Take statements out of the merged graph."""
    return "DELETE" + insert(triples).removeprefix("INSERT")
