"""Rows that do not come from a query: a table for people, CSV or JSON Lines for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any

import click

from kg.cli.tables import default_format, print_csv, print_table

FORMATS = ("table", "csv", "jsonl")


@dataclass(frozen=True, slots=True)
class Rows:
    """The format asked for, if any."""

    format: str | None = None

    def print(self, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Print ``rows`` under the names ``columns`` to stdout; ``None`` is an empty cell."""
        format = self.format or default_format()
        if format == "jsonl":
            for row in rows:
                click.echo(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False))
            return
        texts = (["" if cell is None else str(cell) for cell in row] for row in rows)
        if format == "table":
            print_table(columns, texts)
        else:
            print_csv(columns, texts)


def rows_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--format`` to a command, which receives it as ``rows``."""

    @click.option(
        "-f",
        "--format",
        "format_",
        type=click.Choice(FORMATS),
        help="By default a table on a terminal and csv elsewhere.",
    )
    @wraps(command)
    def with_rows(*args: Any, format_: str | None, **kwargs: Any) -> Any:
        return command(*args, rows=Rows(format_), **kwargs)

    return with_rows
