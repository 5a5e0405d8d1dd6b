"""Offices without a name: who held them on a day, from articles and authority files."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import permutations
from typing import Any

import pytest

from kg.resolve.office_names import is_acting, is_singular, office_key
from kg.resolve.offices import Holding, Vacancy, holder, holders, holdings
from kg.resolve.records import Reference, RoleRecord
from kg.resolve.tellings import Inference

OFFICE = "office:foreign minister of country:FI"


def says(article: str, person: str, published: str, **fields: Any) -> Holding:
    """An article that names ``person`` as foreign minister."""
    return Holding(f"{article}#r1", OFFICE, f"person:{person}", person, article, published, **fields)


def row(number: int, person: str, since: str | None, until: str | None, *, acting: bool = False) -> Holding:
    """A row of an authority file."""
    return Holding(
        f"file#r{number}",
        OFFICE,
        f"person:{person}",
        person,
        "file",
        None,
        since=since,
        until=until,
        acting=acting,
    )


@pytest.mark.parametrize(
    ("title", "of", "key"),
    [
        ("Foreign Minister", "Finland", OFFICE),
        ("Minister of Foreign Affairs", "Finland", OFFICE),
        ("acting foreign minister", "Finland", OFFICE),
        ("FM", "Finland", OFFICE),
        ("Foreign Secretary", "United Kingdom", "office:foreign minister of country:GB"),
        ("Foreign Minister", "United States", "office:secretary of state of country:US"),
        ("Secretary of State ad interim", "U.S.", "office:secretary of state of country:US"),
        ("Secretary of State", "Vatican", "office:secretary of state of country:VA"),
        ("Secretary of Defense", "United States", "office:defense minister of country:US"),
        ("Minister for Trade", "Burma", "office:trade minister of country:MM"),
        ("Foreign Minister", "Soviet Union", "office:foreign minister of country:soviet union"),
        ("Secretary-General", "the Harbour League", "office:secretary general of harbour league"),
        ("President", None, None),
    ],
)
def test_one_office_has_one_key_under_all_its_names(title: str, of: str | None, key: str | None) -> None:
    assert office_key(title, of) == key


@pytest.mark.parametrize(
    ("title", "of", "expected"),
    [
        ("President", "Finland", True),
        ("foreign minister", "Finland", True),
        ("Defence Secretary", "United Kingdom", True),
        ("Secretary of State", "United States", True),
        ("Secretary General", "Harbour League", True),
        ("Mayor", "Turku", True),
        ("senator", "United States", False),
        ("Deputy Foreign Minister", "Finland", False),
        ("Assistant Secretary of State", "United States", False),
        ("Minister", "Finland", False),
        ("press secretary", "United States", False),
        ("ambassador", "Finland", False),
        ("director", "Finland", False),
        ("leader", "Finland", False),
    ],
)
def test_only_some_offices_have_one_holder_at_a_time(title: str, of: str, expected: bool) -> None:
    assert is_singular(title, of) is expected


def test_who_is_named_before_and_after_the_day_held_the_office() -> None:
    told = [says("a1", "Ilma Reko", "2016-09-01"), says("a2", "Ilma Reko", "2017-05-01")]
    assert holder(told, "2016-10-15") == Inference("person:Ilma Reko", ("a1#r1", "a2#r1"), 0.95)


def test_one_word_on_the_holder_counts_near_the_day_and_not_far_from_it() -> None:
    told = [says("a1", "Ilma Reko", "2016-09-01T10:00:00Z")]
    assert holder(told, "2016-10-15") == Inference("person:Ilma Reko", ("a1#r1",), 0.85)
    assert holder(told, "2017-10-15") is None


def test_a_change_between_two_words_leaves_the_office_open() -> None:
    told = [says("a1", "Ilma Reko", "2016-09-01"), says("a2", "Otso Salmi", "2016-11-01")]
    assert holder(told, "2016-10-15") is None


def test_a_holder_named_long_ago_does_not_rival_one_named_near_the_day() -> None:
    told = [says("a1", "Ilma Reko", "2015-09-01"), says("a2", "Otso Salmi", "2016-11-01")]
    assert holder(told, "2016-10-15") == Inference("person:Otso Salmi", ("a2#r1",), 0.85)


def test_a_former_holder_is_none_any_more() -> None:
    told = [says("a1", "Ilma Reko", "2016-09-01"), says("a2", "Ilma Reko", "2016-10-01", former=True)]
    assert holder(told, "2016-10-15") is None
    assert holder(told, "2016-09-15") == Inference("person:Ilma Reko", ("a1#r1",), 0.85)


def test_an_article_that_names_two_holders_names_none() -> None:
    told = [says("a1", "Ilma Reko", "2016-10-01"), says("a1", "Otso Salmi", "2016-10-01")]
    assert holder(told, "2016-10-15") is None


def test_a_bare_surname_is_no_rival_of_the_full_name() -> None:
    told = [says("a1", "Reko", "2016-09-01"), says("a2", "Ilma Reko", "2016-11-01")]
    assert holder(told, "2016-10-15") == Inference("person:Ilma Reko", ("a1#r1", "a2#r1"), 0.95)


def test_an_authority_file_goes_before_the_articles() -> None:
    told = [row(1, "Otso Salmi", "2015-05-29", "2019-06-06"), says("a1", "Ilma Reko", "2016-10-14")]
    assert holder(told, "2016-10-15") == Inference("person:Otso Salmi", ("file#r1",), 0.98)


def test_a_row_without_an_end_lasts_until_the_next_one_begins() -> None:
    told = [row(1, "Ilma Reko", "2011-06-22", None), row(2, "Otso Salmi", "2015-05-29", None)]
    assert holder(told, "2014-01-01") == Inference("person:Ilma Reko", ("file#r1",), 0.98)
    assert holder(told, "2016-01-01") == Inference("person:Otso Salmi", ("file#r2",), 0.98)
    assert holder(told, "2010-01-01") is None


def test_on_the_day_of_a_change_and_in_its_year_the_office_is_open() -> None:
    told = [row(1, "Ilma Reko", "2011-06-22", "2015-05-29"), row(2, "Otso Salmi", "2015-05-29", "2019-06-06")]
    assert holder(told, "2015-05-29") is None
    assert holder(told, "2015") is None
    assert holder(told, "2015-04") == Inference("person:Ilma Reko", ("file#r1",), 0.98)


def test_an_acting_holder_counts_where_nobody_else_is_in_office() -> None:
    acting = row(3, "Aino Kivi", "2015-05-01", "2015-06-10", acting=True)
    regular = row(1, "Ilma Reko", "2011-06-22", "2015-05-20")
    assert holder([acting, regular], "2015-05-10") == Inference("person:Ilma Reko", ("file#r1",), 0.98)
    assert holder([acting, regular], "2015-06-01") == Inference("person:Aino Kivi", ("file#r3",), 0.98)


def test_the_holder_does_not_depend_on_the_order_of_the_words() -> None:
    told = [
        says("a1", "Reko", "2016-09-01"),
        says("a2", "Ilma Reko", "2016-11-01"),
        says("a3", "Otso Salmi", "2014-01-01"),
    ]
    assert {holder(order, "2016-10-15") for order in permutations(told)} == {
        Inference("person:Ilma Reko", ("a1#r1", "a2#r1"), 0.95)
    }


def test_each_office_is_asked_for_by_its_key() -> None:
    asked: list[str] = []

    def find(keys: Collection[str]) -> Iterator[Holding]:
        asked.extend(keys)
        yield says("a1", "Ilma Reko", "2016-10-14")

    vacancies = [
        Vacancy("b1#m1-1", "Foreign Minister", "Finland", "2016-10-15"),
        Vacancy("b1#m1-2", "Minister of Foreign Affairs", "Finland", "2018-10-15"),
        Vacancy("b1#m1-3", "President", None, "2016-10-15"),
    ]
    assert holders(vacancies, find) == {"b1#m1-1": Inference("person:Ilma Reko", ("a1#r1",), 0.85)}
    assert asked == [OFFICE]


def test_a_reference_gives_its_offices_as_holdings() -> None:
    reference = Reference(
        "a1#p1",
        "person",
        "Ilma Reko",
        article="a1",
        published="2016-10-14",
        roles=(
            RoleRecord("a1#r1", "Foreign Minister", "Finland", acting=True),
            RoleRecord("a1#r2", "senator", "Finland"),
            RoleRecord("a1#r3", "President"),
        ),
    )
    assert list(holdings(reference, "x")) == [
        Holding("a1#r1", OFFICE, "x", "Ilma Reko", "a1", "2016-10-14", acting=True),
        Holding(
            "a1#r2", "office:senator of country:FI", "x", "Ilma Reko", "a1", "2016-10-14", singular=False
        ),
    ]


def test_who_is_acting_in_an_office_does_not_hold_it() -> None:
    assert is_acting("Acting Foreign Minister")
    assert is_acting("Interim President")
    assert not is_acting("Foreign Minister")
