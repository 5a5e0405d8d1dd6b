"""How the answer of a query is printed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from kg.cli.tables import default_format, print_csv, print_table

if TYPE_CHECKING:
    from kg.query import Results, Solutions

# Written out, so that the help needs no import of the query package; a test holds it to what the library
# writes.
FORMATS = (
    "table", "csv", "tsv", "json", "xml", "jsonl", "parquet", "arrow",
    "turtle", "ntriples", "nquads", "trig", "jsonld",
)  # fmt: skip


EXIT_EMPTY = 3


@dataclass(frozen=True, slots=True)
class Output:
    """The format asked for, if any; the columns wanted, in their order, if not all; and whether nothing found
    is a failure.
    """

    format: str | None = None
    columns: tuple[str, ...] = ()
    fail_if_empty: bool = False

    def print(self, results: Results, *, name: str = "query") -> None:
        """Print ``results``, those of the query ``name``, to stdout.

        Raises :class:`click.exceptions.Exit` with :data:`EXIT_EMPTY` afterwards where that was asked for and
        nothing was found.
        """
        from kg.query import Solutions, Statements, peek, write_results

        found = True
        if self.fail_if_empty:
            results, found = peek(results)

        format = self.format or ("turtle" if isinstance(results, Statements) else default_format())
        if isinstance(results, Solutions) and (format == "table" or self.columns):
            self._print_rows(results, format)
        else:
            write_results(results, "csv" if format == "table" else format, sys.stdout.buffer, name=name)
        if not found:
            sys.stdout.flush()
            raise click.exceptions.Exit(EXIT_EMPTY)

    def _print_rows(self, solutions: Solutions, format: str) -> None:
        columns = self.columns or solutions.variables
        rows = _picked(solutions, columns)
        if format == "table":
            print_table(columns, rows)
        elif format == "csv":
            print_csv(columns, rows)
        else:
            raise click.UsageError(f"--columns goes with the formats table and csv, not with {format}")


def _picked(solutions: Solutions, columns: Sequence[str]) -> Iterator[tuple[str, ...]]:
    unknown = [name for name in columns if name not in solutions.variables]
    if unknown:
        raise click.UsageError(f"no column {unknown[0]!r}; there are {', '.join(solutions.variables)}")
    places = [solutions.variables.index(name) for name in columns]
    return (tuple(row[place] for place in places) for row in solutions.texts())


def _names(ctx: click.Context, option: click.Parameter, value: str | None) -> tuple[str, ...]:
    names = tuple(name.strip() for name in value.split(",")) if value else ()
    twice = next((name for place, name in enumerate(names) if name in names[:place]), None)
    if twice is not None:
        raise click.BadParameter(f"{twice!r} is named twice", ctx, option)
    return names


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--format``, ``--columns`` and ``--fail-if-empty`` to a command, which receives them as
    ``output``.
    """

    @click.option(
        "-f",
        "--format",
        "format",
        type=click.Choice(FORMATS),
        help="By default a table on a terminal and csv elsewhere; turtle for the graph of a CONSTRUCT query.",
    )
    @click.option(
        "-c",
        "--columns",
        metavar="NAME,NAME...",
        callback=_names,
        help="Only these columns, in this order (formats table and csv).",
    )
    @click.option(
        "--fail-if-empty",
        is_flag=True,
        help=f"End with exit code {EXIT_EMPTY} where there are no rows or statements, or the answer is no.",
    )
    @wraps(command)
    def with_output(*args: Any, **kwargs: Any) -> Any:
        given = {field.name: kwargs.pop(field.name) for field in fields(Output)}
        return command(*args, output=Output(**given), **kwargs)

    return with_output
