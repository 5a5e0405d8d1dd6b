"""Reading by the Graph Store HTTP Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/), and VoID."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Graph, Literal, URIRef

from kg.store import open_store

MERGED = "https://w3id.org/newsgraph/graph/merged"
VOID = "http://rdfs.org/ns/void#"


def test_4_2_a_graph_is_read_by_its_name(client: httpx.Client, store: Path) -> None:
    response = client.get("/graphs", params={"graph": MERGED}, headers={"Accept": "application/n-triples"})
    with open_store(store, read_only=True) as opened:
        expected = {str(quad.triple) for quad in opened.quads(MERGED)}
    assert {str(quad.triple) for quad in parse(response.content, RdfFormat.N_TRIPLES)} == expected


def test_4_2_default_is_all_graphs_as_one(client: httpx.Client, store: Path) -> None:
    response = client.get("/graphs?default", headers={"Accept": "text/turtle"})
    with open_store(store, read_only=True) as opened:
        expected = {str(quad.triple) for quad in opened.quads()}
    assert {str(quad.triple) for quad in parse(response.content, RdfFormat.TURTLE)} == expected


def test_without_a_graph_the_whole_dataset_is_given(client: httpx.Client, store: Path) -> None:
    response = client.get("/graphs")
    assert response.headers["content-type"] == "application/n-quads"
    with open_store(store, read_only=True) as opened:
        expected = {str(quad) for quad in opened.quads()}
    assert {str(quad) for quad in parse(response.content, RdfFormat.N_QUADS)} == expected


def test_5_2_an_unknown_graph_is_not_found(client: httpx.Client) -> None:
    assert client.get("/graphs", params={"graph": "https://example.org/none"}).status_code == 404


@pytest.mark.parametrize(
    "query", ["graph=relative", "graph=https://a.example/&default", "graph=a:b&graph=a:c"]
)
def test_4_2_an_unclear_request_is_bad(client: httpx.Client, query: str) -> None:
    assert client.get(f"/graphs?{query}").status_code == 400


def test_5_2_an_unknown_format_is_not_acceptable(client: httpx.Client) -> None:
    response = client.get("/graphs?default", headers={"Accept": "image/png"})
    assert response.status_code == 406


def test_5_7_head_has_the_headers_of_get(client: httpx.Client) -> None:
    response = client.head("/graphs", params={"graph": MERGED})
    assert (response.status_code, response.headers["content-type"], response.content) == (
        200, "text/turtle; charset=utf-8", b"",
    )  # fmt: skip


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_5_writing_is_not_allowed(client: httpx.Client, method: str) -> None:
    assert client.request(method, "/graphs", params={"graph": MERGED}).status_code == 405


def test_void_counts_what_the_store_holds(client: httpx.Client, store: Path) -> None:
    found = Graph().parse(data=client.get("/.well-known/void").text, format="turtle")
    (dataset,) = found.subjects(URIRef(VOID + "sparqlEndpoint"))
    with open_store(store, read_only=True) as opened:
        counts = opened.counts()
    assert found.value(dataset, URIRef(VOID + "triples")) == Literal(counts["statements"])
    people = found.value(predicate=URIRef(VOID + "class"), object=URIRef("https://schema.org/Person"))
    assert found.value(people, URIRef(VOID + "entities")) == Literal(counts["people"])
