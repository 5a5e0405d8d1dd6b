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


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("General Mills said on Monday that it had sold a factory.", "General Mills"),
        ("Shares of General Electric fell in London.", "General Electric"),
        ("United Harbour Workers president Rolf Gebhardt called the plan poor.", "United Harbour Workers"),
        ("Norlund International , the Danish parts maker , wants to buy Opal .", "Norlund International"),
    ],
)
def test_a_company_or_union_with_a_title_in_its_name_is_no_person(parse: Parse, text: str, body: str) -> None:
    document = parse(text)
    assert body in found(document, "organization")
    assert not [e.name for e in document.entities if e.kind == "person" and e.name in body]


def test_a_general_stays_a_person_though_companies_are_called_general(parse: Parse) -> None:
    people = found(parse("General Lindqvist met King Haldor. General Anders Lindqvist then left."), "person")
    assert people == {"Anders Lindqvist": {"Lindqvist", "Anders Lindqvist"}, "Haldor": {"Haldor"}}


def test_two_bodies_that_one_of_them_shares_with_another_sentence_are_two(parse: Parse) -> None:
    document = parse("Barclays and Bank of America withdrew from talks. Bank of America bought a rival.")
    assert found(document, "organization") == {
        "Barclays": {"Barclays"},
        "Bank of America": {"Bank of America"},
    }


def test_a_body_with_and_in_its_name_is_one(parse: Parse) -> None:
    document = parse("The Securities and Exchange Commission fined him. The Commission said so.")
    assert "Securities and Exchange Commission" in found(document, "organization")


def test_a_company_goes_by_its_first_word_though_somebody_has_that_surname(parse: Parse) -> None:
    document = parse(
        "Ford Motor Company said it will cut jobs. Bill Ford, its chairman, said Ford would live. "
        "Ford owns Volvo. Mr. Ford met Anna Berg."
    )
    bodies = found(document, "organization")
    assert bodies["Ford Motor Company"] == {"Ford Motor Company", "Ford"}
    people = {e.name: {m.span.text for m in e.mentions} for e in document.entities if e.kind == "person"}
    assert people["Bill Ford"] == {"Bill Ford", "Ford"}


def test_a_legal_form_that_is_abbreviated_gives_no_letter_to_an_abbreviation() -> None:
    clusters = cluster_bodies([(0, "Harlow Motors Co."), (1, "HM"), (2, "HMC")], [])
    assert clusters[0] is clusters[1]
    assert clusters[2] is not clusters[0]


def test_a_force_with_its_country_stays_a_body_before_those_who_serve_in_it(parse: Parse) -> None:
    assert "U.S. Navy" in found(parse("The captors freed ten U.S. Navy sailors in Oslo."), "organization")
