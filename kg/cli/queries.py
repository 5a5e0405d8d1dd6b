"""``kg queries``: the saved queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.console import Console, console_options
from kg.cli.tables import print_table

if TYPE_CHECKING:
    from kg.query import Parameter


@click.command()
@console_options
def queries(*, console: Console) -> None:
    """List the saved queries with their parameters.

    Parameters in brackets may be left out.

    Example: kg queries
    """
    from kg.query import load_queries

    saved = load_queries(None)
    rows = [(query.name, " ".join(map(_parameter, query.params)), query.summary) for query in saved.values()]
    print_table(("query", "parameters", "summary"), rows)
    console.detail(f"{len(rows)} saved queries")


def _parameter(parameter: Parameter) -> str:
    text = f"{parameter.name}:{parameter.type}"
    return text if parameter.required else f"[{text}]"
