"""``kg undo``: take decisions back."""

from __future__ import annotations

import click

from kg.cli.console import Console, console_options
from kg.cli.deciding import by_option, take
from kg.cli.options import as_name, store_option


@click.command()
@click.argument("names", metavar="[ID | A B]", type=as_name, nargs=-1)
@by_option
@store_option
@console_options
def undo(names: tuple[str, ...], *, who: str, location: str, console: Console) -> None:
    """Take back the last decision, the one with this ID, or all that stand about A and B.

    kg decisions list shows the ids. A and B are names or IRIs, as for kg same. A decision that was taken back
    stays on record with who did so and when, and asks for nothing any more.

    Example: kg undo "Ann Lee" "A. M. Lee" --store news.kg
    """
    from kg.store import open_store
    from kg.store.decisions import standing, with_heirs, withdrawn

    if len(names) > 2:
        raise click.UsageError("give nothing, the ID of a decision, or A and B")
    with open_store(location) as store:
        chosen = standing(store, names)
        chosen = with_heirs(store, chosen if names else chosen[-1:])
        take(store, withdrawn(chosen, who=who), console)
