"""Annotations against reports: all figures in one place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.evaluation.breakdown import Row, by_status, by_type
from kg.evaluation.comparison import Comparison, compare
from kg.evaluation.figures import Figure, Share, figures, shares, told_as_happened
from kg.evaluation.judgements import judgements
from kg.evaluation.mistakes import Mistake, MistakeClass, count_mistakes, mistakes
from kg.evaluation.records import ArticleRecord
from kg.evaluation.reliability import Bin, Judgement, reliability_table
from kg.evaluation.told import record_of
from kg.model import Report


@dataclass(frozen=True)
class Evaluation:
    """How right the reports of annotated articles are.

    Built by :func:`evaluate`; everything is worked out from ``comparisons``.
    """

    comparisons: tuple[Comparison, ...]

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Who met whom, meetings, participants, dates, places and roles, in this order."""
        return figures(self.comparisons)

    @cached_property
    def shares(self) -> dict[str, Share]:
        """Of what was matched, how much has the right status, type, part and former mark."""
        return shares(self.comparisons)

    @property
    def told_as_happened(self) -> int:
        """How many meetings are told as having taken place that did not."""
        return told_as_happened(self.comparisons)

    @property
    def by_type(self) -> tuple[Row, ...]:
        """Meetings counted by type."""
        return by_type(self.comparisons)

    @property
    def by_status(self) -> tuple[Row, ...]:
        """Meetings counted by status."""
        return by_status(self.comparisons)

    @cached_property
    def mistakes(self) -> tuple[Mistake, ...]:
        """Every single difference, article by article."""
        return tuple(mistakes(self.comparisons))

    @property
    def mistake_counts(self) -> dict[MistakeClass, int]:
        """How many mistakes there are of each class."""
        return count_mistakes(self.mistakes)

    @cached_property
    def judgements(self) -> dict[str, list[Judgement]]:
        """Confidence and rightness of every told fact by its kind: what a calibration is fitted on."""
        return judgements(self.comparisons)

    @property
    def reliability(self) -> dict[str, tuple[Bin, ...]]:
        """For each kind of fact, how many of each confidence are right."""
        return {kind: reliability_table(facts) for kind, facts in self.judgements.items()}


def evaluate(gold: Mapping[str, ArticleRecord], reports: Iterable[Report]) -> Evaluation:
    """Compare ``reports`` with the annotations of the same articles.

    An annotated article without a report counts as one of which nothing was told; reports of articles that
    are not annotated are passed over. Of two reports of one article the first counts.
    """
    told: dict[str, ArticleRecord] = {}
    for report in reports:
        if report.article.id in gold:
            told.setdefault(report.article.id, record_of(report))
    return evaluate_records(gold, told)


def evaluate_records(gold: Mapping[str, ArticleRecord], told: Mapping[str, ArticleRecord]) -> Evaluation:
    """Compare two annotations of the same articles, for example by two people; of articles only in ``told``
    nothing is said.
    """
    return Evaluation(tuple(compare(record, told.get(i, ArticleRecord(i))) for i, record in gold.items()))
