"""What the server says of itself: SPARQL 1.1 Service Description, and VoID of what the store holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize
from starlette.requests import Request
from starlette.responses import Response

from kg.serve import formats
from kg.serve.options import ServeOptions
from kg.serve.problems import Problem
from kg.serve.response import by_accept, page_response
from kg.serve.site import base_of, site_of

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_VOID: Final = "http://rdfs.org/ns/void#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_DCTERMS: Final = "http://purl.org/dc/terms/"
_RDF_TYPE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_PREFIXES: Final = {"sd": _SD, "void": _VOID, "dcterms": _DCTERMS, "formats": _FORMATS}
# https://www.w3.org/ns/formats/
_RESULT_FORMATS: Final = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "RDF_XML", "JSON-LD", "N-Quads", "TriG",
)  # fmt: skip
_CLASSES: Final = {
    "articles": "https://schema.org/NewsArticle",
    "people": "https://schema.org/Person",
    "organizations": "https://schema.org/Organization",
    "places": "https://schema.org/Place",
    "meetings": "https://w3id.org/newsgraph/Meeting",
}


def service_description(request: Request) -> Response:
    """The description of the service (https://www.w3.org/TR/sparql11-service-description/), or for a person a
    form.
    """
    offered = ("turtle", "rdfxml", "jsonld", "ntriples", "html")
    name = formats.choose(request.headers.get("accept", ""), offered)
    if name == "html":
        return by_accept(page_response("sparql", query=""))
    return _written(name, _service(f"{base_of(request)}/sparql", site_of(request).options))


async def void(request: Request) -> Response:
    """``/.well-known/void``: the dataset, what it holds and where it is asked (https://www.w3.org/TR/void/)."""
    offered = ("turtle", "rdfxml", "jsonld", "ntriples")
    name = formats.choose(request.headers.get("accept", ""), offered)
    counts = await site_of(request).pool.value({"kind": "counts"})
    return _written(name, _dataset(base_of(request), counts))


def _service(address: str, options: ServeOptions) -> Iterator[Triple]:
    service, dataset, graph = NamedNode(address), BlankNode("dataset"), BlankNode("graph")
    yield Triple(service, _RDF_TYPE, NamedNode(_SD + "Service"))
    yield Triple(service, NamedNode(_SD + "endpoint"), service)
    for language in ("SPARQL11Query", *(["SPARQL11Update"] if options.token is not None else [])):
        yield Triple(service, NamedNode(_SD + "supportedLanguage"), NamedNode(_SD + language))
    for name in ("UnionDefaultGraph", *(["BasicFederatedQuery"] if options.fetchable else [])):
        yield Triple(service, NamedNode(_SD + "feature"), NamedNode(_SD + name))
    for name in _RESULT_FORMATS:
        yield Triple(service, NamedNode(_SD + "resultFormat"), NamedNode(_FORMATS + name))
    yield Triple(service, NamedNode(_SD + "defaultDataset"), dataset)
    yield Triple(dataset, _RDF_TYPE, NamedNode(_SD + "Dataset"))
    yield Triple(dataset, NamedNode(_SD + "defaultGraph"), graph)
    yield Triple(graph, _RDF_TYPE, NamedNode(_SD + "Graph"))


def _dataset(base: str, counts: dict[str, int]) -> Iterator[Triple]:
    dataset = NamedNode(f"{base}/.well-known/void#dataset")
    yield Triple(dataset, _RDF_TYPE, NamedNode(_VOID + "Dataset"))
    yield Triple(dataset, NamedNode(_DCTERMS + "title"), Literal("newsgraph", language="en"))
    yield Triple(dataset, NamedNode(_VOID + "sparqlEndpoint"), NamedNode(f"{base}/sparql"))
    yield Triple(dataset, NamedNode(_VOID + "dataDump"), NamedNode(f"{base}/graphs"))
    yield Triple(dataset, NamedNode(_VOID + "triples"), Literal(counts["statements"]))
    for name, kind in _CLASSES.items():
        part = BlankNode(name)
        yield Triple(dataset, NamedNode(_VOID + "classPartition"), part)
        yield Triple(part, NamedNode(_VOID + "class"), NamedNode(kind))
        yield Triple(part, NamedNode(_VOID + "entities"), Literal(counts[name]))


def _written(name: str | None, triples: Iterator[Triple]) -> Response:
    if name is None:
        raise Problem(
            406, "there are text/turtle, application/rdf+xml, application/ld+json, application/n-triples"
        )
    format = formats.RDF[name]
    prefixes = _PREFIXES if format in (RdfFormat.TURTLE, RdfFormat.RDF_XML, RdfFormat.JSON_LD) else None
    body = serialize(triples, format=format, prefixes=prefixes)
    return Response(body, media_type=formats.GRAPHS[name], headers={"Vary": "Accept"})
