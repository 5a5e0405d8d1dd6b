"""``kg why``: what a merge, or a fact, rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from kg.cli.console import Console, console_options
from kg.cli.options import as_name, store_option
from kg.cli.rows import Rows, rows_options

if TYPE_CHECKING:
    from kg.resolve.linkage.explanation import Explanation
    from kg.store import Store
    from kg.store.lookup import Found
    from kg.store.supports import Support

_FIELDS = ("field", "level", "weight", "rarity")
_SUPPORTS = (
    "says", "article", "published", "quote", "confidence", "statement",
    "dateBasis", "quoteBegin", "quoteEnd", "articleUrl",
)  # fmt: skip


@click.command()
@click.argument("names", metavar="A B | FACT", type=as_name, nargs=-1, required=True)
@rows_options
@store_option
@console_options
def why(names: tuple[str, ...], *, rows: Rows, location: str, console: Console) -> None:
    """Explain why A and B are one or are not, or list what a FACT rests on.

    A and B are names, in full or by whole words of them, or IRIs of entities or references. Each field that
    was compared is shown with its weight: how many times it doubles (or halves) the odds that the two are the
    same, in Splink's own figures. Decisions of people about them are told too. Of two meetings, or reports of
    meetings, it shows what was compared and how strongly that links them.

    A FACT is the IRI of a fact or conflict, as kg query sources and conflicts show them, or a meeting or
    person, by name or IRI, for all facts about it. Every statement that it rests on is listed with its
    article and the words that say it; of an inferred fact, also those that it was inferred from.

    Example: kg why "Ann Lee" "A. M. Lee" --store news.kg
    """
    from kg.store import open_store
    from kg.store.lookup import find

    if len(names) > 2:
        raise click.UsageError("give A and B, or one FACT")
    with open_store(location, read_only=True) as store:
        if len(names) == 2:
            one, other = (find(store, name) for name in names)
            _why_one(store, (one, other), rows, console)
        else:
            _why_fact(store, names[0], rows)


def _why_one(store: Store, pair: tuple[Found, Found], rows: Rows, console: Console) -> None:
    from kg.resolve.decisions import told
    from kg.store.linking import about_pair, explain_pair

    one, other = pair
    now = "one" if one.iri == other.iri else "two"
    console.note(f"{one.reference_name} ({one.reference}) and {other.reference_name} ({other.reference})")
    console.note(f"are {now} now: {' and '.join(dict.fromkeys((one.iri, other.iri)))}")
    for decision in about_pair(store, one, other):
        console.note(f"decided: {told(decision)}")
    if one.reference == other.reference:
        console.note("both are the same reference, so nothing was compared")
        return
    if one.kind == other.kind == "meeting":
        _why_one_meeting(store, pair, rows, console)
        return
    found = explain_pair(store, one.reference, other.reference)
    if found is None:
        console.note(f"a {one.kind} and a {other.kind} are not compared by likeness")
        return
    rows.print(_FIELDS, _fields(found))
    if found.contradiction:
        console.note("the names contradict each other, which no weight outweighs")


def _why_one_meeting(store: Store, pair: tuple[Found, Found], rows: Rows, console: Console) -> None:
    from kg.store.occasions import explain_meetings

    found = explain_meetings(store, *(side.reference for side in pair))
    if found is None:
        console.note("the reports are not compared yet; kg resolve brings all up to date")
        return
    compared = [(field.name, field.level, f"{field.weight:g}") for field in found.fields]
    rows.print(_FIELDS[:3], [*compared, ("sum", "the strongest links go first", f"{found.weight:g}")])
    if found.contradict:
        console.note("the reports contradict each other, so only a decision makes them one")
    elif found.linked:
        console.note(
            "likeness makes them one, unless a decision or another report of either meeting forbids it"
        )
    else:
        console.note("too little says that the reports are of one meeting")


def _fields(found: Explanation) -> Iterator[tuple[object, ...]]:
    yield "prior", "before anything is compared", f"{found.prior:.2f}", ""
    for field in found.fields:
        yield field.name, field.level, f"{field.weight:.2f}", f"{field.rarity:.2f}" if field.rarity else ""
    yield (
        "sum",
        f"probability {found.probability:.4f}; needed: {found.threshold:.2f}",
        f"{found.weight:.2f}",
        "",
    )


def _why_fact(store: Store, fact: str, rows: Rows) -> None:
    from kg.store.supports import supports

    rows.print(_SUPPORTS, map(_support, supports(store, fact)))


def _support(support: Support) -> tuple[object, ...]:
    return (
        support.says, support.article, support.published, support.quote, support.confidence,
        support.statement, support.basis, support.begin, support.end, support.url,
    )  # fmt: skip
