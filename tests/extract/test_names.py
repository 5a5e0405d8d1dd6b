"""Names: where they begin and end, of what kind they are, and which of them belong together."""

from __future__ import annotations

import pytest

from kg.extract.document import Document, Entity
from kg.extract.name_clusters import cluster_bodies, cluster_people
from kg.extract.names import find_names
from tests.extract.conftest import Parse


def found(document: Document, kind: str) -> dict[str, set[str]]:
    """The name of each entity of ``kind`` with the texts of its mentions."""
    find_names(document)
    return {e.name: {m.span.text for m in e.mentions} for e in document.entities if e.kind == kind}


def entity(document: Document, name: str) -> Entity:
    return next(e for e in document.entities if e.name == name)


def test_titles_and_countries_before_a_name_are_not_part_of_it(parse: Parse) -> None:
    document = parse(
        "Norwegian Foreign Minister Kari Solberg met U.N. Special Envoy for Yemen Pieter van der Berg."
    )
    assert set(found(document, "person")) == {"Kari Solberg", "Pieter van der Berg"}
    assert "Yemen" in {e.name for e in document.entities if e.kind == "place"}


def test_a_surname_joins_the_full_name(parse: Parse) -> None:
    people = found(parse("Maria Lindgren spoke in Oslo. Lindgren said the talks would go on."), "person")
    assert people == {"Maria Lindgren": {"Maria Lindgren", "Lindgren"}}


def test_possessives_and_leading_articles_are_left_out(parse: Parse) -> None:
    document = parse("The World Bank's board praised Anna Kowalska's plan.")
    assert found(document, "person") == {"Anna Kowalska": {"Anna Kowalska"}}
    assert "World Bank" in {e.name for e in document.entities}


def test_a_title_makes_a_capitalised_word_a_person(parse: Parse) -> None:
    assert "Okonjo" in found(parse("President Okonjo arrived on Friday and left on Sunday."), "person")


def test_a_title_before_a_body_makes_no_person(parse: Parse) -> None:
    people = found(
        parse(
            "The General Assembly voted. The Foreign Minister Council met. Prime Minister's Questions began."
        ),
        "person",
    )
    assert people == {}


def test_an_arabic_article_and_a_hyphen_stay_in_the_name(parse: Parse) -> None:
    people = found(
        parse("Prime Minister Karim al-Hadidi resigned. Al-Hadidi had led the cabinet since May."), "person"
    )
    assert people == {"Karim al-Hadidi": {"Karim al-Hadidi", "Al-Hadidi"}}


def test_an_acronym_in_brackets_is_the_same_body(parse: Parse) -> None:
    document = parse("The International Monetary Fund (IMF) lent more. The IMF said so on Monday.")
    assert "IMF" in found(document, "organization")["International Monetary Fund"]


def test_abbreviated_world_bodies_and_countries_get_their_full_name(parse: Parse) -> None:
    document = parse("The U.N. asked the U.S. for help, and the UN got it.")
    assert found(document, "organization")["United Nations"] == {"U.N.", "UN"}
    assert entity(document, "United States").is_country


def test_a_nationality_is_no_name(parse: Parse) -> None:
    document = parse("The French and German ministers spoke.")
    assert found(document, "place") == {} and found(document, "person") == {}


def test_boilerplate_yields_no_names(parse: Parse) -> None:
    document = parse("Angela Novak spoke in Prague.")
    document.boilerplate = [True] * len(document.doc)
    assert found(document, "person") == {}


def test_an_apposition_makes_a_misread_surname_a_person(parse: Parse) -> None:
    assert "Hartwell" in found(
        parse('"They have waited too long," said Hartwell, deputy director of the institute.'), "person"
    )


def test_an_abbreviation_is_nobody(parse: Parse) -> None:
    assert found(parse("Voters must show a student ID at the polls."), "person") == {}


def test_a_place_after_a_title_for_it_is_a_place(parse: Parse) -> None:
    document = parse("The Kings of Sweden and Norway dined together.")
    assert {"Sweden", "Norway"} <= set(found(document, "place"))
    assert found(document, "organization") == {}


@pytest.mark.parametrize(
    ("names", "together"),
    [
        (["John Smith", "Smith"], True),
        (["Smith", "John Smith"], True),
        (["John Smith", "John"], True),
        (["John Smith", "Jane Smith"], False),
        (["J. Smith", "John Smith"], True),
        (["Omar el-Tayeb", "Tayeb"], True),
        (["José Muñoz", "Jose Munoz"], True),
        (["Abdel-Karim Nasser", "Abdel Karim Nasser"], True),
        (["John Q. Smith", "John Smith"], True),
        (["Peter Brown", "Peter Braun-Weiss"], False),
    ],
)
def test_names_of_one_person(names: list[str], together: bool) -> None:
    clusters = cluster_people(list(enumerate(names)))
    assert (clusters[0] is clusters[1]) is together


def test_a_shared_surname_goes_to_the_one_named_last() -> None:
    clusters = cluster_people([(0, "George Hill"), (1, "Laura Hill"), (2, "Hill")])
    assert clusters[2] is clusters[1]


def test_an_acronym_that_fits_two_bodies_stays_alone() -> None:
    clusters = cluster_bodies([(0, "Arab League"), (1, "African League"), (2, "AL")], [])
    assert clusters[2] is not clusters[0] and clusters[2] is not clusters[1]


def test_a_country_of_several_words_is_one_place_whatever_the_model_took_it_for(parse: Parse) -> None:
    document = parse(
        "She met the Prime Ministers of Fiji, St. Kitts and Nevis, Trinidad and Tobago, and Belize."
    )
    assert found(document, "place") == {
        name: {name} for name in ("Fiji", "St. Kitts and Nevis", "Trinidad and Tobago", "Belize")
    }
    assert found(document, "person") == {}


def test_a_country_within_a_longer_name_is_left_to_that_name(parse: Parse) -> None:
    places = found(parse("The Bank of United Kingdom Holdings lent the money."), "place")
    assert places == {}
