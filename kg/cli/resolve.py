"""``kg resolve``: work out again who is who."""

from __future__ import annotations

import click

from kg.cli.console import Console, console_options
from kg.cli.deciding import report_contradictions
from kg.cli.options import store_option


@click.command()
@click.option("--train", is_flag=True, help="First fit the settings of linkage to this store, and keep them.")
@click.option("--shipped", is_flag=True, help="Go back to the settings that newsgraph comes with.")
@store_option
@console_options
def resolve(*, train: bool, shipped: bool, location: str, console: Console) -> None:
    """Work everything out again from the articles: people, organisations, places, meetings and their facts.

    A build does this for what it adds, and, after an update of newsgraph whose rules give other results, for
    all. No article is read again. People and meetings keep their IRIs where they can, and decisions hold.
    Decisions that contradict each other are named, and end with exit code 1.

    With --train, the weights by which people and organisations are told apart (of offices, time and
    surroundings; not of names) are fitted to the articles of this store first, and used by its builds from
    then on. That takes some thousands of articles to be worth it.

    Example: kg resolve --store news.kg
    """
    from kg.store import open_store
    from kg.store.merging import rebuild
    from kg.store.training import fitted_kinds, forget_linkage, train_linkage

    if train and shipped:
        raise click.UsageError("either --train or --shipped")

    with open_store(location) as store:
        if train:
            fitted = " and ".join(fitted_kinds(train_linkage(store)))
            learned = (
                f"settings fitted for {fitted}"
                if fitted
                else "too few articles, all settings stay as shipped"
            )
            console.note(f"{location}: {learned}")
        elif shipped:
            forget_linkage(store)
        rebuild(store)
        counts = store.counts()
        known = ", ".join(f"{counts[name]} {name}" for name in ("people", "organizations", "meetings"))
        console.note(f"{location}: {known}")
        if report_contradictions(store, console):
            raise SystemExit(1)
