from __future__ import annotations

import io
import json

import pytest

from kg.query import Answer, Solutions, Statements, peek, write_results
from kg.query.writers import GRAPH_FORMATS, ROW_FORMATS
from kg.store import Results, Store, memory_store

ROWS = """SELECT ?s ?t ?n ?u WHERE { VALUES (?s ?t ?n) {
  (<http://e.org/é> "a \\"b\\"\\n,c" 1) (<http://e.org/2> "d"@en UNDEF) (UNDEF "\\u0001" 2.5) } }"""
TURTLE = "CONSTRUCT { <http://e.org/a> <http://e.org/b> ?n } WHERE { VALUES ?n { 1 2 } }"


@pytest.fixture
def store() -> Store:
    return memory_store()


def written(results: Results, format: str) -> bytes:
    stream = io.BytesIO()
    write_results(results, format, stream)
    return stream.getvalue()


@pytest.mark.parametrize("format", [f for f in ROW_FORMATS if f != "parquet"])
def test_rows_are_written_the_same_after_a_look_at_them(store: Store, format: str) -> None:
    rows, found = peek(store.query(ROWS))
    assert found
    if format == "json":
        assert json.loads(written(rows, format)) == json.loads(written(store.query(ROWS), format))
    else:
        assert written(rows, format) == written(store.query(ROWS), format)


@pytest.mark.parametrize("format", GRAPH_FORMATS)
def test_a_graph_is_written_the_same_after_a_look_at_it(store: Store, format: str) -> None:
    graph, found = peek(store.query(TURTLE))
    assert found
    assert sorted(written(graph, format).split()) == sorted(written(store.query(TURTLE), format).split())


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("SELECT * WHERE { ?s <http://e.org/p> ?o }", Solutions, False),
        ("CONSTRUCT { ?s ?s ?o } WHERE { ?s <http://e.org/p> ?o }", Statements, False),
        ("ASK { ?s <http://e.org/p> ?o }", Answer, False),
        ("ASK {}", Answer, True),
    ],
)
def test_nothing_is_told_from_something(store: Store, text: str, kind: type, found: bool) -> None:
    results, any = peek(store.query(text))
    assert isinstance(results, kind)
    assert any is found


def test_an_empty_result_is_still_written_with_its_header(store: Store) -> None:
    rows, found = peek(store.query("SELECT ?s ?p WHERE { ?s <http://e.org/p> ?p }"))
    assert (written(rows, "csv"), found) == (b"s,p\r\n", False)
