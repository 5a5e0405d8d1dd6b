"""``kg query``: ask the store."""

from __future__ import annotations

import click

from kg.cli.console import Console, console_options
from kg.cli.options import store_option
from kg.cli.output import Output, output_options
from kg.cli.question import Question, question_options


@click.command()
@question_options
@store_option
@output_options
@console_options
def query(*, question: Question, location: str, output: Output, console: Console) -> None:
    """Run a saved query by its NAME, a query FILE (.rq), or with -e a query TEXT.

    `kg queries` lists the saved queries and their parameters. A parameter's value is bound as an RDF term.

    Example: kg query meetings-of --param person="John Kerry" --store news.kg
    """
    from kg.query import run
    from kg.store import open_store

    saved = question.read()
    console.detail(saved.text)
    with open_store(location, read_only=True) as store:
        if not store.merged_is_current:
            console.note(
                f"{location}: the last build did not end; run kg build again to bring all answers up to date"
            )
        values, fetchable = question.values(saved), question.fetchable
        results = run(store, saved, values, page=question.page, fetchable=fetchable)
        output.print(results, name=saved.name)
