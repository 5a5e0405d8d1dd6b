"""Plain records of what many articles say, and of what they turn out to share: no RDF, no language
processing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

EntityKind = Literal["person", "organization", "place", "post"]

STATED: Final = 0.85
"""Roles of a lower confidence take their country or body from the words around, or it is not told at all."""


@dataclass(frozen=True, slots=True)
class RoleRecord:
    """Somebody holds an office, as an article or an authority file says: ``iri`` names the statement.

    ``title`` is empty where only an affiliation is stated, ``of`` then is not ``None``.
    ``since`` and ``until`` are ISO 8601 dates and stand only in authority files; an article says that the
    role is held as of its publication, or (``former``) that it is over.
    """

    iri: str
    title: str
    of: str | None = None
    former: bool = False
    acting: bool = False
    since: str | None = None
    until: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Reference:
    """One article's reference to a person, organisation, place or post: ``iri`` names it, ``name`` is its
    fullest form there.

    ``article`` is the IRI of the article (or authority file) and ``published`` its ISO 8601 date. ``forms``
    are the other names that it uses, ``roles`` the offices it gives, ``fellows`` the names of those who take
    part in the same meetings there, and ``countries`` the ISO 3166 codes of the countries it names; all
    sorted. The geographic fields belong to places and are as in :class:`kg.model.Place`; ``title`` and ``of``
    belong to posts.
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
    article: str = ""
    published: str | None = None
    forms: tuple[str, ...] = ()
    roles: tuple[RoleRecord, ...] = ()
    fellows: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeRecord:
    """A time that an article gives for a meeting; as in :class:`kg.model.TimeValue`, ``iri`` names the
    statement.
    """

    iri: str
    value: str
    basis: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ParticipationRecord:
    """Somebody takes part in a reported meeting; as in :class:`kg.model.Participation`, ``participant`` is
    the IRI of the article's reference.
    """

    iri: str
    participant: str
    kind: str
    part: str
    title: str | None = None
    of: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class MeetingReport:
    """What one article says of one meeting: ``place`` and ``actors`` are IRIs of its references, those absent
    left out.

    ``type`` and ``status`` are as in :class:`kg.model.Meeting`; ``start`` and ``end`` are ISO 8601 at the
    precision known. ``times`` are the statements behind them (of the start, then of the end), and
    ``participations`` everybody who is named, also as absent; ``words`` are the words that name the meeting
    ("second round of talks").
    """

    iri: str
    type: str
    status: str
    start: str | None = None
    end: str | None = None
    place: str | None = None
    actors: tuple[str, ...] = ()
    article: str = ""
    published: str | None = None
    times: tuple[TimeRecord, ...] = ()
    participations: tuple[ParticipationRecord, ...] = ()
    words: tuple[str, ...] = ()
    confidence: float = 1.0
