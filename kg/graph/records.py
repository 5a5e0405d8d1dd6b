"""Quads → the plain records that resolution works on: the way back from an article's graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import GraphError
from kg.graph import vocabulary as v
from kg.resolve import EntityKind, MeetingReport, Reference

_KINDS: Final[dict[NamedNode, EntityKind]] = {
    v.PersonReference: "person",
    v.OrganizationReference: "organization",
    v.PlaceReference: "place",
    v.OfficeReference: "post",
}
_TYPES: Final = {node: name for name, node in v.MEETING_TYPES.items()}
RECORD_PREDICATES: Final = frozenset(
    [
        v.RDF_TYPE,
        v.NAME,
        v.GEONAMES,
        v.COUNTRY,
        v.COUNTRY_CODE,
        v.LAT,
        v.LONG,
        v.TITLE,
        v.OF,
        v.MEETING_TYPE,
        v.STATUS,
    ]
    + [v.START, v.END, v.VALUE, v.PLACE, v.PARTICIPATION, v.PARTICIPANT, v.PART]
)
"""What :func:`read_records` reads; everything else, mentions and evidence, is most of an article's graph."""

_Node = dict[NamedNode, list[NamedNode | Literal]]


def read_records(quads: Iterable[Quad]) -> tuple[list[Reference], list[MeetingReport]]:
    """The references and meetings of whole article graphs, in the order of their IRIs.

    Reads all of ``quads`` into memory, so hand it one article's graph (or a few) at a time.
    Raises :class:`~kg.errors.GraphError` where a node lacks what every node of its class has.
    """
    nodes: defaultdict[NamedNode, _Node] = defaultdict(dict)
    for quad in quads:
        if quad.predicate in RECORD_PREDICATES and isinstance(quad.subject, NamedNode):
            nodes[quad.subject].setdefault(quad.predicate, []).append(quad.object)  # type: ignore[arg-type]
    references: list[Reference] = []
    meetings: list[MeetingReport] = []
    for node in sorted(nodes, key=lambda n: n.value):
        kind = _class_of(nodes[node])
        if kind == v.MeetingReport:
            meetings.append(_meeting(node, nodes))
        elif kind in _KINDS:
            references.append(_reference(node, _KINDS[kind], nodes[node]))
    return references, meetings


def _class_of(properties: _Node) -> NamedNode | None:
    kind = properties.get(v.RDF_TYPE, [None])[0]
    return kind if isinstance(kind, NamedNode) else None


def _reference(node: NamedNode, kind: EntityKind, properties: _Node) -> Reference:
    geonames = _text(properties, v.GEONAMES)
    latitude, longitude = _text(properties, v.LAT), _text(properties, v.LONG)
    return Reference(
        iri=node.value,
        kind=kind,
        name=_required(node, properties, v.NAME),
        geonames=int(geonames.rstrip("/").rpartition("/")[2]) if geonames else None,
        country=_text(properties, v.COUNTRY),
        country_code=_text(properties, v.COUNTRY_CODE),
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        title=_text(properties, v.TITLE),
        of=_text(properties, v.OF),
    )


def _meeting(node: NamedNode, nodes: dict[NamedNode, _Node]) -> MeetingReport:
    properties = nodes[node]
    return MeetingReport(
        iri=node.value,
        type=_TYPES[NamedNode(_required(node, properties, v.MEETING_TYPE))],
        status=_required(node, properties, v.STATUS),
        start=_time(properties, v.START, nodes),
        end=_time(properties, v.END, nodes),
        place=_text(properties, v.PLACE),
        actors=tuple(sorted(_actors(properties, nodes))),
    )


def _actors(properties: _Node, nodes: dict[NamedNode, _Node]) -> set[str]:
    """Who took part: all participants but those named as absent."""
    actors = set()
    for part in properties.get(v.PARTICIPATION, []):
        participation = nodes[part]  # type: ignore[index]
        participant = _text(participation, v.PARTICIPANT)
        if participant is not None and _text(participation, v.PART) != "absent":
            actors.add(participant)
    return actors


def _time(properties: _Node, predicate: NamedNode, nodes: dict[NamedNode, _Node]) -> str | None:
    statement = properties.get(predicate)
    return _text(nodes[statement[0]], v.VALUE) if statement else None  # type: ignore[index]


def _text(properties: _Node, predicate: NamedNode) -> str | None:
    values = properties.get(predicate)
    return values[0].value if values else None


def _required(node: NamedNode, properties: _Node, predicate: NamedNode) -> str:
    value = _text(properties, predicate)
    if value is None:
        raise GraphError(f"{node.value} has no {predicate.value}; read its article again")
    return value
