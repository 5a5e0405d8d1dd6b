"""Clients that are not ours: SPARQLWrapper, rdflib, curl, Comunica, the forms of YASGUI; schemathesis."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from rdflib import Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from schemathesis import Case
from SPARQLWrapper import CSV, JSON, POST, TURTLE, SPARQLWrapper

NAMES = "PREFIX s: <https://schema.org/> SELECT ?name { ?p a s:Person ; s:name ?name } ORDER BY ?name"
PEOPLE = ["Anna Berg", "Jonas Weiß"]
COMUNICA = shutil.which("comunica-sparql", path=Path(__file__).parent / "comunica" / "node_modules" / ".bin")


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper_reads_rows_and_graphs(address: str, method: str) -> None:
    wrapper = SPARQLWrapper(f"{address}/sparql", returnFormat=JSON)
    wrapper.setMethod(method)
    wrapper.setQuery(NAMES)
    found = wrapper.queryAndConvert()["results"]["bindings"]
    assert [row["name"]["value"] for row in found] == PEOPLE
    wrapper.setReturnFormat(CSV)
    assert wrapper.queryAndConvert().decode() == "name\r\nAnna Berg\r\nJonas Weiß\r\n"
    wrapper.setReturnFormat(TURTLE)
    wrapper.setQuery("CONSTRUCT { <a:s> <a:p> 1 } {}")
    assert b"<a:s> <a:p>" in wrapper.queryAndConvert()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_the_store_of_rdflib_reads_here(address: str, method: str) -> None:
    graph = Graph(SPARQLStore(f"{address}/sparql", method=method, returnFormat="json"))
    assert [str(row[0]) for row in graph.query(NAMES)] == PEOPLE  # type: ignore[index]
    name, person = URIRef("https://schema.org/name"), URIRef("https://schema.org/Person")
    a = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    people = [s for s in graph.subjects(name, Literal("Anna Berg")) if (s, a, person) in graph]
    assert len(people) == 1


def curl(*arguments: str) -> str:
    """What curl prints."""
    return subprocess.run(["curl", "-sS", *arguments], capture_output=True, text=True, check=True).stdout


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_curl_asks_in_one_line(address: str) -> None:
    assert curl("-H", "Accept: text/csv", "--data-urlencode", f"query={NAMES}", f"{address}/sparql").split() == [
        "name", "Anna", "Berg", "Jonas", "Weiß",
    ]  # fmt: skip
    given = curl("-G", f"{address}/queries/meetings-of.csv", "--data-urlencode", "person=Jonas Weiß")
    assert given.splitlines()[1].startswith("Jonas Weiß,")


@pytest.mark.skipif(COMUNICA is None, reason="needs npm ci --prefix tests/serve/comunica")
def test_comunica_asks_here(address: str, tmp_path: Path) -> None:
    assert COMUNICA is not None
    command = [COMUNICA, f"sparql@{address}/sparql", NAMES, "-t", "application/json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path, timeout=120)
    assert [row["name"] for row in json.loads(done.stdout)] == [f'"{name}"' for name in PEOPLE]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_requests_of_yasgui_are_answered(client: httpx.Client, method: str) -> None:
    """YASGUI sends the query as a form or in the URL, with this header and its dataset fields."""
    accept = "application/sparql-results+json,*/*;q=0.9"
    fields = {"query": NAMES, "default-graph-uri": "https://w3id.org/newsgraph/graph/merged"}
    sent = {"params": fields} if method == "GET" else {"data": fields}
    response = client.request(method, "/sparql", headers={"Accept": accept}, **sent)  # type: ignore[arg-type]
    found = response.json()["results"]["bindings"]
    assert [row["name"]["value"] for row in found] == PEOPLE
    graph = client.post(
        "/sparql",
        data={"query": "CONSTRUCT { <a:s> <a:p> 1 } {}"},
        headers={"Accept": "text/turtle,*/*;q=0.9"},
    )
    assert graph.headers["content-type"] == "text/turtle; charset=utf-8"


def test_no_request_within_the_description_makes_the_server_fail(address: str) -> None:
    described = schemathesis.openapi.from_url(f"{address}/openapi.json")
    tried = set()
    for found in described.get_all_operations():
        operation = found.ok()

        @settings(max_examples=15, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def ask(case: Case) -> None:
            response = case.call()
            tried.add((case.method, case.path))  # noqa: B023
            assert response.status_code < 500, response.text

        ask()
    assert ("POST", "/sparql") in tried
    assert ("GET", "/queries/meetings-of") in tried
