"""Countries in the names of organisations and offices."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.extract.gazetteer.nations import Nations


@cache
def _nations() -> Nations:
    return Nations()


@lru_cache(maxsize=65536)
def nation_of(text: str) -> str | None:
    """The country that ``text`` (small letters, without accents) names, abbreviates or is the adjective of:
    its ISO 3166-1 code, or its name if it is no more; ``None`` for other words.
    """
    known = _nations()
    country = known.names.get(text) or known.adjectives.get(text)
    if country is None and len(text) > 1:
        country = known.abbreviations.get(text.upper().replace(".", ""))
    return None if country is None else country.code or country.name
