"""Where a place lies: countries by ISO 3166 code whatever they are called, states that are no more, and
whether two places can be one.

A place that no gazetteer knows stays a place with its name.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt
from typing import Literal

from kg.extract.gazetteer import Country, load_gazetteer
from kg.resolve.records import Reference

Extent = Literal["country", "point", "unknown"]
Relation = Literal["same", "inside", "open", "apart"]

_PART = re.compile(
    r"^(?:north|south|east|west|central|old|downtown|greater|metropolitan)(?:ern)? (.+)$", re.IGNORECASE
)
_EARTH_RADIUS_KM = 6371.0
_ONE_CITY_KM = 25.0
"""Cities whose centres are nearer than this run into each other (Washington and Bethesda are 11 km apart)."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where a meeting is told to take place.

    ``key`` is that of the place (:func:`place_key`), ``name`` its name as it is compared. ``countries`` are
    the keys of the countries it lies in, of states that are no more too; empty where none is known.
    ``extent`` is ``country``, ``point`` (a city, or a place in one, whose centre ``latitude`` and
    ``longitude`` give) or ``unknown`` (a region, a place without coordinates).
    """

    key: str
    name: str
    countries: tuple[str, ...]
    extent: Extent
    latitude: float | None = None
    longitude: float | None = None


def country_key(name: str) -> str | None:
    """The key of the country that ``name`` names in any of its names ("Burma"), or ``None``.

    It is ``country:`` and the ISO 3166-1 code, or for a state that is no more its name in small letters.
    """
    country = load_gazetteer().country_named(name)
    return None if country is None else _key(country)


def place_key(place: Reference) -> str:
    """The key that one place has in all articles: of a country its :func:`country_key`, else the GeoNames
    number, else the name with the country.
    """
    country = _country(place)
    if country is not None and _is_country(place, country):
        return _key(country)
    if place.geonames is not None:
        return f"geonames:{place.geonames}"
    name = f"place:{_plain(place.name)}"
    return name if country is None else f"{name} in {_key(country).removeprefix('country:')}"


def where(place: Reference) -> Where:
    """Where ``place``, a reference to a place, lies; a building of world politics and a part of a city lie
    where the city does.
    """
    country = _country(place)
    key = place_key(place)
    position = (place.latitude, place.longitude)
    if place.geonames is None:
        position = _city_around(place.name, country) if country is not None else (None, None)
    extent: Extent = "unknown" if None in position else "point"
    if key.startswith("country:"):
        extent, position = "country", (None, None)
    return Where(
        key=key,
        name=_plain(place.name),
        countries=() if country is None else _held_by(country),
        extent=extent,
        latitude=position[0],
        longitude=position[1],
    )


def relation(one: Where, other: Where) -> Relation:
    """How two places stand to each other: the ``same``, one ``inside`` the other (or a suburb of it),
    ``apart``, or ``open`` where what is known cannot tell.
    """
    if one.key == other.key:
        return "same"
    if _in_different_countries(one, other):
        return "apart"
    if "country" in (one.extent, other.extent):
        return "inside" if one.countries and other.countries else "open"
    if one.name == other.name and "point" not in (one.extent, other.extent):
        return "same"
    if one.extent == other.extent == "point":
        return "inside" if _distance(one, other) <= _ONE_CITY_KM else "apart"
    return "open"


def _in_different_countries(one: Where, other: Where) -> bool:
    """Ukraine and Russia lie on the ground of one state that is no more, and are two countries."""
    if not one.countries or not other.countries:
        return False
    return one.countries[0] not in other.countries and other.countries[0] not in one.countries


def _plain(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


def _key(country: Country) -> str:
    return f"country:{country.code or country.name.casefold()}"


def _country(place: Reference) -> Country | None:
    gazetteer = load_gazetteer()
    if place.country_code is not None:
        return gazetteer.country_by_code(place.country_code)
    return gazetteer.country_named(place.country or place.name)


def _city_around(name: str, country: Country) -> tuple[float | None, float | None]:
    """The position of the city that a building ("Kremlin") stands in or that ``name`` is a part of ("West
    Berlin").
    """
    gazetteer = load_gazetteer()
    building = gazetteer.facility(name)
    part = _PART.match(name)
    city = building[0] if building is not None else part[1] if part is not None else None
    for found in gazetteer.cities(city) if city is not None else ():
        if found.country_code == country.code:
            return found.latitude, found.longitude
    return None, None


def _is_country(place: Reference, country: Country) -> bool:
    if place.geonames is not None:
        return place.geonames == country.geonames
    return load_gazetteer().country_named(place.name) is country


@lru_cache(maxsize=1)
def _former() -> dict[str, tuple[str, ...]]:
    """The keys of the former states on whose ground the country with an ISO code lies."""
    text = (files("kg.resolve") / "data" / "former_countries.toml").read_text(encoding="utf-8")
    held: dict[str, tuple[str, ...]] = {}
    for name, codes in tomllib.loads(text).items():
        for code in codes:
            held[code] = (*held.get(code, ()), f"country:{name.casefold()}")
    return held


def _held_by(country: Country) -> tuple[str, ...]:
    return (_key(country), *(_former().get(country.code, ()) if country.code else ()))


def _distance(one: Where, other: Where) -> float:
    """The great-circle distance in kilometres (haversine)."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return 0.0
    lat1, lon1, lat2, lon2 = (
        radians(degrees or 0.0) for degrees in (one.latitude, one.longitude, other.latitude, other.longitude)
    )
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * asin(sqrt(half))
