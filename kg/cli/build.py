"""``kg build``: articles into the store."""

from __future__ import annotations

from collections.abc import Mapping

import click

from kg.cli.console import Console, console_options, counted
from kg.cli.options import columns_option, settings_options, sources_argument, store_option
from kg.settings import Settings


@click.command()
@sources_argument
@store_option
@columns_option
@settings_options("model", "workers", "batch_size", "max_chars")
@console_options
def build(
    sources: tuple[str, ...],
    *,
    location: str,
    columns: Mapping[str, str],
    settings: Settings,
    console: Console,
) -> None:
    """Read articles into the store.

    A SOURCE is a file, a folder, a glob pattern, or - for standard input: text, Markdown, HTML, JSON, JSON
    Lines, CSV, Parquet, WARC, RSS or Atom, also compressed. Articles that the store already holds unchanged
    are skipped, changed ones are replaced. A build that was stopped goes on where it was when it is started
    again.

    Example: kg build articles/ more.jsonl.gz --store news.kg
    """
    from kg.articles import read_articles
    from kg.build import build as build_graph
    from kg.cli.progress import articles_progress
    from kg.errors import NewsgraphError
    from kg.store import open_store

    failures = 0

    def report(error: NewsgraphError) -> None:
        nonlocal failures
        failures += 1
        console.error(str(error))

    console.detail(f"{location}: {settings}")
    articles = read_articles(sources, columns=columns, on_error=report, max_chars=settings.max_chars)
    with open_store(location, create=True) as store, articles_progress(sources, columns, console) as progress:
        summary = build_graph(articles, store, settings, progress=progress, on_error=report)
    problems = f"; {counted(failures, 'problem')}, named above" if failures else ""
    console.note(f"{location}: {summary}{problems}")
    if failures:
        raise SystemExit(1)
