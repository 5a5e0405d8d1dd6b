"""What happened, with what it rests on: an event and its facts. Every fact names its supports, and counts the
articles and the independent sources behind them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Bound = Literal["start", "end"]
ConflictKind = Literal["status", "start", "end", "place", "part"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a fact rests on: ``supports`` are the IRIs of the statements in the articles' reports (of a
    participation, a time, a meeting report), sorted.

    ``articles`` counts the articles that they stand in, ``sources`` the independent sources, copies of one
    text being one; ``confidence`` is that of the best support.
    """

    supports: tuple[str, ...]
    articles: int
    sources: int
    confidence: float


@dataclass(frozen=True, slots=True)
class StatusFact:
    """An event was told as having ``status``; ``first`` and ``last`` are the earliest and latest publication
    dates of those who say so, ``None`` where none is known.
    """

    status: str
    first: str | None
    last: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class TimeFact:
    """An event starts (or ends) at ``value``, ISO 8601 at the precision told.

    ``basis`` is ``stated`` where one of the supports is stated, else ``relative``. Supports are
    time statements.
    """

    bound: Bound
    value: str
    basis: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """An event takes place at the entity ``place``. Supports are meeting reports."""

    place: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Involvement:
    """The entity ``actor`` takes part in an event in the part ``part``, as holder of the office ``title`` of
    ``of``; supports are participations.

    ``inferred`` is true where the participations name an office only and the person was worked out;
    ``basis`` then are the role reports and authority rows that show who held it, and the evidence's
    confidence includes that of the inference. An inferred involvement stands beside the stated one of the
    office, and never counts as stated.
    """

    actor: str
    part: str
    title: str | None
    of: str | None
    evidence: Evidence
    inferred: bool = False
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Articles say of one event what cannot both be so.

    ``kind`` says in what: the ``status`` (occurred and denied), the ``start`` or ``end`` (two values of which
    neither lies in the other), the ``place`` (two of which neither lies in the other), the ``part`` (somebody
    took part and was absent). ``values`` are the values at odds, sorted: statuses, times, ids of places; of
    parts, the id of the entity.
    """

    kind: ConflictKind
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting that one or more articles tell of, with every fact that they give.

    ``reports`` are the IRIs of its meeting reports, sorted. ``type`` is the most telling of the types told
    (``types``, sorted); ``status`` the present one of ``statuses``, which are its history. ``start``, ``end``
    and ``place`` are the best supported of ``times`` and ``places``, ``None`` where none is told. ``actors``
    are the ids of the entities that are stated to take part and not absent, in no particular order of
    importance. ``articles`` and ``sources`` count what the event as a whole rests on.
    """

    reports: tuple[str, ...]
    type: str
    types: tuple[str, ...]
    status: str
    statuses: tuple[StatusFact, ...]
    start: str | None
    end: str | None
    place: str | None
    times: tuple[TimeFact, ...]
    places: tuple[PlaceFact, ...]
    involvements: tuple[Involvement, ...]
    actors: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    articles: int
    sources: int
