"""``kg authority``: files of who held which office."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.console import Console, console_options, counted
from kg.cli.options import store_option
from kg.cli.rows import Rows, rows_options


@click.group()
def authority() -> None:
    """Add, list and remove authority files: who held which office from when to when.

    By them, offices that articles give without a name ("the Foreign Minister") resolve to the holder of that
    day, marked as inferred.

    Example: kg authority add ministers.csv --store news.kg
    """


@authority.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--name", metavar="NAME", help="What to call the file, in place of its own name.")
@store_option
@console_options
def add(files: tuple[Path, ...], *, name: str | None, location: str, console: Console) -> None:
    """Put authority files into the store, each in the place of what it said before.

    A FILE is a table (.csv, .tsv) with the columns person, title, of, from and to, or RDF (.ttl, .nt, .rdf,
    .jsonld) in the terms of the Organization Ontology; docs/identity.md describes both. Rows that are not
    right are named and left out, and end with exit code 1.

    Example: kg authority add ministers.csv --store news.kg
    """
    from kg.errors import AuthorityError
    from kg.store import open_store
    from kg.store.authorities import add_authority
    from kg.store.merging import bring_up_to_date

    if name is not None and len(files) > 1:
        raise click.UsageError("--name goes with one file")
    failures = 0

    def report(error: AuthorityError) -> None:
        nonlocal failures
        failures += 1
        console.error(str(error))

    with open_store(location, create=True) as store:
        for file in files:
            added = add_authority(store, file, name=name, on_error=report)
            people = counted(added.people, "person", "people")
            console.note(f"{added.name}: {people} in {counted(added.roles, 'term')} of office")
        bring_up_to_date(store)
    if failures:
        raise SystemExit(1)


@authority.command("list")
@rows_options
@store_option
@console_options
def list_(*, rows: Rows, location: str, console: Console) -> None:
    """List the authority files of the store.

    Example: kg authority list --store news.kg
    """
    from kg.store import open_store
    from kg.store.authorities import authorities

    with open_store(location, read_only=True) as store:
        found = authorities(store)
    rows.print(("name", "people", "roles", "iri"), [(a.name, a.people, a.roles, a.iri) for a in found])
    console.detail(f"{location}: {len(found)} authority files")


@authority.command()
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@store_option
@console_options
def remove(names: tuple[str, ...], *, location: str, console: Console) -> None:
    """Take authority files out of the store, and what was inferred from them alone.

    Example: kg authority remove ministers.csv --store news.kg
    """
    from kg.store import open_store
    from kg.store.authorities import remove_authority
    from kg.store.merging import bring_up_to_date

    with open_store(location) as store:
        for name in names:
            removed = remove_authority(store, name)
            console.note(f"{location}: {removed.name} removed")
        bring_up_to_date(store)
