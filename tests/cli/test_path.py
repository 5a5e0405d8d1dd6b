"""Chains of meetings on the command line."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Kg = Callable[..., Result]


def test_a_chain_is_shown_with_date_place_article_and_words(kg: Kg, store: Path) -> None:
    done = kg("path", "Kerry", "Lavrov", "--store", store)
    assert (done.exit_code, done.stderr) == (0, "")
    rows = list(csv.DictReader(done.stdout.splitlines()))
    known = ("path", "step", "one", "other", "meetings", "date", "type", "place", "article")
    assert [tuple(row[name] for name in known) for row in rows] == [
        ("1", "1", "John Kerry", "Sergei Lavrov", "1", "2016-10-15", "talks", "Lausanne", "lausanne-talks")
    ]
    assert rows[0]["quote"].startswith("Russian Foreign Minister Sergei Lavrov (L), US Secretary of State")
    assert list(rows[0])[-5:] == ["dateBasis", "confidence", "quoteBegin", "quoteEnd", "articleUrl"]
    assert int(rows[0]["quoteEnd"]) - int(rows[0]["quoteBegin"]) == len(rows[0]["quote"])
    assert (rows[0]["dateBasis"], 0 < float(rows[0]["confidence"]) <= 1) == ("stated", True)


def test_people_who_are_not_connected_are_no_failure(kg: Kg, store: Path) -> None:
    done = kg("path", "John Kerry", "Mark Weber", "--store", store)
    assert done.exit_code == 0
    assert done.stdout.count("\n") == 1
    assert "no chain of meetings leads from John Kerry to Mark Weber" in done.stderr
    same = kg("path", "John Kerry", "Kerry", "--store", store)
    assert "both names are of one person, John Kerry" in same.stderr


def test_an_unknown_name_ends_with_1(kg: Kg, store: Path) -> None:
    done = kg("path", "John Kerry", "Lausanne", "--store", store)
    assert (done.exit_code, "nobody is called 'Lausanne'" in done.stderr) == (1, True)
