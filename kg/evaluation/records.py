"""An article's meetings and roles as annotations: one shape for what a person marked and what was extracted.

The fields and their meaning are described in ``docs/evaluation.md``; the names are those of the JSON format.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from kg.model import Basis, MeetingType, Part, ParticipantKind, Status

HAPPENED: frozenset[Status] = frozenset({"occurred", "ongoing"})
"""The statuses that say that a meeting took place."""


def partial_date(value: str) -> str:
    """``value`` if it is ``2016``, ``2016-10`` or ``2016-10-15``; ``ValueError`` for any other text."""
    padded = value + "-01-01"[3 * value.count("-") :]
    try:
        iso = date.fromisoformat(padded).isoformat()
    except ValueError:
        iso = ""
    # `fromisoformat` also reads week dates and dates without hyphens.
    if not value or not iso.startswith(value):
        raise ValueError("a date is written 2016, 2016-10 or 2016-10-15")
    return value


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
PartialDate = Annotated[str, AfterValidator(partial_date)]


@dataclass(frozen=True, slots=True)
class ParticipantRecord:
    """Somebody who takes part: ``role`` is the part played, ``title`` and ``of`` the office held then.

    ``quote`` and ``confidence`` are known of extracted participants only.
    """

    name: Name
    kind: ParticipantKind
    title: str | None = None
    of: str | None = None
    role: Part = "attendee"
    quote: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """One meeting with all its mentions; the confidences are known of extracted meetings only."""

    type: MeetingType
    status: Status
    id: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    date_basis: Basis = "unknown"
    place: str | None = None
    country: str | None = None
    participants: tuple[ParticipantRecord, ...] = ()
    quotes: tuple[Name, ...] = ()
    confidence: float | None = None
    start_confidence: float | None = None
    place_confidence: float | None = None

    @property
    def happened(self) -> bool:
        """Whether the record says that the meeting took place."""
        return self.status in HAPPENED


@dataclass(frozen=True, slots=True)
class RoleRecord:
    """A title or an affiliation of a person, as said at publication."""

    title: str | None = None
    of: str | None = None
    quote: str | None = None
    former: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A named person with the roles that the article states."""

    name: Name
    roles: tuple[RoleRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """What one article says, by its ``id``."""

    id: Name
    people: tuple[PersonRecord, ...] = ()
    meetings: tuple[MeetingRecord, ...] = ()

    @property
    def roles(self) -> tuple[tuple[str, RoleRecord], ...]:
        """Every role with the name of the person who holds it."""
        return tuple((person.name, role) for person in self.people for role in person.roles)
