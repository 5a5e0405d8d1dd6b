"""Quads as files: Turtle, TriG, N-Quads, N-Triples and JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO, Final

from pyoxigraph import Quad, RdfFormat, serialize

from kg.graph.identifiers import ARTICLE_PREFIX
from kg.graph.vocabulary import PREFIXES

# name -> (format, whether it keeps which graph a statement stands in)
FORMATS: Final = {
    "turtle": (RdfFormat.TURTLE, False),
    "ntriples": (RdfFormat.N_TRIPLES, False),
    "trig": (RdfFormat.TRIG, True),
    "nquads": (RdfFormat.N_QUADS, True),
    "jsonld": (RdfFormat.JSON_LD, True),
}
# With a prefix of their own, the names of an article's nodes need no slash, which Turtle would escape.
_PREFIXES: Final = {**PREFIXES, "article": ARTICLE_PREFIX}


def write_quads(quads: Iterable[Quad], format: str, stream: BinaryIO) -> None:
    """Write ``quads`` in their order as one of :data:`FORMATS`; some have no graphs, and get the rest.

    Nothing is held in memory. Raises :class:`KeyError` for another format.
    """
    rdf_format, with_graphs = FORMATS[format]
    statements = quads if with_graphs else (quad.triple for quad in quads)
    serialize(statements, stream, rdf_format, prefixes=_PREFIXES)
