"""``kg coverage``: how much of the text was understood, and what was not."""

from __future__ import annotations

import click

from kg.cli.console import Console, console_options
from kg.cli.options import store_option
from kg.cli.output import Output, output_options

_LISTED = ("sentence", "name", "place", "boilerplate")


@click.command()
@click.option(
    "-l",
    "--list",
    "what",
    metavar="WHAT",
    type=click.Choice([*_LISTED, "all"]),
    help="List these one by one, with article and character offsets: sentence (those with a meeting word "
    "that gave no meeting), name or place (not resolved), boilerplate (left out), or all.",
)
@store_option
@output_options
@console_options
def coverage(*, what: str | None, location: str, output: Output, console: Console) -> None:
    """Count the sentences that have a meeting word but gave no meeting, and what else was not understood.

    The counts are those of the saved query coverage, the list is that of not-understood.

    Example: kg coverage --list sentence --store news.kg
    """
    from kg.query import run
    from kg.store import open_store

    with open_store(location, read_only=True) as store:
        if what is None:
            output.print(run(store, "coverage"))
        else:
            output.print(run(store, "not-understood", {} if what == "all" else {"what": what}))
    console.detail(location)
