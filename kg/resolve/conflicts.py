"""What the articles on one event say that cannot all be so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from kg.resolve.events import Bound, Conflict, Involvement, PlaceFact, StatusFact, TimeFact
from kg.resolve.places import Where, relation


def conflicts(
    statuses: Sequence[StatusFact],
    times: Sequence[TimeFact],
    places: Sequence[PlaceFact],
    whereabouts: Mapping[str, Where],
    involvements: Sequence[Involvement],
) -> tuple[Conflict, ...]:
    """The conflicts among the facts of one event; ``whereabouts`` says where its places lie.

    A time or place at a coarser precision is no conflict, nor is a day in the middle of a meeting of several,
    nor is a status that the course of things overtook: planned and then occurred, or cancelled.
    """
    found = [*_of_status(statuses), *_of_times(times, "start"), *_of_times(times, "end")]
    found += [*_of_places(places, whereabouts), *_of_parts(involvements)]
    return tuple(found)


def _of_status(statuses: Sequence[StatusFact]) -> Iterator[Conflict]:
    told = {s.status for s in statuses}
    happened = told & {"occurred", "ongoing"}
    not_so = told & {"denied", "cancelled"}
    if happened and not_so:
        yield Conflict("status", tuple(sorted(happened | not_so)))


def _of_times(times: Sequence[TimeFact], bound: Bound) -> Iterator[Conflict]:
    values = [t.value for t in times if t.bound == bound]
    last = max((t.value for t in times if t.bound == "end"), default="") if bound == "start" else ""
    odd = {value for pair in combinations(values, 2) if _at_odds(*pair, last=last) for value in pair}
    if odd:
        yield Conflict(bound, tuple(sorted(odd)))


def _at_odds(one: str, other: str, *, last: str) -> bool:
    """Whether neither time lies in the other, nor both in a meeting that went on until ``last``."""
    return not (one.startswith(other) or other.startswith(one) or max(one, other) <= last)


def _of_places(places: Sequence[PlaceFact], whereabouts: Mapping[str, Where]) -> Iterator[Conflict]:
    odd = set()
    for one, other in combinations([p.place for p in places if p.place in whereabouts], 2):
        if relation(whereabouts[one], whereabouts[other]) == "apart":
            odd |= {one, other}
    if odd:
        yield Conflict("place", tuple(sorted(odd)))


def _of_parts(involvements: Sequence[Involvement]) -> Iterator[Conflict]:
    stated = [i for i in involvements if not i.inferred]
    absent = {i.actor for i in stated if i.part == "absent"}
    present = {i.actor for i in stated if i.part != "absent"}
    for actor in sorted(absent & present):
        yield Conflict("part", (actor,))
