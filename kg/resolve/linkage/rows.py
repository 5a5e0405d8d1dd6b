"""Profiles as the rows that Splink compares: one column for each thing that its settings speak of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import pyarrow as pa

from kg.resolve.linkage import people
from kg.resolve.linkage.given import also_called
from kg.resolve.linkage.organizations import OrganizationName
from kg.resolve.linkage.people import PersonName
from kg.resolve.linkage.profiles import LinkedKind, Profile
from kg.resolve.linkage.rarity import given_share, organization_share, surname_share
from kg.resolve.linkage.words import sound, spelling_of

_TEXT: Final = pa.string()
_TEXTS: Final = pa.list_(pa.string())
_SHARED: Final = {
    "unique_id": _TEXT, "blocks": _TEXTS, "first": pa.int32(), "last": pa.int32(),
    "countries": _TEXTS, "fellows": _TEXTS,
}  # fmt: skip
_SCHEMAS: Final[Mapping[LinkedKind, pa.Schema]] = {
    "person": pa.schema({
        **_SHARED, "surname": _TEXT, "spelling": _TEXT, "also": _TEXT, "given": _TEXT, "given_names": _TEXTS,
        "given_words": _TEXTS, "given_sound": _TEXT, "middle": _TEXT, "suffix": _TEXT, "offices": _TEXTS,
        "titles": _TEXTS, "bodies": _TEXTS, "stated": _TEXTS, "rank": _TEXT,
        "lone": pa.bool_(), "listed": pa.bool_(),
    }),
    "organization": pa.schema({
        **_SHARED, "name": _TEXT, "cores": _TEXTS, "letters": _TEXTS, "abbreviation": _TEXT,
        "aliases": _TEXTS, "general": pa.bool_(), "nation": _TEXT, "sole": _TEXT,
    }),
}  # fmt: skip
_SHARES: Final = {"surname": surname_share, "given": given_share, "name": organization_share}


def table(profiles: Iterable[Profile], kind: LinkedKind) -> pa.Table:
    """``profiles``, all of ``kind``, as the table that the settings of that kind compare."""
    return pa.Table.from_pylist([_row(profile) for profile in profiles], schema=_SCHEMAS[kind])


def shares(rows: pa.Table, column: str) -> pa.Table:
    """How common each value of ``column`` is among all people (or organisations), as Splink looks it up."""
    values = sorted({value for value in rows[column].to_pylist() if value is not None})
    frequencies = [_SHARES[column](value) for value in values]
    schema = pa.schema({column: _TEXT, f"tf_{column}": pa.float64()})
    return pa.Table.from_arrays([pa.array(values, _TEXT), pa.array(frequencies, pa.float64())], schema=schema)


def _row(profile: Profile) -> dict[str, Any]:
    shared = {
        "unique_id": profile.id,
        "first": profile.first,
        "last": profile.last,
        "countries": list(profile.countries),
        "fellows": list(profile.fellows),
    }
    if isinstance(profile.parts, PersonName):
        return shared | _person(profile, profile.parts)
    return shared | _organization(profile, profile.parts)


def _person(profile: Profile, name: PersonName) -> dict[str, Any]:
    first = name.given[0] if name.given else None
    return {
        "blocks": sorted(people.sounds(name)),
        "surname": name.surname,
        "spelling": spelling_of(name.surname),
        "also": name.also,
        "given": first,
        # With a mark before it, so that no spelling is taken for a name.
        "given_names": sorted({*also_called(first), f"~{spelling_of(first)}"}) if first else [],
        "given_words": sorted({word for word in name.given if len(word) > 1}),
        "given_sound": sound(first) if first else None,
        "middle": name.given[1] if len(name.given) > 1 else None,
        "suffix": name.suffix,
        "offices": list(profile.offices.offices),
        "titles": list(profile.offices.titles),
        "bodies": list(profile.offices.bodies),
        "stated": list(profile.offices.stated),
        "rank": profile.offices.rank,
        "lone": name.bare and not (profile.offices.titles or profile.offices.bodies),
        "listed": profile.authority is not None,
    }


def _organization(profile: Profile, name: OrganizationName) -> dict[str, Any]:
    return {
        "blocks": sorted(profile.sounds),
        "name": name.full,
        "cores": sorted(name.cores),
        "letters": sorted(name.letters),
        "abbreviation": name.full if name.abbreviated else None,
        "aliases": sorted({name.key, *profile.aliases}) if not name.general else [],
        "general": name.general,
        "nation": name.nation,
        "sole": profile.sole,
    }
