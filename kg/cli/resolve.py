"""``kg resolve``: work out again who is who."""

from __future__ import annotations

import click

from kg.cli.console import Console, console_options
from kg.cli.deciding import report_contradictions
from kg.cli.options import store_option


@click.command()
@store_option
@console_options
def resolve(*, location: str, console: Console) -> None:
    """Work everything out again from the articles: people, organisations, places, meetings and their facts.

    A build does this for what it adds; all of it is needed after an update of newsgraph. No article is read
    again. People and meetings keep their IRIs where they can, and decisions hold. Decisions that contradict
    each other are named, and end with exit code 1.

    Example: kg resolve --store news.kg
    """
    from kg.store import open_store
    from kg.store.merging import rebuild

    with open_store(location) as store:
        rebuild(store)
        counts = store.counts()
        known = ", ".join(f"{counts[name]} {name}" for name in ("people", "organizations", "meetings"))
        console.note(f"{location}: {known}")
        if report_contradictions(store, console):
            raise SystemExit(1)
