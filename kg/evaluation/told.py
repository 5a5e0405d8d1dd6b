"""An extracted report in the shape of an annotation."""

from __future__ import annotations

from collections.abc import Iterable

from kg.evaluation.names import normal_form
from kg.evaluation.records import ArticleRecord, MeetingRecord, ParticipantRecord, PersonRecord, RoleRecord
from kg.model import Meeting, Participation, Place, Report, Role


def record_of(report: Report) -> ArticleRecord:
    """What ``report`` tells, as an annotator would have written it.

    One participant of a meeting, and one role of a person, that are told twice in other words count once.
    Quotes and order are those of the saved queries ``meetings`` and ``roles``, so that their results, judged
    by the same rules, give the same figures.
    """
    names = _names(report)
    places = {place.id: place for place in report.places}
    return ArticleRecord(
        id=report.article.id,
        people=_people(report.roles, names),
        meetings=tuple(_meeting(m, names, places) for m in sorted(report.meetings, key=lambda m: m.id)),
    )


def _names(report: Report) -> dict[str, str]:
    """The name of everybody and everything that may take part, by local id."""
    groups = (report.persons, report.organizations, report.places, report.offices, report.groups)
    return {entity.id: entity.name for entities in groups for entity in entities}


def _people(roles: Iterable[Role], names: dict[str, str]) -> tuple[PersonRecord, ...]:
    by_name: dict[str, dict[tuple[str, str], RoleRecord]] = {}
    for role in sorted(roles, key=lambda r: (names[r.person], r.title or "", r.of or "")):
        record = RoleRecord(role.title, role.of, role.sentence.text, role.former, role.confidence)
        key = (normal_form(role.title), normal_form(role.of))
        by_name.setdefault(names[role.person], {}).setdefault(key, record)
    return tuple(PersonRecord(name, tuple(found.values())) for name, found in by_name.items())


def _meeting(meeting: Meeting, names: dict[str, str], places: dict[str, Place]) -> MeetingRecord:
    place = places.get(meeting.place) if meeting.place else None
    sentences = [p.sentence for p in meeting.participations] or meeting.sentences[:1]
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
        quotes=tuple(dict.fromkeys(s.text for s in sentences)),
        confidence=meeting.confidence,
        start_confidence=meeting.start.confidence if meeting.start else None,
        place_confidence=meeting.place_confidence if place else None,
    )


def _participants(
    participations: Iterable[Participation], names: dict[str, str]
) -> tuple[ParticipantRecord, ...]:
    found: list[ParticipantRecord] = []
    for part in sorted(participations, key=lambda p: names[p.participant]):
        record = ParticipantRecord(
            names[part.participant],
            part.kind,
            part.title,
            part.of,
            part.part,
            part.sentence.text,
            part.confidence,
        )
        if not any(_told_twice(record, other) for other in found):
            found.append(record)
    return tuple(found)


def _told_twice(one: ParticipantRecord, other: ParticipantRecord) -> bool:
    """Unnamed holders of one office are told apart by what they hold, everybody else by name."""
    if (one.name, one.title, one.of) == (other.name, other.title, other.of):
        return True
    return one.kind == other.kind != "office" and normal_form(one.name) == normal_form(other.name)
