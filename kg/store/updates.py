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
from kg.graph.identifiers import ARTICLE_PREFIX

BOOKKEEPING: Final = NamedNode(v.NEWSGRAPH + "graph/store")
"""The graph in which a store keeps what is nobody's fact: its format, what is out of date, which file gave
which id.
"""

STORE: Final = BOOKKEEPING

_STATEMENTS_AT_ONCE: Final = 5_000
_STALE_NOW: Final = Triple(STORE, v.OUT_OF_DATE, Literal(True))


def _insert_into(graph: object, triples: Iterable[Triple]) -> str:
    statements = "".join(f"{triple} .\n" for triple in triples)
    return f"INSERT DATA {{ GRAPH {graph} {{\n{statements}}} }}"


MERGED_IS_CURRENT: Final = f"DELETE WHERE {{ GRAPH {BOOKKEEPING} {{ {STORE} {v.OUT_OF_DATE} ?is }} }}"


def mark_format(version: int) -> str:
    """Write the version of the store's format."""
    return _insert_into(BOOKKEEPING, [Triple(STORE, v.STORE_FORMAT, Literal(version))])


def graphs_of(nquads: bytes) -> list[str]:
    """The article graphs of N-Quads as the RDF library writes them: one statement a line, the graph last.

    Raises :class:`~kg.errors.GraphError` where a statement does not belong to an article.
    """
    found = {line.rsplit(b" ", 2)[-2] for line in nquads.split(b"\n") if line}
    names = sorted(graph.decode().strip("<>") for graph in found)
    for name in names:
        if not name.startswith(ARTICLE_PREFIX) or "#" in name:
            raise GraphError(f"a statement outside of any article, in {name}")
    return names


def notes(origins: Mapping[str, str]) -> bytes:
    """What goes into the bookkeeping with a change, as N-Quads: the merged graph is out of date, ids have
    their origins.
    """
    triples = [_STALE_NOW, *(_origin(id, origin) for id, origin in origins.items())]
    return "".join(f"{triple} {BOOKKEEPING} .\n" for triple in triples).encode()


def _origin(id: str, origin: str) -> Triple:
    return Triple(origin_node(id), v.ORIGIN, Literal(origin))


def replace_graphs(nquads: bytes, drop: Iterable[str], forget: Iterable[str]) -> str:
    """Drop graphs, forget the origins of ids, and add ``nquads``."""
    graphs: dict[object, list[Triple]] = {}
    for quad in parse(nquads, RdfFormat.N_QUADS):
        graphs.setdefault(quad.graph_name, []).append(quad.triple)
    origins = (f"{{ {origin_node(id)} {v.ORIGIN} ?old }}" for id in forget)
    return ";\n".join(
        (
            *(f"DROP SILENT GRAPH {NamedNode(graph)}" for graph in drop),
            *(f"DELETE WHERE {{ GRAPH {BOOKKEEPING} {origin} }}" for origin in origins),
            *(_insert_into(graph, triples) for graph, triples in graphs.items()),
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
