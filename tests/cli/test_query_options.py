"""What scripts rely on: exit codes, pages, and queries of one's own."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pyarrow import ipc

from kg.cli.output import FORMATS
from kg.query import GRAPH_FORMATS, ROW_FORMATS
from tests.cli.conftest import Kg

OWN = """#+ summary: Which numbers are there?
#+ pagination: 2
#+ defaults:
#+   - least: 1
#+ enumerate:
#+   - least:
#+     - 1
#+     - 2
SELECT ?n WHERE { VALUES ?n { 1 2 3 } FILTER(?n >= ?_least_integer) } ORDER BY ?n
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "numbers.rq").write_text(OWN)
    return folder


@pytest.mark.parametrize(
    ("arguments", "code", "output"),
    [
        (["-e", "SELECT ?x WHERE { VALUES ?x { 1 } }"], 0, "x\n1\n"),
        (["-e", "SELECT ?x WHERE { ?x a <http://e.org/none> }"], 3, "x\n"),
        (["-e", "SELECT ?x WHERE { ?x a <http://e.org/none> }", "--columns", "x"], 3, "x\n"),
        (["-e", "CONSTRUCT WHERE { ?x a <http://e.org/none> }"], 3, ""),
        (["-e", "ASK { ?x a <http://e.org/none> }"], 3, "false\n"),
        (["-e", "ASK {}"], 0, "true\n"),
    ],
)
def test_nothing_found_is_a_failure_only_where_that_is_asked_for(
    kg: Kg, store: Path, arguments: list[str], code: int, output: str
) -> None:
    result = kg("query", *arguments, "--fail-if-empty", "--store", store)
    assert (result.exit_code, result.stdout.replace("\r", "")) == (code, output)
    assert kg("query", *arguments, "--store", store).exit_code == 0


def test_queries_of_ones_own_are_listed_and_run_beside_the_shipped_ones(
    kg: Kg, store: Path, own: Path
) -> None:
    listed = [line.split("\t") for line in kg("queries", "--queries", own).stdout.splitlines()]
    assert ["numbers", "[least:1|2=1]", "Which numbers are there?"] in listed
    assert "who-met-whom" in [name for name, *_ in listed]
    run = kg("query", "numbers", "--queries", own, "--store", store, "-p", "least=2")
    assert run.stdout.split() == ["n", "2", "3"]
    assert kg("query", "roles", "--queries", own, "--store", store).exit_code == 0


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("-p", "person=John Kerry", "-p", "person=Sergei Lavrov"), "'person' is given twice"),
        (("-p", "person="), "needs the parameter 'person'"),
        (("-p", "person"), "not of the form NAME=VALUE"),
    ],
)
def test_a_parameter_is_given_once_and_not_empty(
    kg: Kg, store: Path, given: tuple[str, ...], words: str
) -> None:
    run = kg("query", "meetings-of", "--store", store, *given)
    assert (run.exit_code, run.stdout) == (2, "")
    assert words in run.stderr


def test_a_page_is_asked_for_by_number(kg: Kg, store: Path, own: Path) -> None:
    pages = [
        kg("query", "numbers", "--queries", own, "--store", store, "--page", n).stdout.split() for n in "12"
    ]
    assert pages == [["n", "1", "2"], ["n", "3"]]
    assert kg("query", "numbers", "--queries", own, "--store", store, "--page", "9" * 30).exit_code == 2
    wrong = kg("query", "roles", "--store", store, "--page", "1")
    assert wrong.exit_code == 2
    assert "does not come in pages" in wrong.stderr


def test_a_value_that_is_no_choice_ends_with_2_and_names_the_choices(kg: Kg, store: Path, own: Path) -> None:
    result = kg("query", "numbers", "--queries", own, "--store", store, "-p", "least=9")
    assert result.exit_code == 2
    assert "parameter 'least' is one of 1, 2, not '9'" in result.stderr


def test_arrow_is_a_stream_that_arrow_reads(kg: Kg, store: Path) -> None:
    result = kg("query", "-e", "SELECT (1 AS ?n) ('é' AS ?t) {}", "--format", "arrow", "--store", store)
    assert ipc.open_stream(io.BytesIO(result.stdout_bytes)).read_all().to_pylist() == [{"n": 1, "t": "é"}]


def test_every_format_of_the_library_is_offered() -> None:
    assert set(FORMATS) == {"table", *ROW_FORMATS, *GRAPH_FORMATS}


def test_a_format_that_rows_do_not_have_is_wrong_usage_and_names_the_query(kg: Kg, store: Path) -> None:
    done = kg("query", "articles", "-f", "turtle", "--store", store)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "articles: gives rows, which cannot be written as turtle; use csv, tsv" in done.stderr


@pytest.mark.parametrize(
    "text", ["INSERT DATA { <a:a> <a:b> 1 }", "# why\nPREFIX a: <a:b>\ndelete where { ?s ?p ?o }"]
)
def test_an_update_is_told_from_a_query_with_a_mistake(kg: Kg, store: Path, text: str) -> None:
    done = kg("query", "-e", text, "--store", store)
    assert done.exit_code == 1
    assert "is an update, and a query only reads; kg build" in done.stderr


@pytest.mark.parametrize("format", ["csv", "tsv", "jsonl"])
def test_yes_and_no_are_a_whole_line(kg: Kg, store: Path, format: str) -> None:
    assert kg("query", "-e", "ASK { ?s ?p ?o }", "-f", format, "--store", store).stdout == "true\n"


def test_a_column_that_is_named_twice_is_refused(kg: Kg, store: Path) -> None:
    done = kg("query", "articles", "-c", "article,url,article", "--store", store)
    assert (done.exit_code, "'article' is named twice" in done.stderr) == (2, True)
