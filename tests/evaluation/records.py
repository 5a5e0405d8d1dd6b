"""Short ways to write annotations and reports down."""

from __future__ import annotations

from kg.evaluation.records import ArticleRecord, MeetingRecord, ParticipantRecord, PersonRecord, RoleRecord
from kg.model import Article, Coverage, Mention, ParticipantKind, Participation, Report


def person(name: str, *, confidence: float | None = None, **fields: str) -> ParticipantRecord:
    """A named participant."""
    return ParticipantRecord(name, "person", confidence=confidence, **fields)  # type: ignore[arg-type]


def office(title: str, of: str) -> ParticipantRecord:
    """An unnamed holder of an office."""
    return ParticipantRecord(f"{title} of {of}", "office", title, of)


def meeting(*participants: ParticipantRecord, **fields: object) -> MeetingRecord:
    """A meeting that took place, unless told otherwise."""
    chosen = {"type": "meeting", "status": "occurred", "id": "m1", **fields}
    return MeetingRecord(participants=participants, **chosen)  # type: ignore[arg-type]


def article(
    *meetings: MeetingRecord, roles: dict[str, RoleRecord] | None = None, name: str = "a"
) -> ArticleRecord:
    """One article with its meetings, and one role a person."""
    people = tuple(PersonRecord(who, (role,)) for who, role in (roles or {}).items())
    return ArticleRecord(name, people, meetings)


def words(text: str) -> Mention:
    """A mention of which only the words matter."""
    return Mention(0, len(text), text)


def participation(who: str, kind: ParticipantKind, **fields: object) -> Participation:
    """Somebody, by local id, takes part."""
    chosen = {"part": "attendee", "title": None, "of": None, "sentence": words("They met."), **fields}
    return Participation(who, kind, mention=words(who), **chosen)  # type: ignore[arg-type]


def report(**parts: object) -> Report:
    """A report of the article ``a`` that tells nothing but ``parts``."""
    empty = dict.fromkeys(
        ("persons", "organizations", "places", "offices", "groups", "roles", "meetings"), ()
    )
    given = {**empty, **parts}
    return Report(Article("a", "They met."), coverage=Coverage(1), model="none", **given)  # type: ignore[arg-type]
