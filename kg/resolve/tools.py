"""The parts that an update is put together from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.resolve.records import Reference
from kg.resolve.tellings import Telling

FindReferences = Callable[[Collection[str]], Iterable[Reference]]
FindTellings = Callable[[Collection[str]], Iterable[Telling]]


class Clusters(Protocol):
    """References in clusters, one for each person or organisation."""

    @property
    def clusters(self) -> tuple[tuple[str, ...], ...]:
        """The IRIs of the references of each, sorted."""


class Linker(Protocol):
    """Finds the references that denote the same person or organisation."""

    def link(
        self, changed: Iterable[Reference], find: FindReferences, *, removed: Iterable[Reference] = ()
    ) -> Clusters:
        """Every cluster that the ``changed`` references belong to, or the ``removed`` ones did, complete."""


class Merger(Protocol):
    """Finds the reports that tell of the same meeting."""

    def keys_of(self, telling: Telling) -> frozenset[str]:
        """Those that share no key are never compared."""

    def merge(self, changed: Iterable[Telling], find: FindTellings) -> Sequence[tuple[str, ...]]:
        """The reports of every meeting that the ``changed`` tellings have a part in, complete."""


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called.

    ``entity_iri`` makes an IRI of a kind, a readable name and what makes it one thing; ``event_iri`` of a
    meeting report. ``is_authority`` tells whether an IRI is of something in an authority file.
    """

    entity_iri: Callable[[str, str, str], str]
    event_iri: Callable[[str], str]
    is_authority: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Tools:
    """How references and meetings are compared, and what entities and events are called.

    ``keys_of`` are the keys of a reference to a person or organisation: those that share none are never
    compared.
    """

    linker: Linker
    keys_of: Callable[[Reference], frozenset[str]]
    merger: Merger
    names: Names
