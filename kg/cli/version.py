"""``kg --version``: everything that a result depends on."""

from __future__ import annotations

from typing import Any

import click


def versions() -> dict[str, str]:
    """The versions of newsgraph and of what decides about its results, read from what is installed."""
    from importlib.metadata import version

    from kg.extract.language_model import model_version
    from kg.settings import Settings

    return {
        "newsgraph": version("newsgraph"),
        "spaCy": version("spacy"),
        "model": model_version(Settings().model),
        "Oxigraph": version("pyoxigraph"),
    }


def _print_versions(ctx: click.Context, option: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        for name, number in versions().items():
            click.echo(f"{name} {number}")
        ctx.exit()


def version_option(command: Any) -> Any:
    """Add ``--version`` to a command."""
    return click.option(
        "--version",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_print_versions,
        help="Show the versions of newsgraph, spaCy, the language model and Oxigraph.",
    )(command)
