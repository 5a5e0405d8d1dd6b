"""The SPARQL updates that a store runs: each is one transaction.

Values reach the text only through the RDF library's own N-Triples serializer, whose output is SPARQL as it
stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
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

_STATEMENTS_AT_ONCE: Final = 5_000
_STALE_NOW: Final = Triple(STORE, v.OUT_OF_DATE, Literal(True))


def _insert_into(graph: NamedNode, triples: Iterable[Triple]) -> str:
    statements = "".join(f"{triple} .\n" for triple in triples)
    return f"INSERT DATA {{ GRAPH {graph} {{\n{statements}}} }}"


MERGED_IS_CURRENT: Final = f"DELETE WHERE {{ GRAPH {BOOKKEEPING} {{ {STORE} {v.OUT_OF_DATE} ?is }} }}"


def mark_format(version: int) -> str:
    """Write the version of the store's format."""
    return _insert_into(BOOKKEEPING, [Triple(STORE, v.STORE_FORMAT, Literal(version))])


def replace_graphs(nquads: bytes, drop: Sequence[str], origins: Mapping[str, str]) -> str:
    """Make each graph of ``nquads`` hold these statements, drop others, and mark the merged graph as out of
    date.
    """
    graphs: dict[NamedNode, list[Triple]] = {}
    for quad in parse(nquads, RdfFormat.N_QUADS):
        if not isinstance(quad.graph_name, NamedNode):
            raise GraphError(f"a statement outside of any article: {quad}")
        graphs.setdefault(quad.graph_name, []).append(quad.triple)
    notes = [Triple(origin_node(id), v.ORIGIN, Literal(origin)) for id, origin in origins.items()]
    forgotten = (
        f"DELETE WHERE {{ GRAPH {BOOKKEEPING} {{ {note.subject} {v.ORIGIN} ?old }} }}" for note in notes
    )
    dropped = {*graphs, *map(NamedNode, drop)}
    return ";\n".join(
        (
            *(f"DROP SILENT GRAPH {graph}" for graph in sorted(dropped, key=str)),
            *forgotten,
            *(_insert_into(graph, triples) for graph, triples in graphs.items()),
            _insert_into(BOOKKEEPING, [_STALE_NOW, *notes]),
        )
    )


def origin_node(id: str) -> NamedNode:
    """The node that remembers which file gave the id ``id``."""
    return NamedNode(f"{v.NEWSGRAPH}origin/{sha256(id.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}")


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
