"""``kg path``: how two people are connected by meetings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from kg.cli.console import Console, console_options
from kg.cli.options import as_name, store_option
from kg.cli.rows import Rows, rows_options

if TYPE_CHECKING:
    from kg.export.path import Step

_COLUMNS = (
    "path",
    "step",
    "one",
    "other",
    "meetings",
    "date",
    "type",
    "place",
    "meeting",
    "article",
    "quote",
    "dateBasis",
    "confidence",
    "quoteBegin",
    "quoteEnd",
    "articleUrl",
)


@click.command()
@click.argument("names", metavar="A B", type=as_name, nargs=2)
@click.option(
    "--any",
    "people_only",
    flag_value=False,
    type=bool,
    default=True,
    help="Also through organisations, countries and offices.",
)
@click.option(
    "-n", "--limit", type=click.IntRange(min=1), default=10, show_default=True, help="Chains at most."
)
@rows_options
@store_option
@console_options
def path(names: tuple[str, str], *, rows: Rows, location: str, console: Console, **search: Any) -> None:
    """Show the shortest chains of meetings between the people A and B, with the words that tell of each.

    A and B are names, in full or by whole words of them, or IRIs. Only meetings that happened or are going on
    connect people, and only those who are stated to take part. Of a pair that met often, the first three
    meetings are shown.

    Example: kg path "Ann Lee" "Bob Ray" --store news.kg
    """
    from kg.export.path import paths
    from kg.store import open_store
    from kg.store.lookup import find

    with open_store(location, read_only=True) as store:
        one, other = (find(store, name, kinds=("person",)) for name in names)
        found = paths(store, (one.iri, other.iri), **search)
    rows.print(_COLUMNS, _rows(found))
    if one.iri == other.iri:
        console.note(f"{location}: both names are of one person, {one.name} ({one.iri})")
    elif not found:
        console.note(f"{location}: no chain of meetings leads from {one.name} to {other.name}")


def _rows(found: list[tuple[Step, ...]]) -> Iterator[tuple[object, ...]]:
    from kg.export.path import Quote

    for number, chain in enumerate(found, start=1):
        for place, step in enumerate(chain, start=1):
            for met in step.encounters:
                about = (number, place, step.one, step.other, step.count)
                meeting = (met.date, met.type, met.place, met.meeting)
                for q in met.quotes or (Quote(),):
                    evidence = (q.date_basis, q.confidence, q.begin, q.end, q.url)
                    yield (*about, *meeting, q.article, q.text, *evidence)
