"""CSV for spreadsheets: exact, sorted, and harmless."""

from __future__ import annotations

import csv
import io

import pytest

from kg.export.spreadsheet import harmless, write_table


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", '=cmd|"/c"!A1']
)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == "'" + cell


@pytest.mark.parametrize(
    "cell", ["", "John Kerry", "2016-10-15", "46.516", "-6.5", "+12", "1e3", "a=b", "'=1"]
)
def test_every_other_cell_stays_as_it_is(cell: str) -> None:
    assert harmless(cell) == cell


def test_rows_are_sorted_and_read_back_as_written() -> None:
    rows = [("b", 'says "no"'), ("a", "two\nlines, one comma"), ("a", "=1")]
    stream = io.StringIO(newline="")
    write_table(("name", "quote"), rows, stream)
    assert stream.getvalue().startswith("name,quote\r\n")
    assert list(csv.reader(io.StringIO(stream.getvalue(), newline=""))) == [
        ["name", "quote"],
        ["a", "'=1"],
        ["a", "two\nlines, one comma"],
        ["b", 'says "no"'],
    ]
