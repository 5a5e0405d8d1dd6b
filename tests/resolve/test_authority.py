"""Authority files: rows of people and their offices, and what is wrong with them."""

from __future__ import annotations

from itertools import permutations

import pytest

from kg.errors import AuthorityError
from kg.resolve.authority import Tenure, people, read_tenures
from kg.resolve.records import RoleRecord

HEAD = "person,title,of,from,to\n"


def read(*rows: str) -> list[Tenure]:
    """The tenures of a file with these rows under the usual header."""
    return list(read_tenures([HEAD, *(row + "\n" for row in rows)], source="officers.csv"))


def test_a_row_is_a_tenure() -> None:
    assert read(
        "Ilma Reko,Foreign Minister,Finland,2011-06-22,2015-05", '"Salmi, Otso",Envoy,Finland,2015,'
    ) == [
        Tenure("Ilma Reko", "Foreign Minister", "Finland", "2011-06-22", "2015-05", 2),
        Tenure("Otso Salmi", "Envoy", "Finland", "2015", None, 3),
    ]


def test_columns_stand_in_any_order_and_others_are_passed_over() -> None:
    lines = ["\ufeffOf;Person;note;From;To;Title\n", "\n", "Finland;Ilma  Reko;x;2011;;Envoy\n"]
    assert list(read_tenures(lines, source="officers.csv")) == [
        Tenure("Ilma Reko", "Envoy", "Finland", "2011", None, 3)
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Ilma Reko,Envoy,Finland,2011", "officers.csv:2: 4 cells, expected 5 (person, title, of, from, to); quote a cell with a comma"),
        (",Envoy,Finland,2011,", "officers.csv:2: no person; fill it in or take the row out"),
        ("Ilma Reko,Envoy,,2011,", "officers.csv:2: no of; fill it in or take the row out"),
        ("Ilma Reko,Envoy,Finland,22.6.2011,", "officers.csv:2: '22.6.2011' is no date; write it as 2001-03-20, 2001-03 or 2001"),
        ("Ilma Reko,Envoy,Finland,2011-13,", "officers.csv:2: '2011-13' is no date; write it as 2001-03-20, 2001-03 or 2001"),
        ("Ilma Reko,Envoy,Finland,2011,2010-12-31", "officers.csv:2: to 2010-12-31 lies before from 2011"),
        ('"Ilma Reko,Envoy,Finland,2011,', "officers.csv:2: not CSV: unexpected end of data"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_row_is_said_with_its_line_and_the_cure(row: str, message: str) -> None:
    with pytest.raises(AuthorityError) as caught:
        read(row)
    assert str(caught.value) == message


def test_a_file_without_the_columns_is_refused() -> None:
    with pytest.raises(AuthorityError) as caught:
        list(read_tenures(["name,title\n"], source="officers.csv"))
    assert str(caught.value) == (
        "officers.csv:1: no column person, of, from, to; the first line must name person, title, of, from, to"
    )


def test_the_rest_of_a_file_is_read_where_errors_are_taken() -> None:
    errors: list[AuthorityError] = []
    lines = [HEAD, "Ilma Reko,,Finland,2011,\n", "Otso Salmi,Envoy,Finland,2012,\n"]
    assert [t.person for t in read_tenures(lines, source="o.csv", on_error=errors.append)] == ["Otso Salmi"]
    assert [error.line for error in errors] == [2]


def test_the_tenures_of_one_name_are_one_person_unless_a_lifetime_lies_between() -> None:
    tenures = read(
        "Ilma Reko,Envoy,Finland,1911,1915",
        "Otso Salmi,Envoy,Finland,1916,1918",
        "Ilma Reko,Foreign Minister ad interim,Finland,2011-06-22,",
        "Ilma Reko,Envoy,Finland,1930,1932",
    )
    found = people(tenures, authority="urn:file")
    assert sorted((p.name, tuple(sorted(r.since or "" for r in p.roles))) for p in found) == [
        ("Ilma Reko", ("1911", "1930")),
        ("Ilma Reko", ("2011-06-22",)),
        ("Otso Salmi", ("1916",)),
    ]
    late = next(p for p in found if p.roles[0].since == "2011-06-22")
    assert (late.kind, late.article, late.published) == ("person", "urn:file", None)
    assert late.roles == (
        RoleRecord(
            late.roles[0].iri, "Foreign Minister ad interim", "Finland", acting=True, since="2011-06-22"
        ),
    )


def test_people_do_not_depend_on_the_order_of_rows_and_a_row_more_moves_none() -> None:
    rows = (
        "Ilma Reko,Envoy,Finland,1911,1915",
        "Otso Salmi,Envoy,Finland,1916,1918",
        "Ilma Reko,Envoy,Finland,1930,1932",
    )
    found = {people(read(*order), authority="urn:file") for order in permutations(rows)}
    assert len(found) == 1
    more = people(read("Aino Kivi,Envoy,Finland,1905,1910", *rows), authority="urn:file")
    assert set(found.pop()) <= set(more)


def test_names_with_the_surname_first_and_other_names_of_countries_are_read_as_articles_have_them() -> None:
    found = people(
        read('"Kivi, Aino",Prime Minister,UK,2001,2003', '"Aino Kivi, Jr.",Envoy,Republic of Estonia,2005,'),
        authority="urn:file",
    )
    assert sorted((p.name, p.roles[0].of) for p in found) == [
        ("Aino Kivi", "United Kingdom"),
        ("Aino Kivi, Jr.", "Estonia"),
    ]
