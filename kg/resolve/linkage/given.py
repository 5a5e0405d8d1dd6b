"""Given names: which of them one person can have."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from nicknames import NickNamer

from kg.resolve.linkage.rarity import listed, sex
from kg.resolve.linkage.words import alike, one_spelling

_VOWELS: Final = frozenset("aeiouy")


@cache
def _nicknames() -> NickNamer:
    return NickNamer()


@lru_cache(maxsize=65536)
def also_called(name: str) -> frozenset[str]:
    """``name`` and what people of that name are called as well ("bill": "william" …)."""
    names = _nicknames()
    return frozenset({name} | names.nicknames_of(name) | names.canonicals_of(name))


def spelt_alike(one: str, other: str) -> bool:
    """Whether ``one`` and ``other`` are spellings of one given name.

    Two names that are both common in their own right ("paul", "paula") are spellings of one only if both are
    a man's or both a woman's and they end alike. A name that is not known as such may be another romanisation
    ("yousef", "youssef").
    """
    if not alike(one, other):
        return not (listed(one) and listed(other)) and one_spelling(one, other)
    if not (listed(one) and listed(other)):
        return True
    return sex(one) == sex(other) and (one[-1] in _VOWELS) == (other[-1] in _VOWELS)


def one_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one person can have both lists of given names and initials, in their order.

    The end of a list is as good as the whole (people are called by a middle name, and the first part of a
    double surname looks like a given name); two middle names or initials must agree.
    """
    short, long = sorted((one, other), key=len)
    if not short or long[len(long) - len(short) :] == short:
        return True
    if not same_given(short[0], long[0]):
        return False
    return len(short) == 1 or same_given(short[1], long[1])


@lru_cache(maxsize=262144)
def same_given(one: str, other: str) -> bool:
    """Whether two given names or initials can stand for each other."""
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other or other in also_called(one) or spelt_alike(one, other)
