"""SHACL: does a graph have the shape that newsgraph writes?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.errors import GraphError
from kg.resources import resource_dir

if TYPE_CHECKING:
    import rdflib

# pyshacl has a fixed cost for each run, and memory follows the graph: this many quads weigh both well.
_BATCH_QUADS = 50_000
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


@dataclass(frozen=True, slots=True)
class Violation:
    """One breach of ``ontologies/shapes.ttl``: the node, the property (``None`` for the node itself), its
    value and what is wrong."""

    node: str
    path: str | None
    value: str | None
    message: str


def validate(quads: Iterable[Quad]) -> list[Violation]:
    """Every breach of the shapes in ``quads``, in a fixed order; a valid graph gives an empty list.

    Quads of one named graph must stand together: they are checked some tens of thousands at a time, never
    parting a graph, so that a store of any size can be streamed through. Needs the ``validate`` extra; raises
    :class:`~kg.errors.GraphError` without it.
    """
    found: list[Violation] = []
    for batch in _batches(quads):
        found += _violations(batch)
    return sorted(found, key=lambda v: (v.node, v.path or "", v.value or "", v.message))


def _batches(quads: Iterable[Quad]) -> Iterator[list[Quad]]:
    batch: list[Quad] = []
    for quad in quads:
        if len(batch) >= _BATCH_QUADS and quad.graph_name != batch[-1].graph_name:
            yield batch
            batch = []
        batch.append(quad)
    if batch:
        yield batch


@cache
def _shapes() -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(resource_dir("ontologies") / "shapes.ttl", format="turtle")


def _violations(quads: list[Quad]) -> list[Violation]:
    try:
        import pyshacl
    except ImportError as error:
        raise GraphError("validation needs pyshacl; install newsgraph[validate]") from error
    from rdflib import SH

    _, report, _ = pyshacl.validate(
        _rdflib_graph(quads), shacl_graph=_shapes(), inference="none", inplace=True
    )
    if not hasattr(report, "subjects"):
        raise GraphError(f"the shapes could not be applied: {report}")
    return [
        Violation(
            node=str(report.value(result, SH.focusNode)),
            path=_string(report.value(result, SH.resultPath)),
            value=_string(report.value(result, SH.value)),
            message=str(report.value(result, SH.resultMessage)),
        )
        for result in report.subjects(SH.focusNode)
    ]


def _string(node: object | None) -> str | None:
    return None if node is None else str(node)


def _rdflib_graph(quads: Iterable[Quad]) -> rdflib.Graph:
    import rdflib

    graph = rdflib.Graph()
    for quad in quads:
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: object) -> rdflib.term.Node:
    import rdflib

    match term:
        case NamedNode():
            return rdflib.URIRef(term.value)
        case Literal() if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        case Literal() if term.datatype.value == _XSD_STRING:
            # pyshacl tells a plain string from one typed xsd:string, though RDF 1.1 does not.
            return rdflib.Literal(term.value)
        case Literal():
            return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)
        case BlankNode():
            return rdflib.BNode(term.value)
    raise GraphError(f"{term} is not a term of RDF 1.1")
