"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from typing import Any

import click

from kg.settings import Settings

DEFAULT_STORE = "newsgraph.kg"


def as_name(text: str) -> str:
    """The type of an argument that is a name or an IRI: without the white space around it, as where a shell
    takes it from a line of CSV, which ends with CR LF.
    """
    return text.strip()


sources_argument = click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)

store_option = click.option(
    "--store",
    "location",
    metavar="DIR|URL",
    default=DEFAULT_STORE,
    envvar="NEWSGRAPH_STORE",
    show_default=True,
    show_envvar=True,
    help="Directory of the store, or URL of a SPARQL 1.1 server that keeps it (docs/engines.md).",
)


def _pairs(ctx: click.Context, option: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for value in values:
        name, separator, rest = value.partition("=")
        if not separator or not name:
            raise click.BadParameter(f"{value!r} is not of the form {option.metavar}", ctx, option)
        if name in pairs:
            raise click.BadParameter(f"{name!r} is given twice; give it once", ctx, option)
        pairs[name] = rest
    return pairs


columns_option = click.option(
    "--column",
    "columns",
    metavar="FIELD=NAME",
    multiple=True,
    callback=_pairs,
    help="In JSON, CSV and Parquet, read an article's FIELD (id, url, title, published, publisher, author, "
    "language, text) from the key or column NAME. May be repeated.",
)

params_option = click.option(
    "-p",
    "--param",
    "params",
    metavar="NAME=VALUE",
    multiple=True,
    callback=_pairs,
    help="A parameter of the query. May be repeated.",
)


def settings_options(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add one option for each of the :class:`~kg.settings.Settings` ``names``; the command receives a
    ``settings``.
    """
    chosen = [field for field in fields(Settings) if field.name in names]

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def with_settings(*args: Any, **kwargs: Any) -> Any:
            values = {field.name: kwargs.pop(field.name) for field in chosen}
            return command(*args, settings=Settings(**values), **kwargs)

        decorated: Callable[..., Any] = with_settings
        for field in reversed(chosen):
            decorated = _setting_option(field.name, field.default, field.metadata["help"])(decorated)
        return decorated

    return decorate


def _setting_option(name: str, default: Any, help: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    kind = click.IntRange(min=0 if default == 0 else 1) if isinstance(default, int) else click.STRING
    metavar = "N" if isinstance(default, int) else "NAME"
    flag = "--" + name.replace("_", "-")
    return click.option(flag, name, type=kind, default=default, metavar=metavar, show_default=True, help=help)
