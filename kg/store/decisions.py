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
from kg.resolve.decisions import Decision, Verdict, replayed, told
from kg.store.contract import Store
from kg.store.lookup import Found, find, fit, kinds_of, names_of

JUDGED_KINDS: Final = ("person", "organization", "meeting")
"""Places and posts are told apart by what they are, so there is nothing to judge."""
_ABOUT_TWO: Final = "decisions are about two people, two organizations or two meetings"
_KINDS: Final[dict[object, str]] = {
    v.PersonReference: "person",
    v.OrganizationReference: "organization",
    v.MeetingReport: "meeting",
    v.PlaceReference: "place",
    v.OfficeReference: "post",
    v.GroupReference: "group",
}
_NOT_AT_ALL: Final = 4


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
        raise DecisionError(f"{one.name} ({one.kind}) and {other.name} ({other.kind}): {_ABOUT_TWO}")
    if one.reference == other.reference:
        reports = "kg query meetings lists the reports, by whose IRIs they can be told apart"
        names = "kg query references-of lists those of a name, by whose IRIs they can be told apart"
        cure = reports if one.kind == "meeting" else names
        raise DecisionError(f"both are one reference, {one.reference}; {cure}")
    sides = (one.reference, one.reference_name), (other.reference, other.reference_name)
    return judged_references(*sides, verdict, who=who, why=why)


def known_already(store: Store, decision: Decision) -> Decision | None:
    """The standing decision of the same person about the same two that says what ``decision`` does, also why
    (or ``decision`` does not say).
    """
    same = (decision.pair, decision.verdict, decision.who)
    for known in decisions(store):
        if known.stands and (known.pair, known.verdict, known.who) == same:
            if decision.why in ("", known.why):
                return known
    return None


def refusal(store: Store, decision: Decision) -> str | None:
    """Why ``decision``, which comes from elsewhere, is none that could be taken here, as far as ``store``
    holds what it is about. One that was taken back asks for nothing, and is never refused.
    """
    if not decision.stands:
        return None
    if decision.one == decision.other:
        return f"both are one reference, {decision.one}; a decision is about two"
    kinds = [_kind(store, iri) for iri in (decision.one, decision.other)]
    known = {kind for kind in kinds if kind}
    if len(known) > 1 or not known <= {*JUDGED_KINDS}:
        names = (decision.one_name or decision.one, decision.other_name or decision.other)
        sides = (f"{name} ({kind or 'not known'})" for name, kind in zip(names, kinds, strict=True))
        return f"{' and '.join(sides)}: {_ABOUT_TWO}"
    return None


def _kind(store: Store, reference: str) -> str | None:
    types = store.match(NamedNode(reference), v.RDF_TYPE, graph=reference.partition("#")[0])
    return next((_KINDS[quad.object] for quad in types if quad.object in _KINDS), None)


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

    One name is the id of a decision as ``kg decisions list`` shows it, or its IRI. Two are the names or IRIs
    of what was judged: references, or the entities that they denote, by names in full or whole words of them.
    Raises :class:`~kg.errors.DecisionError` where they choose none, or decisions about several pairs.
    """
    found = [decision for decision in decisions(store) if decision.stands]
    if len(names) == 1:
        found = [d for d in found if names[0] in (short_id(d), decision_iri(d))]
    elif names:
        found = _called(store, found, *names)
    if not found:
        what = f" about {' and '.join(names)}" if names else ""
        raise DecisionError(
            f"{store.location}: no decision{what} stands; kg decisions list --all lists them all"
        )
    return found


def with_heirs(store: Store, chosen: Sequence[Decision]) -> list[Decision]:
    """``chosen``, and what they became when an article was replaced: the standing decisions of the same
    people at the same time about what has the same names.
    """
    keys = {_key(decision) for decision in chosen if decision.one_name and decision.other_name}
    return [d for d in decisions(store) if d.stands and (d in chosen or _key(d) in keys)]


def _key(decision: Decision) -> tuple[object, ...]:
    names = frozenset((decision.one_name, decision.other_name))
    return decision.who, decision.when, decision.verdict, decision.why, names


def missing(store: Store, decision: Decision) -> list[str]:
    """The references (IRIs) of ``decision`` that ``store`` does not hold, for whose articles it waits."""
    sides = ((iri, iri.partition("#")[0]) for iri in decision.pair)
    return [iri for iri, graph in sides if not any(store.match(NamedNode(iri), graph=graph))]


def short_id(decision: Decision) -> str:
    """What a decision is called in lists: the last part of its IRI, shortened."""
    return decision_iri(decision).rpartition("/")[2][:8]


def _called(store: Store, found: Sequence[Decision], one: str, other: str) -> list[Decision]:
    """Those of ``found`` that are about ``one`` and ``other``, names or IRIs.

    Raises :class:`~kg.errors.DecisionError` where they are about several pairs by words of names.
    """
    ranks = [min(_rank(store, d, one, other), _rank(store, d, other, one)) for d in found]
    best = min(ranks, default=_NOT_AT_ALL)
    chosen = [d for d, rank in zip(found, ranks, strict=True) if rank == best != _NOT_AT_ALL]
    if best > 0 and len({_pair(store, decision) for decision in chosen}) > 1:
        lines = "".join(f"\n  {short_id(d)}: {told(d)}" for d in chosen)
        raise DecisionError(
            f"{store.location}: {one} and {other} may be those of any of {len(chosen)} decisions; "
            f"give the id of one:{lines}"
        )
    return chosen


def _rank(store: Store, decision: Decision, one: str, other: str) -> int:
    """How well ``one`` and ``other`` are the sides of ``decision``, in this order: 0 is best."""
    sides = (decision.one, decision.one_name, one), (decision.other, decision.other_name, other)
    return max(_side(store, *side) for side in sides)


def _side(store: Store, reference: str, name: str, called: str) -> int:
    """How well ``called`` is ``reference``: what its own name says goes before what the names of its entity
    say, which after a decision for "same" are those of both sides.
    """
    entities = denoted_by(store, reference)
    if called in (reference, *entities):
        return 0
    own = fit(called, name)
    of_entity = min((fit(called, n) for entity in entities for n in names_of(store, entity)), default=2)
    return min(own if own < 2 else _NOT_AT_ALL, 2 + of_entity)


def _pair(store: Store, decision: Decision) -> tuple[str, ...]:
    """What ``decision`` is about: two entities, or as long as it knows of one or none, two names."""
    entities = {iri for side in decision.pair for iri in denoted_by(store, side)}
    names = (decision.one_name, decision.other_name)
    return tuple(sorted(entities if len(entities) > 1 else (name.casefold() for name in names)))


def denoted_by(store: Store, reference: str) -> list[str]:
    """The IRI of what ``reference`` (an IRI) denotes; none where the store does not hold its article."""
    found = store.match(NamedNode(reference), v.DENOTES, graph=MERGED_GRAPH)
    return [quad.object.value for quad in found if isinstance(quad.object, NamedNode)]


def _now() -> str:
    return published_text(datetime.now(UTC)) or ""
