"""``kg stats``: how much the store holds."""

from __future__ import annotations

import click

from kg.cli.console import Console, console_options
from kg.cli.options import store_option
from kg.cli.tables import print_table


@click.command()
@store_option
@console_options
def stats(*, location: str, console: Console) -> None:
    """Count what the store holds: articles, people, meetings, statements.

    Example: kg stats --store news.kg
    """
    from kg.store import open_store

    with open_store(location, read_only=True) as store:
        print_table(("what", "count"), [(name, str(number)) for name, number in store.counts().items()])
    console.detail(location)
