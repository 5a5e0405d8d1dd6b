"""Places: each name gets the country, id and coordinates that the words around it allow, or none."""

from __future__ import annotations

import re

import pytest

from kg.extract.document import Entity
from kg.extract.places import resolve_places


@pytest.fixture(scope="module")
def place(parse):
    """``place(text, name)`` is the place called ``name``, with all its mentions in the text, resolved."""

    def make(text, name):
        document = parse(text)
        entity = Entity("place", name)
        document.entities.append(entity)
        for found in re.finditer(re.escape(name), text):
            span = document.doc.char_span(found.start(), found.end(), alignment_mode="expand")
            document.add_mention(entity, span, "name")
        resolve_places(document)
        return document.entities[0]

    return make


def where(entity):
    return entity.country, entity.geonames


def test_a_nationality_before_a_city_tells_its_country(place):
    lausanne = place("Talks were held in the Swiss city of Lausanne.", "Lausanne")
    assert where(lausanne) == ("Switzerland", 2659994)
    assert (lausanne.country_code, lausanne.is_country) == ("CH", False)
    assert (round(lausanne.latitude, 1), round(lausanne.longitude, 1)) == (46.5, 6.6)


def test_a_state_after_a_comma_tells_which_city_is_meant(place):
    assert where(place("The two met in Paris, Texas, on Monday.", "Paris")) == ("United States", 4717560)
    assert where(place("The two met in Paris on Monday.", "Paris")) == ("France", 2988507)


def test_a_country_after_a_comma_places_a_city_that_the_gazetteer_lacks(place):
    assert where(place("The elders met in Zzyzzville, Namibia.", "Zzyzzville")) == (
        "Namibia",
        None,
    )


def test_a_country_that_only_follows_the_comma_does_not_place_the_city(place):
    text = "After the talks in Geneva, Iran's minister flew home."
    assert where(place(text, "Geneva")) == ("Switzerland", 2660646)


def test_a_country_is_its_own_country(place):
    kenya = place("He visited Kenya in May.", "Kenya")
    assert (kenya.country, kenya.country_code, kenya.is_country) == ("Kenya", "KE", True)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("He traveled to Seoul, Korea, Republic of, on May 2, 1989.", "Korea", "South Korea"),
        ("He traveled to Seoul, Korea, Republic of, on May 2, 1989.", "Seoul", "South Korea"),
        ("He traveled to Beijing, China, People’s Republic of, on May 2, 1989.", "China", "China"),
        ("He traveled to Bonn, Germany, Federal Republic of, on May 2, 1989.", "Bonn", "Germany"),
        ("He traveled to Moscow, U.S.S.R., on May 2, 1989.", "Moscow", "Russia"),
    ],
)
def test_places_of_official_records_have_their_country(place, text, name, country):
    assert place(text, name).country == country


def test_georgia_is_the_state_beside_american_places(place):
    text = "He met voters in Atlanta, Georgia, and in Alabama and Florida."
    assert where(place(text, "Georgia")) == ("United States", 4197000)


def test_georgia_is_the_country_where_georgians_are_told_of(place):
    text = "Georgian President Salome Zourabichvili returned to Georgia after talks in Brussels."
    assert place(text, "Georgia").is_country is True


def test_washington_is_the_capital_unless_called_a_state(place):
    assert where(place("The leaders met in Washington.", "Washington")) == (
        "United States",
        4140963,
    )
    assert where(place("Voters in Washington state went to the polls.", "Washington")) == (
        "United States",
        5815135,
    )


def test_a_city_of_two_countries_is_the_one_in_the_country_of_the_story(place):
    text = "Lebanese leaders met in Tripoli. Lebanon's president spoke to Lebanese troops."
    assert place(text, "Tripoli").country == "Lebanon"
    assert place("Leaders met in Tripoli.", "Tripoli").country == "Libya"
    assert place("The Lebanese city of Tripoli hosted the talks.", "Tripoli").country == "Lebanon"


def test_a_small_namesake_is_not_meant_because_its_country_is_named(place):
    text = "Philippine and Canadian guests flew to Santiago and London. Manila and Ottawa were pleased."
    assert where(place(text, "Santiago")) == ("Chile", 3871336)
    assert where(place(text, "London")) == ("United Kingdom", 2643743)


def test_an_american_state_is_not_the_city_called_after_it(place):
    assert where(place("Voters in Kansas went to the polls.", "Kansas")) == ("United States", 4273857)
    assert where(place("Leaders met in New York.", "New York")) == ("United States", 5128581)


def test_another_name_of_a_city_counts_where_its_country_is_named(place):
    assert place("Chinese traders left Canton. China lost them.", "Canton").country == "China"
    assert place("The fair in Canton opened.", "Canton").country != "China"


def test_part_of_a_place_has_the_country_but_not_the_id(place):
    assert where(place("Farmers met in the rural Lublin area.", "rural Lublin area")) == (
        "Poland",
        None,
    )


def test_parts_of_the_world_lie_in_no_country(place):
    text = "Syria, Syria, Syria and Syria: he toured the Middle East."
    assert where(place(text, "Middle East")) == (None, None)


def test_a_small_name_without_any_hint_stays_unresolved(place):
    assert where(place("They gathered in Springwell on Monday.", "Springwell")) == (None, None)


def test_a_building_of_politics_has_city_coordinates_and_country(place):
    kremlin = place("Both leaders met in the Kremlin on Monday.", "Kremlin")
    assert (kremlin.country, kremlin.geonames, round(kremlin.latitude)) == ("Russia", None, 56)


def test_a_building_lies_in_the_city_named_after_it(place):
    text = "The panel met at the Zephyr Hall in Nairobi, Kenya."
    assert place(text, "Zephyr Hall").country == "Kenya"


def test_a_body_is_a_place_where_things_happen_in_it(parse):
    text = "The White House said the two met at the White House."
    document = parse(text)
    house = Entity("organization", "White House")
    document.entities.append(house)
    document.add_mention(house, document.doc[1:3], "name")
    last = document.doc.char_span(text.rindex("White"), text.rindex("House") + 5)
    document.add_mention(house, last, "name")
    resolve_places(document)
    place = next(e for e in document.entities if e.kind == "place")
    assert [m.span.start for m in house.mentions] == [1]
    assert [m.span.start for m in place.mentions] == [last.start]
    assert (place.name, place.country) == ("White House", "United States")


def test_headquarters_of_a_body_are_a_place(parse):
    text = "Ministers held talks at NATO headquarters in Brussels."
    document = parse(text)
    nato = Entity("organization", "NATO")
    document.entities.append(nato)
    document.add_mention(nato, document.doc.char_span(text.index("NATO"), text.index("NATO") + 4), "name")
    resolve_places(document)
    assert [(e.name, e.country) for e in document.entities] == [("NATO headquarters", "Belgium")]


def test_an_employer_is_no_place(parse):
    text = "Maria Lind is a professor at Harbor University."
    document = parse(text)
    university = Entity("organization", "Harbor University")
    document.entities.append(university)
    begin = text.index("Harbor")
    document.add_mention(university, document.doc.char_span(begin, begin + 17), "name")
    resolve_places(document)
    assert [e.kind for e in document.entities] == ["organization"]


def test_plain_korea_is_the_one_that_the_article_tells_of(place):
    assert place("South Korean leaders returned to Korea.", "Korea").country == "South Korea"
    assert place("They flew to Korea.", "Korea").country is None


def names(document):
    return [(e.kind, e.name, e.country) for e in document.entities]


def test_a_name_before_its_country_is_a_place_whatever_it_was_taken_for(parse):
    text = "He traveled to Bandar Seri Zend, Brunei, on Monday."
    document = parse(text)
    person = Entity("person", "Seri Zend")
    document.entities.append(person)
    begin = text.index("Seri")
    document.add_mention(person, document.doc.char_span(begin, begin + 9), "name")
    resolve_places(document)
    assert names(document) == [("place", "Bandar Seri Zend", "Brunei")]


@pytest.mark.parametrize(
    "text",
    [
        "He spoke to Anna Moss, Iran's envoy.",
        "Talks in Zend, Iran and Iraq failed.",
        "He wrote to Moss, Iran.",
    ],
)
def test_a_name_before_a_country_that_is_no_apposition_is_left_alone(parse, text):
    document = parse(text)
    resolve_places(document)
    assert names(document) == []


def test_a_name_before_its_country_in_brackets_is_a_place(parse):
    text = "He traveled to Port-of-Zend (Trinidad) on Monday."
    document = parse(text)
    resolve_places(document)
    assert names(document) == [("place", "Port-of-Zend", "Trinidad and Tobago")]


def test_washington_with_its_district_is_the_city(place):
    assert where(place("They met in Washington, D.C., on Monday.", "Washington")) == (
        "United States",
        4140963,
    )


def test_a_city_before_a_city_state_in_a_list_does_not_lie_in_it(place):
    tokyo = place("Markets were closed in Tokyo, Hong Kong, Shanghai and Seoul.", "Tokyo")
    assert where(tokyo) == ("Japan", 1850147)
    assert where(place("They met in Woodlands, Singapore, on Monday.", "Woodlands"))[0] == "Singapore"


def test_a_province_is_meant_rather_than_a_smaller_city_abroad(place):
    told = "The Canadian premier of Ontario spoke."
    assert where(place(told, "Ontario")) == ("Canada", None)
    assert where(place("The mayor of Ontario, California, spoke.", "Ontario")) == ("United States", 5379439)
