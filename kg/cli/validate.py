"""``kg validate``: the store against the SHACL shapes."""

from __future__ import annotations

import click

from kg.cli.console import Console, console_options
from kg.cli.options import store_option
from kg.cli.tables import print_table


@click.command()
@store_option
@console_options
def validate(*, location: str, console: Console) -> None:
    """Check all graphs of the store against the shapes (SHACL).

    Violations are data on stdout, and end with exit code 1.

    Needs the extra `validate`: pip install "newsgraph[validate]".

    Example: kg validate --store news.kg
    """
    from kg.graph import validate as violations_of
    from kg.store import open_store

    with open_store(location, read_only=True) as store:
        violations = violations_of(quad for graph in store.graphs() for quad in store.quads(graph))
    if violations:
        rows = [(found.node, found.path or "", found.value or "", found.message) for found in violations]
        print_table(("node", "property", "value", "violation"), rows)
    console.note(f"{location}: {len(violations)} violations" if violations else f"{location}: valid")
    if violations:
        raise SystemExit(1)
