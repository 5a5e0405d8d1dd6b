"""The first merged graph: references with the same full name (places: the same GeoNames number) are one
entity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.resolve.keys import entity_key
from kg.resolve.records import Entity, EntityKind, Event, MeetingReport, Merged, Reference

EntityId = tuple[EntityKind, str]


@dataclass(slots=True)
class _Cluster:
    """The references of one entity, and how often each name is used."""

    names: Counter[str] = field(default_factory=Counter)
    references: list[str] = field(default_factory=list)
    place: Reference | None = None


def merge(references: Iterable[Reference], meetings: Iterable[MeetingReport]) -> Merged:
    """Join references into entities by their keys; every meeting report becomes an event of its own.

    The result depends on the records alone, not on their order. ``references`` is read to its end before
    ``meetings``.
    """
    clusters: dict[EntityId, _Cluster] = {}
    denotes: dict[str, EntityId] = {}
    for reference in references:
        identity = (reference.kind, entity_key(reference))
        denotes[reference.iri] = identity
        _join(clusters.setdefault(identity, _Cluster()), reference)
    entities = tuple(_entity(identity, clusters[identity]) for identity in sorted(clusters))
    events = tuple(_event(meeting, denotes) for meeting in sorted(meetings, key=lambda m: m.iri))
    return Merged(entities=entities, events=events)


def _join(cluster: _Cluster, reference: Reference) -> None:
    cluster.names[reference.name] += 1
    cluster.references.append(reference.iri)
    # The reference with the smallest IRI speaks for the place, so that the order of articles does not matter.
    if reference.kind == "place" and (cluster.place is None or reference.iri < cluster.place.iri):
        cluster.place = reference


def _entity(identity: EntityId, cluster: _Cluster) -> Entity:
    kind, key = identity
    name, *others = sorted(cluster.names, key=lambda n: (-cluster.names[n], n))
    return Entity(
        kind=kind,
        key=key,
        name=name,
        alternatives=tuple(sorted(others)),
        references=tuple(sorted(cluster.references)),
        place=cluster.place,
    )


def _event(meeting: MeetingReport, denotes: dict[str, EntityId]) -> Event:
    # Groups without names are nobody in particular, so they denote no entity and are no actors of an event.
    actors = {denotes[actor] for actor in meeting.actors if actor in denotes}
    return Event(
        reports=(meeting.iri,),
        type=meeting.type,
        status=meeting.status,
        start=meeting.start,
        end=meeting.end,
        place=denotes.get(meeting.place) if meeting.place else None,
        actors=tuple(sorted(actors)),
    )
