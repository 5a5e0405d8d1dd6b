"""The merged graph as quads: the entities and events that the articles share, each with its facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import literals
from kg.graph import vocabulary as v
from kg.graph.facts import conflict_quads, event_fact_quads, role_fact_quads
from kg.graph.identifiers import HISTORY_GRAPH, MERGED_GRAPH, geonames_node
from kg.resolve import Entity, Event, Location

_GRAPH: Final = NamedNode(MERGED_GRAPH)
_HISTORY: Final = NamedNode(HISTORY_GRAPH)
_DEGREE_DIGITS = 5


def entity_quads(iri: str, entity: Entity) -> Iterator[Quad]:
    """What the merged graph says of the entity with this IRI, but for what denotes it."""
    node = NamedNode(iri)
    yield _quad(node, v.RDF_TYPE, v.ENTITY_TYPES[entity.kind])
    yield _quad(node, v.NAME, literals.text(entity.name))
    for name in entity.alternatives:
        yield _quad(node, v.ALT_LABEL, literals.text(name))
    if entity.location is not None:
        yield from _location_quads(node, entity.location)
    for fact in entity.roles:
        yield from role_fact_quads(node, fact)


def event_quads(iri: str, event: Event) -> Iterator[Quad]:
    """What the merged graph says of the event with this IRI, but for what denotes it.

    The plain statements are what is stated and best supported; the facts beside them are all that is told.
    """
    node = NamedNode(iri)
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
        yield _quad(node, v.HAS_PLACE, NamedNode(event.place))
    for actor in event.actors:
        yield _quad(node, v.HAS_ACTOR, NamedNode(actor))
    yield _quad(node, v.ARTICLE_COUNT, literals.integer(event.articles))
    yield _quad(node, v.SOURCE_COUNT, literals.integer(event.sources))
    yield from event_fact_quads(node, event)
    yield from conflict_quads(node, event)


def denotes_quad(item: str, id: str, *, graph: str = MERGED_GRAPH) -> Quad:
    """The reference or meeting report ``item`` speaks of the entity or event ``id``."""
    return Quad(NamedNode(item), v.DENOTES, NamedNode(id), NamedNode(graph))


def replaced_quad(old: str, new: str) -> Quad:
    """The entity or event ``new`` took the place of ``old``."""
    return Quad(NamedNode(old), v.IS_REPLACED_BY, NamedNode(new), _HISTORY)


def _quad(subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> Quad:
    return Quad(subject, predicate, value, _GRAPH)


def _location_quads(node: NamedNode, place: Location) -> Iterator[Quad]:
    if place.geonames is not None:
        yield _quad(node, v.GEONAMES, geonames_node(place.geonames))
    if place.country is not None:
        yield _quad(node, v.COUNTRY, literals.text(place.country))
    if place.country_code is not None:
        yield _quad(node, v.COUNTRY_CODE, literals.text(place.country_code))
    if place.latitude is not None and place.longitude is not None:
        yield _quad(node, v.LAT, literals.decimal(place.latitude, digits=_DEGREE_DIGITS))
        yield _quad(node, v.LONG, literals.decimal(place.longitude, digits=_DEGREE_DIGITS))
