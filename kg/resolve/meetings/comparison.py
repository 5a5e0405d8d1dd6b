"""Whether two tellings are of one meeting: what contradicts it, and how strongly they go together."""

from __future__ import annotations

from typing import Final, Literal

from kg.resolve.meetings.account import NARROW, Account
from kg.resolve.meetings.gatherings import same_gathering
from kg.resolve.meetings.parties import Overlap, other_counterpart, overlap
from kg.resolve.meetings.rounds import contradict
from kg.resolve.meetings.times import TimeRelation, time_relation
from kg.resolve.places import relation

_ASSEMBLY: Final = frozenset({"meeting", "talks", "summit", "conference"})
_PAIRWISE: Final = frozenset({"meeting", "talks", "call", "visit"})

PlaceRelation = Literal["same", "inside", "open", "apart"]

PER_NAME: Final = 3.0
PER_COUNTRY: Final = 2.0
TIME_WEIGHTS: Final[dict[TimeRelation, float]] = {
    "same": 4,
    "next": 3,
    "coarse": 2,
    "open": 0,
    "far": 0,
    "apart": 0,
}
PLACE_WEIGHTS: Final[dict[PlaceRelation, float]] = {"same": 3, "inside": 1, "open": 0, "apart": 0}


def contradicts(one: Account, other: Account) -> bool:
    """Whether the two cannot be one meeting: another kind of event, another round, time or city, or a meeting
    of two with somebody else.
    """
    if contradict(one.rounds, other.rounds):
        return True
    time = time_relation(one, other)
    if time == "apart":
        return True
    shared = overlap(one, other)
    if not types_agree(one.type, other.type, shared):
        return True
    place = place_relation(one, other)
    if place == "apart":
        return True
    if time == "next":
        return not _on_next_day(one, other, shared, place)
    return _of_two_pairs(one, other, shared)


def differ_by_a_day(one: Account, other: Account) -> bool:
    """Whether dates one day apart are all that contradicts."""
    shared = overlap(one, other)
    return (
        time_relation(one, other) == "next"
        and place_relation(one, other) != "apart"
        and types_agree(one.type, other.type, shared)
        and not contradict(one.rounds, other.rounds)
        and not _of_two_pairs(one, other, shared)
    )


def says_no_more(one: Account, other: Account) -> bool:
    """Whether ``one`` agrees in full with ``other``: the same days and city, and all whom it names, two or
    more, are there too.
    """
    shared = overlap(one, other)
    return (
        one.exact
        and one.span == other.span
        and shared.named >= 2
        and not shared.only_one
        and place_relation(one, other) == "same"
        and not contradicts(one, other)
    )


def strength(one: Account, other: Account, *, one_source: bool = False) -> float:
    """How strongly two tellings that do not contradict each other go together; 0 where they need not be one.

    ``one_source`` tells that their articles are copies of one text.
    """
    shared = overlap(one, other)
    time, place = time_relation(one, other), place_relation(one, other)
    alike = one_source and one.type == other.type and one.span == other.span and shared.named > 0
    if not alike and not _linked(one, other, (shared, time, place)):
        return 0.0
    return (
        PER_NAME * shared.named
        + PER_COUNTRY * (shared.countries + shared.sent)
        + TIME_WEIGHTS[time]
        + PLACE_WEIGHTS[place]
        + (one.type == other.type)
        + (one.span is not None and one.span == other.span)
    )


def types_agree(one: str, other: str, shared: Overlap) -> bool:
    """A call is a call; a body's session is another's meeting only where both name the body."""
    if one == other or {one, other} <= _ASSEMBLY:
        return True
    if "call" in (one, other):
        return False
    if "session" in (one, other):
        return shared.bodies > 0
    return True


def place_relation(one: Account, other: Account) -> PlaceRelation:
    """A call takes place nowhere in particular; that two are in one country, or in a part of the world, says
    little.
    """
    if one.where is None or other.where is None or "call" in (one.type, other.type):
        return "open"
    found = relation(one.where, other.where)
    vague = one.where.extent == "country" or not (one.where.countries or other.where.countries)
    return "inside" if found == "same" and vague else found


def _of_two_pairs(one: Account, other: Account, shared: Overlap) -> bool:
    """Whether they tell of two who met each, of whom one is another."""
    return {one.type, other.type} <= _PAIRWISE and other_counterpart(one, other, shared)


def _linked(one: Account, other: Account, found: tuple[Overlap, TimeRelation, PlaceRelation]) -> bool:
    shared, time, place = found
    if "visit" in (one.type, other.type) and one.type != other.type:
        return time == "same" and shared.named >= 2
    if time == "same":
        return _on_one_day(one, other, shared, place)
    if time == "next":
        return _on_next_day(one, other, shared, place)
    # What is only wished for, without a day, is no occasion.
    if time == "far" or "hypothetical" in (one.status, other.status) or shared.named < 2:
        return False
    if place == "same" or shared.named >= 3:
        return True
    return "planned" in (one.status, other.status) and one.status != other.status


def _on_one_day(one: Account, other: Account, shared: Overlap, place: PlaceRelation) -> bool:
    """Two who meet on a day are enough; of one, the place must agree and the others stand for the same."""
    if shared.named >= 2:
        return True
    if place == "same" and (shared.named + shared.countries >= 2 or shared.named and shared.sent):
        return True
    if place == "inside" and shared.named >= 1 and shared.all >= 2:
        return True
    narrow = {one.type, other.type} <= NARROW
    if place == "same" and narrow and same_gathering(one.gathering, other.gathering):
        return True
    if place != "same" or shared.named < 1:
        return False
    return shared.open or narrow or one.type == other.type == "visit"


def _on_next_day(one: Account, other: Account, shared: Overlap, place: PlaceRelation) -> bool:
    """Dates one day apart are one meeting told differently only where all else agrees, of a gathering of
    many.
    """
    few = 2 if {one.type, other.type} <= NARROW else 3
    return place == "same" and shared.named >= few
