"""The SPARQL updates that a store runs: each is one transaction.

Values reach the text only through the RDF library's own N-Triples serializer, whose output is SPARQL as it
stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.errors import GraphError
from kg.graph import vocabulary as v
from kg.graph.identifiers import ARTICLE_PREFIX, AUTHORITY_PREFIX

BOOKKEEPING: Final = NamedNode(v.NEWSGRAPH + "graph/store")
"""The graph in which a store keeps what is nobody's fact: its format, what is out of date, which file gave
which id.
"""

STORE: Final = BOOKKEEPING
INDEX: Final = v.NEWSGRAPH + "graph/index"
"""The graph of what articles are found by when others are compared with them (:mod:`kg.store.resolved`)."""

# So many fit into a transaction, which is held in memory.
_CLEARED_AT_ONCE: Final = 20_000

OWN_GRAPHS: Final = frozenset([BOOKKEEPING.value, INDEX])
"""What a store keeps for itself: no facts, and in no export."""


UNDER_WAY: Final = "under way"
"""What stands in the place of the version of the rules while the merged graph is made anew."""


def resolved_by(rules: str) -> Quad:
    """That the merged graph was made by this version of the rules."""
    return Quad(STORE, v.RESOLVED_BY, Literal(rules), BOOKKEEPING)


def _insert_into(graph: object, triples: Iterable[Triple]) -> str:
    statements = "".join(f"{triple} .\n" for triple in triples)
    return f"INSERT DATA {{ GRAPH {graph} {{\n{statements}}} }}"


def _delete_from(graph: object, triples: Iterable[Triple]) -> str:
    return "DELETE" + _insert_into(graph, triples).removeprefix("INSERT")


def mark_format(version: int) -> str:
    """Write the version of the store's format."""
    return _insert_into(BOOKKEEPING, [Triple(STORE, v.STORE_FORMAT, Literal(version))])


def graphs_of(nquads: bytes) -> list[str]:
    """The graphs of articles and authority files in N-Quads as the RDF library writes them: one statement a
    line, the graph last.

    Raises :class:`~kg.errors.GraphError` where a statement does not belong to an article.
    """
    found = {line.rsplit(b" ", 2)[-2] for line in nquads.split(b"\n") if line}
    names = sorted(graph.decode().strip("<>") for graph in found)
    for name in names:
        if not name.startswith((ARTICLE_PREFIX, AUTHORITY_PREFIX)) or "#" in name:
            raise GraphError(f"a statement outside of any article, in {name}")
    return names


def notes(articles: Iterable[str], origins: Mapping[str, str]) -> bytes:
    """What goes into the bookkeeping with a change, as N-Quads: the merged graph does not show it yet, ids
    have their origins.
    """
    triples = [_pending(article) for article in articles]
    triples += [_origin(id, origin) for id, origin in origins.items()]
    return "".join(f"{triple} {BOOKKEEPING} .\n" for triple in triples).encode()


def _pending(article: str) -> Triple:
    return Triple(STORE, v.PENDING, NamedNode(article))


def settle(articles: Iterable[str]) -> str:
    """The merged graph shows the changes of these articles."""
    return _delete_from(BOOKKEEPING, map(_pending, articles))


def _origin(id: str, origin: str) -> Triple:
    return Triple(origin_node(id), v.ORIGIN, Literal(origin))


def replace_graphs(nquads: bytes, drop: Iterable[str], forget: Iterable[str]) -> str:
    """Drop graphs, forget the origins of ids, and add ``nquads``."""
    graphs = _by_graph(parse(nquads, RdfFormat.N_QUADS))
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


def change(added: Iterable[Quad], taken: Iterable[Quad]) -> str:
    """Take statements out of their graphs and add others."""
    parts = [_delete_from(graph, triples) for graph, triples in _by_graph(taken).items()]
    parts += [_insert_into(graph, triples) for graph, triples in _by_graph(added).items()]
    return ";\n".join(parts)


def clear(graph: str, where: str) -> str:
    """Take some thousands of the statements ``?s ?p ?o`` of ``graph`` out that ``where`` finds there."""
    found = f"SELECT ?s ?p ?o WHERE {{ {where} }} LIMIT {_CLEARED_AT_ONCE}"
    return f"DELETE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }} WHERE {{ {{ {found} }} }}"


def _by_graph(quads: Iterable[Quad]) -> dict[object, list[Triple]]:
    graphs: dict[object, list[Triple]] = {}
    for quad in quads:
        graphs.setdefault(quad.graph_name, []).append(quad.triple)
    return graphs
