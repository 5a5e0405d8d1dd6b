"""``kg review``: judge the pairs about which the linkage is least certain."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from kg.cli.console import Console, console_options, printable
from kg.cli.deciding import by_option, take
from kg.cli.options import store_option

if TYPE_CHECKING:
    from kg.resolve.decisions import Decision, Verdict
    from kg.store import Store
    from kg.store.evidence import Evidence
    from kg.store.linking import UncertainPair

_ANSWERS: dict[str, Verdict] = {"s": "same", "d": "different", "u": "unsure"}
_QUESTION = "[s]ame, [d]ifferent, [u]nsure, [q]uit? "


@click.command()
@click.option("-n", "--limit", type=click.IntRange(min=1), metavar="N", help="Pairs at most; all by default.")
@by_option
@store_option
@console_options
def review(*, limit: int | None, who: str, location: str, console: Console) -> None:
    """Show the uncertain pairs, the least certain first, and take your judgement of each.

    Both sides are shown with their names, offices, dates and quotes. Answer s (same), d (different), u
    (unsure) or q (quit), each with Enter; answers can also be piped in, a line each. Decisions are kept when
    the review ends, also by Ctrl-C or the end of the input. A pair that was judged, also as unsure, is not
    shown again until its decision is taken back.

    Example: kg review --limit 20 --store news.kg
    """
    from kg.store import open_store
    from kg.store.linking import uncertain_pairs

    with open_store(location) as store:
        console.note(f"{location}: comparing …")
        pairs = uncertain_pairs(store)
        taken = _judge(store, pairs[:limit], who)
        console.note(f"{location}: {len(taken)} judged, {len(pairs) - len(taken)} left")
        if taken:
            take(store, taken, console)


def _judge(store: Store, pairs: Iterable[UncertainPair], who: str) -> list[Decision]:
    """Ask about each of ``pairs`` until there are no more, or no more answers."""
    from kg.store.decisions import judged_references
    from kg.store.evidence import evidence

    taken: list[Decision] = []
    for number, pair in enumerate(pairs, start=1):
        sides = evidence(store, pair.one), evidence(store, pair.other)
        now = "one now" if pair.joined else "two now"
        click.echo(f"\n── {number}: the same with probability {pair.probability:.2f}, {now}")
        for side in sides:
            _show(side)
        verdict = _answer()
        if verdict is None:
            break
        one, other = ((side.reference, side.name) for side in sides)
        taken.append(judged_references(one, other, verdict, who=who))
    return taken


def _show(side: Evidence) -> None:
    about = " · ".join(filter(None, (side.published, side.article, side.headline)))
    lines = [click.style(printable(side.name or side.reference), bold=True)]
    lines += [f"   {printable(text)}" for text in filter(None, ("; ".join(side.offices), about))]
    lines += [f"   “{printable(quote)}”" for quote in side.quotes]
    click.echo("\n".join(lines))


def _answer() -> Verdict | None:
    """The judgement typed, or nothing for quit, Ctrl-C and the end of the input."""
    while True:
        try:
            said = click.prompt(_QUESTION, prompt_suffix="", default="", show_default=False)
        except click.Abort:
            click.echo()
            return None
        first = said.strip().lower()[:1]
        if first == "q":
            return None
        if first in _ANSWERS:
            return _ANSWERS[first]
