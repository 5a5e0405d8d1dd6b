"""The merged graph as quads: the entities and events that the articles share, and which reference denotes
which."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import literals
from kg.graph import vocabulary as v
from kg.graph.identifiers import MERGED_GRAPH, entity_iri, event_iri, geonames_node
from kg.resolve import Entity, Event, Merged, Reference

_CLASSES: Final = {"person": v.Person, "organization": v.Organization, "place": v.Place, "post": v.Post}
_GRAPH: Final = NamedNode(MERGED_GRAPH)
_DEGREE_DIGITS = 5


def merged_quads(merged: Merged) -> Iterator[Quad]:
    """Every statement of the merged graph, in a fixed order; a statement is given once."""
    for entity in merged.entities:
        yield from _entity_quads(entity)
    for event in merged.events:
        yield from _event_quads(event)


def _quad(subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> Quad:
    return Quad(subject, predicate, value, _GRAPH)


def _entity_quads(entity: Entity) -> Iterator[Quad]:
    node = NamedNode(entity_iri(entity.kind, entity.key))
    yield _quad(node, v.RDF_TYPE, _CLASSES[entity.kind])
    yield _quad(node, v.NAME, literals.text(entity.name))
    for name in entity.alternatives:
        yield _quad(node, v.ALT_LABEL, literals.text(name))
    if entity.place is not None:
        yield from _location_quads(node, entity.place)
    for reference in entity.references:
        yield _quad(NamedNode(reference), v.DENOTES, node)


def _location_quads(node: NamedNode, place: Reference) -> Iterator[Quad]:
    if place.geonames is not None:
        yield _quad(node, v.GEONAMES, geonames_node(place.geonames))
    if place.country is not None:
        yield _quad(node, v.COUNTRY, literals.text(place.country))
    if place.country_code is not None:
        yield _quad(node, v.COUNTRY_CODE, literals.text(place.country_code))
    if place.latitude is not None and place.longitude is not None:
        yield _quad(node, v.LAT, literals.decimal(place.latitude, digits=_DEGREE_DIGITS))
        yield _quad(node, v.LONG, literals.decimal(place.longitude, digits=_DEGREE_DIGITS))


def _event_quads(event: Event) -> Iterator[Quad]:
    node = NamedNode(event_iri(event.reports[0]))
    yield _quad(node, v.RDF_TYPE, v.Meeting)
    # The class that every meeting has anyway is not written twice.
    if event.type != "meeting":
        yield _quad(node, v.RDF_TYPE, v.MEETING_TYPES[event.type])
    yield _quad(node, v.STATUS, literals.text(event.status))
    if event.start is not None:
        yield _quad(node, v.HAS_BEGIN, literals.time(event.start))
    if event.end is not None:
        yield _quad(node, v.HAS_END, literals.time(event.end))
    if event.place is not None:
        yield _quad(node, v.HAS_PLACE, NamedNode(entity_iri(*event.place)))
    for actor in event.actors:
        yield _quad(node, v.HAS_ACTOR, NamedNode(entity_iri(*actor)))
    for report in event.reports:
        yield _quad(NamedNode(report), v.DENOTES, node)
