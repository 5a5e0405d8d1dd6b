"""Turning raw scores into confidences that mean the share of right facts, learnt from judged facts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from kg.evaluation.reliability import Judgement

LEAST_FACTS = 20
"""A share measured on fewer facts than this says little."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A rising staircase: scores from ``scores[i]`` up to the next one mean the share ``shares[i]``.

    Both are plain numbers, to be kept as data.
    """

    scores: tuple[float, ...]
    shares: tuple[float, ...]

    def __call__(self, score: float) -> float:
        """The share of facts with this raw ``score`` that are right; below the first step it is the first
        share.
        """
        return self.shares[max(bisect_right(self.scores, score) - 1, 0)]


@dataclass(slots=True)
class _Step:
    score: float
    facts: int
    right: int

    @property
    def share(self) -> float:
        return self.right / self.facts


def fit_calibration(judgements: Iterable[Judgement], *, least: int = LEAST_FACTS) -> Calibration:
    """The rising staircase nearest to the judgements (isotonic regression by pooling adjacent violators).

    Every step rests on at least ``least`` facts, unless there are fewer altogether. Raises
    :class:`ValueError` if there are none.
    """
    steps: list[_Step] = []
    for step in _by_score(judgements):
        steps.append(step)
        while len(steps) > 1 and (steps[-2].facts < least or steps[-2].share >= steps[-1].share):
            _pool(steps)
    if len(steps) > 1 and steps[-1].facts < least:
        _pool(steps)
    if not steps:
        raise ValueError("a calibration needs judged facts")
    return Calibration(tuple(s.score for s in steps), tuple(s.share for s in steps))


def _by_score(judgements: Iterable[Judgement]) -> Iterable[_Step]:
    ordered = sorted(judgements, key=lambda j: j.confidence)
    for score, group in groupby(ordered, key=lambda j: j.confidence):
        rights = [j.right for j in group]
        yield _Step(score, len(rights), sum(rights))


def _pool(steps: list[_Step]) -> None:
    last = steps.pop()
    steps[-1] = _Step(steps[-1].score, steps[-1].facts + last.facts, steps[-1].right + last.right)
