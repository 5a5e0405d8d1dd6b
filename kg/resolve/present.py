"""What resolution asks of whoever keeps its results."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from kg.resolve.changes import Pack
from kg.resolve.entities import Entity
from kg.resolve.records import MeetingReport, Reference


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One article, or authority file, as resolution sees it: who and what it refers to, and what it tells of.

    ``text`` is read for its likeness to other texts; an authority file has none.
    """

    iri: str
    references: tuple[Reference, ...] = ()
    meetings: tuple[MeetingReport, ...] = ()
    text: str = ""


class Present(Protocol):
    """The results so far, as their keeper gives them. What it does not know, it passes over."""

    def packs(self, articles: Collection[str]) -> Iterable[Pack]:
        """What is kept of these articles."""

    def packs_with(self, keys: Collection[str]) -> Iterable[Pack]:
        """What is kept of the articles that have one of ``keys``."""

    def denoted(self, items: Collection[str]) -> Mapping[str, str]:
        """What each reference or meeting report denotes."""

    def denoting(self, ids: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """The references or meeting reports that denote each entity or event."""

    def place(self, id: str) -> Entity | None:
        """The place or post with this IRI."""
