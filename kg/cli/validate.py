"""``kg validate``: the store against the SHACL shapes."""

from __future__ import annotations

import click

from kg.cli.console import Console, console_options
from kg.cli.options import store_option


@click.command()
@store_option
@console_options
def validate(*, location: str, console: Console) -> None:
    """Check every graph of the store against the shapes (SHACL); violations are data on stdout and exit code
    1.

    Needs the extra `validate`: pip install "newsgraph[validate]".

    Example: kg validate --store news.kg
    """
    from kg.graph import validate as violations_of
    from kg.store import open_store

    with open_store(location, read_only=True) as store:
        violations = violations_of(store.quads())
    for violation in violations:
        click.echo(str(violation))
    console.note(f"{location}: {len(violations)} violations" if violations else f"{location}: valid")
    if violations:
        raise SystemExit(1)
