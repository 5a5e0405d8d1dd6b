"""What the tests of extraction compare: the meetings of a report in a form that is short to write down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.extract.coreference import resolve_coreference
from kg.extract.document import Document
from kg.extract.names import find_names
from kg.extract.offices import find_offices
from kg.extract.places import resolve_places
from kg.extract.roles import find_roles
from kg.extract.times import find_times
from kg.model import Group, Meeting, Office, Organization, Person, Place, Report

PUBLISHED = date(2014, 3, 12)
"""A Wednesday."""


@dataclass(frozen=True, slots=True)
class Told:
    """A meeting with names in place of local ids; ``parties`` gives the part of each participant by name."""

    type: str
    status: str
    start: str | None
    end: str | None
    place: str | None
    parties: dict[str, str]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and its meetings."""

    report: Report
    meetings: tuple[Told, ...]

    @property
    def only(self) -> Told:
        """The one meeting that the text tells of."""
        assert len(self.meetings) == 1, self.meetings
        return self.meetings[0]

    @property
    def unexplained(self) -> list[str]:
        """The sentences with a meeting word that gave no meeting."""
        return [sentence.text for sentence in self.report.coverage.unexplained]


def entities(report: Report) -> list[Person | Organization | Place | Office | Group]:
    """All that the article names or refers to, by kind."""
    return [*report.persons, *report.organizations, *report.places, *report.offices, *report.groups]


def told(report: Report) -> tuple[Told, ...]:
    """The meetings of ``report``, in its order."""
    names = {entity.id: entity.name for entity in entities(report)}
    return tuple(_told(meeting, names) for meeting in report.meetings)


def _told(meeting: Meeting, names: dict[str, str]) -> Told:
    return Told(
        meeting.type,
        meeting.status,
        meeting.start.value if meeting.start else None,
        meeting.end.value if meeting.end else None,
        names[meeting.place] if meeting.place else None,
        {names[p.participant]: p.part for p in meeting.participations},
        tuple(m.text for m in meeting.mentions),
    )


def prepare(document: Document) -> Document:
    """Run everything that comes before the search for meetings."""
    find_names(document)
    resolve_places(document)
    find_roles(document)
    find_offices(document)
    resolve_coreference(document)
    document.times = find_times(document)
    return document
