"""What an update changes: plain records, for the keeper of the results to write down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.resolve.entities import Entity
from kg.resolve.events import Event
from kg.resolve.records import Reference
from kg.resolve.sources import keys_of
from kg.resolve.tellings import Telling


def source_key(source: str) -> str:
    """The key of the articles that belong to the independent source ``source``."""
    return f"in {source}"


@dataclass(frozen=True, slots=True)
class Pack:
    """All that is kept of one article, or authority file, to compare others with.

    ``source`` is the independent source that it belongs to and ``signature`` that of its text
    (:mod:`kg.resolve.sources`), empty for an authority file; then come its references and its tellings, each
    with the keys that it is found by.
    """

    article: str
    source: str
    signature: str = ""
    references: tuple[Reference, ...] = ()
    reference_keys: tuple[tuple[str, ...], ...] = ()
    tellings: tuple[Telling, ...] = ()
    telling_keys: tuple[tuple[str, ...], ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """All keys."""
        own = keys_of(self.signature) | {source_key(self.source)}
        return own.union(*self.reference_keys, *self.telling_keys)

    @property
    def items(self) -> list[str]:
        """The IRIs of its references and meeting reports."""
        return [r.iri for r in self.references] + [t.report.iri for t in self.tellings]


@dataclass(frozen=True, slots=True)
class Changes:
    """The result of an update; ``None`` for what is no more.

    ``denotes`` gives the new entity or event of references and reports that have another one than before.
    ``entities`` and ``events`` are complete, each as it is to be; some may be as they were. ``replaced``
    gives the IRI that took the place of one that is no more. ``packs`` holds those that are other than
    before, by article. ``asleep`` are ids of people whom only authority files name and nothing needs: what
    denotes them is kept, but is no part of the merged graph.
    """

    denotes: Mapping[str, str | None] = field(default_factory=dict)
    entities: Mapping[str, Entity | None] = field(default_factory=dict)
    events: Mapping[str, Event | None] = field(default_factory=dict)
    replaced: Mapping[str, str] = field(default_factory=dict)
    packs: Mapping[str, Pack | None] = field(default_factory=dict)
    asleep: frozenset[str] = frozenset()
