from __future__ import annotations

import csv
import io
import json
import socket
from collections.abc import Iterator
from threading import Thread

import pytest
from pyarrow import parquet
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, parse_query_results

from kg.errors import ParameterError, QueryError, UnknownQueryError
from kg.query import parse_query, run, write_results
from kg.store import Results, Solutions, Store, memory_store

NAMED = "SELECT ?s ?name WHERE { ?s <http://e.org/name> ?name FILTER(?name = COALESCE(?__name, ?name)) } ORDER BY ?name"
NAMES = ["-1", '=HYPERLINK("x")', 'Ann, "A"\n2', "Zoë"]


@pytest.fixture
def store() -> Iterator[Store]:
    with memory_store() as opened:
        for number, name in enumerate(NAMES):
            node, graph = NamedNode(f"http://e.org/{number}"), NamedNode("http://e.org/g")
            opened.engine.add(Quad(node, NamedNode("http://e.org/name"), Literal(name), graph))
        yield opened


def written(results: Results, format: str) -> bytes:
    stream = io.BytesIO()
    write_results(results, format, stream)
    return stream.getvalue()


def test_an_optional_parameter_restricts_only_when_it_is_given(store: Store) -> None:
    query = parse_query(NAMED)
    found = run(store, query)
    assert isinstance(found, Solutions)
    assert [name for _, name in found.rows()] == NAMES
    one = run(store, query, {"name": NAMES[2]})
    assert isinstance(one, Solutions)
    assert list(one.rows()) == [("http://e.org/2", NAMES[2])]


def test_no_value_of_a_parameter_reaches_the_syntax(store: Store) -> None:
    query = parse_query(NAMED)
    for value in ['" ) } #', "\\u0022 ) } #", "?name", '"""', "'; DROP ALL"]:
        found = run(store, query, {"name": value})
        assert isinstance(found, Solutions)
        assert list(found) == []


def test_errors_name_the_query(store: Store) -> None:
    with pytest.raises(UnknownQueryError, match="^nobody-knows"):
        run(store, "nobody-knows")
    with pytest.raises(ParameterError, match="^q: has no parameter 'x'"):
        run(store, parse_query(NAMED, name="q"), {"x": "1"})
    with pytest.raises(QueryError, match=r"^q:1:\d+: syntax error in"):
        run(store, parse_query("SELECT WHERE", name="q"))


def test_a_position_is_that_of_the_text_whatever_the_values_are(store: Store) -> None:
    query = parse_query("SELECT * WHERE { ?s ?p ?_x . ?s ?p }", name="q")
    with pytest.raises(QueryError) as caught:
        run(store, query, {"x": "long " * 50})
    assert (caught.value.line, caught.value.column) == (1, len(query.text) + 1)


def test_csv_holds_every_value_exactly(store: Store) -> None:
    text = written(run(store, parse_query(NAMED)), "csv").decode()
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == ["s", "name"]
    assert [name for _, name in rows[1:]] == NAMES


@pytest.mark.parametrize(
    ("format", "known"),
    [("tsv", QueryResultsFormat.TSV), ("json", QueryResultsFormat.JSON), ("xml", QueryResultsFormat.XML)],
)
def test_the_w3c_formats_are_read_back_by_the_rdf_library(
    store: Store, format: str, known: QueryResultsFormat
) -> None:
    rows = parse_query_results(written(run(store, parse_query(NAMED)), format), known)
    assert [row["name"] for row in rows] == [Literal(name) for name in NAMES]  # type: ignore[union-attr, index]


def test_json_lines_hold_one_row_each(store: Store) -> None:
    lines = written(run(store, parse_query("SELECT (1 AS ?n) ('é' AS ?t) ?no {}")), "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == [{"n": 1, "t": "é", "no": None}]


NUMBERS = """PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT * { VALUES (?a ?b ?c) {
  ("NaN"^^xsd:double "-INF"^^xsd:double "INF"^^xsd:float)
  (123456789012345678901234567890 0.12345678901234567890 "+.50"^^xsd:decimal)
  (1.5e300 "-007.0"^^xsd:decimal "1,5"^^xsd:decimal) } }"""


def test_json_lines_are_json_and_numbers_keep_their_digits(store: Store) -> None:
    lines = written(run(store, parse_query(NUMBERS)), "jsonl").decode().splitlines()

    def refuse(token: str) -> None:
        raise AssertionError(f"{token} is no JSON")

    assert [json.loads(line, parse_constant=refuse, parse_float=str) for line in lines] == [
        {"a": "NaN", "b": "-INF", "c": "INF"},
        {"a": 123456789012345678901234567890, "b": "0.12345678901234567890", "c": "0.5"},
        {"a": "1.5e+300", "b": -7, "c": "1,5"},
    ]
    assert '"b": 0.12345678901234567890' in lines[1]


def test_parquet_keeps_types(store: Store) -> None:
    table = parquet.read_table(
        io.BytesIO(written(run(store, parse_query("SELECT (1 AS ?n) ('é' AS ?t) {}")), "parquet"))
    )
    assert table.to_pylist() == [{"n": 1, "t": "é"}]


def test_a_graph_is_written_as_rdf(store: Store) -> None:
    query = parse_query("CONSTRUCT { <http://e.org/a> <http://e.org/b> 1 } WHERE {}")
    integer = "<http://www.w3.org/2001/XMLSchema#integer>"
    assert (
        written(run(store, query), "ntriples").decode()
        == f'<http://e.org/a> <http://e.org/b> "1"^^{integer} .\n'
    )
    assert b"rdf:RDF" in written(run(store, query), "xml")


def test_an_answer_is_written_as_true_or_false(store: Store) -> None:
    assert written(run(store, parse_query("ASK {}")), "jsonl") == b"true\n"
    assert json.loads(written(run(store, parse_query("ASK {}")), "json"))["boolean"] is True


@pytest.mark.parametrize(
    ("text", "format", "what"),
    [
        ("SELECT * {}", "turtle", "gives rows"),
        ("DESCRIBE <http://e.org/>", "csv", "gives a graph"),
        ("ASK {}", "parquet", "gives yes or no"),
    ],
)
def test_a_format_that_does_not_fit_is_named_with_those_that_do(
    store: Store, text: str, format: str, what: str
) -> None:
    with pytest.raises(QueryError, match=f"{what}, which cannot be written as {format}; use "):
        written(run(store, parse_query(text)), format)


def test_a_page_has_the_rows_that_grlc_would_give_for_it(store: Store) -> None:
    query = parse_query("#+ pagination: 3\n" + NAMED + " # last words", name="q")
    pages = [run(store, query, page=number) for number in (1, 2, 3)]
    assert [[name for _, name in page.rows()] for page in pages] == [NAMES[:3], NAMES[3:], []]  # type: ignore[union-attr]
    assert len(list(run(store, query))) == 4  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "page", "problem"),
    [
        (NAMED, 1, "does not come in pages"),
        ("#+ pagination: 3\n" + NAMED, 0, "there is no page 0"),
        ("#+ pagination: 3\n" + NAMED + "\nLIMIT 5", 1, "ends without LIMIT and OFFSET"),
    ],
)
def test_what_has_no_pages_says_so(store: Store, text: str, page: int, problem: str) -> None:
    with pytest.raises(QueryError, match=problem):
        run(store, parse_query(text), page=page)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?x { } VALUES ?x { 1 2 3 }",
        "SELECT ?x { } ORDER BY ?x # values\nvalues (?x) { (1) (2) (3) } # limit 7",
        "PREFIX limit: <http://e.org/>\nSELECT ?x { { SELECT ?x { VALUES ?x { 1 2 3 } } LIMIT 9 } } ORDER BY ?x",
        "SELECT ?x { BIND('} LIMIT 1' AS ?t) VALUES ?x { 1 2 3 } } ORDER BY (IF(?t = ' OFFSET 1', 0, ?x))",
    ],
)
def test_pages_are_cut_from_every_query_without_a_limit_of_its_own(store: Store, text: str) -> None:
    query = parse_query("#+ pagination: 2\n" + text, name="q")
    pages = [run(store, query, page=number) for number in (1, 2, 3)]
    assert [[x for (x,) in page.rows()] for page in pages] == [[1, 2], [3], []]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "end", ["LIMIT 5 VALUES ?s { 1 }", "offset 1", "LIMIT#}\n5", "LIMIT 5 # }", "OFFSET 1 LIMIT 1"]
)
def test_a_limit_of_a_query_in_pages_is_found_wherever_it_stands(store: Store, end: str) -> None:
    with pytest.raises(QueryError, match="ends without LIMIT and OFFSET"):
        run(store, parse_query(f"#+ pagination: 3\nSELECT * {{ ?s ?p ?o }} {end}"), page=1)


def test_there_is_a_last_page(store: Store) -> None:
    query = parse_query("#+ pagination: 999999999\nSELECT ?s { ?s ?p ?o }")
    assert list(run(store, query, page=999_999_999)) == []  # type: ignore[arg-type]
    with pytest.raises(ParameterError, match="from 1 to 999999999, so there is no page 1000000000"):
        run(store, query, page=1_000_000_000)


def test_a_query_calls_no_other_server_unless_its_address_is_allowed(store: Store) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/sparql"
        query = parse_query(f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}", name="other")
        with pytest.raises(QueryError, match="SERVICE would call another server.*--allow-fetch URL"):
            run(store, query)
        asked = parse_query("#+ summary: Other.\nSELECT * { SERVICE ?_where_iri { ?s ?p ?o } }", name="asked")
        with pytest.raises(QueryError, match="SERVICE would call another server"):
            run(store, asked, {"where": address})
        listening.settimeout(0.2)
        with pytest.raises(TimeoutError):
            listening.accept()


def test_a_query_may_call_an_address_that_was_allowed(store: Store) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/sparql"
        query = parse_query(f"SELECT * {{ SERVICE SILENT <{address}> {{ ?s ?p ?o }} }}", name="other")
        listening.settimeout(5)
        answering = Thread(target=lambda: listening.accept()[0].close())
        answering.start()
        assert list(run(store, query, fetchable=[address]).rows()) == [(None, None, None)]  # type: ignore[union-attr]
        answering.join(5)
        assert not answering.is_alive()
