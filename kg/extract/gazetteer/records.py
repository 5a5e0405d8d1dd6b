"""The records of the gazetteer, and the key under which names are looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.accents import without_accents

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s?$")
_SAINT = re.compile(r"^st\.? ")


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its short English name; a state that is no more has neither code nor id.

    ``code`` is ISO 3166-1 alpha-2, ``geonames`` the GeoNames id; ``latitude`` and ``longitude`` are WGS84
    degrees of a point inside it.
    """

    name: str
    code: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    capital: str | None = None


@dataclass(frozen=True, slots=True)
class City:
    """A populated place of GeoNames; ``country_code`` is that of the state it belongs to, ``admin`` GeoNames'
    first-level division.
    """

    geonames: int
    name: str
    country_code: str
    admin: str
    latitude: float
    longitude: float
    population: int


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a country, or a dependent territory; ``country`` is ``None`` where states dispute it."""

    name: str
    country: Country | None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None


def fold(text: str) -> str:
    """The key of a name: casefolded, without accents, hyphens, a leading article or a possessive; "St." is
    "saint".
    """
    if text.isascii() and text.isalpha():
        return text.casefold()
    if not text.isascii():
        text = without_accents(text.replace("’", "'").replace("‘", "'"))
    text = text.replace(" 's", "'s")
    text = _POSSESSIVE.sub("", _ARTICLE.sub("", text.strip()))
    return _SAINT.sub("saint ", " ".join(text.replace("-", " ").casefold().split()))
