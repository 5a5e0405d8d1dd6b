"""One article, read: from text to the N-Quads of its graph. The same work in this process and in a worker."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from kg.articles import digest
from kg.errors import NewsgraphError
from kg.extract.version import fingerprint
from kg.graph import report_nquads
from kg.model import Article, Report
from kg.settings import Settings


class ReportMaker(Protocol):
    """What an engine needs of an extractor; :class:`kg.extract.extractor.Extractor` is one."""

    def extract(
        self,
        articles: Iterable[Article],
        *,
        on_error: Callable[[NewsgraphError, Article], None] | None = None,
    ) -> Iterator[Report]:
        """Yield the reports of the articles that can be read, in order; the others go to ``on_error``."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How articles are read: all that a worker process must be told.

    ``extractor`` is where the extractor is found (``module:name``), called with ``settings`` by whoever
    reads, so that a process that only hands out work never loads the language model. ``fingerprint`` is
    written into each article's graph.
    """

    settings: Settings
    extractor: str
    fingerprint: str


def recipe(settings: Settings) -> Recipe:
    """The recipe with newsgraph's own extractor."""
    return Recipe(settings, "kg.extract.extractor:Extractor", fingerprint(settings))


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's graph as N-Quads, or the reason why there is none; exactly one of the two is set."""

    article: Article
    nquads: bytes | None = None
    problem: str | None = None


class Reader:
    """Reads articles with the extractor of a recipe. Making one loads the language model.

    Raises :class:`~kg.errors.ExtractionError` where the model is not installed.
    """

    def __init__(self, recipe: Recipe) -> None:
        module, _, name = recipe.extractor.partition(":")
        self._extractor: ReportMaker = getattr(import_module(module), name)(recipe.settings)
        self._fingerprint = recipe.fingerprint

    def read(self, articles: Sequence[Article]) -> Iterator[Reading]:
        """One reading per article, in order. What is wrong with one article stays with that article."""
        problems: list[tuple[Article, NewsgraphError]] = []
        reports = self._extractor.extract(articles, on_error=lambda e, a: problems.append((a, e)))
        report = next(reports, None)
        for article in articles:
            if report is not None and report.article is article:
                yield self._reading(report)
                report = next(reports, None)
            else:
                yield Reading(article, problem=_problem(article, problems))

    def _reading(self, report: Report) -> Reading:
        article = report.article
        if not report.coverage.sentences:
            return Reading(article, problem="holds no sentence to read")
        try:
            nquads = report_nquads(report, digest=digest(article), fingerprint=self._fingerprint)
        except NewsgraphError as error:
            return Reading(article, problem=str(error))
        return Reading(article, nquads)


def _problem(article: Article, problems: Sequence[tuple[Article, NewsgraphError]]) -> str:
    return next((str(error) for failed, error in problems if failed is article), "was not read")
