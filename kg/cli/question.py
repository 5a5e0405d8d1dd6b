"""Which query ``kg query`` runs, and with which parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from kg.cli.options import params_option

if TYPE_CHECKING:
    from kg.query import SavedQuery


own_queries_option = click.option(
    "--queries",
    "own",
    metavar="DIR",
    type=click.Path(path_type=Path),
    envvar="NEWSGRAPH_QUERIES",
    show_envvar=True,
    help="Folder of queries of one's own (.rq), beside those that newsgraph comes with.",
)


def addresses(ctx: click.Context, option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Check the URLs of ``--allow-fetch``."""
    for address in given:
        if not address.startswith(("http://", "https://")) or set(address) & set('<>"{}|^`\\ '):
            raise click.BadParameter(f"{address!r} is no URL; give it as queries write it, http(s)://…")
    return given


@dataclass(frozen=True, slots=True)
class Question:
    """The query: its saved name or file, or else its text; the values of its parameters; the folder of the
    user's own queries; the page of the rows, if not all are wanted; and the addresses that the query may
    call.
    """

    name: str | None
    text: str | None
    params: Mapping[str, str]
    own: Path | None = None
    page: int | None = None
    fetchable: tuple[str, ...] = ()

    def read(self) -> SavedQuery:
        """The query itself. Raises :class:`~kg.errors.UnknownQueryError` where there is none of this name."""
        from kg.query import find_query, parse_query

        if self.text is not None:
            return parse_query(self.text, name="-e")
        return find_query(self.name or "", self.own)

    def values(self, query: SavedQuery) -> Mapping[str, str]:
        """The parameters for ``query``, without those that must be given and are empty: a variable of the
        shell that is not set is no answer to what is asked.
        """
        required = {parameter.name for parameter in query.params if parameter.required}
        return {name: value for name, value in self.params.items() if value or name not in required}


def _complete(ctx: click.Context, argument: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from kg.query import all_queries

    saved = all_queries(ctx.params.get("own"))
    return [CompletionItem(name, help=q.summary) for name, q in saved.items() if name.startswith(incomplete)]


def question_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the argument ``NAME|FILE``, ``-e``, ``--param``, ``--queries``, ``--page`` and ``--allow-fetch`` to
    a command, which receives them as ``question``.
    """

    @click.argument("name", metavar="[NAME|FILE]", required=False, shell_complete=_complete)
    @click.option("-e", "--text", "text", metavar="TEXT", help="Run this SPARQL text instead.")
    @params_option
    @own_queries_option
    @click.option(
        "--page",
        type=click.IntRange(1, 999_999_999),
        metavar="N",
        help="Only page N of the rows of a query that comes in pages ('pagination' in its header).",
    )
    @click.option(
        "--allow-fetch",
        "fetchable",
        metavar="URL",
        multiple=True,
        callback=addresses,
        help="An address that the query may call by SERVICE; it calls no other. May be repeated.",
    )
    @wraps(command)
    def with_question(*args: Any, **kwargs: Any) -> Any:
        given = {field.name: kwargs.pop(field.name) for field in fields(Question)}
        if (given["name"] is None) == (given["text"] is None):
            raise click.UsageError("give either the NAME or FILE of a query, or its text with -e")
        return command(*args, question=Question(**given), **kwargs)

    return with_question
