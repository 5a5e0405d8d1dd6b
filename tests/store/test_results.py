from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from kg.errors import QueryError
from kg.store import Answer, Solutions, Statements, memory_store
from kg.store import tables as tables_module


def solutions(text: str) -> Solutions:
    return memory_store().select(text)


VALUES = """PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?n ?x ?yes ?day ?mixed ?none WHERE { VALUES (?n ?x ?yes ?day ?mixed ?none) {
  (1 1.5 true "2016-10"^^xsd:gYearMonth <http://e.org/a> UNDEF)
  (2 2e0 false "2016-10-15"^^xsd:date 3 UNDEF) } } ORDER BY ?n"""


def test_rows_are_python_values_and_dates_keep_their_precision() -> None:
    assert list(solutions(VALUES).rows()) == [
        (1, 1.5, True, "2016-10", "http://e.org/a", None),
        (2, 2.0, False, "2016-10-15", 3, None),
    ]


def test_a_number_that_is_none_stays_text() -> None:
    text = 'SELECT ("x"^^<http://www.w3.org/2001/XMLSchema#integer> AS ?n) {}'
    assert list(solutions(text).rows()) == [("x",)]


def test_an_arrow_table_types_each_column_by_its_values() -> None:
    table = solutions(VALUES).to_arrow()
    types = {field.name: str(field.type) for field in table.schema}
    assert types == {
        "n": "int64",
        "x": "double",
        "yes": "bool",
        "day": "string",
        "mixed": "string",
        "none": "string",
    }
    assert table.column("mixed").to_pylist() == ["http://e.org/a", "3"]


def test_an_empty_result_keeps_its_columns() -> None:
    frame = solutions("SELECT ?a ?b WHERE { ?a ?a ?b }").to_pandas()
    assert (list(frame.columns), len(frame)) == (["a", "b"], 0)


def test_rows_beyond_the_first_batch_are_read_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables_module, "_ROWS_AT_ONCE", 2)
    text = "SELECT ?n WHERE { VALUES ?n { 1 2 3 4 5 } } ORDER BY ?n"
    assert solutions(text).to_arrow().column("n").to_pylist() == [1, 2, 3, 4, 5]


def test_a_later_value_of_another_kind_is_an_error_that_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tables_module, "_ROWS_AT_ONCE", 1)
    with pytest.raises(QueryError, match=r"column 'n' begins with values of type int64.*STR\(\?n\)"):
        solutions('SELECT ?n WHERE { VALUES ?n { 1 "x" } } ORDER BY DESC(?n = 1)').to_arrow()


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("ASK { }", Answer, bool),
        (
            "CONSTRUCT { <http://e.org/s> <http://e.org/p> 1 } WHERE {}",
            Statements,
            lambda found: len(list(found)) == 1,
        ),
    ],
)
def test_each_form_of_query_has_its_kind_of_result(
    text: str, kind: type, value: Callable[[object], bool]
) -> None:
    found = memory_store().query(text)
    assert isinstance(found, kind)
    assert value(found)


def test_a_data_frame_without_pandas_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(QueryError, match=r"need pyarrow and pandas: pip install 'newsgraph\[tables\]'"):
        solutions("SELECT (1 AS ?n) { }").to_pandas()
