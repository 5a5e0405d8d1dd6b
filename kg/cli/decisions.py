"""``kg decisions``: what people decided about identity, and files of it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.console import Console, console_options, counted
from kg.cli.deciding import report_contradictions, take
from kg.cli.options import store_option
from kg.cli.rows import Rows, rows_options


@click.group()
def decisions() -> None:
    """List, export and replay the decisions about who is the same.

    Example: kg decisions list --store news.kg
    """


@decisions.command("list")
@click.option("--all", "all_", is_flag=True, help="Also those that were taken back.")
@rows_options
@store_option
@console_options
def list_(*, all_: bool, rows: Rows, location: str, console: Console) -> None:
    """List the decisions, the oldest first, and say which contradict each other.

    waitsFor shows the references that the store does not hold: the decision applies once it has their
    articles.

    Example: kg decisions list --all --format jsonl --store news.kg
    """
    from kg.store import open_store
    from kg.store.decisions import decisions as decisions_of
    from kg.store.decisions import missing, short_id

    columns = ("id", "one", "verdict", "other", "who", "when", "why", "withdrawn", "withdrawnBy", "waitsFor")
    with open_store(location, read_only=True) as store:
        found = [d for d in decisions_of(store) if all_ or d.stands]
        rows.print(
            columns,
            [
                (short_id(d), d.one_name or d.one, d.verdict, d.other_name or d.other)
                + (d.who, d.when, d.why, d.withdrawn, d.withdrawn_by, " ".join(missing(store, d)))
                for d in found
            ],
        )
        report_contradictions(store, console)


@decisions.command()
@click.option(
    "-o", "--output", metavar="PATH", default="-", help="File to write, .csv or .jsonl; - is stdout."
)
@click.option(
    "-f", "--format", "format_", type=click.Choice(["csv", "jsonl"]), help="By default that of PATH."
)
@store_option
@console_options
def export(*, output: str, format_: str | None, location: str, console: Console) -> None:
    """Write all decisions, also those taken back, as CSV or JSON Lines, to be shared and replayed.

    Example: kg decisions export --output decisions.csv --store news.kg
    """
    from kg.export.decision_files import format_of, write_decision_file, write_decisions
    from kg.store import open_store
    from kg.store.decisions import decisions as decisions_of

    with open_store(location, read_only=True) as store:
        found = decisions_of(store)
    format = format_ or ("csv" if output == "-" else format_of(output))
    if output == "-":
        write_decisions(found, sys.stdout, format)
    else:
        write_decision_file(found, Path(output), format)
        console.note(f"{output}: {counted(len(found), 'decision')} written")


@decisions.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@store_option
@console_options
def replay(file: Path, *, location: str, console: Console) -> None:
    """Take over the decisions of FILE, as kg decisions export writes it.

    Decisions that the store has are passed over, so a file can be replayed again. Those about references of
    articles that the store does not hold are kept, and apply once it does. Where decisions contradict each
    other, nothing is joined, and the exit code is 1. So it is where a row is none that could be decided here,
    such as that a person is a meeting; the other rows are taken over.

    Example: kg decisions replay decisions.csv --store news.kg
    """
    from kg.export.decision_files import read_decision_file
    from kg.store import open_store
    from kg.store.decisions import refusal

    rows = read_decision_file(file)
    with open_store(location) as store:
        refused = [(line, why) for line, decision in rows if (why := refusal(store, decision))]
        for line, why in refused:
            console.error(f"{file}:{line}: passed over: {why}; correct the row, or take it out")
        lines = {line for line, _ in refused}
        take(store, [decision for line, decision in rows if line not in lines], console)
    if refused:
        raise SystemExit(1)
