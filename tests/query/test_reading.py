"""What is found in a query's text: fetches in every disguise, its own graphs, its depth."""

from __future__ import annotations

import pytest

from kg.query.reading import fetches, names_its_graphs, nesting

# Each is valid SPARQL, or what a lenient engine could take for it, and hides the call from one way of reading.
DISGUISED = [
    "SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }",
    "SELECT * { service silent ?x { ?s ?p ?o } }",
    "SELECT * { SERVICE#c\n#d\n SILENT#e\n <http://a.example/> { } }",
    "SELECT * { BIND(1 AS ?a) BIND(2 AS ?b) FILTER(?a<?b)SERVICE#>\n?x { ?s ?p ?o } }",
    '{ FILTER(?a<?b#>"""\n)SERVICE <http://a.example/> { ?s ?p ?o }#"""\n}',
    "{ ex:a\\' ex:b 1 SERVICE <http://a.example/> { } #'\n}",
    "{ ?s ?p '''abc' SERVICE <http://a.example/> { ?a ?b ?c } #\\q'''\n}",
    "SELECT * { \\u0053ERVICE <http://a.example/> { } }",
    "SELECT * { SERVICE:x { } }",
    "SELECT * { ?s ?p trueSERVICE <http://a.example/> { } }",
    "SELECT * { ?s ?p 1e5SERVICE <http://a.example/> { } }",
    "SELECT * { SERVICE ex:a\\#b { } }",
]


@pytest.mark.parametrize("text", DISGUISED)
def test_a_call_is_found_in_every_disguise(text: str) -> None:
    assert fetches(text) == "SERVICE"


OK = "http://a.example/sparql"


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT * {{ SERVICE <{OK}> {{ ?s ?p ?o }} service silent#x\n<{OK}>{{}} }}",
        f"SELECT * {{ GRAPH ?g {{ SERVICE <{OK}> {{ ?s ?p 'SERVICE <http://b.example/> {{}}' }} }} }}",
    ],
)
def test_a_call_to_an_allowed_address_does_not_count(text: str) -> None:
    assert fetches(text) == "SERVICE"
    assert fetches(text, allowed=[OK]) is None
    assert fetches(text, allowed=[OK + "/"]) == "SERVICE"


@pytest.mark.parametrize(
    "text",
    [
        *DISGUISED,
        f"SELECT * {{ SERVICE <{OK}> {{ ?s ?p ?o }} SERVICE <{OK}2> {{ }} }}",
        f"SELECT * {{ SERVICE <{OK}?x=1> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ SERVICE <{OK.upper()}> {{ ?s ?p ?o }} }}",
        "SELECT * { SERVICE <http\\u003a//a.example/sparql> { ?s ?p ?o } }",
        f"PREFIX xhttp: <http://b.example/> SELECT * {{ SERVICE x{OK}x {{ ?s ?p ?o }} }}",
        f"BASE <{OK}> SELECT * {{ SERVICE <> {{ ?s ?p ?o }} }}",
        f"SELECT * {{ BIND(<{OK}> AS ?x) SERVICE ?x {{ ?s ?p ?o }} }}",
    ],
)
def test_a_call_to_any_other_address_counts(text: str) -> None:
    assert fetches(text, allowed=[OK]) == "SERVICE"


def test_a_load_of_an_allowed_address_does_not_count() -> None:
    assert fetches(f"LOAD <{OK}> INTO GRAPH <a:g>", update=True, allowed=[OK]) is None
    assert fetches(f"LOAD <{OK}> ; LOAD <file:///etc/passwd>", update=True, allowed=[OK]) == "LOAD"


@pytest.mark.parametrize(
    "text", ["LOAD <file:///etc/passwd>", "load silent ex:a", "CLEAR ALL;\nLOAD#x\n<http://a.example/>"]
)
def test_a_load_is_found_in_an_update(text: str) -> None:
    assert fetches(text, update=True) == "LOAD"


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * { ?s ?p "SERVICE <http://a.example/> { }" }',
        "SELECT * { ?s ?p '''SERVICE <x> {''' }",
        "SELECT ?service { ?s <http://a.example/service> ?service . { ?a ?b ?c } }",
        "# SERVICE <x> {\nSELECT * {}",
        "SELECT * { GRAPH :service { ?s ?p ?o } }",
        "SELECT ?load { ?s :load ?load }",
    ],
)
def test_words_that_call_nothing_are_left_alone(text: str) -> None:
    assert fetches(text) is None


@pytest.mark.parametrize("text", ["service" * 100_000, "'" * 300_000 + "service", "<" * 300_000 + "service"])
def test_reading_takes_a_time_that_grows_with_the_text(text: str) -> None:
    assert fetches(text) in ("SERVICE", None)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("SELECT * FROM <a:b> {}", True),
        ("CONSTRUCT { ?s ?p ?o } from named <a:b> WHERE {}", True),
        ("SELECT ?from { ?from ?b 'FROM <a:b>' } # FROM <a:b>", False),
    ],
)
def test_the_graphs_of_a_query_are_found(text: str, names: bool) -> None:
    assert names_its_graphs(text) is names


def test_depth_counts_brackets_but_not_those_in_texts() -> None:
    assert nesting('SELECT * { FILTER(("(((" = ?x)) }') == 3
