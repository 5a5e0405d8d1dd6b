"""Places and offices: what they are is read off one reference, so a key makes them one, and nothing need be
compared.

A country has references by the thousand. So nothing here reads them all: a place is known by the names that
stand in the results so far, and a name is dropped when its last reference goes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kg.extract.gazetteer import load_gazetteer
from kg.resolve.entities import Entity, Location, place, post
from kg.resolve.keys import entity_key
from kg.resolve.places import place_key
from kg.resolve.records import Reference
from kg.resolve.world import World


def is_keyed(reference: Reference) -> bool:
    """Whether ``reference`` is to a place or an office."""
    return reference.kind in ("place", "post")


def key_of(reference: Reference) -> str:
    """What makes the place or office of ``reference`` one."""
    return place_key(reference) if reference.kind == "place" else entity_key(reference)


def name_index_key(reference: Reference) -> str:
    """The key under which every reference with this name to this place or office is found."""
    return f"{reference.kind}:{key_of(reference)}:{reference.name}"


@dataclass(frozen=True, slots=True)
class Keyed:
    """What an update makes of places and offices: what each changed reference denotes, and those entities."""

    denotes: Mapping[str, str]
    entities: Mapping[str, Entity | None]


def resolve_keyed(world: World, gone: Iterable[Reference], iri_of: Callable[[str, str, str], str]) -> Keyed:
    """Resolve the new references to places and offices of ``world``; ``gone`` are those that were there
    before.
    """

    def id_of(reference: Reference) -> str:
        key = key_of(reference)
        return iri_of(reference.kind, key, key)

    new: defaultdict[str, list[Reference]] = defaultdict(list)
    denotes: dict[str, str] = {}
    for reference in filter(is_keyed, world.new_references):
        denotes[reference.iri] = id_of(reference)
        new[denotes[reference.iri]].append(reference)
    old: defaultdict[str, list[Reference]] = defaultdict(list)
    for reference in filter(is_keyed, gone):
        old[id_of(reference)].append(reference)
    touched = sorted(new.keys() | old.keys())
    return Keyed(denotes, {id: _entity(world, id, new.get(id, []), old.get(id, [])) for id in touched})


def _entity(world: World, id: str, new: list[Reference], old: list[Reference]) -> Entity | None:
    before = world.present.place(id)
    known = {before.name, *before.alternatives} if before is not None else set()
    told = {reference.name for reference in new}
    in_doubt = {r.name: name_index_key(r) for r in old if r.name not in told}
    names = told | {n for n in known if n not in in_doubt or world.has_reference(in_doubt[n])}
    if not names:
        return None
    if (new or old)[0].kind == "post":
        return post(names)
    location = _location_of((new or old)[0]) if new or before is None else before.location
    is_country = key_of((new or old)[0]).startswith("country:")
    return place(names, location or Location(), is_country=is_country)


def _location_of(reference: Reference) -> Location:
    """The same for every reference to the place, so that it does not matter which one is read."""
    kind, _, code = key_of(reference).partition(":")
    # A state that is no more has its name there.
    country = load_gazetteer().country_by_code(code) if kind == "country" else None
    if country is not None:
        return Location(country.geonames, country.name, country.code, country.latitude, country.longitude)
    return _location(reference)


def _location(reference: Reference) -> Location:
    return Location(
        geonames=reference.geonames,
        country=reference.country,
        country_code=reference.country_code,
        latitude=reference.latitude,
        longitude=reference.longitude,
    )
