"""Precision, recall and F1 of each kind of fact, and shares of what was right among what was matched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.evaluation.comparison import Comparison
from kg.evaluation.encounters import Encounter
from kg.evaluation.records import MeetingRecord


@dataclass(frozen=True, slots=True)
class Figure:
    """How many facts are right, wrong (told, not annotated) and missed (annotated, not told).

    Precision and recall, in 0..1, are taken over weights; where no weights are given, each fact weighs 1.
    """

    right: int
    wrong: int
    missed: int
    told_right: float
    told: float
    gold_right: float
    gold: float

    @classmethod
    def counted(cls, *, right: int, told: int, gold: int) -> Figure:
        """The figure of ``right`` facts among ``told`` and ``gold`` ones, all of the same weight."""
        return cls(right, told - right, gold - right, right, told, right, gold)

    @property
    def precision(self) -> float:
        """Of what was told, the share that is right; 0 if nothing was told."""
        return self.told_right / self.told if self.told else 0.0

    @property
    def recall(self) -> float:
        """Of what was annotated, the share that was told; 0 if nothing was annotated."""
        return self.gold_right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """``right`` of ``all``."""

    right: int
    all: int

    @property
    def value(self) -> float:
        """The share, in 0..1; 0 of nothing is 0."""
        return self.right / self.all if self.all else 0.0


def figures(comparisons: Sequence[Comparison]) -> dict[str, Figure]:
    """The figure of each kind of fact by its name, in the order in which they are shown."""
    return {
        "who met whom": _who_met_whom(comparisons),
        "meetings": _meetings(comparisons),
        "participants": _participants(comparisons),
        "dates": _dates(comparisons),
        "places": _places(comparisons),
        "roles": _roles(comparisons),
    }


def shares(comparisons: Iterable[Comparison]) -> dict[str, Share]:
    """Of matched meetings, participants and roles, how many have the right status, type, part and former
    mark.
    """
    whole = list(comparisons)
    meetings = [m for c in whole for m in c.matched]
    participants = [pair for m in meetings for pair in m.participants.matched]
    roles = [(gold, told) for c in whole for (_, gold), (_, told) in c.roles.matched]
    return {
        "status": Share(sum(m.status_right for m in meetings), len(meetings)),
        "type": Share(sum(m.gold.type == m.told.type for m in meetings), len(meetings)),
        "part": Share(sum(gold.role == told.role for gold, told in participants), len(participants)),
        "former": Share(sum(gold.former == told.former for gold, told in roles), len(roles)),
    }


def told_as_happened(comparisons: Iterable[Comparison]) -> int:
    """How many matched meetings are told as having taken place that did not."""
    return sum(m.told_as_happened for c in comparisons for m in c.matched)


def _who_met_whom(comparisons: Sequence[Comparison]) -> Figure:
    matched = [pair for c in comparisons for pair in c.encounters.matched]
    missed = [e for c in comparisons for e in c.encounters.missed]
    extra = [e for c in comparisons for e in c.encounters.extra]
    gold_right, told_right = _weight(gold for gold, _ in matched), _weight(told for _, told in matched)
    return Figure(
        right=len(matched),
        wrong=len(extra),
        missed=len(missed),
        told_right=told_right,
        told=told_right + _weight(extra),
        gold_right=gold_right,
        gold=gold_right + _weight(missed),
    )


def _weight(pairs: Iterable[Encounter]) -> float:
    return sum((pair.weight for pair in pairs), start=0.0)


def _meetings(comparisons: Sequence[Comparison]) -> Figure:
    gold, told = _all_meetings(comparisons)
    return Figure.counted(right=sum(len(c.matched) for c in comparisons), told=len(told), gold=len(gold))


def _participants(comparisons: Sequence[Comparison]) -> Figure:
    gold, told = _all_meetings(comparisons)
    right = sum(len(m.participants.matched) for c in comparisons for m in c.matched)
    return Figure.counted(
        right=right, told=sum(len(m.participants) for m in told), gold=sum(len(m.participants) for m in gold)
    )


def _dates(comparisons: Sequence[Comparison]) -> Figure:
    gold, told = _all_meetings(comparisons)
    right = sum(m.date_right for c in comparisons for m in c.matched)
    dated = [sum(bool(m.start) for m in side) for side in (told, gold)]
    return Figure.counted(right=right, told=dated[0], gold=dated[1])


def _places(comparisons: Sequence[Comparison]) -> Figure:
    gold, told = _all_meetings(comparisons)
    right = sum(m.place_right for c in comparisons for m in c.matched)
    placed = [sum(bool(m.place) for m in side) for side in (told, gold)]
    return Figure.counted(right=right, told=placed[0], gold=placed[1])


def _roles(comparisons: Sequence[Comparison]) -> Figure:
    return Figure.counted(
        right=sum(len(c.roles.matched) for c in comparisons),
        told=sum(len(c.told.roles) for c in comparisons),
        gold=sum(len(c.gold.roles) for c in comparisons),
    )


def _all_meetings(comparisons: Sequence[Comparison]) -> tuple[list[MeetingRecord], list[MeetingRecord]]:
    gold = [m for c in comparisons for m in c.gold.meetings]
    return gold, [m for c in comparisons for m in c.told.meetings]
