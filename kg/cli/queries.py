"""``kg queries``: the saved queries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.console import Console, console_options
from kg.cli.question import own_queries_option
from kg.cli.tables import print_table

if TYPE_CHECKING:
    from kg.query import Parameter


@click.command()
@own_queries_option
@console_options
def queries(*, own: Path | None, console: Console) -> None:
    """List the saved queries with their parameters.

    Parameters in brackets may be left out; `NAME=VALUE` shows the value that they have then.

    Example: kg queries
    """
    from kg.query import all_queries

    saved = all_queries(own)
    rows = [(query.name, " ".join(map(_parameter, query.params)), query.summary) for query in saved.values()]
    print_table(("query", "parameters", "summary"), rows)
    console.detail(f"{len(rows)} saved queries")


def _parameter(parameter: Parameter) -> str:
    text = f"{parameter.name}:{'|'.join(parameter.choices) or parameter.type}"
    text += "" if parameter.default is None else f"={parameter.default}"
    return text if parameter.required else f"[{text}]"
