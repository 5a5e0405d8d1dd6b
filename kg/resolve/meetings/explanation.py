"""Why two reports are of one meeting, or are not: what was compared, and what it weighs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.resolve.meetings import rounds
from kg.resolve.meetings.account import Account, account
from kg.resolve.meetings.comparison import (
    PER_COUNTRY,
    PER_NAME,
    PLACE_WEIGHTS,
    TIME_WEIGHTS,
    PlaceRelation,
    contradicts,
    place_relation,
    strength,
    types_agree,
)
from kg.resolve.meetings.parties import Overlap, overlap
from kg.resolve.meetings.times import TimeRelation, time_relation
from kg.resolve.tellings import Telling

_TIMES: Final[dict[TimeRelation, str]] = {
    "same": "the same days",
    "next": "dates that are one day apart, or touch in one day",
    "coarse": "a day in the month or year of the other",
    "open": "told without a date in an article of these days",
    "far": "nothing ties the times together",
    "apart": "other days",
}
_PLACES: Final[dict[PlaceRelation, str]] = {
    "same": "the same place",
    "inside": "one place in the other",
    "open": "not told of both",
    "apart": "two places",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """What one comparison says: ``level`` in words, and the ``weight`` that it adds to a link."""

    name: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True)
class MeetingExplanation:
    """How two reports of meetings compare. They ``contradict`` each other, or are ``linked``, or nothing says
    that they must be one. ``weight`` is the sum of the fields': the strongest links go first,
    of those whose dates agree and then of the others.
    """

    fields: tuple[Compared, ...]
    weight: float
    contradict: bool
    linked: bool


def explain(one: Telling, other: Telling) -> MeetingExplanation:
    """How ``one`` and ``other`` compare, each taken alone."""
    a, b = account(one), account(other)
    fields = tuple(_fields(a, b))
    odds = contradicts(a, b)
    return MeetingExplanation(
        fields=fields,
        weight=sum(field.weight for field in fields),
        contradict=odds,
        linked=not odds and strength(a, b, one_source=one.source == other.source) > 0,
    )


def _fields(one: Account, other: Account) -> Iterator[Compared]:
    shared = overlap(one, other)
    agree = "" if types_agree(one.type, other.type, shared) else ": never one"
    yield Compared("type", f"{one.type} and {other.type}{agree}", float(one.type == other.type))
    time = time_relation(one, other)
    yield Compared("time", _TIMES[time], TIME_WEIGHTS[time])
    if one.span is not None:
        yield Compared("dates", *(("equal", 1.0) if one.span == other.span else ("not equal", 0.0)))
    place = place_relation(one, other)
    yield Compared("place", _PLACES[place], PLACE_WEIGHTS[place])
    yield Compared("participants", _participants(shared), PER_NAME * shared.named)
    countries = shared.countries + shared.sent
    yield Compared("countries", f"{countries} more in both, by somebody of theirs", PER_COUNTRY * countries)
    if rounds.contradict(one.rounds, other.rounds):
        yield Compared("round", "another round: never one", 0.0)


def _participants(shared: Overlap) -> str:
    return f"{shared.named} in both, {len(shared.only_one)} and {len(shared.only_other)} in one alone"
