"""The gazetteer: names, abbreviations and adjectives of countries, regions, cities and buildings."""

from __future__ import annotations

import pytest

from kg.extract.gazetteer import load_gazetteer


@pytest.fixture(scope="module")
def gazetteer():
    return load_gazetteer()


@pytest.mark.parametrize(
    ("word", "name", "code"),
    [
        ("US", "United States", "US"),
        ("U.S.", "United States", "US"),
        ("America", "United States", "US"),
        ("Britain", "United Kingdom", "GB"),
        ("U.K.", "United Kingdom", "GB"),
        ("UAE", "United Arab Emirates", "AE"),
        ("DRC", "Democratic Republic of the Congo", "CD"),
        ("Viet Nam", "Vietnam", "VN"),
        ("Côte d’Ivoire", "Ivory Coast", "CI"),
        ("Burma", "Myanmar", "MM"),
        ("Zaire", "Democratic Republic of the Congo", "CD"),
        ("Federal Republic of Germany", "Germany", "DE"),
        ("the Holy See", "Vatican", "VA"),
        ("Kosovo", "Kosovo", "XK"),
        ("Türkiye", "Turkey", "TR"),
    ],
)
def test_a_country_is_known_by_every_usual_name(gazetteer, word, name, code):
    country = gazetteer.country(word)
    assert (country.name, country.code) == (name, code)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("China, People’s Republic of", "China"),
        ("Korea, Republic of", "South Korea"),
        ("Germany, Federal Republic of", "Germany"),
        ("Macedonia, Former Yugoslav Republic of", "North Macedonia"),
    ],
)
def test_names_of_official_records_are_turned_round(gazetteer, text, name):
    assert gazetteer.country(text).name == name


@pytest.mark.parametrize(
    ("adjective", "noun"),
    [
        ("Russian", "Russia"),
        ("Syrian", "Syria"),
        ("British", "United Kingdom"),
        ("Swiss", "Switzerland"),
        ("Dutch", "Netherlands"),
        ("Philippine", "Philippines"),
        ("Emirati", "United Arab Emirates"),
        ("Kyrgyz", "Kyrgyzstan"),
        ("Congolese", "Democratic Republic of the Congo"),
        ("South Korean", "South Korea"),
        ("Soviet", "Soviet Union"),
        ("Turks", "Turkey"),
        ("North Korea's", "North Korea"),
        ("Palestinian", "Palestinian Authority"),
        ("Puerto Rican", "Puerto Rico"),
    ],
)
def test_an_adjective_has_a_noun_form(gazetteer, adjective, noun):
    assert gazetteer.noun_form(adjective) == noun


@pytest.mark.parametrize("word", ["us", "Korean", "African", "Kurdish", "Geneva", "it", "Island"])
def test_a_word_of_no_one_country_has_none(gazetteer, word):
    assert gazetteer.country(word) is None


def test_an_adjective_is_not_a_name(gazetteer):
    assert gazetteer.country_named("Russian") is None
    assert gazetteer.country_named("Russia").code == "RU"


@pytest.mark.parametrize("name", ["Soviet Union", "Yugoslavia", "Czechoslovakia", "East Germany"])
def test_a_state_that_is_no_more_has_a_name_but_no_code(gazetteer, name):
    country = gazetteer.country(name)
    assert (country.name, country.code, country.geonames) == (name, None, None)


def test_a_country_has_its_geonames_id_and_a_position(gazetteer):
    switzerland = gazetteer.country("Switzerland")
    assert (switzerland.geonames, switzerland.latitude, switzerland.longitude) == (2658434, 47, 8)


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("Hong Kong", "China"),
        ("Crimea", "Ukraine"),
        ("Gaza", "Palestinian Territories"),
        ("Greenland", "Denmark"),
        ("Scotland", "United Kingdom"),
        ("Texas", "United States"),
    ],
)
def test_a_region_belongs_to_a_country_and_is_none(gazetteer, name, owner):
    assert gazetteer.region(name).country.name == owner
    assert gazetteer.country(name) is None


def test_a_disputed_region_belongs_to_no_country(gazetteer):
    assert gazetteer.region("Kashmir").country is None


def test_states_are_known_by_their_newspaper_abbreviations(gazetteer):
    assert gazetteer.us_state("Calif.").name == "California"
    assert gazetteer.us_state_code("N.H.") == "NH"
    assert gazetteer.us_state("Ontario") is None


def test_a_city_is_found_without_its_accents_and_by_its_former_name(gazetteer):
    assert gazetteer.cities("Bogota")[0].country_code == "CO"
    assert gazetteer.cities("Kuwait")[0].name == "Kuwait City"
    assert [city.name for city in gazetteer.cities_known_as("Leningrad")] == ["Saint Petersburg"]


def test_cities_of_one_name_come_with_the_largest_first(gazetteer):
    assert [(c.country_code, c.admin) for c in gazetteer.cities("Paris")] == [("FR", ""), ("US", "TX")]


def test_a_capital_or_seat_of_government_stands_for_its_country(gazetteer):
    assert gazetteer.capital_of("Moscow").name == "Russia"
    assert gazetteer.capital_of("The Hague").name == "Netherlands"
    assert gazetteer.capital_of("Milan") is None


def test_buildings_of_world_politics_have_a_city_and_a_country(gazetteer):
    city, country = gazetteer.facility("the Kremlin")
    assert (city, country.name) == ("Moscow", "Russia")
    assert gazetteer.facility("Élysée")[0] == gazetteer.facility("Elysee")[0] == "Paris"


def test_a_province_is_known_if_there_is_one_of_the_name(gazetteer):
    assert gazetteer.division("Ghazni").country.name == "Afghanistan"
    assert gazetteer.division("Limburg") is None
