"""What the commands that take decisions about identity share."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from kg.cli.console import Console

if TYPE_CHECKING:
    from kg.resolve.decisions import Decision, Verdict
    from kg.store import Store


@dataclass(frozen=True, slots=True)
class Judge:
    """Who decides, and why."""

    who: str
    why: str


def _user(ctx: click.Context, option: click.Parameter, value: str | None) -> str:
    if value:
        return value
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise click.BadParameter("who decides? The system does not know; say so", ctx, option) from error


def by_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--by`` to a command, which receives it as ``who``."""
    return click.option(
        "--by",
        "who",
        metavar="NAME",
        envvar="NEWSGRAPH_USER",
        show_envvar=True,
        callback=_user,
        help="Who decides; by default the user of the system.",
    )(command)


def judge_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--why`` and ``--by`` to a command, which receives them as ``judge``."""

    @click.option("--why", metavar="TEXT", default="", help="The reason, kept with the decision.")
    @by_option
    @wraps(command)
    def with_judge(*args: Any, who: str, why: str, **kwargs: Any) -> Any:
        return command(*args, judge=Judge(who, why), **kwargs)

    return with_judge


def decide(
    location: str, names: tuple[str, str], verdict: Verdict, *, judge: Judge, console: Console
) -> None:
    """Record the decision about what ``names`` stand for, bring the merged graph up to date, and say what
    came of it. One that stands already is not recorded again. Ends with exit code 1 where the decision
    contradicts others.
    """
    from kg.resolve.decisions import told
    from kg.store import open_store
    from kg.store.decisions import find_pair, judged, known_already

    with open_store(location) as store:
        one, other = find_pair(store, *names)
        decision = judged(one, other, verdict, who=judge.who, why=judge.why)
        known = known_already(store, decision)
        if known is None:
            take(store, [decision], console)
            return
        console.note(f"{store.location}: stands already: {told(known)}")
        if report_contradictions(store, console, pairs={known.pair}):
            raise SystemExit(1)


def take(store: Store, news: Sequence[Decision], console: Console) -> None:
    """Record decisions, bring the merged graph up to date, and say what came of it.

    Ends with exit code 1 where one of them contradicts others.
    """
    from kg.resolve.decisions import told
    from kg.store.decisions import record
    from kg.store.merging import bring_up_to_date

    new = record(store, news)
    bring_up_to_date(store)
    for decision in new:
        if decision.stands:
            console.note(f"{store.location}: {told(decision)}")
        else:
            console.note(f"{store.location}: taken back: {told(decision)}")
    if not new:
        console.note(f"{store.location}: nothing new")
    pairs = {decision.pair for decision in new}
    if report_contradictions(store, console, pairs=pairs):
        raise SystemExit(1)


def report_contradictions(
    store: Store, console: Console, *, pairs: set[tuple[str, str]] | None = None
) -> int:
    """Say which decisions contradict each other (only those about ``pairs``, if given); returns how many
    contradictions there are.
    """
    from kg.resolve.decisions import judgements
    from kg.store.decisions import decisions, short_id

    found = 0
    for contradiction in judgements(decisions(store)).contradictions:
        parts = (*contradiction.chain, contradiction.different)
        if pairs is None or any(part.pair in pairs for part in parts):
            found += 1
            undo = " or ".join(f"kg undo {short_id(part)}" for part in parts)
            console.error(f"{store.location}: {contradiction}. Take one back with {undo}")
    return found
