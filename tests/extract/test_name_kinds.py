"""Of what kind a name is, what is no name at all, and which names are one thing."""

from __future__ import annotations

import pytest

from kg.extract.document import Document
from kg.extract.names import find_names
from kg.extract.places import resolve_places
from tests.extract.conftest import Parse


def names(document: Document, kind: str) -> list[str]:
    find_names(document)
    resolve_places(document)
    return [entity.name for entity in document.entities if entity.kind == kind]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Henry A. (Hans Albert) Kessler met Boris Ivanov in Vienna.", "Henry A. Kessler"),
        ("I spoke with President [Anna] Lund yesterday.", "Anna Lund"),
        ('Cory "C.T." Vivaldi spoke to the crowd.', 'Cory "C.T." Vivaldi'),
        ("Secretary of State Dean Gooding Harris spoke.", "Dean Gooding Harris"),
        ("Pentagon Press Secretary Rear Adm. Paul Dray spoke.", "Paul Dray"),
        ("Ohio Gov. John Keller spoke to voters.", "John Keller"),
        ("Nora Toker of Weizmann's faction said no.", "Nora Toker"),
    ],
)
def test_a_personal_name_is_whole_and_no_more(parse: Parse, text: str, person: str) -> None:
    assert person in names(parse(text), "person")


def test_a_place_in_brackets_is_no_part_of_a_name(parse: Parse) -> None:
    assert names(parse("Anna Lund (Norway) met Erik Dahl in Oslo."), "person") == ["Anna Lund", "Erik Dahl"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Green Party and the party Beit Rahel agreed.", "Beit Rahel"),
        ("He told the newspaper Handelsbote that he would go.", "Handelsbote"),
        ("Fans of the Beetles cheered in the streets.", "Beetles"),
    ],
)
def test_a_body_that_looks_like_a_person(parse: Parse, text: str, body: str) -> None:
    document = parse(text)
    assert body in names(document, "organization")
    assert body not in [e.name for e in document.entities if e.kind == "person"]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Fighting went on in Karvala. People fled from Karvala to camps near Karvala.", "Karvala"),
        ("Troops entered the town of Lankor on Sunday. Lankor had been quiet.", "Lankor"),
    ],
)
def test_a_town_is_no_person(parse: Parse, text: str, town: str) -> None:
    document = parse(text)
    assert town not in names(document, "person")
    assert town in [e.name for e in document.entities if e.kind == "place"]


@pytest.mark.parametrize(
    ("text", "junk"),
    [
        ("Fences along the U.S.-Mexico border were built.", "U.S.-Mexico"),
        ("Senator Jim Hollis, R-Texas, spoke in Ohio.", "R-Texas"),
        ("pro-Moscow fighters took Bill 12 to the vote.", "Bill 12"),
        ("Kenyan police met the villagers.", "Kenyan"),
    ],
)
def test_what_is_no_name(parse: Parse, text: str, junk: str) -> None:
    document = parse(text)
    find_names(document)
    assert junk not in [entity.name for entity in document.entities]


def test_a_model_number_is_no_part_of_a_company(parse: Parse) -> None:
    assert names(parse("The airline ordered ten Boeing 737s. Boeing was glad."), "organization") == ["Boeing"]


@pytest.mark.parametrize(
    ("text", "one"),
    [
        (
            "The U.N. Security Council met on Friday. The Security Council will meet again.",
            "U.N. Security Council",
        ),
        ("Apple Inc. has a new telephone. Apple sells it.", "Apple Inc."),
        ("Singapore Airlines Ltd. was late. Singapore Airlines will pay.", "Singapore Airlines Ltd."),
    ],
)
def test_a_shorter_form_of_one_body(parse: Parse, text: str, one: str) -> None:
    assert names(parse(text), "organization") == [one]


def test_a_body_and_a_part_of_it_are_two(parse: Parse) -> None:
    told = names(parse("The United Nations spoke. The United Nations Security Council met."), "organization")
    assert told == ["United Nations", "United Nations Security Council"]


def test_the_form_of_a_dateline_is_not_the_name(parse: Parse) -> None:
    assert names(parse("WASHINGTON — Talks began. Envoys came to Washington."), "place") == ["Washington"]


def test_the_district_after_the_capital_is_no_place_of_its_own(parse: Parse) -> None:
    assert names(parse("They met in Washington, D.C. on Saturday."), "place") == ["Washington"]
    assert names(parse("They met in Washington , D.C. on Saturday ."), "place") == ["Washington"]


def test_a_state_after_its_city_is_another_place_than_the_city_of_its_name(parse: Parse) -> None:
    document = parse("He met them in Seattle, Washington, and flew to Washington for talks.")
    assert names(document, "place") == ["Seattle", "Washington state", "Washington"]
    ids = {e.name: e.geonames for e in document.entities}
    assert (ids["Washington state"], ids["Washington"]) == (5815135, 4140963)


def test_a_surname_with_particles_after_a_title_is_no_town(parse: Parse) -> None:
    document = parse("The envoy met President de la Madrid and Chancellor von der Heide in Lima.")
    assert names(document, "person") == ["de la Madrid", "von der Heide"]
    assert [e.name for e in document.entities if e.kind == "place"] == ["Lima"]


def test_a_state_visit_names_no_state(parse: Parse) -> None:
    document = parse("The Secretary accompanied President Lund on a State visit to Peru.")
    assert names(document, "organization") == []
    assert [e.name for e in document.entities if e.kind == "place"] == ["Peru"]
