"""Plain records of what many articles say, and of what they turn out to share: no RDF, no language
processing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EntityKind = Literal["person", "organization", "place", "post"]


@dataclass(frozen=True, slots=True)
class Reference:
    """One article's reference to a person, organisation, place or post: ``iri`` names it, ``name`` is its
    fullest form there.

    The rest belongs to places and is as in :class:`kg.model.Place`; ``title`` and ``of`` belong to posts.
    """

    iri: str
    kind: EntityKind
    name: str
    geonames: int | None = None
    country: str | None = None
    country_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    title: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingReport:
    """What one article says of one meeting: ``place`` and ``actors`` are IRIs of its references, those absent
    left out.

    ``type`` and ``status`` are as in :class:`kg.model.Meeting`; ``start`` and ``end`` are ISO 8601 at the
    precision known.
    """

    iri: str
    type: str
    status: str
    start: str | None = None
    end: str | None = None
    place: str | None = None
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or post that one or more articles refer to.

    ``key`` is what its references have in common; ``name`` the name most of them use and ``alternatives`` the
    others; ``references`` their IRIs. All are in a fixed order, whatever the order of the articles.
    """

    kind: EntityKind
    key: str
    name: str
    alternatives: tuple[str, ...]
    references: tuple[str, ...]
    place: Reference | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting, with the reports that it rests on; ``place`` and ``actors`` are (kind, key) of entities."""

    reports: tuple[str, ...]
    type: str
    status: str
    start: str | None
    end: str | None
    place: tuple[EntityKind, str] | None
    actors: tuple[tuple[EntityKind, str], ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """What the articles share: entities and events, in a fixed order."""

    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
