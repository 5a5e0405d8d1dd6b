"""``kg export``: the graph as files."""

from __future__ import annotations

import sys

import click

from kg.cli.console import Console, console_options
from kg.cli.options import store_option

# Written out, so that the help needs no import of the exports; a test holds it to kg.export.FORMATS.
FORMATS = ("turtle", "trig", "nquads", "jsonld", "csv", "graphml", "gexf")


@click.command()
@click.argument("format", metavar="FORMAT", type=click.Choice(FORMATS))
@click.option(
    "-o", "--output", metavar="PATH", default="-", help="File (for csv: folder) to write; - is stdout."
)
@store_option
@console_options
def export(format: str, *, output: str, location: str, console: Console) -> None:
    """Write the whole graph as FORMAT: turtle, trig, nquads, jsonld, csv, graphml or gexf.

    GraphML and GEXF hold the network of who met whom. Two builds of the same articles give byte-identical
    files.

    Example: kg export gexf --store news.kg --output met.gexf
    """
    from kg.export import write_export
    from kg.store import open_store

    with open_store(location, read_only=True) as store:
        write_export(store, format, sys.stdout.buffer if output == "-" else output)
    if output != "-":
        console.note(f"{output}: written")
