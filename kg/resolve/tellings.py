"""A meeting report seen from outside its article: the entities that its references denote, who held the
offices without names, and which independent source speaks.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.resolve.records import MeetingReport


@dataclass(frozen=True, slots=True)
class Inference:
    """Somebody held an office at a date, as other statements show: worked out, never stated.

    ``person`` is the id of the holder's entity; ``basis`` the IRIs of the role reports and authority rows
    that show it, sorted; ``confidence`` the share of such inferences that are right, in 0..1.
    """

    person: str
    basis: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Actor:
    """One participation of a told meeting.

    ``statement`` is the IRI of the participation and ``entity`` the id of the entity that its participant
    denotes, ``None`` for a group without names. ``kind``, ``part``, ``title``, ``of`` and ``confidence`` are
    as in :class:`kg.model.Participation`. ``holder`` is the person who held the office, of an office without
    a name. ``country`` is the key (:func:`kg.resolve.places.country_key`) of the country that takes part, or
    that the office belongs to.
    """

    statement: str
    entity: str | None
    kind: str
    part: str
    title: str | None = None
    of: str | None = None
    confidence: float = 1.0
    holder: Inference | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's report of one meeting, in terms of entities.

    ``source`` is the id of the independent source that the article belongs to
    (:mod:`kg.resolve.sources`). ``place`` is the id of the place's entity and ``setting`` the keys of the
    place and of those that it lies in, the narrowest first (:func:`kg.resolve.places.setting`). Ids of
    entities are compared and never ordered: they may depend on the order in which articles came.
    """

    report: MeetingReport
    source: str
    actors: tuple[Actor, ...] = ()
    place: str | None = None
    setting: tuple[str, ...] = ()
