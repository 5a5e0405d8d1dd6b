from __future__ import annotations

import pytest

from kg.errors import StoreError
from kg.store import open_store
from kg.store.remote_address import Address, graphs_beside, read_address


@pytest.mark.parametrize(
    ("url", "query", "update", "graphs"),
    [
        ("http://h:7878", "http://h:7878/query", "http://h:7878/update", None),
        ("http://h:7878/", "http://h:7878/query", "http://h:7878/update", None),
        ("http://h:3030/ds", "http://h:3030/ds/query", "http://h:3030/ds/update", None),
        ("http://h/ds/query", "http://h/ds/query", "http://h/ds/update", None),
        ("https://h/sparql", "https://h/sparql", "https://h/sparql", None),
        ("http://h:8890/sparql-auth", "http://h:8890/sparql-auth", "http://h:8890/sparql-auth", None),
        ("http://h/r/x/sparql#update=statements", "http://h/r/x/sparql", "http://h/r/x/statements", None),
        ("http://h/sparql#update=/up&graphs=/g", "http://h/sparql", "http://h/up", "http://h/g"),
    ],
)
def test_the_places_of_a_server_follow_from_one_url(
    url: str, query: str, update: str, graphs: str | None
) -> None:
    assert read_address(url) == Address(query, update, graphs)


@pytest.mark.parametrize(
    ("url", "server", "graphs"),
    [
        ("http://h:7878", "Oxigraph/0.5.13", "http://h:7878/store"),
        ("http://h:3030/ds", "Apache Jena Fuseki (4.5.0)", "http://h:3030/ds/data"),
        ("http://h/sparql", "Virtuoso/07.20.3229 (Linux)", "http://h/sparql-graph-crud"),
        ("http://h/sparql-auth", "Virtuoso/07.20.3229 (Linux)", "http://h/sparql-graph-crud-auth"),
        ("http://h/sparql", "Apache/2.4", None),
    ],
)
def test_the_graph_store_is_where_the_server_is_known_to_have_it(
    url: str, server: str, graphs: str | None
) -> None:
    assert graphs_beside(read_address(url), server) == graphs


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("http://me:secret@h/sparql", "a URL must not hold credentials"),
        ("http://h/sparql#updates=/x", "'updates' is neither 'update' nor 'graphs'"),
        ("http://h/sparql#update=http://evil.example/x", "'update' is a URL of another server"),
        ("http:///sparql", "is not a URL of a server"),
    ],
)
def test_a_url_that_cannot_be_meant_is_refused(url: str, problem: str) -> None:
    with pytest.raises(StoreError, match=problem) as caught:
        open_store(url)
    assert "secret" not in str(caught.value)
