"""People whom only authority files name: they are entities when an office is found to be theirs, and else
sleep.

An authority file lists people by the thousand of whom no article speaks. They take part in linking, but
nothing of them stands in the merged graph until an inference rests on them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kg.resolve.records import Reference
from kg.resolve.tellings import Telling
from kg.resolve.world import World


def holder_key(person: str) -> str:
    """The key of the tellings in which ``person`` (an id) was found to hold an office."""
    return f"holder {person}"


def holder_keys(telling: Telling) -> frozenset[str]:
    """The keys of everybody who was found to hold an office in ``telling``."""
    return frozenset(map(holder_key, holders(telling)))


def holders(telling: Telling) -> Iterator[str]:
    """The people who were found to hold an office in ``telling``."""
    return (actor.holder.person for actor in telling.actors if actor.holder is not None)


def asleep(
    world: World,
    members: Mapping[str, tuple[Reference, ...]],
    is_authority: Callable[[str], bool],
) -> frozenset[str]:
    """Those of ``members`` whom no article names and no inference needs."""
    unnamed = [id for id, own in members.items() if all(is_authority(r.iri) for r in own)]
    return frozenset(id for id in unnamed if not world.tellings([holder_key(id)]))
