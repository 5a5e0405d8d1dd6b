"""``kg serve``: the store over HTTP."""

from __future__ import annotations

import logging
import os
import re
import sys
from pathlib import Path

import click

from kg.cli.console import Console, console_options
from kg.cli.options import settings_options, store_option
from kg.cli.question import addresses, own_queries_option
from kg.settings import Settings

# scheme://host or scheme://host:port; * is any.
_ORIGIN = re.compile(r"\*|[a-z][a-z0-9+.-]*://([a-z0-9._-]+|\[[0-9a-f:.]+\])(:[1-9][0-9]{0,4})?")
# A host, an address, or *.example.org for all names below one.
_NAME = re.compile(
    r"\*|(\*\.)?[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.?|\[?[0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*\]?"
)
_TOKEN = "NEWSGRAPH_UPDATE_TOKEN"


def _origins(ctx: click.Context, option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    for origin in given:
        # Browsers send it in small letters, without a slash, and without a port that goes without saying.
        usual = origin.startswith("http://") and origin.endswith(":80")
        usual |= origin.startswith("https://") and origin.endswith(":443")
        if usual or not _ORIGIN.fullmatch(origin):
            raise click.BadParameter(
                f"{origin!r} is never sent as an origin; give it as browsers do, as in "
                "https://app.example.org or http://localhost:3333"
            )
    return given


def _names(ctx: click.Context, option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    for name in given:
        if not _NAME.fullmatch(name):
            raise click.BadParameter(
                f"{name!r} is no name; give it without scheme, port and path, as in kg.example.org"
            )
    return given


@click.command()
@store_option
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen at. The default is for programs of this machine alone.",
)
@click.option(
    "--port", type=click.IntRange(1, 65535), default=7878, show_default=True, help="Port to listen at."
)
@own_queries_option
@click.option(
    "--allow-update",
    is_flag=True,
    help=f"Take SPARQL updates from those who send the token in the environment variable {_TOKEN}.",
)
@click.option(
    "--cors",
    "origins",
    metavar="ORIGIN",
    multiple=True,
    callback=_origins,
    help="A web site whose scripts may read answers. May be repeated.",
)
@click.option(
    "--hostname",
    "hosts",
    metavar="NAME",
    multiple=True,
    callback=_names,
    help="A name under which the server is addressed, besides localhost. May be repeated.",
)
@click.option(
    "--allow-fetch",
    "fetchable",
    metavar="URL",
    multiple=True,
    callback=addresses,
    help="An address that queries may call by SERVICE, and updates may LOAD. May be repeated.",
)
@settings_options(
    "query_seconds", "query_processes", "query_megabytes", "max_rows", "max_body", "max_waiting",
    "max_connections", "client_seconds", "refresh_seconds",
)  # fmt: skip
@console_options
def serve(
    *,
    location: str,
    own: Path | None,
    allow_update: bool,
    settings: Settings,
    console: Console,
    **reached: object,
) -> None:
    """Answer queries over HTTP: SPARQL, the saved queries, reconciliation for OpenRefine.

    Reads only, listens to this machine only and fetches nothing, unless told otherwise. A build may run at
    the same time.

    Needs the extra `serve`: pip install "newsgraph[serve]".

    Example: kg serve --store news.kg
    """
    from kg.serve import ServeOptions
    from kg.serve import serve as run_server

    token = _token() if allow_update else None
    options = ServeOptions(token=token, queries=own, **reached)  # type: ignore[arg-type]
    _log_requests(console)

    def ready() -> None:
        console.note(f"{location}: {options.address} (Ctrl-C ends it)")

    run_server(location, options, settings, ready=ready)


def _token() -> str:
    token = os.environ.get(_TOKEN, "")
    if len(token) < 16:
        raise click.UsageError(f"--allow-update needs a token of at least 16 characters in {_TOKEN}")
    return token


def _log_requests(console: Console) -> None:
    if not console.quiet:
        logging.getLogger("kg.serve").setLevel(logging.WARNING)
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        log = logging.getLogger("kg.serve.access")
        log.addHandler(handler)
        log.setLevel(logging.INFO)
        log.propagate = False
