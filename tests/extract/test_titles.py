"""Title phrases: the shortest title and the country or body it belongs to."""

from __future__ import annotations

import pytest

from kg.extract.document import Document, TitlePhrase
from kg.extract.names import find_names
from kg.extract.titles import find_titles
from tests.extract.conftest import Parse


def read(document: Document) -> list[TitlePhrase]:
    find_names(document)
    find_titles(document)
    return document.titles


@pytest.mark.parametrize(
    ("phrase", "title", "of"),
    [
        ("Norwegian Foreign Minister", "Foreign Minister", "Norway"),
        ("U.S. Secretary of State", "Secretary of State", "United States"),
        ("UN Special Envoy for Yemen", "Special Envoy for Yemen", "United Nations"),
        ("South Korean President", "President", "South Korea"),
        ("Kenya's Deputy President", "Deputy President", "Kenya"),
        ("State Department spokesman", "spokesman", "State Department"),
        ("Texas Governor", "Governor", "Texas"),
        ("then-Polish Prime Minister", "Prime Minister", "Poland"),
        ("former Brazilian Defense Minister", "Defense Minister", "Brazil"),
        ("Attorney General", "Attorney General", None),
        ("Italian Vice President", "Vice President", "Italy"),
    ],
)
def test_a_title_before_a_name(parse: Parse, phrase: str, title: str, of: str | None) -> None:
    document = parse(f"{phrase} Anna Kowalska spoke on Monday.")
    first = read(document)[0]
    assert (first.title, first.of) == (title, of)


@pytest.mark.parametrize(
    ("phrase", "title", "of"),
    [
        ("director of the Institute for Strategic Research", "director", "Institute for Strategic Research"),
        (
            "a professor of political science at Oxford University",
            "professor of political science",
            "Oxford University",
        ),
        ("an analyst with the Washington-based Brookings Institution", "analyst", "Brookings Institution"),
        ("the president of the European Commission", "president", "European Commission"),
        ("a spokeswoman for the World Health Organization", "spokeswoman", "World Health Organization"),
        (
            "deputy director for Africa at Amnesty International",
            "deputy director for Africa",
            "Amnesty International",
        ),
        ("France's ambassador to Chile", "ambassador to Chile", "France"),
    ],
)
def test_a_title_after_a_name(parse: Parse, phrase: str, title: str, of: str | None) -> None:
    document = parse(f"Anna Kowalska, {phrase}, spoke on Monday.")
    first = read(document)[0]
    assert (first.title, first.of) == (title, of)


def test_former_and_acting_are_marked_and_not_part_of_the_title(parse: Parse) -> None:
    former, acting = read(parse("Former Prime Minister Erik Dahl met acting President Lena Berg."))
    assert (former.title, former.former, former.acting) == ("Prime Minister", True, False)
    assert (acting.title, acting.former, acting.acting) == ("President", False, True)


def test_several_countries_of_one_plural_title(parse: Parse) -> None:
    phrase = read(parse("The foreign ministers of Chile, Peru and Bolivia will meet in Lima."))[0]
    assert (
        phrase.countries == ("Chile", "Peru", "Bolivia")
        and phrase.plural
        and phrase.title == "foreign minister"
    )


def test_several_adjectives_before_one_plural_title(parse: Parse) -> None:
    phrase = read(parse("The Danish and Swedish prime ministers dined together."))[0]
    assert phrase.countries == ("Denmark", "Sweden")


def test_a_title_noun_that_modifies_another_noun_is_no_title(parse: Parse) -> None:
    assert read(parse("The president election campaign and the minister level meeting were dull.")) == []


def test_two_titles_in_a_row_are_two(parse: Parse) -> None:
    titles = [p.title for p in read(parse("Army spokesman Colonel Juan Ortega spoke."))]
    assert titles[-1] == "Colonel" and titles[0].endswith("spokesman")


def test_a_party_is_kept_apart(parse: Parse) -> None:
    phrase = read(parse("Republican presidential candidate Jim Hollis spoke in Ohio."))[0]
    assert (phrase.title, phrase.party) == ("presidential candidate", "Republican Party")


def test_the_determiner_is_told(parse: Parse) -> None:
    assert [p.determiner for p in read(parse("The analyst agreed. His lawyer did not."))] == ["the", "his"]


def test_a_number_of_members_is_no_title(parse: Parse) -> None:
    assert read(parse("The 28-member union agreed.")) == []
