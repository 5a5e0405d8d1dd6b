"""Who met whom: the pairs of named people who took part in one meeting that took place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from kg.evaluation.names import same_name
from kg.evaluation.records import MeetingRecord


@dataclass(frozen=True, slots=True)
class Encounter:
    """Two people who met.

    ``weight`` is 1/(n-1) in a meeting of n people: one debate of ten must not drown ten talks of two.
    """

    one: str
    other: str
    weight: float


def encounters(meetings: Iterable[MeetingRecord]) -> tuple[Encounter, ...]:
    """The pairs of people who met in ``meetings``; a pair that met more than once counts once, with its
    largest weight.
    """
    found: list[Encounter] = []
    for meeting in meetings:
        names = _present(meeting) if meeting.happened else []
        for one, other in combinations(names, 2):
            _add(found, Encounter(one, other, 1 / (len(names) - 1)))
    return tuple(found)


def same_encounter(a: Encounter, b: Encounter) -> bool:
    """Whether both are of the same two people, in either order."""
    return (same_name(a.one, b.one) and same_name(a.other, b.other)) or (
        same_name(a.one, b.other) and same_name(a.other, b.one)
    )


def _present(meeting: MeetingRecord) -> list[str]:
    return [p.name for p in meeting.participants if p.kind == "person" and p.role != "absent"]


def _add(found: list[Encounter], new: Encounter) -> None:
    for index, known in enumerate(found):
        if same_encounter(new, known):
            found[index] = Encounter(known.one, known.other, max(known.weight, new.weight))
            return
    found.append(new)
