"""When two references are one thing: the key that they share."""

from __future__ import annotations

import re
import unicodedata

from kg.resolve.records import Reference

_POSSESSIVE = re.compile(r"['’]s?$")
_BETWEEN_WORDS = re.compile(r"[\s\-‐-―.,]+")


def name_key(name: str) -> str:
    """A name as it is compared: casefolded, without accents, a leading article, a possessive ending, dots and
    hyphens."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    words = _BETWEEN_WORDS.sub(" ", _POSSESSIVE.sub("", plain.strip())).strip()
    return words.removeprefix("the ") or name


def entity_key(reference: Reference) -> str:
    """The key of the entity that ``reference`` denotes: a place's GeoNames number, else the name (of a post:
    title and body)."""
    if reference.geonames is not None:
        return f"geonames:{reference.geonames}"
    if reference.kind == "post" and reference.title is not None:
        title = name_key(reference.title)
        return f"{title} of {name_key(reference.of)}" if reference.of else title
    return name_key(reference.name)
