"""``kg remove``: withdraw articles."""

from __future__ import annotations

import click

from kg.cli.console import Console, console_options
from kg.cli.options import store_option


@click.command()
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@store_option
@console_options
def remove(articles: tuple[str, ...], *, location: str, console: Console) -> None:
    """Withdraw articles, and every fact that rests on them alone.

    An ARTICLE is an id, a URL or an IRI, as the query `articles` shows them.

    Example: kg remove lausanne-talks --store news.kg
    """
    from kg.build import remove as remove_article
    from kg.errors import StoreError
    from kg.store import open_store

    removed = failures = 0
    with open_store(location) as store:
        for name in articles:
            try:
                removed += remove_article(store, name)
            except StoreError as error:
                failures += 1
                console.error(f"{error}; kg query articles lists what it holds")
    console.note(f"{location}: {removed} removed")
    if failures:
        raise SystemExit(1)
