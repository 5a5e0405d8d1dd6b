"""What linkage says of single pairs of references: which are uncertain, and why two are one or are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import NotFoundError
from kg.resolve import Reference
from kg.resolve.decisions import Decision, judgements
from kg.resolve.linkage import Linker, keys_of
from kg.resolve.linkage.gathering import IRI_KEY
from kg.store.contract import Store
from kg.store.decisions import decisions, denoted_by
from kg.store.lookup import Found
from kg.store.resolved import StoredResults
from kg.store.training import linkage_model, linked_references

if TYPE_CHECKING:
    from kg.resolve.linkage.explanation import Explanation


@dataclass(frozen=True, slots=True)
class UncertainPair:
    """Two references (IRIs) that linkage finds hard to tell: ``probability`` that they denote the same, and
    whether they are ``joined`` now.
    """

    one: str
    other: str
    probability: float
    joined: bool


def uncertain_pairs(store: Store) -> list[UncertainPair]:
    """The pairs of references that most need a person's judgement, the least certain first, those judged
    already left out.

    Everything is compared anew, which takes as long as resolving the people and organisations of the store.
    """
    taken = decisions(store)
    references = linked_references(store)
    found = Linker(linkage_model(store), judgements(taken)).link(references, _finder(references))
    judged = {decision.pair for decision in taken if decision.stands}
    return [
        UncertainPair(pair.one, pair.other, pair.probability, pair.joined)
        for pair in found.pairs
        if (pair.one, pair.other) not in judged
    ]


def explain_pair(store: Store, one: str, other: str) -> Explanation | None:
    """How the references ``one`` and ``other`` (IRIs) compare, field by field, in Splink's own figures.

    ``None`` where they are not compared: a person and an organisation, places, posts. Raises
    :class:`~kg.errors.NotFoundError` where the store does not hold one of them.
    """
    from kg.resolve.linkage.explanation import explain

    return explain(_reference(store, one), _reference(store, other), linkage_model(store))


def about_pair(store: Store, one: Found, other: Found) -> list[Decision]:
    """The standing decisions about two references, or about others that denote the same two things."""
    pair = tuple(sorted((one.reference, other.reference)))
    things = sorted((one.iri, other.iri))
    return [d for d in decisions(store) if d.stands and (d.pair == pair or _things(store, d) == things)]


def _things(store: Store, decision: Decision) -> list[str]:
    return sorted(iri for side in decision.pair for iri in denoted_by(store, side))


def _reference(store: Store, iri: str) -> Reference:
    for pack in StoredResults(store).packs([iri.partition("#")[0]]):
        for reference in pack.references:
            if reference.iri == iri:
                return reference
    raise NotFoundError(f"no reference {iri}", path=store.location, name=iri)


def _finder(references: Iterable[Reference]) -> Callable[[Collection[str]], Iterable[Reference]]:
    """What finds ``references`` by their keys."""
    by_key: defaultdict[str, list[Reference]] = defaultdict(list)
    for reference in references:
        for key in (*keys_of(reference), IRI_KEY + reference.iri):
            by_key[key].append(reference)
    return lambda keys: {r.iri: r for key in keys for r in by_key.get(key, ())}.values()
