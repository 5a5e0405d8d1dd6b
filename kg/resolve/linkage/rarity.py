"""How common a name is, by the United States census of 1990 (the package ``names``): fixed, so that what is
joined does not change with the articles that a store happens to hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from kg.resolve.linkage.words import read_data

RAREST: Final = 3e-5
"""The share of people that a surname is taken to have at least: the census says little of other countries."""

_COMMON: Final = 1e-3
_TITLE: Final = 0.05
_COMMONEST_UNKNOWN_GIVEN: Final = 2e-4
_LONG_NAME: Final = 2e-5
_ONE_WORD: Final = 6e-5
_LETTERS_SHARE: Final = 0.06


@cache
def _shares(file: str) -> Mapping[str, float]:
    """Name → share of people (0..1), from a census list: "NAME percent cumulated rank" in each line."""
    text = (files("names") / file).read_text(encoding="ascii")
    rows = (line.split() for line in text.splitlines())
    return MappingProxyType({row[0].lower(): float(row[1]) / 100 for row in rows if row})


def men() -> Mapping[str, float]:
    """Men's given names, with their shares."""
    return _shares("dist.male.first")


def women() -> Mapping[str, float]:
    """Women's given names, with their shares."""
    return _shares("dist.female.first")


def surname_share(name: str) -> float:
    """The share of people with this surname, in 0..1."""
    data = read_data("names.toml")
    if name in data["honorifics"]:
        return _TITLE
    elsewhere = _COMMON if name in data["common_surnames"] or name in data["first_surnames"] else RAREST
    return max(_shares("dist.all.last").get(name, 0.0), elsewhere)


def known_surname(name: str) -> bool:
    """Whether ``name`` is a surname in its own right: one of the census, or one that is common elsewhere."""
    data = read_data("names.toml")
    return is_surname(name) or name in data["common_surnames"] or name in data["first_surnames"]


def given_share(name: str) -> float:
    """The share of people with this given name, in 0..1; of an initial, of those whose begins so."""
    if len(name) == 1:
        return 1 / 16
    share = (men().get(name, 0.0) + women().get(name, 0.0)) / 2
    return max(share, _COMMONEST_UNKNOWN_GIVEN)


def organization_share(name: str) -> float:
    """The share of organisations called ``name`` (as it is compared): an abbreviation of few letters fits
    many, a name of several words hardly two.
    """
    if " " in name:
        return _LONG_NAME
    return max(_LETTERS_SHARE ** len(name), _ONE_WORD)


def listed(name: str) -> bool:
    """Whether ``name`` is a given name of the census."""
    return name in men() or name in women()


def sex(name: str) -> str | None:
    """Whether ``name`` is mostly a man's (``m``) or a woman's (``f``); ``None`` for one not in the census."""
    shares = {"m": men().get(name, 0.0), "f": women().get(name, 0.0)}
    return max(shares, key=lambda key: shares[key]) if listed(name) else None


def is_surname(name: str) -> bool:
    """Whether ``name`` is a surname of the census."""
    return name in _shares("dist.all.last")
