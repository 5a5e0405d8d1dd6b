"""Quads → the plain records that resolution works on: the way back from an article's graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.errors import GraphError
from kg.graph import vocabulary as v
from kg.resolve import (
    EntityKind,
    MeetingReport,
    ParticipationRecord,
    Reference,
    RoleRecord,
    TimeRecord,
)

_KINDS: Final[dict[NamedNode, EntityKind]] = {
    v.PersonReference: "person",
    v.AuthorityPerson: "person",
    v.OrganizationReference: "organization",
    v.PlaceReference: "place",
    v.OfficeReference: "post",
}
_TYPES: Final = {node: name for name, node in v.MEETING_TYPES.items()}
RECORD_PROPERTIES: Final = (
    v.RDF_TYPE, v.NAME, v.DATE_PUBLISHED, v.COUNTRY, v.COUNTRY_CODE, v.GEONAMES, v.LAT, v.LONG, v.TITLE, v.OF,
    v.MENTION, v.ANCHOR_OF, v.FORM, v.PERSON, v.FORMER, v.ACTING, v.SINCE, v.UNTIL, v.CONFIDENCE,
    v.MEETING_TYPE, v.STATUS, v.PLACE, v.START, v.END, v.VALUE, v.BASIS, v.PARTICIPATION, v.PARTICIPANT,
    v.PARTICIPANT_KIND, v.PART,
)  # fmt: skip
"""The properties that records are made of: two thirds of the statements of a graph are about these."""

_Node = dict[NamedNode, list[NamedNode | Literal]]
_Nodes = dict[NamedNode, _Node]


@dataclass(frozen=True, slots=True)
class _Context:
    """What all references of one article share: its IRI, its date, and the countries that it names."""

    article: str
    published: str | None
    countries: tuple[str, ...]


def read_records(
    statements: Iterable[Quad] | Iterable[Triple],
) -> tuple[list[Reference], list[MeetingReport]]:
    """The references and meetings of the graph of one article, or authority file, in the order of their IRIs;
    ``statements`` are all of the graph, or those of the properties :data:`RECORD_PROPERTIES`.

    Raises :class:`~kg.errors.GraphError` where a node lacks what every node of its class has.
    """
    nodes: defaultdict[NamedNode, _Node] = defaultdict(dict)
    for said in statements:
        if isinstance(said.subject, NamedNode):
            nodes[said.subject].setdefault(said.predicate, []).append(said.object)  # type: ignore[arg-type]
    by_class: defaultdict[NamedNode | None, list[NamedNode]] = defaultdict(list)
    for node, properties in nodes.items():
        # Most nodes are mentions, which have no class.
        if v.RDF_TYPE in properties:
            by_class[_class_of(properties)].append(node)
    for found in by_class.values():
        found.sort(key=lambda node: node.value)
    meetings = [_meeting(node, nodes) for node in by_class[v.MeetingReport]]
    roles = _roles([*by_class[v.RoleReport], *by_class[v.AuthorityRole]], nodes)
    fellows = _fellows(meetings, nodes)
    context = _context(by_class, nodes)
    references = [
        replace(
            _reference(node, nodes, context),
            roles=roles.get(node.value, ()),
            fellows=tuple(sorted(fellows.get(node.value, ()))),
        )
        for kind in _KINDS
        for node in by_class[kind]
    ]
    return sorted(references, key=lambda r: r.iri), [
        replace(meeting, article=context.article, published=context.published) for meeting in meetings
    ]


def _class_of(properties: _Node) -> NamedNode | None:
    kind = properties.get(v.RDF_TYPE, [None])[0]
    return kind if isinstance(kind, NamedNode) else None


def _context(by_class: dict[NamedNode | None, list[NamedNode]], nodes: _Nodes) -> _Context:
    places = (nodes[node] for node in by_class[v.PlaceReference])
    codes = {code for code in (_text(place, v.COUNTRY_CODE) for place in places) if code}
    for article in (*by_class[v.NewsArticle], *by_class[v.Authority]):
        return _Context(article.value, _text(nodes[article], v.DATE_PUBLISHED), tuple(sorted(codes)))
    return _Context("", None, tuple(sorted(codes)))


def _reference(node: NamedNode, nodes: _Nodes, context: _Context) -> Reference:
    properties = nodes[node]
    kind = _class_of(properties)
    assert kind is not None
    # The words of an office without a name are a description.
    named = kind != v.OfficeReference
    geonames = _text(properties, v.GEONAMES)
    latitude, longitude = _text(properties, v.LAT), _text(properties, v.LONG)
    name = _required(node, properties, v.NAME)
    return Reference(
        iri=node.value,
        kind=_KINDS[kind],
        name=name,
        geonames=int(geonames.rstrip("/").rpartition("/")[2]) if geonames else None,
        country=_text(properties, v.COUNTRY),
        country_code=_text(properties, v.COUNTRY_CODE),
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        title=_text(properties, v.TITLE),
        of=_text(properties, v.OF),
        article=context.article,
        published=context.published,
        forms=tuple(form for form in _words(properties, nodes, names=True) if form != name) if named else (),
        countries=context.countries,
    )


def _words(properties: _Node, nodes: _Nodes, *, names: bool = False) -> tuple[str, ...]:
    """The distinct words of the mentions, sorted; or only of those that are proper names."""
    mentions = (nodes[mention] for mention in properties.get(v.MENTION, []))  # type: ignore[index]
    words = {_text(mention, v.ANCHOR_OF) for mention in mentions if not (names and v.FORM in mention)}
    return tuple(sorted(word for word in words if word))


def _roles(reports: Iterable[NamedNode], nodes: _Nodes) -> dict[str, tuple[RoleRecord, ...]]:
    """The roles of each person, by the IRI of the reference; in the order of their IRIs."""
    roles: defaultdict[str, tuple[RoleRecord, ...]] = defaultdict(tuple)
    for node in reports:
        properties = nodes[node]
        roles[_required(node, properties, v.PERSON)] += (
            RoleRecord(
                iri=node.value,
                title=_text(properties, v.TITLE) or "",
                of=_text(properties, v.OF),
                former=v.FORMER in properties,
                acting=v.ACTING in properties,
                since=_text(properties, v.SINCE),
                until=_text(properties, v.UNTIL),
                confidence=float(_text(properties, v.CONFIDENCE) or 1),
            ),
        )
    return roles


def _fellows(meetings: Iterable[MeetingReport], nodes: _Nodes) -> dict[str, set[str]]:
    """The names of those who take part in the same meetings, by the IRI of the reference."""
    fellows: defaultdict[str, set[str]] = defaultdict(set)
    for meeting in meetings:
        names = {actor: _text(nodes[NamedNode(actor)], v.NAME) or actor for actor in meeting.actors}
        for actor in names:
            fellows[actor] |= {name for other, name in names.items() if other != actor}
    return fellows


def _meeting(node: NamedNode, nodes: _Nodes) -> MeetingReport:
    properties = nodes[node]
    start, end = _time(properties, v.START, nodes), _time(properties, v.END, nodes)
    parts = sorted(properties.get(v.PARTICIPATION, []), key=lambda part: part.value)
    participations = tuple(_participation(part, nodes) for part in parts)  # type: ignore[arg-type]
    return MeetingReport(
        iri=node.value,
        type=_TYPES[NamedNode(_required(node, properties, v.MEETING_TYPE))],
        status=_required(node, properties, v.STATUS),
        start=start.value if start else None,
        end=end.value if end else None,
        place=_text(properties, v.PLACE),
        # Who is named as absent did not take part.
        actors=tuple(sorted({p.participant for p in participations if p.part != "absent"})),
        times=tuple(time for time in (start, end) if time),
        participations=participations,
        words=_words(properties, nodes),
        confidence=float(_text(properties, v.CONFIDENCE) or 1),
    )


def _participation(node: NamedNode, nodes: _Nodes) -> ParticipationRecord:
    properties = nodes[node]
    return ParticipationRecord(
        iri=node.value,
        participant=_required(node, properties, v.PARTICIPANT),
        kind=_required(node, properties, v.PARTICIPANT_KIND),
        part=_required(node, properties, v.PART),
        title=_text(properties, v.TITLE),
        of=_text(properties, v.OF),
        confidence=float(_text(properties, v.CONFIDENCE) or 1),
    )


def _time(properties: _Node, predicate: NamedNode, nodes: _Nodes) -> TimeRecord | None:
    statements = properties.get(predicate)
    if not statements:
        return None
    node: NamedNode = statements[0]  # type: ignore[assignment]
    said = nodes[node]
    return TimeRecord(
        iri=node.value,
        value=_required(node, said, v.VALUE),
        basis=_required(node, said, v.BASIS),
        confidence=float(_text(said, v.CONFIDENCE) or 1),
    )


def _text(properties: _Node, predicate: NamedNode) -> str | None:
    values = properties.get(predicate)
    return values[0].value if values else None


def _required(node: NamedNode, properties: _Node, predicate: NamedNode) -> str:
    value = _text(properties, predicate)
    if value is None:
        raise GraphError(f"{node.value} has no {predicate.value}; read its article again")
    return value
