"""Which states have which offices: a chancellor governs Germany or Austria, the United States have no prime
minister."""

from __future__ import annotations

from functools import lru_cache

from kg.extract.data_files import read_data
from kg.extract.gazetteer import load_gazetteer


def may_have(country: str, office: str) -> bool:
    """Whether the state ``country`` (its English short name) may have an ``office`` ("prime minister",
    "king"); true for offices that nothing is known of.
    """
    only, never = _governments()
    word = office.lower().replace("-", " ")
    return (word not in only or country in only[word]) and country not in never.get(word, frozenset())


@lru_cache(maxsize=1)
def _governments() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The countries that alone have an office, and those that do not have it, by office."""
    data = read_data("governments.toml")
    return (
        {office: _names(codes) for office, codes in data["only"].items()},
        {office: _names(codes) for office, codes in data["never"].items()},
    )


def _names(codes: str) -> frozenset[str]:
    countries = (load_gazetteer().country_by_code(code) for code in codes.split())
    return frozenset(country.name for country in countries if country is not None)
