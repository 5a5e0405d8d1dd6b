"""``kg evaluate``: how right the extraction is on articles that a person annotated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.console import Console, console_options
from kg.cli.options import settings_options
from kg.cli.tables import print_table
from kg.settings import Settings

if TYPE_CHECKING:
    from kg.evaluation import ArticleRecord, Evaluation, Table
    from kg.model import Article, Report


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is printed: as tables or JSON, and whether with every mistake."""

    format: str
    errors: bool


def _shown_options(command: Callable[..., Any]) -> Callable[..., Any]:
    @click.option(
        "--errors", is_flag=True, help="Also list everything that was missed or wrong, with the words."
    )
    @click.option(
        "--format",
        "format_",
        type=click.Choice(["table", "json"]),
        default="table",
        show_default=True,
        help="Tables for people, or one JSON object.",
    )
    @wraps(command)
    def with_shown(*args: Any, errors: bool, format_: str, **kwargs: Any) -> Any:
        return command(*args, shown=_Shown(format_, errors), **kwargs)

    return with_shown


@click.command()
@click.argument("gold", metavar="GOLD.jsonl", type=click.Path(path_type=Path))
@click.option(
    "--articles",
    "sources",
    metavar="SOURCE",
    multiple=True,
    help="Where the annotated articles are, if GOLD.jsonl holds no texts and no articles.jsonl is beside it. "
    "May be repeated.",
)
@_shown_options
@settings_options("model", "batch_size")
@console_options
def evaluate(
    gold: Path, *, sources: tuple[str, ...], shown: _Shown, settings: Settings, console: Console
) -> None:
    """Read annotated articles and count what is right, wrong and missed.

    GOLD.jsonl holds one annotated article a line; docs/evaluation.md describes its format.

    Example: kg evaluate gold.jsonl --articles articles.jsonl --errors
    """
    import json

    from kg.evaluation import articles_of, read_gold, summary
    from kg.evaluation import evaluate as evaluate_reports

    reading = _Reading(console, settings)
    records = read_gold(gold, on_error=reading.report)
    reports = reading.reports(sources or (articles_of(gold),), records, gold=gold)
    evaluation = evaluate_reports(records, reports)
    if shown.format == "json":
        click.echo(json.dumps(summary(evaluation, errors=shown.errors), ensure_ascii=False, indent=2))
    else:
        _print_tables(evaluation, errors=shown.errors)
    if reading.failures:
        raise SystemExit(1)


class _Reading:
    """Reads and extracts the annotated articles, and says what went wrong."""

    def __init__(self, console: Console, settings: Settings) -> None:
        self._console = console
        self._settings = settings
        self._others = 0
        self.failures = 0

    def report(self, error: Exception, _article: object = None) -> None:
        """Say that something could not be read."""
        self.failures += 1
        self._console.error(str(error))

    def reports(
        self, sources: Iterable[str], records: dict[str, ArticleRecord], *, gold: Path
    ) -> Iterator[Report]:
        """The reports of the annotated articles; at the end, says how annotations and articles do not fit."""
        from kg.articles import read_articles
        from kg.evaluation import annotated, without_article
        from kg.extract import Extractor

        articles = read_articles(sources, on_error=self.report)
        chosen = annotated(articles, records, on_other=self._pass_over, on_error=self.report)
        seen: set[str] = set()
        extractor = Extractor(self._settings)
        self._console.detail(f"model {extractor.model}")
        for report in extractor.extract(chosen, on_error=self.report):
            seen.add(report.article.id)
            yield report
        if self._others:
            self._console.note(f"passed over, because not annotated: {self._others}")
        if missing := without_article(records, seen, source=gold):
            self.report(missing)

    def _pass_over(self, _article: Article) -> None:
        self._others += 1


def _print_tables(evaluation: Evaluation, *, errors: bool) -> None:
    from kg.evaluation import mistake_table, tables

    for table in tables(evaluation):
        _print(table)
    if errors:
        _print(mistake_table(evaluation))


def _print(table: Table) -> None:
    click.echo(f"{table.title}\n")
    print_table(table.columns, table.rows)
    click.echo()
