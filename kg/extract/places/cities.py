"""Which of the cities of one name an article means."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kg.extract.gazetteer import City, Gazetteer
from kg.extract.places.setting import Hint, Setting

LARGE_CITY = 250_000
"""From this population on, a city may be named without any other hint."""
_KNOWN_CITY, _LEAD = 100_000, 4
"""So may a smaller one that is so many times larger than the next of its name."""
_COMPARABLE = 0.1
"""A place of less than this share of the largest one's population is never meant without a word beside it."""
_SEAT = 50_000
"""Smaller places that are called like a capital are not the capital."""
_MENTIONED, _CAPITAL, _SAME_STATE, _OTHER_NAME = 2.4, 1.5, 2.0, 1.0
"""What a city gains, against the logarithm of its population, if its country is named in the article,
if it is the capital, if it is American and its state is named; and loses, if the name is not its first."""


def choose_city(name: str, beside: Sequence[Hint], setting: Setting, gazetteer: Gazetteer) -> City | None:
    """The city that ``name`` means: the one that the words beside it tell, else the likeliest.

    A nationality before it that fits no city of the name is taken for a misreading if the city is a large
    one; a country or state in apposition never is, unless it is a state that is no more.
    """
    cities = gazetteer.cities(name)
    others = gazetteer.cities_known_as(name)
    candidates = cities + [c for c in others if not cities or setting.countries[c.country_code]]
    inside = [city for hint in beside for city in candidates if _lies_in(city, hint)]
    if inside:
        return inside[0]
    if not candidates or any(hint.sure and hint.country.code is not None for hint in beside):
        return None
    least = max(city.population for city in candidates) * _COMPARABLE
    comparable = [city for city in candidates if city.population >= least]
    best = max(
        comparable,
        key=lambda city: _weight(city, setting, gazetteer) - (0 if city in cities else _OTHER_NAME),
    )
    leads = all(best.population >= _LEAD * c.population for c in candidates if c is not best)
    known = (
        best.population >= LARGE_CITY
        or _is_capital(best, gazetteer)
        or (best.population >= _KNOWN_CITY and leads)
    )
    return best if known or (not beside and is_mentioned(best, setting)) else None


def _lies_in(city: City, hint: Hint) -> bool:
    return city.country_code == hint.country.code and hint.state in (None, city.admin)


def _weight(city: City, setting: Setting, gazetteer: Gazetteer) -> float:
    weight = math.log10(max(city.population, 1))
    if _is_capital(city, gazetteer):
        weight += _CAPITAL
    if is_mentioned(city, setting):
        weight += _SAME_STATE if city.country_code == "US" else _MENTIONED
    return weight


def is_mentioned(city: City, setting: Setting) -> bool:
    """Whether the article names the city's country; of American cities the state, for nearly all news names
    the country.
    """
    if city.country_code == "US":
        return setting.states[city.admin] > 0
    return setting.countries[city.country_code] > 0


def _is_capital(city: City, gazetteer: Gazetteer) -> bool:
    country = gazetteer.capital_of(city.name)
    return country is not None and country.code == city.country_code and city.population > _SEAT
