"""Countries behind the words of an article: names, abbreviations and adjectives, all as one English short
name.
"""

from __future__ import annotations

from functools import lru_cache

from kg.extract.gazetteer import load_gazetteer


@lru_cache(maxsize=4096)
def country_of(text: str) -> str | None:
    """The country that ``text`` names or is the adjective of ("Russian", "U.S.", "Saudi"); ``None`` for other
    words.
    """
    country = load_gazetteer().country(text) if text[:1].isupper() else None
    return None if country is None else country.name


@lru_cache(maxsize=4096)
def is_country_name(text: str) -> bool:
    """Whether ``text`` names a country, and is not just its adjective: "Russia", not "Russian"."""
    return load_gazetteer().country_named(text) is not None


@lru_cache(maxsize=4096)
def us_state_of(text: str) -> str | None:
    """The state of the United States that ``text`` names or abbreviates ("Texas", "R-Fla." without its
    party).
    """
    state = load_gazetteer().us_state(text)
    return None if state is None else state.name
