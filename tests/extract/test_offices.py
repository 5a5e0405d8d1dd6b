"""Offices without a name, groups, and offices whose holder the article names."""

from __future__ import annotations

from kg.extract.document import Document
from kg.extract.names import find_names
from kg.extract.offices import find_offices
from kg.extract.roles import find_roles
from tests.extract.conftest import Parse


def prepared(document: Document) -> Document:
    find_names(document)
    find_roles(document)
    find_offices(document)
    return document


def names(document: Document, kind: str) -> list[str]:
    return [e.name for e in document.entities if e.kind == kind]


def at(document: Document, word: str) -> list[str]:
    """The names of what the phrase with the head ``word`` denotes."""
    token = next(t for t in document.doc if t.text == word)
    return [e.name for e in document.entities_at(token)]


def test_an_adjective_and_a_title_are_an_office(parse: Parse) -> None:
    document = prepared(parse("The Iranian foreign minister arrived in Vienna."))
    assert names(document, "office") == ["Foreign Minister of Iran"]
    assert at(document, "minister") == ["Foreign Minister of Iran"]


def test_an_office_has_title_and_country(parse: Parse) -> None:
    document = prepared(parse("They spoke to the president of Peru."))
    office = next(e for e in document.entities if e.kind == "office")
    assert (office.title, office.of) == ("President", "Peru")


def test_one_office_for_each_country_of_a_list(parse: Parse) -> None:
    document = prepared(parse("She met foreign ministers from Chile, Peru, and Bolivia."))
    assert at(document, "ministers") == [
        "Foreign Minister of Chile",
        "Foreign Minister of Peru",
        "Foreign Minister of Bolivia",
    ]


def test_lists_of_kings_and_presidents(parse: Parse) -> None:
    document = prepared(
        parse("He met the Kings of Belgium, Jordan, and Spain; and the Presidents of Brazil and France.")
    )
    assert names(document, "office") == [
        "King of Belgium",
        "King of Jordan",
        "King of Spain",
        "President of Brazil",
        "President of France",
    ]


def test_a_named_holder_is_meant_instead_of_the_office(parse: Parse) -> None:
    document = prepared(
        parse("Chilean Foreign Minister Rosa Diaz met foreign ministers from Chile and Peru.")
    )
    assert at(document, "ministers") == ["Rosa Diaz", "Foreign Minister of Peru"]


def test_the_leader_of_a_country_is_its_named_president(parse: Parse) -> None:
    document = prepared(parse("Russian President Ivan Sokolov flew home. The Russian leader was tired."))
    assert at(document, "leader") == ["Ivan Sokolov"]
    assert names(document, "office") == []


def test_a_counterpart_is_the_same_office_of_another_country(parse: Parse) -> None:
    document = prepared(
        parse("Norwegian Foreign Minister Kari Solberg spoke with her Japanese counterpart by phone.")
    )
    assert at(document, "counterpart") == ["Foreign Minister of Japan"]


def test_people_without_names_are_a_group(parse: Parse) -> None:
    document = prepared(
        parse("Senior Iranian officials met rebel commanders and several opposition leaders.")
    )
    assert names(document, "group") == ["Senior Iranian officials", "rebel commanders", "opposition leaders"]


def test_collective_nouns_are_groups(parse: Parse) -> None:
    assert names(prepared(parse("The rebels met two delegations.")), "group") == ["rebels", "delegations"]


def test_an_indefinite_official_is_no_office(parse: Parse) -> None:
    assert names(prepared(parse("A Norwegian minister was seen.")), "office") == []


def test_a_former_office_is_nobody_here(parse: Parse) -> None:
    assert names(prepared(parse("The former Norwegian president stayed at home.")), "office") == []


def test_an_office_beside_its_holder_is_no_further_entity(parse: Parse) -> None:
    document = prepared(
        parse("Norway's president, Erik Dahl, spoke. The president of Norway, Erik Dahl, left.")
    )
    assert names(document, "office") == []


def test_boilerplate_gives_no_offices(parse: Parse) -> None:
    document = parse("The Iranian foreign minister arrived. Officials waited.")
    document.boilerplate = [True] * len(document.doc)
    assert prepared(document).entities == []


def test_representatives_of_two_countries_are_two_groups(parse: Parse) -> None:
    document = prepared(parse("Representatives from Chile and Peru met in Lima."))
    assert names(document, "group") == ["Representatives from Chile", "Representatives from Peru"]
    assert names(document, "office") == []


def test_a_group_ends_before_what_it_came_for(parse: Parse) -> None:
    document = prepared(parse("Foreign ministers for talks on Thursday arrived in Oslo."))
    assert names(document, "group") == ["Foreign ministers"]


def test_the_secretary_of_state_of_no_country_told_is_the_american_one(parse: Parse) -> None:
    document = prepared(parse("The secretary of state landed in Oslo on Monday."))
    assert names(document, "office") == ["Secretary of State of United States"]


def test_a_secretary_of_state_who_is_named_or_one_of_many_is_no_office(parse: Parse) -> None:
    named = "Vatican Secretary of State Anselmo Ricci landed in Oslo. The secretary of state met nobody."
    assert names(prepared(parse(named)), "office") == []
    assert names(prepared(parse("A secretary of state landed in Oslo.")), "office") == []


def test_who_stands_in_or_comes_next_is_not_the_holder_of_the_office(parse: Parse) -> None:
    document = prepared(
        parse("The acting foreign minister of Norway spoke. The next Estonian foreign minister spoke.")
    )
    assert names(document, "office") == [
        "Acting Foreign Minister of Norway",
        "Next Foreign Minister of Estonia",
    ]


def test_a_secretary_general_is_an_office_of_the_body(parse: Parse) -> None:
    document = prepared(parse("The U.N. secretary-general spoke. The NATO secretary general left."))
    assert names(document, "office") == [
        "Secretary-general of United Nations",
        "Secretary General of NATO",
    ]
