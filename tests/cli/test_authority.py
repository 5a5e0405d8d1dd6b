"""Authority files on the command line: an office without a name is its holder of that day, as long as the
file is there.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from kg.graph import report_nquads
from kg.store import open_store
from tests.graph.reports import vienna

Kg = Callable[..., Result]

ROWS = "person,title,of,from,to\nIdriss Faro,Finance Minister,Chad,2020-01-01,2021-12-31\n"


@pytest.fixture
def location(tmp_path: Path) -> Path:
    """A store of the article in which the finance minister of Chad has no name."""
    path = tmp_path / "small.kg"
    with open_store(path, create=True) as store:
        store.replace(report_nquads(vienna(), digest="vienna", fingerprint="F"))
    return path


def inferred(kg: Kg, location: Path) -> list[tuple[str, str]]:
    """Who is inferred to be meant by an office, and when."""
    done = kg("query", "office-holders", "-f", "csv", "--store", location)
    rows = csv.DictReader(done.stdout.splitlines())
    return [(row["person"], row["from"]) for row in rows if row["inferred"] == "true"]


def test_a_file_names_the_holders_of_offices_until_it_is_removed(kg: Kg, location: Path) -> None:
    file = location.parent / "ministers.csv"
    file.write_text(ROWS)
    done = kg("authority", "add", file, "--store", location)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "ministers.csv: 1 person in 1 term of office" in done.stderr
    assert inferred(kg, location) == [("Idriss Faro", "2021-03-09")]
    listed = list(csv.DictReader(kg("authority", "list", "--store", location).stdout.splitlines()))
    assert [(row["name"], row["people"], row["roles"]) for row in listed] == [("ministers.csv", "1", "1")]
    assert kg("validate", "--store", location).exit_code == 0
    assert kg("authority", "remove", "ministers.csv", "--store", location).exit_code == 0
    assert inferred(kg, location) == []
    assert kg("authority", "list", "--store", location).stdout.count("\n") == 1


def test_a_file_that_is_given_again_takes_the_place_of_what_it_said(kg: Kg, location: Path) -> None:
    file = location.parent / "new.csv"
    file.write_text(ROWS)
    assert kg("authority", "add", file, "--name", "ministers", "--store", location).exit_code == 0
    file.write_text(ROWS.replace("Idriss Faro", "Mara Sy"))
    assert kg("authority", "add", file, "--name", "ministers", "--store", location).exit_code == 0
    assert inferred(kg, location) == [("Mara Sy", "2021-03-09")]


def test_a_row_that_is_not_right_is_named_and_the_rest_is_read(kg: Kg, location: Path) -> None:
    file = location.parent / "ministers.csv"
    file.write_text(ROWS + "Mara Sy,Mayor,Oslo,someday,\n")
    done = kg("authority", "add", file, "--store", location)
    assert done.exit_code == 1
    assert f"{file}:3: 'someday' is no date" in done.stderr
    assert inferred(kg, location) == [("Idriss Faro", "2021-03-09")]


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("ministers.csv", "person,title\n", "no column of, from, to"),
        ("ministers.csv", "person,title,of,from,to\n", "has no row that could be read"),
        ("ministers.pdf", "", "no authority file by its ending"),
    ],
)
def test_what_is_no_authority_file_is_refused(
    kg: Kg, location: Path, name: str, text: str, problem: str
) -> None:
    file = location.parent / name
    file.write_text(text)
    done = kg("authority", "add", file, "--store", location)
    assert (done.exit_code, problem in done.stderr) == (1, True)


def test_a_file_that_is_not_there_cannot_be_removed(kg: Kg, location: Path) -> None:
    done = kg("authority", "remove", "ministers.csv", "--store", location)
    assert (done.exit_code, "kg authority list shows them" in done.stderr) == (1, True)
