"""``kg different``: two are not one."""

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
def different(one: str, other: str, *, judge: Judge, location: str, console: Console) -> None:
    """Decide that A and B are different people, organisations or meetings.

    A and B are names, in full or by whole words of them, or the IRIs of entities or of an article's
    references; kg query references-of lists the references behind a name, and kg query meetings the reports
    of meetings, which are given by IRI. Nothing overrules the decision: no
    likeness, no chain of matches, no other decision, until kg undo takes it back.

    Example: kg different "Ann Lee" "Anna Lee" --why "mother and daughter" --store news.kg
    """
    decide(location, (one, other), "different", judge=judge, console=console)
