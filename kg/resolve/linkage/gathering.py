"""Which references can have a say in an outcome: those that may be one with a changed one, directly or
through others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import Final

from kg.resolve.linkage.agreement import related
from kg.resolve.linkage.profiles import KINDS, Variant, name_sounds, name_variant
from kg.resolve.records import Reference

Find = Callable[[Collection[str]], Iterable[Reference]]

IRI_KEY: Final = "iri:"
"""What a key begins with that asks for one reference by its IRI."""


def keys_of(reference: Reference) -> frozenset[str]:
    """The keys under which a person or organisation is found by what may be the same: how its name sounds.

    Empty for places and posts.
    """
    if reference.kind not in KINDS:
        return frozenset()
    return frozenset(f"{reference.kind}:{sound}" for sound in name_sounds(reference))


class Gathering:
    """The references that may be one with those that it starts from, directly or through others.

    Whether two may be one is told by their names alone, so the outcome depends on the set of references and
    not on where one starts among them. ``together`` are pairs of IRIs that people judged to be the same:
    whoever has the one needs the other.
    """

    def __init__(self, find: Find, together: Iterable[tuple[str, str]] = ()) -> None:
        self._find = find
        self._partners: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in together:
            self._partners[one].add(other)
            self._partners[other].add(one)
        self._asked: set[str] = set()
        self._pool: dict[str, Reference] = {}
        self._by_key: defaultdict[str, dict[Variant, None]] = defaultdict(dict)
        self._of: defaultdict[Variant, dict[str, Reference]] = defaultdict(dict)
        self._keys: defaultdict[Variant, set[str]] = defaultdict(set)
        self._reached: set[Variant] = set()

    def gather(self, changed: Iterable[Reference], removed: Iterable[Reference] = ()) -> list[Reference]:
        """All current references that hang together with one of ``changed``, or that did with one of
        ``removed``, sorted by IRI.
        """
        for reference in changed:
            self._add(reference)
        start = dict.fromkeys(self._of)
        for reference in removed:
            if reference.kind in KINDS:
                start[name_variant(reference)] = None
                self._keys[name_variant(reference)] |= keys_of(reference)
        frontier = list(start)
        while frontier:
            self._reached.update(frontier)
            keys = {key for variant in frontier for key in self._keys[variant]}
            self._ask(keys | self._missing_partners(frontier))
            frontier = self._next(frontier)
        return sorted((r for v in self._reached for r in self._of[v].values()), key=lambda r: r.iri)

    def _add(self, reference: Reference) -> None:
        if reference.kind in KINDS and reference.iri not in self._pool:
            self._pool[reference.iri] = reference
            variant = name_variant(reference)
            self._of[variant][reference.iri] = reference
            for key in keys_of(reference):
                self._by_key[key][variant] = None
                self._keys[variant].add(key)

    def _ask(self, keys: set[str]) -> None:
        news = keys - self._asked
        self._asked |= news
        if news:
            for reference in self._find(sorted(news)):
                self._add(reference)

    def _missing_partners(self, frontier: Iterable[Variant]) -> set[str]:
        return {
            IRI_KEY + partner
            for variant in frontier
            for iri in self._of[variant]
            for partner in self._partners.get(iri, ())
            if partner not in self._pool
        }

    def _next(self, frontier: list[Variant]) -> list[Variant]:
        """The names not reached yet that may be one with a name of the frontier, or that people joined to
        it. Only names with a key in common are compared: none else may be one.
        """
        found: dict[Variant, None] = {}
        for variant in frontier:
            for key in sorted(self._keys[variant]):
                for other in self._by_key[key]:
                    if other not in self._reached and other not in found and related(variant, other):
                        found[other] = None
        for variant in frontier:
            for iri in self._of[variant]:
                for partner in self._partners.get(iri, ()):
                    if partner in self._pool:
                        found[name_variant(self._pool[partner])] = None
        return [variant for variant in found if variant not in self._reached]
