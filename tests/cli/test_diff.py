"""Comparing two stores, or exports of them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from kg.build import bring_up_to_date
from kg.graph import report_nquads
from kg.model import Report
from kg.store import open_store
from tests.graph.reports import call, oslo, vienna

Kg = Callable[..., Result]


def built(path: Path, *reports: Report) -> Path:
    """A store of these reports."""
    with open_store(path, create=True) as store:
        for report in reports:
            store.replace(report_nquads(report, digest=report.article.id, fingerprint="F"))
        bring_up_to_date(store)
    return path


@pytest.fixture
def stores(tmp_path: Path) -> tuple[Path, Path]:
    """A store of one article, and one of that and another."""
    return built(tmp_path / "old.kg", vienna()), built(tmp_path / "new.kg", oslo(), vienna())


def test_new_facts_are_told_in_words_and_end_with_1(kg: Kg, stores: tuple[Path, Path]) -> None:
    done = kg("diff", *stores)
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert "+ article: oslo" in lines
    assert "+ meeting: summit 2021-05 in Oslo (Anna Berg)" in lines
    assert not [line for line in lines if line.startswith("-")]
    assert f"{stores[0]} → {stores[1]}: " in done.stderr


def test_the_other_way_round_they_are_removed(kg: Kg, stores: tuple[Path, Path]) -> None:
    old, new = stores
    rows = [json.loads(line) for line in kg("diff", new, old, "-f", "jsonl").stdout.splitlines()]
    assert {row["change"] for row in rows} <= {"removed", "changed"}
    status = [row for row in rows if row["kind"] == "status" and row["about"].startswith("summit")]
    assert status[0]["before"] == "planned"
    table = csv.DictReader(kg("diff", new, old, "-f", "csv").stdout.splitlines())
    assert [dict(row) for row in table] == rows


@pytest.mark.parametrize("format", ["nquads", "trig", "turtle", "jsonld"])
def test_an_export_is_as_good_as_its_store(
    kg: Kg, stores: tuple[Path, Path], tmp_path: Path, format: str
) -> None:
    suffix = {"nquads": "nq", "turtle": "ttl"}.get(format, format)
    file = tmp_path / f"new.{suffix}"
    assert kg("export", format, "-o", file, "--store", stores[1]).exit_code == 0
    done = kg("diff", stores[1], file)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "no difference" in done.stderr
    assert kg("diff", stores[0], file).stdout == kg("diff", *stores).stdout


def test_the_order_in_which_articles_came_makes_no_difference(kg: Kg, tmp_path: Path) -> None:
    one = built(tmp_path / "one.kg", vienna(), oslo(), call())
    other = built(tmp_path / "other.kg", call(), oslo(), vienna())
    done = kg("diff", one, other)
    assert (done.exit_code, done.stdout) == (0, "")


def test_what_is_neither_store_nor_export_is_named_and_is_no_difference(
    kg: Kg, stores: tuple[Path, Path], tmp_path: Path
) -> None:
    table = tmp_path / "met.csv"
    table.write_text("a,b\n")
    for missing in (table, tmp_path / "none.kg"):
        done = kg("diff", stores[0], missing)
        assert (done.exit_code, done.stdout) == (2, "")
        assert f"Error: {missing}: " in done.stderr


def test_an_export_that_is_not_there_is_not_taken_for_a_store(
    kg: Kg, stores: tuple[Path, Path], tmp_path: Path
) -> None:
    done = kg("diff", stores[0], missing := tmp_path / "yesterday.nq")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Error: {missing}: cannot be read (No such file or directory")
