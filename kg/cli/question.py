"""Which query ``kg query`` runs, and with which parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from kg.cli.options import params_option

if TYPE_CHECKING:
    from kg.query import SavedQuery


@dataclass(frozen=True, slots=True)
class Question:
    """The query: its saved name or file, or else its text; and the values of its parameters."""

    name: str | None
    text: str | None
    params: Mapping[str, str]

    def read(self) -> SavedQuery:
        """The query itself. Raises :class:`~kg.errors.UnknownQueryError` where there is none of this name."""
        from kg.query import find_query, parse_query

        if self.text is not None:
            return parse_query(self.text, name="-e")
        return find_query(self.name or "")


def _complete(ctx: click.Context, argument: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from kg.query import load_queries

    saved = load_queries(None)
    return [CompletionItem(name, help=q.summary) for name, q in saved.items() if name.startswith(incomplete)]


def question_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the argument ``NAME|FILE``, ``-e`` and ``--param`` to a command, which receives them as
    ``question``.
    """

    @click.argument("name", metavar="[NAME|FILE]", required=False, shell_complete=_complete)
    @click.option("-e", "--text", "text", metavar="TEXT", help="Run this SPARQL text instead.")
    @params_option
    @wraps(command)
    def with_question(
        *args: Any, name: str | None, text: str | None, params: Mapping[str, str], **kwargs: Any
    ) -> Any:
        if (name is None) == (text is None):
            raise click.UsageError("give either the NAME or FILE of a query, or its text with -e")
        return command(*args, question=Question(name, text, params), **kwargs)

    return with_question
