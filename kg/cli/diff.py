"""``kg diff``: what changed between two states of a graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.console import Console, console_options, printable
from kg.cli.rows import FORMATS, Rows
from kg.errors import NewsgraphError

if TYPE_CHECKING:
    from kg.graph.snapshot import Snapshot

_COLUMNS = ("change", "kind", "about", "what", "before", "after")


class _Trouble(click.ClickException):
    """What kept two states from being compared: not to be taken for a difference."""

    exit_code = 2


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(("words", *FORMATS)),
    default="words",
    show_default=True,
    help="One fact a line in words, or rows.",
)
@console_options
def diff(old: str, new: str, *, format_: str, console: Console) -> None:
    """List the facts that were added (+), removed (-) and changed (~) from OLD to NEW.

    OLD and NEW are stores or exports (.nq, .trig, .ttl, .nt, .jsonld). People, organisations and meetings are
    the same where they have most of their reports in common, whatever their IRIs, so stores that were built
    in another order compare as equal. The exit code is that of diff(1): 0 where nothing differs, 1 where
    something does, 2 where they could not be compared, which is then named on stderr.

    Example: kg diff yesterday.nq news.kg
    """
    from kg.graph.difference import difference

    try:
        found = difference(_snapshot(old), _snapshot(new))
    except (NewsgraphError, OSError) as error:
        raise _Trouble(printable(str(error))) from error
    if format_ == "words":
        for change in found:
            click.echo(printable(" ".join(str(change).split())))
    else:
        Rows(format_).print(_COLUMNS, [[getattr(change, name) for name in _COLUMNS] for change in found])
    counts = [f"{sum(d.change == name for d in found)} {name}" for name in ("added", "removed", "changed")]
    console.note(f"{old} → {new}: {', '.join(counts)}" if found else f"{old} → {new}: no difference")
    if found:
        raise SystemExit(1)


def _snapshot(location: str) -> Snapshot:
    from kg.graph.snapshot import FORMATS as EXPORTS
    from kg.graph.snapshot import read_file, snapshot
    from kg.store import open_store
    from kg.store.states import state_quads

    path = Path(location)
    if path.is_file() or (path.suffix.lower() in EXPORTS and not path.exists() and "://" not in location):
        return snapshot(read_file(path))
    with open_store(location, read_only=True) as store:
        return snapshot(state_quads(store))
