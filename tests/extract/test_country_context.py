"""Of which country "President X" is, by what the rest of the article says."""

from __future__ import annotations

import pytest

from kg.extract.document import Document
from kg.extract.names import find_names
from kg.extract.places import resolve_places
from kg.extract.roles import find_roles
from tests.extract.conftest import Parse


def offices(document: Document) -> dict[str, str | None]:
    """The country (or body) of each person's first role."""
    find_names(document)
    resolve_places(document)
    find_roles(document)
    return {role.person.name: role.of for role in document.roles}


@pytest.mark.parametrize(
    ("text", "person", "of"),
    [
        # Only Germany has a chancellor, though Greece is named more often.
        (
            "Greece waits. Athens needs money, and Greece needs time. The talks in Germany failed. "
            "Chancellor Hanna Vogel spoke.",
            "Hanna Vogel",
            "Germany",
        ),
        # The United States have no prime minister.
        (
            "U.S. troops and U.S. planes are in Iraq. The U.S. will stay. Prime Minister Karim Sabri agreed.",
            "Karim Sabri",
            "Iraq",
        ),
        # The United Kingdom has no president.
        (
            "Britain and Kenya trade. Britain buys tea from Britain's friends. "
            "President Daniel Otieno said so.",
            "Daniel Otieno",
            "Kenya",
        ),
        # A city speaks for its country.
        (
            "Crowds filled Warsaw. In Warsaw and in Gdansk shops closed. Prime Minister Anna Kowalska spoke.",
            "Anna Kowalska",
            "Poland",
        ),
        ("The sultan's guests left Oman for Yemen. Sultan Harun Faris spoke.", "Harun Faris", "Oman"),
    ],
)
def test_the_country_that_the_office_fits(parse: Parse, text: str, person: str, of: str) -> None:
    assert offices(parse(text))[person] == of


def test_two_holders_of_one_office_are_of_two_countries(parse: Parse) -> None:
    told = offices(
        parse(
            "Syria is at war, and Syria has asked Russia for help. In Syria, President Nabil Haddad spoke. "
            "President Ivan Sokolov will send planes."
        )
    )
    assert told == {"Nabil Haddad": "Syria", "Ivan Sokolov": "Russia"}


def test_no_country_where_none_that_is_named_has_the_office(parse: Parse) -> None:
    assert offices(parse("Kenya and Ghana trade. Emperor Taro Ono spoke."))["Taro Ono"] is None


def test_who_is_accompanied_is_no_host(parse: Parse) -> None:
    told = offices(
        parse("Envoy Carl Berg traveled to Rome, Italy, in May. He accompanied President Hugh Dunn.")
    )
    assert told["Hugh Dunn"] is None


def test_a_host_is_of_the_country_visited_and_not_of_the_topic(parse: Parse) -> None:
    told = offices(
        parse("Carl Berg traveled to Amman, Jordan, in May. Briefed King Hassan Nur on the Kuwait crisis.")
    )
    assert told["Hassan Nur"] == "Jordan"
