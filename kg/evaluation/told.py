"""An extracted report in the shape of an annotation."""

from __future__ import annotations

from collections.abc import Iterable

from kg.evaluation.names import normal_form
from kg.evaluation.records import ArticleRecord, MeetingRecord, ParticipantRecord, PersonRecord, RoleRecord
from kg.model import Meeting, Participation, Place, Report, Role


def record_of(report: Report) -> ArticleRecord:
    """What ``report`` tells, as an annotator would have written it.

    One participant of a meeting, and one role of a person, that are told twice in other words count once.
    """
    names = _names(report)
    places = {place.id: place for place in report.places}
    return ArticleRecord(
        id=report.article.id,
        people=_people(report.roles, names),
        meetings=tuple(_meeting(meeting, names, places) for meeting in report.meetings),
    )


def _names(report: Report) -> dict[str, str]:
    """The name of everybody and everything that may take part, by local id."""
    groups = (report.persons, report.organizations, report.places, report.offices, report.groups)
    return {entity.id: entity.name for entities in groups for entity in entities}


def _people(roles: Iterable[Role], names: dict[str, str]) -> tuple[PersonRecord, ...]:
    by_name: dict[str, dict[tuple[str, str], RoleRecord]] = {}
    for role in roles:
        record = RoleRecord(role.title, role.of, role.sentence.text, role.former, role.confidence)
        key = (normal_form(role.title), normal_form(role.of))
        by_name.setdefault(names[role.person], {}).setdefault(key, record)
    return tuple(PersonRecord(name, tuple(found.values())) for name, found in by_name.items())


def _meeting(meeting: Meeting, names: dict[str, str], places: dict[str, Place]) -> MeetingRecord:
    place = places.get(meeting.place) if meeting.place else None
    sentences = [s.text for s in meeting.sentences] + [p.sentence.text for p in meeting.participations]
    return MeetingRecord(
        type=meeting.type,
        status=meeting.status,
        id=meeting.id,
        start=meeting.start.value if meeting.start else None,
        end=meeting.end.value if meeting.end else None,
        date_basis=meeting.start.basis if meeting.start else "unknown",
        place=place.name if place else None,
        country=place.country if place else None,
        participants=_participants(meeting.participations, names),
        quotes=tuple(dict.fromkeys(sentences)),
        confidence=meeting.confidence,
        start_confidence=meeting.start.confidence if meeting.start else None,
        place_confidence=meeting.place_confidence if place else None,
    )


def _participants(
    participations: Iterable[Participation], names: dict[str, str]
) -> tuple[ParticipantRecord, ...]:
    found: dict[tuple[str | None, ...], ParticipantRecord] = {}
    for part in participations:
        name = names[part.participant]
        record = ParticipantRecord(
            name, part.kind, part.title, part.of, part.part, part.sentence.text, part.confidence
        )
        # Unnamed holders of one office are told apart by what they hold, everybody else by name.
        office = (part.title, part.of) if part.kind == "office" else ()
        found.setdefault((part.kind, normal_form(name), *office), record)
    return tuple(found.values())
