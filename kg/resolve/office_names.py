"""Which titles are one office, and which offices have one holder at a time."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from kg.resolve.keys import name_key
from kg.resolve.places import country_key

# Articles name the same few thousand offices again and again.
_MEMORY = 4096
_ACTING = re.compile(r"^(?:acting|interim|caretaker) | ad interim$")
_TURNED = re.compile(r"^(?P<head>minister|secretary) (?:of|for) (?:the )?(?P<department>.+)$")


@lru_cache(maxsize=_MEMORY)
def office_key(title: str, of: str | None) -> str | None:
    """The key of the office ``title`` of ``of``, the same for its other names ("Minister of Foreign Affairs",
    "FM"); ``None`` where it is not known whose office it is.
    """
    if not of:
        return None
    country = country_key(of)
    name = _title(title, country)
    return f"office:{name} of {country or name_key(of)}"


def is_acting(title: str) -> bool:
    """Whether ``title`` is that of who stands in for the holder of an office ("acting foreign minister")."""
    return _ACTING.search(name_key(title)) is not None


@lru_cache(maxsize=_MEMORY)
def is_singular(title: str, of: str) -> bool:
    """Whether the office ``title`` of the country or body ``of`` has one holder at a time, as a president and
    a foreign minister have and a senator has not.
    """
    country, offices = country_key(of), _offices()
    name = _title(title, country)
    if name in offices["country" if country else "body"]:
        return True
    *before, head = name.split()
    if head not in offices["departments"] or not before or country is None:
        return False
    return not set(before) & set(offices["not_departments"])


def title_key(title: str) -> str:
    """The key of an office whose country or body is left open."""
    return _title(title, None)


def _title(title: str, country: str | None) -> str:
    """The title under which an office is known: "defense minister" for "Secretary of Defence"."""
    offices = _offices()
    name = _ACTING.sub("", name_key(title))
    same: dict[str, str] = offices["same"]
    name = same.get(name, name)
    turned = None if name == "secretary of state" else _TURNED.match(name)
    if turned is not None:
        name = f"{turned['department']} {turned['head']}"
        name = same.get(name, name)
    code = (country or "").removeprefix("country:")
    own: dict[str, str] = offices["same_in"].get(code, {})
    return own.get(name, name)


@lru_cache(maxsize=1)
def _offices() -> dict[str, Any]:
    return tomllib.loads((files("kg.resolve") / "data" / "offices.toml").read_text(encoding="utf-8"))
