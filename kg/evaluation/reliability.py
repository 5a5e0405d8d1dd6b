"""Whether a confidence means what it says: of facts given .8 to .9, is that share right?

Nothing here knows what the facts are; :mod:`kg.evaluation.judgements` finds those of reports.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Borders of the bins. The first is wide: facts that are more likely wrong than right are few."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A fact was given this ``confidence`` (in 0..1), and it is right or not."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The facts whose confidence is at least ``lower`` and below ``upper`` (the last bin includes its upper
    border).

    ``confidence`` is their mean confidence, ``None`` where there are no facts.
    """

    lower: float
    upper: float
    facts: int
    right: int
    confidence: float | None

    @property
    def share(self) -> float | None:
        """The share that is right, ``None`` where there are no facts."""
        return self.right / self.facts if self.facts else None


def reliability_table(judgements: Iterable[Judgement], *, edges: Sequence[float] = EDGES) -> tuple[Bin, ...]:
    """The judged facts in bins of confidence between neighbouring ``edges``.

    Raises :class:`ValueError` for a confidence outside the edges.
    """
    groups: list[list[Judgement]] = [[] for _ in edges[1:]]
    for judgement in judgements:
        if not edges[0] <= judgement.confidence <= edges[-1]:
            raise ValueError(f"confidence {judgement.confidence} is not between {edges[0]} and {edges[-1]}")
        groups[min(bisect_right(edges, judgement.confidence), len(groups)) - 1].append(judgement)
    borders = zip(edges, edges[1:], groups, strict=False)
    return tuple(_bin(lower, upper, group) for lower, upper, group in borders)


def calibration_error(table: Iterable[Bin]) -> float:
    """The mean distance between confidence and the share that is right, over all facts; 0 is perfect, and 0
    of no facts.
    """
    filled = [(b.facts, abs(b.right - b.facts * b.confidence)) for b in table if b.confidence is not None]
    facts = sum(number for number, _ in filled)
    return sum(distance for _, distance in filled) / facts if facts else 0.0


def pooled(table: Sequence[Bin]) -> Bin | None:
    """All facts of ``table`` in one bin, or ``None`` if there are none."""
    facts = sum(b.facts for b in table)
    if not facts:
        return None
    mean = sum(b.facts * (b.confidence or 0.0) for b in table) / facts
    return Bin(table[0].lower, table[-1].upper, facts, sum(b.right for b in table), mean)


def _bin(lower: float, upper: float, group: Sequence[Judgement]) -> Bin:
    mean = sum(j.confidence for j in group) / len(group) if group else None
    return Bin(lower, upper, len(group), sum(j.right for j in group), mean)
