"""A report as quads: the named graph of one article, complete in itself."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from kg.errors import GraphError
from kg.graph import literals
from kg.graph import vocabulary as v
from kg.graph.article import write_article, write_coverage
from kg.graph.identifiers import article_iri, geonames_node
from kg.graph.sink import Sink
from kg.model import (
    Article,
    Group,
    Meeting,
    Office,
    Organization,
    Participation,
    Person,
    Place,
    Report,
    Role,
    TimeValue,
)

# Metres matter to nobody here, and five digits of a degree are about one.
_DEGREE_DIGITS = 5


def report_quads(
    report: Report, *, digest: str, fingerprint: str, also: Sequence[Article] = ()
) -> list[Quad]:
    """Everything that is kept of an article, in its named graph: metadata, text, coverage and what it says.

    ``digest`` identifies the article's content and ``fingerprint`` the extractor that read it: together they
    tell a later build whether the article must be read again. ``also`` are exact duplicates of the article,
    given under other ids or addresses.

    Raises :class:`~kg.errors.GraphError` where the report cannot be written as RDF (a date that is none, a
    broken reference).
    """
    sink = Sink(article_iri(report.article))
    write_article(sink, report.article, digest=digest, also=also)
    write_coverage(sink, report.coverage, model=report.model, fingerprint=fingerprint)
    known = _write_references(sink, report)
    for number, role in enumerate(report.roles, start=1):
        _write_role(sink, f"r{number}", role, known)
    for meeting in report.meetings:
        _write_meeting(sink, meeting, known)
    return sink.quads


def report_nquads(report: Report, *, digest: str, fingerprint: str, also: Sequence[Article] = ()) -> bytes:
    """:func:`report_quads` as N-Quads in UTF-8: what a worker sends to the process that writes the store."""
    quads = report_quads(report, digest=digest, fingerprint=fingerprint, also=also)
    return serialize(quads, format=RdfFormat.N_QUADS) or b""


def _write_references(sink: Sink, report: Report) -> dict[str, NamedNode]:
    """Write who and what the article refers to; returns their nodes by local identifier."""
    nodes: dict[str, NamedNode] = {}
    for kind, records in (
        (v.PersonReference, report.persons),
        (v.OrganizationReference, report.organizations),
        (v.PlaceReference, report.places),
        (v.OfficeReference, report.offices),
        (v.GroupReference, report.groups),
    ):
        for record in records:
            nodes[record.id] = _write_reference(sink, kind, record)
    return nodes


def _write_reference(
    sink: Sink, kind: NamedNode, record: Person | Organization | Place | Office | Group
) -> NamedNode:
    node = sink.local(record.id)
    sink.add(node, v.RDF_TYPE, kind)
    sink.add(node, v.NAME, literals.text(record.name))
    if isinstance(record, Place):
        _write_location(sink, node, record)
    elif isinstance(record, Office):
        sink.add_text(node, v.TITLE, record.title)
        sink.add_text(node, v.OF, record.of)
    sink.add_mentions(node, record.mentions)
    return node


def _write_location(sink: Sink, node: NamedNode, place: Place) -> None:
    if place.geonames is not None:
        sink.add(node, v.GEONAMES, geonames_node(place.geonames))
    sink.add_text(node, v.COUNTRY, place.country)
    sink.add_text(node, v.COUNTRY_CODE, place.country_code)
    if place.is_country:
        sink.add(node, v.IS_COUNTRY, literals.TRUE)
    if place.latitude is not None and place.longitude is not None:
        sink.add(node, v.LAT, literals.decimal(place.latitude, digits=_DEGREE_DIGITS))
        sink.add(node, v.LONG, literals.decimal(place.longitude, digits=_DEGREE_DIGITS))


def _write_role(sink: Sink, name: str, role: Role, known: dict[str, NamedNode]) -> None:
    node = sink.local(name)
    sink.add(node, v.RDF_TYPE, v.RoleReport)
    sink.add(node, v.PERSON, _known(known, role.person))
    sink.add_text(node, v.TITLE, role.title)
    sink.add_text(node, v.OF, role.of)
    if role.former:
        sink.add(node, v.FORMER, literals.TRUE)
    if role.acting:
        sink.add(node, v.ACTING, literals.TRUE)
    sink.add(node, v.MENTION, sink.mention(role.mention))
    sink.add(node, v.SENTENCE, sink.mention(role.sentence))
    sink.add(node, v.CONFIDENCE, literals.decimal(role.confidence))


def _write_meeting(sink: Sink, meeting: Meeting, known: dict[str, NamedNode]) -> None:
    node = sink.local(meeting.id)
    sink.add(node, v.RDF_TYPE, v.MeetingReport)
    sink.add(node, v.MEETING_TYPE, v.MEETING_TYPES[meeting.type])
    sink.add_text(node, v.STATUS, meeting.status)
    sink.add(node, v.CONFIDENCE, literals.decimal(meeting.confidence))
    if meeting.start is not None:
        sink.add(node, v.START, _write_time(sink, f"{meeting.id}-start", meeting.start))
    if meeting.end is not None:
        sink.add(node, v.END, _write_time(sink, f"{meeting.id}-end", meeting.end))
    if meeting.place is not None:
        sink.add(node, v.PLACE, _known(known, meeting.place))
        sink.add(node, v.PLACE_CONFIDENCE, literals.decimal(meeting.place_confidence))
    sink.add_mentions(node, meeting.mentions)
    sink.add_passages(node, v.FIRST_SENTENCE, meeting.sentences[:1])
    sink.add_passages(node, v.SENTENCE, meeting.sentences)
    for number, participation in enumerate(meeting.participations, start=1):
        part = sink.local(f"{meeting.id}-{number}")
        sink.add(node, v.PARTICIPATION, part)
        _write_participation(sink, part, participation, known)


def _write_time(sink: Sink, name: str, time: TimeValue) -> NamedNode:
    node = sink.local(name)
    sink.add(node, v.RDF_TYPE, v.TimeStatement)
    sink.add(node, v.VALUE, literals.time(time.value))
    sink.add_text(node, v.BASIS, time.basis)
    sink.add(node, v.MENTION, sink.mention(time.mention))
    sink.add(node, v.CONFIDENCE, literals.decimal(time.confidence))
    return node


def _write_participation(
    sink: Sink, node: NamedNode, participation: Participation, known: dict[str, NamedNode]
) -> None:
    sink.add(node, v.RDF_TYPE, v.Participation)
    sink.add(node, v.PARTICIPANT, _known(known, participation.participant))
    sink.add_text(node, v.PARTICIPANT_KIND, participation.kind)
    sink.add_text(node, v.PART, participation.part)
    sink.add_text(node, v.TITLE, participation.title)
    sink.add_text(node, v.OF, participation.of)
    sink.add(node, v.MENTION, sink.mention(participation.mention))
    sink.add(node, v.SENTENCE, sink.mention(participation.sentence))
    sink.add(node, v.CONFIDENCE, literals.decimal(participation.confidence))


def _known(nodes: dict[str, NamedNode], name: str) -> NamedNode:
    try:
        return nodes[name]
    except KeyError as error:
        raise GraphError(f"the report refers to {name!r}, which it does not describe") from error
