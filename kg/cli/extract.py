"""``kg extract``: what single articles say, as JSON Lines."""

from __future__ import annotations

from collections.abc import Mapping

import click

from kg.cli.console import Console, console_options
from kg.cli.options import columns_option, settings_options, sources_argument
from kg.settings import Settings


@click.command()
@sources_argument
@columns_option
@settings_options("model", "batch_size", "max_chars")
@console_options
def extract(
    sources: tuple[str, ...], *, columns: Mapping[str, str], settings: Settings, console: Console
) -> None:
    """Print what each article says, one JSON report a line, without a store.

    Takes the same SOURCEs as kg build. Every mention carries its offsets into the article's text.

    Example: kg extract article.txt | jq '.meetings[].type'
    """
    from kg.articles import read_articles
    from kg.errors import NewsgraphError
    from kg.export import report_json
    from kg.extract import Extractor

    failures = 0

    def report(error: NewsgraphError, _article: object = None) -> None:
        nonlocal failures
        failures += 1
        console.error(str(error))

    articles = read_articles(sources, columns=columns, on_error=report, max_chars=settings.max_chars)
    extractor = Extractor(settings)
    console.detail(f"model {extractor.model}")
    for found in extractor.extract(articles, on_error=report):
        click.echo(report_json(found))
    if failures:
        raise SystemExit(1)
