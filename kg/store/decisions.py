"""The decisions about identity that a store keeps, in a graph of their own.

They are only ever added to: taking one back adds the time of that. So every change is one transaction that
can be repeated.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from pyoxigraph import NamedNode, RdfFormat, serialize

from kg.errors import DecisionError, NotFoundError
from kg.graph import MERGED_GRAPH
from kg.graph import vocabulary as v
from kg.graph.decisions import DECISIONS_GRAPH, decision_iri, decision_quads, read_decisions
from kg.graph.identifiers import published_text
from kg.resolve.decisions import Decision, Verdict, replayed
from kg.store.contract import Store
from kg.store.lookup import Found, find, kinds_of

JUDGED_KINDS: Final = ("person", "organization", "meeting")
"""Places and posts are told apart by what they are, so there is nothing to judge."""


def decisions(store: Store) -> list[Decision]:
    """Every decision, also those taken back, the oldest first."""
    return read_decisions(store.quads(DECISIONS_GRAPH))


def record(store: Store, news: Iterable[Decision]) -> list[Decision]:
    """Add those of ``news`` that ``store`` does not know, in one transaction; returns them.

    Raises :class:`~kg.errors.GraphError` for a decision that is not about references.
    """
    new = replayed(decisions(store), news)
    if new:
        quads = [quad for decision in new for quad in decision_quads(decision)]
        articles = {iri.partition("#")[0] for decision in new for iri in decision.pair}
        store.decide(serialize(quads, format=RdfFormat.N_QUADS) or b"", articles=sorted(articles))
    return new


def find_judged(store: Store, name: str) -> Found:
    """The person or organisation that ``name`` stands for, or else what it stands for that cannot be judged,
    so that :func:`judged` can say why.

    Raises :class:`~kg.errors.NotFoundError` where nothing, or more than one thing, has this name.
    """
    try:
        return find(store, name, kinds=JUDGED_KINDS)
    except NotFoundError as error:
        if error.candidates:
            raise
        return find(store, name)


def find_pair(store: Store, one: str, other: str) -> tuple[Found, Found]:
    """What ``one`` and ``other`` stand for, as :func:`find_judged` finds it: where a name is that of a person
    and of an organisation, what is of the kind of the other.
    """
    kinds = kinds_of(store, one) & kinds_of(store, other) & {*JUDGED_KINDS}
    if len(kinds) == 1:
        return find(store, one, kinds=tuple(kinds)), find(store, other, kinds=tuple(kinds))
    return find_judged(store, one), find_judged(store, other)


def judged(one: Found, other: Found, verdict: Verdict, *, who: str, why: str = "") -> Decision:
    """The decision of ``who``, taken now, that ``one`` and ``other`` are the same, different, or perhaps the
    same.

    Raises :class:`~kg.errors.DecisionError` where there is nothing to decide.
    """
    if one.kind != other.kind or one.kind not in JUDGED_KINDS:
        raise DecisionError(
            f"{one.name} ({one.kind}) and {other.name} ({other.kind}): "
            "decisions are about two people, two organizations or two meetings"
        )
    if one.reference == other.reference:
        reports = "kg query meetings lists the reports, by whose IRIs they can be told apart"
        names = "kg query references-of lists those of a name, by whose IRIs they can be told apart"
        cure = reports if one.kind == "meeting" else names
        raise DecisionError(f"both are one reference, {one.reference}; {cure}")
    sides = (one.reference, one.reference_name), (other.reference, other.reference_name)
    return judged_references(*sides, verdict, who=who, why=why)


def judged_references(
    one: tuple[str, str], other: tuple[str, str], verdict: Verdict, *, who: str, why: str = ""
) -> Decision:
    """The decision of ``who``, taken now, about two references, each with the name that it goes by."""
    return Decision(one[0], other[0], verdict, who, _now(), why, one[1], other[1])


def withdrawn(chosen: Iterable[Decision], *, who: str) -> list[Decision]:
    """The decisions ``chosen`` as ``who`` takes them back now."""
    now = _now()
    return [replace(decision, withdrawn=now, withdrawn_by=who) for decision in chosen]


def standing(store: Store, names: Sequence[str] = ()) -> list[Decision]:
    """The decisions that were not taken back, the oldest first: all, or those that ``names`` choose.

    One name is the id of a decision as ``kg decisions`` shows it, or its IRI. Two are the names or IRIs of
    what was judged: references, or the entities that they denote. Raises :class:`~kg.errors.DecisionError`
    where they choose none.
    """
    found = [decision for decision in decisions(store) if decision.stands]
    if len(names) == 1:
        found = [d for d in found if names[0] in (short_id(d), decision_iri(d))]
    elif names:
        a, b = names
        found = [d for d in found if _are(store, d, a, b) or _are(store, d, b, a)]
    if not found:
        what = f" about {' and '.join(names)}" if names else ""
        raise DecisionError(f"{store.location}: no decision{what} stands; kg decisions lists them all")
    return found


def short_id(decision: Decision) -> str:
    """What a decision is called in lists: the last part of its IRI, shortened."""
    return decision_iri(decision).rpartition("/")[2][:8]


def _are(store: Store, decision: Decision, one: str, other: str) -> bool:
    """Whether ``decision`` is about what is called ``one`` and ``other``, in this order."""
    sides = ((decision.one, decision.one_name, one), (decision.other, decision.other_name, other))
    return all(
        called in (iri, *denoted_by(store, iri)) or called.casefold() == name.casefold()
        for iri, name, called in sides
    )


def denoted_by(store: Store, reference: str) -> list[str]:
    """The IRI of what ``reference`` (an IRI) denotes; none where the store does not hold its article."""
    found = store.match(NamedNode(reference), v.DENOTES, graph=MERGED_GRAPH)
    return [quad.object.value for quad in found if isinstance(quad.object, NamedNode)]


def _now() -> str:
    return published_text(datetime.now(UTC)) or ""
