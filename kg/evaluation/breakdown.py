"""Meetings counted apart by their type or status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import get_args

from kg.evaluation.comparison import Comparison
from kg.evaluation.figures import Figure
from kg.evaluation.records import MeetingRecord
from kg.model import MeetingType, Status


@dataclass(frozen=True, slots=True)
class Row:
    """The meetings of one type or status, ``name``.

    ``found`` counts annotated meetings of this kind that some told meeting matches, ``gold`` all of them;
    ``confirmed`` counts told meetings of this kind that match an annotated one, ``told`` all of them.
    ``same`` counts matched pairs in which both sides are of this kind.
    """

    name: str
    gold: int
    found: int
    told: int
    confirmed: int
    same: int

    @property
    def figure(self) -> Figure:
        """Recall is ``found`` of ``gold``, precision ``confirmed`` of ``told``."""
        return Figure(
            right=self.found,
            wrong=self.told - self.confirmed,
            missed=self.gold - self.found,
            told_right=self.confirmed,
            told=self.told,
            gold_right=self.found,
            gold=self.gold,
        )


def by_type(comparisons: Sequence[Comparison]) -> tuple[Row, ...]:
    """One row for each type of meeting."""
    return _rows(comparisons, get_args(MeetingType), lambda meeting: meeting.type)


def by_status(comparisons: Sequence[Comparison]) -> tuple[Row, ...]:
    """One row for each status."""
    return _rows(comparisons, get_args(Status), lambda meeting: meeting.status)


def _rows(
    comparisons: Sequence[Comparison], names: Sequence[str], kind: Callable[[MeetingRecord], str]
) -> tuple[Row, ...]:
    gold = Counter(kind(m) for c in comparisons for m in c.gold.meetings)
    told = Counter(kind(m) for c in comparisons for m in c.told.meetings)
    pairs = [(kind(m.gold), kind(m.told)) for c in comparisons for m in c.matched]
    found, confirmed = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    same = Counter(one for one, other in pairs if one == other)
    return tuple(
        Row(name, gold[name], found[name], told[name], confirmed[name], same[name]) for name in names
    )
