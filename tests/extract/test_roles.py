"""Roles: who is told to hold which office, and what must not be read as one."""

from __future__ import annotations

import pytest

from kg.extract.document import Document
from kg.extract.names import find_names
from kg.extract.places import resolve_places
from kg.extract.roles import find_roles
from tests.extract.conftest import Parse

Told = tuple[str, str | None, str | None]


def roles(document: Document) -> list[Told]:
    find_names(document)
    find_roles(document)
    return [(r.person.name, r.title, r.of) for r in document.roles]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegian Foreign Minister Kari Solberg spoke.", ("Kari Solberg", "Foreign Minister", "Norway")),
        (
            "Anna Kowalska, director of the Warsaw Institute, spoke.",
            ("Anna Kowalska", "director", "Warsaw Institute"),
        ),
        ("Kenya's president, Daniel Otieno, spoke.", ("Daniel Otieno", "president", "Kenya")),
        ("Erik Dahl, who heads the World Bank, spoke.", ("Erik Dahl", "head", "World Bank")),
        ("Erik Dahl is the head of the World Bank.", ("Erik Dahl", "head", "World Bank")),
        ("Erik Dahl was elected chairman of the World Bank.", ("Erik Dahl", "chairman", "World Bank")),
        (
            "Laura Hill, a spokeswoman for the White House, spoke.",
            ("Laura Hill", "spokeswoman", "White House"),
        ),
        ("Laura Hill of Amnesty International spoke.", ("Laura Hill", None, "Amnesty International")),
        ("Amnesty International's Laura Hill spoke.", ("Laura Hill", None, "Amnesty International")),
        ("King Harald of Norway spoke.", ("Harald", "King", "Norway")),
        ("Democratic Senator Laura Hill of Vermont spoke.", ("Laura Hill", "Senator", "Vermont")),
        (
            "Republican presidential candidate Jim Hollis spoke.",
            ("Jim Hollis", "presidential candidate", "Republican Party"),
        ),
        ("Sen. Jim Hollis, R-Texas, spoke.", ("Jim Hollis", "Senator", "Texas")),
        (
            "Italian Foreign Minister Carla Bruno (R) and others spoke.",
            ("Carla Bruno", "Foreign Minister", "Italy"),
        ),
    ],
)
def test_a_way_of_telling_a_role(parse: Parse, text: str, expected: Told) -> None:
    assert roles(parse(text)) == [expected]


def test_titles_before_and_after_one_name(parse: Parse) -> None:
    told = roles(parse("General Juan Ortega, a former chief of staff of the Chilean Army, resigned."))
    assert ("Juan Ortega", "General", "Chile") in told
    assert any(title is not None and title.startswith("chief") for _, title, _ in told)


def test_each_of_a_list_gets_the_plural_title(parse: Parse) -> None:
    told = roles(
        parse("Presidents Ana Torres of Peru, Luis Rojas of Chile and Evo Mamani of Bolivia met in Lima.")
    )
    assert told == [
        ("Ana Torres", "President", "Peru"),
        ("Luis Rojas", "President", "Chile"),
        ("Evo Mamani", "President", "Bolivia"),
    ]


def test_a_former_office_is_marked(parse: Parse) -> None:
    document = parse(
        "Former Polish Prime Minister Anna Kowalska spoke. Erik Dahl, the acting mayor of Oslo, listened."
    )
    roles(document)
    assert [(r.former, r.acting) for r in document.roles] == [(True, False), (False, True)]


def test_one_role_is_told_once(parse: Parse) -> None:
    told = roles(parse("Norwegian Foreign Minister Kari Solberg spoke. Later Foreign Minister Solberg left."))
    assert told == [("Kari Solberg", "Foreign Minister", "Norway")]


def test_the_country_of_an_office_comes_from_elsewhere_in_the_article(parse: Parse) -> None:
    told = roles(
        parse("Prime Minister Erik Dahl spoke. Norway will hold elections, the Norwegian government said.")
    )
    assert told == [("Erik Dahl", "Prime Minister", "Norway")]


def test_a_traveller_holds_no_office_of_the_country_visited(parse: Parse) -> None:
    told = roles(
        parse(
            "President Jim Hollis traveled to Lima, Peru, in 1994. The President met with President Torres."
        )
    )
    assert told == [("Jim Hollis", "President", None), ("Torres", "President", "Peru")]


def test_the_counterpart_has_the_title_of_the_other(parse: Parse) -> None:
    told = roles(
        parse("Norwegian Foreign Minister Kari Solberg met her Italian counterpart, Carla Bruno, on Monday.")
    )
    assert ("Carla Bruno", "Foreign Minister", "Italy") in told


@pytest.mark.parametrize(
    "text",
    [
        "Kari Solberg met the Italian president.",
        "Erik Dahl is not the president of Norway.",
        "Erik Dahl wants to be president of Norway.",
        "Local resident Erik Dahl saw the fire.",
        "The presidents of Peru and Chile met Erik Dahl.",
        "Norway's parliament, where Erik Dahl worked, was closed.",
        "Mr. Erik Dahl and Mrs. Kari Dahl arrived.",
        "Maulana Karim Haqqan arrived.",
        "Erik Dahl spoke to the press in Norway.",
    ],
)
def test_what_tells_no_role(parse: Parse, text: str) -> None:
    assert roles(parse(text)) == []


def test_bodies_hold_no_office(parse: Parse) -> None:
    document = parse("Former market leader Volkswagen and oil producer Gazprom signed a deal in Berlin.")
    assert roles(document) == []


@pytest.mark.parametrize(
    "text", ["", "President", "Anna Kowalska, spokeswoman for the New Jersey", "Lt.", "Kings of", "X, a"]
)
def test_a_text_that_breaks_off_is_read_to_its_end(parse: Parse, text: str) -> None:
    assert all(person and span for person, *span in roles(parse(text)))


def test_confidence_is_less_where_the_country_is_not_told_beside_the_title(parse: Parse) -> None:
    document = parse(
        "Danish Foreign Minister Erik Dahl spoke to Prime Minister Ana Torres in Lima. Peru agreed."
    )
    roles(document)
    beside, inferred = document.roles
    assert beside.confidence > inferred.confidence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Clara Fonte, a Danish photographer based in Aarhus, and also a member of Amnesty International, spoke.",
            [("Clara Fonte", "photographer", "Denmark"), ("Clara Fonte", "member", "Amnesty International")],
        ),
        (
            "Vera Stoll, a professor studying soil at Northfield University, spoke.",
            [("Vera Stoll", "professor", "Northfield University")],
        ),
        (
            "Danish General Ole Rask, then commander of the Danish Army, agreed.",
            [("Ole Rask", "General", "Denmark"), ("Ole Rask", "commander", "Danish Army")],
        ),
        (
            "The House Finance Committee's chairman, Republican Rob Good of Ohio, spoke.",
            [("Rob Good", "chairman", "House Finance Committee")],
        ),
        (
            "House members John Corr, a Michigan Democrat, and Jim Sense, a conservative Ohio Republican, spoke.",
            [("John Corr", "member", "House"), ("Jim Sense", "member", "House")],
        ),
        (
            "Police spokesman Lt. Colonel Anton Berg said the operation was calm.",
            [("Anton Berg", "Police spokesman", "police"), ("Anton Berg", "Lt. Colonel", "police")],
        ),
        (
            "Carl Danner, who serves in the Ohio House of Representatives, spoke.",
            [("Carl Danner", "member", "Ohio House of Representatives")],
        ),
        (
            "Nora Lind, who works for Amnesty International, spoke.",
            [("Nora Lind", None, "Amnesty International")],
        ),
    ],
)
def test_titles_further_off(parse: Parse, text: str, expected: list[Told]) -> None:
    assert roles(parse(text)) == expected


def test_a_title_of_a_body_named_before(parse: Parse) -> None:
    told = roles(
        parse("Amnesty International reported. Carla Weyde, one of the group's founding members, spoke.")
    )
    assert told == [("Carla Weyde", "member", "Amnesty International")]


def test_an_adviser_to_a_prime_minister_is_not_the_prime_minister(parse: Parse) -> None:
    told = roles(parse("Nina Holt, a former adviser to Swedish Prime Minister Olof Bergman, spoke."))
    assert ("Nina Holt", "adviser", "Sweden") in told
    assert ("Olof Bergman", "Prime Minister", "Sweden") in told
    assert {person for person, title, _ in told if title == "adviser"} == {"Nina Holt"}


def test_who_would_win_against_a_nominee_is_not_the_nominee(parse: Parse) -> None:
    assert roles(parse("If Erik Dahl is the nominee, Kari Solberg wins.")) != [
        ("Kari Solberg", "nominee", None)
    ]


def test_a_secretary_general_is_of_a_body_and_not_of_a_country(parse: Parse) -> None:
    text = "NATO is worried about Russia and Russia's fleet. Secretary General Lars Holm warned Russia."
    assert roles(parse(text)) == [("Lars Holm", "Secretary General", "NATO")]


def test_a_state_senator_is_of_the_state_last_named(parse: Parse) -> None:
    text = "Lawmakers in Tennessee voted on the bill. Nobody was surprised. It passed. State Senator Ed Hull spoke."
    document = parse(text)
    find_names(document)
    resolve_places(document)
    find_roles(document)
    assert [(r.title, r.of) for r in document.roles] == [("State Senator", "Tennessee")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ruth Amsel of the now-outlawed Muslim Brotherhood spoke.",
            ("Ruth Amsel", None, "Muslim Brotherhood"),
        ),
        ("Supporters left Anna Lund's Green Party on Monday.", ("Anna Lund", None, "Green Party")),
        ("Anna Lund, whose Green Party won, spoke.", ("Anna Lund", None, "Green Party")),
        (
            "Erik Dahl, a fellow at the Oslo Institute's Center on Water, spoke.",
            ("Erik Dahl", "fellow", "Oslo Institute's Center on Water"),
        ),
        ("The World Bank, led by President Erik Dahl, agreed.", ("Erik Dahl", "President", "World Bank")),
    ],
)
def test_bodies_of_people(parse: Parse, text: str, expected: Told) -> None:
    assert roles(parse(text)) == [expected]


def test_a_condition_tells_no_role(parse: Parse) -> None:
    assert roles(parse("It matters if Erik Dahl is the nominee.")) == []


def test_a_heading_in_capitals_names_nobody(parse: Parse) -> None:
    assert roles(parse("Supreme Court Justice Questions New Treason Charge")) == []


def test_an_office_that_the_article_gives_to_one_is_nobody_elses(parse: Parse) -> None:
    told = roles(parse("The envoy accompanied President Brandt to a meeting with Russian President Volkov."))
    assert told == [("Brandt", "President", None), ("Volkov", "President", "Russia")]


def test_who_is_acting_takes_the_office_from_nobody(parse: Parse) -> None:
    told = roles(
        parse(
            "Danish Prime Minister Erik Dahl was ill. The country's caretaker prime minister, Kari Lund, spoke."
        )
    )
    assert ("Kari Lund", "prime minister", "Denmark") in told


def test_a_country_before_a_comma_is_not_of_the_next_title(parse: Parse) -> None:
    told = roles(parse("She met King Haldor II of Jordan, Norwegian President Lund and others."))
    assert told == [("Haldor II", "King", "Jordan"), ("Lund", "President", "Norway")]


def test_a_nationality_before_a_portfolio_is_no_body(parse: Parse) -> None:
    told = roles(parse("Australian Trade Minister Susan Marlow met British Home Secretary Ann Lee."))
    assert told == [
        ("Susan Marlow", "Trade Minister", "Australia"),
        ("Ann Lee", "Home Secretary", "United Kingdom"),
    ]


def test_a_senator_is_american_only_where_the_article_names_no_other_country_alone(parse: Parse) -> None:
    abroad = roles(parse("Senator Cristina Villa spoke in Buenos Aires, Argentina, on Monday."))
    assert abroad == [("Cristina Villa", "Senator", "Argentina")]
    at_home = roles(parse("Senator Jim Hollis, a Republican, spoke of Argentina on Monday."))
    assert at_home == [("Jim Hollis", "Senator", "United States")]
