"""Places by their keys: countries whatever they are called, states that are no more, places nobody knows."""

from __future__ import annotations

import pytest

from kg.resolve.places import Relation, country_key, place_key, relation, where
from kg.resolve.records import Reference


def place(
    name: str,
    country: str | None = None,
    *,
    code: str | None = None,
    geonames: int | None = None,
    at: tuple[float, float] | None = None,
) -> Reference:
    """A reference to a place."""
    latitude, longitude = at or (None, None)
    return Reference(
        iri=f"a#{name}",
        kind="place",
        name=name,
        country=country,
        country_code=code,
        geonames=geonames,
        latitude=latitude,
        longitude=longitude,
    )


GENEVA = place("Geneva", "Switzerland", code="CH", geonames=2660646, at=(46.20222, 6.14569))
BERN = place("Bern", "Switzerland", code="CH", geonames=2661552, at=(46.94809, 7.44744))
SWITZERLAND = place("Switzerland", "Switzerland", code="CH", geonames=2658434, at=(47, 8))
MOSCOW = place("Moscow", "Russia", code="RU", geonames=524901, at=(55.75222, 37.61556))
KYIV = place("Kyiv", "Ukraine", code="UA", geonames=703448, at=(50.45466, 30.5238))
RUSSIA = place("Russia", "Russia", code="RU", geonames=2017370)
SOVIET_UNION = place("Soviet Union", "Soviet Union")
KREMLIN = place("Kremlin", "Russia", code="RU")
BERLIN = place("Berlin", "Germany", code="DE", geonames=2950159, at=(52.52437, 13.41053))
WEST_BERLIN = place("West Berlin", "Germany", code="DE")
MONTEBELLO = place("Montebello")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Burma", "country:MM"),
        ("Myanmar", "country:MM"),
        ("Zaire", "country:CD"),
        ("Ceylon", "country:LK"),
        ("U.S.", "country:US"),
        ("the Soviet Union", "country:soviet union"),
        ("USSR", "country:soviet union"),
        ("Czechoslovakia", "country:czechoslovakia"),
        ("Geneva", None),
        ("Russian", None),
    ],
)
def test_a_country_has_one_key_under_all_its_names(name: str, key: str | None) -> None:
    assert country_key(name) == key


@pytest.mark.parametrize(
    ("reference", "key"),
    [
        (SWITZERLAND, "country:CH"),
        (place("Burma", "Myanmar", code="MM", geonames=1327865), "country:MM"),
        (place("Russia", "Russia"), "country:RU"),
        (SOVIET_UNION, "country:soviet union"),
        (GENEVA, "geonames:2660646"),
        (place("Georgia", "United States", code="US", geonames=4197000), "geonames:4197000"),
        (KREMLIN, "place:kremlin in RU"),
        (place("Yalta", "Soviet Union"), "place:yalta in soviet union"),
        (MONTEBELLO, "place:montebello"),
    ],
)
def test_a_place_has_a_key_and_an_unknown_one_stays_a_place_with_its_name(
    reference: Reference, key: str
) -> None:
    assert place_key(reference) == key


def test_a_city_lies_in_its_country_and_in_states_that_are_no_more() -> None:
    assert where(MOSCOW).countries == ("country:RU", "country:soviet union")
    assert where(MOSCOW).extent == "point"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (GENEVA, GENEVA, "same"),
        (GENEVA, SWITZERLAND, "inside"),
        (GENEVA, BERN, "apart"),
        (GENEVA, MOSCOW, "apart"),
        (MOSCOW, SOVIET_UNION, "inside"),
        (KYIV, SOVIET_UNION, "inside"),
        (KYIV, RUSSIA, "apart"),
        (KYIV, KREMLIN, "apart"),
        (MOSCOW, KREMLIN, "inside"),
        (BERLIN, WEST_BERLIN, "inside"),
        (
            place("Potsdam", "Germany", code="DE", geonames=2852458, at=(52.39886, 13.06566)),
            WEST_BERLIN,
            "apart",
        ),
        (MOSCOW, place("Villa of the Guests", "Russia", code="RU"), "open"),
        (KREMLIN, RUSSIA, "inside"),
        (MONTEBELLO, MOSCOW, "open"),
        (MONTEBELLO, RUSSIA, "open"),
        (place("Bagram", "Afghanistan", code="AF"), place("Bagram"), "same"),
        (
            GENEVA,
            place("Carouge", "Switzerland", code="CH", geonames=2661071, at=(46.18096, 6.13921)),
            "inside",
        ),
    ],
)
def test_how_two_places_stand_to_each_other(one: Reference, other: Reference, expected: Relation) -> None:
    assert relation(where(one), where(other)) == expected
    assert relation(where(other), where(one)) == expected
