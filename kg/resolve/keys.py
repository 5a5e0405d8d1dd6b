"""When two references are one thing: the key that they share."""

from __future__ import annotations

import re

from kg.extract.accents import without_accents
from kg.resolve.records import Reference

_POSSESSIVE = re.compile(r"['’]s?$")
# What a company is by law, not what it is called; "group" and "company" are part of too many names.
_LEGAL_FORM = re.compile(
    r"(?: (?:inc|incorporated|corp|corporation|co|ltd|limited|plc|llc|llp|ag|se|gmbh|s a|n v|b v|a s))+$"
)
_BETWEEN_WORDS = re.compile(r"[\s\-‐-―.,]+")


def name_key(name: str) -> str:
    """A name as it is compared: casefolded, without accents, a leading article, a possessive ending, dots and
    hyphens.
    """
    plain = without_accents(name.casefold())
    words = _BETWEEN_WORDS.sub(" ", _POSSESSIVE.sub("", plain.strip())).strip()
    return words.removeprefix("the ") or name


def entity_key(reference: Reference) -> str:
    """The key of the entity that ``reference`` denotes: a place's GeoNames number, a post's title and body,
    else the name; of a company without its legal form.
    """
    if reference.geonames is not None:
        return f"geonames:{reference.geonames}"
    if reference.kind == "post" and reference.title is not None:
        title = name_key(reference.title)
        return f"{title} of {name_key(reference.of)}" if reference.of else title
    key = name_key(reference.name)
    return _LEGAL_FORM.sub("", key) if reference.kind == "organization" else key
