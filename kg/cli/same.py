"""``kg same``: two are one."""

from __future__ import annotations

import click

from kg.cli.console import Console, console_options
from kg.cli.deciding import Judge, decide, judge_options
from kg.cli.options import as_name, store_option


@click.command()
@click.argument("one", metavar="A", type=as_name)
@click.argument("other", metavar="B", type=as_name)
@judge_options
@store_option
@console_options
def same(one: str, other: str, *, judge: Judge, location: str, console: Console) -> None:
    """Decide that A and B are the same person, organisation or meeting.

    A and B are names, in full or by whole words of them, or the IRIs of entities or of an article's
    references. Meetings are given by IRI: kg query meetings shows those of their reports. The decision is
    kept with who, when and why, and holds through every rebuild; kg undo takes it back. Where it contradicts
    a decision that they are different, nothing is joined, and the exit code is 1.

    Example: kg same "Ann Lee" "A. M. Lee" --why "same office, same year" --store news.kg
    """
    decide(location, (one, other), "same", judge=judge, console=console)
