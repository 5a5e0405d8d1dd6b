"""Rows on stdout: for people a table on a terminal, plain tab-separated lines elsewhere; for programs CSV."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from itertools import chain, islice

import click

from kg.cli.console import on_terminal, printable

# Below this width a column of text is a column of letters; such rows are shown one value under the other.
_NARROWEST_COLUMN = 10
# A table is as wide as its widest cells, so all of its rows are held; a longer result becomes several tables.
_ROWS_OF_A_TABLE = 5_000


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print ``rows`` under the names ``columns`` to stdout."""
    if on_terminal(sys.stdout):
        rest = ([printable(cell) for cell in row] for row in rows)
        _print_rich(columns, list(islice(rest, _ROWS_OF_A_TABLE)))
        while part := list(islice(rest, _ROWS_OF_A_TABLE)):
            _print_rich(columns, part)
    else:
        for row in chain([columns], rows):
            click.echo("\t".join(" ".join(cell.split()) for cell in row))


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print ``rows`` under the names ``columns`` to stdout as CSV (RFC 4180)."""
    writer = csv.writer(sys.stdout, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)


def default_format() -> str:
    """The format of rows where none is asked for: a table for a person, CSV for a program."""
    return "table" if on_terminal(sys.stdout) else "csv"


def _print_rich(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    if len(columns) * _NARROWEST_COLUMN > console.width:
        _print_blocks(columns, rows)
        return
    table = Table(box=box.SIMPLE_HEAD, header_style="bold", show_edge=False, pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)


def _print_blocks(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    width = max(map(len, columns), default=0)
    for number, row in enumerate(rows, start=1):
        click.echo(click.style(f"── {number} ", bold=True))
        for name, cell in zip(columns, row, strict=True):
            if cell:
                click.echo(f"{click.style(name.ljust(width), dim=True)}  {cell}")
