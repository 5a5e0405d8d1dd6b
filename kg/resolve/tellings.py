"""A meeting report seen from outside its article: the entities that its references denote, who held the
offices without names, and which independent source speaks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.resolve.places import Where, country_key, where
from kg.resolve.records import MeetingReport, ParticipationRecord, Reference


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
    (:mod:`kg.resolve.sources`). ``place`` is the id of the place's entity and ``where`` its location. Ids of
    entities are compared and never ordered: they may depend on the order in which articles came.
    """

    report: MeetingReport
    source: str
    actors: tuple[Actor, ...] = ()
    place: str | None = None
    where: Where | None = None


def telling(
    report: MeetingReport,
    references: Mapping[str, Reference],
    entities: Mapping[str, str],
    *,
    holders: Mapping[str, Inference],
    source: str,
) -> Telling:
    """``report`` in terms of entities.

    ``references`` holds the references of its article by IRI and ``entities`` the ids of the entities that
    they denote; a reference that is in neither is a group. ``holders`` gives who held the offices, by IRI of
    the participation. ``source`` is the id of the article's independent source.
    """
    place = references.get(report.place) if report.place else None
    return Telling(
        report=report,
        source=source,
        actors=tuple(
            _actor(participation, references, entities, holders)
            for participation in sorted(report.participations, key=lambda p: p.iri)
        ),
        place=entities.get(place.iri) if place else None,
        where=where(place) if place else None,
    )


def _actor(
    participation: ParticipationRecord,
    references: Mapping[str, Reference],
    entities: Mapping[str, str],
    holders: Mapping[str, Inference],
) -> Actor:
    reference = references.get(participation.participant)
    country = participation.of
    if participation.kind == "country" and reference is not None:
        country = reference.country or reference.name
    return Actor(
        statement=participation.iri,
        entity=entities.get(participation.participant),
        kind=participation.kind,
        part=participation.part,
        title=participation.title,
        of=participation.of,
        confidence=participation.confidence,
        holder=holders.get(participation.iri),
        country=country_key(country) if country else None,
    )
