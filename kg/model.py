"""The waist of newsgraph: what is known of an article and of what it says, in plain frozen records.

Language processing stays before these records and RDF after them: nothing here knows spaCy or RDF. Every
record that states something carries the :class:`Mention` that says it, as character offsets into
``Article.text`` exactly as it was read, so that ``article.text[m.begin:m.end] == m.text`` always holds.

A :class:`Report` is what *one* article says, and never changes when other articles arrive. Inside a report,
records refer to each other by short local identifiers (``p1``, ``o2``, ``m1``), which are unique in the
report and follow text order.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

MeetingType = Literal["meeting", "talks", "summit", "conference", "session", "visit", "call"]
Status = Literal["occurred", "ongoing", "planned", "cancelled", "denied", "hypothetical"]
Part = Literal["host", "mediator", "attendee", "absent"]
Basis = Literal["stated", "relative", "unknown"]
MentionForm = Literal["name", "nominal", "pronoun"]
ParticipantKind = Literal["person", "office", "organization", "country", "group"]


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it was read.

    ``id`` is unique among the articles of a store and is what queries print. ``published`` is a date, a
    date-time, or ``None`` where it is unknown; it is never today's date. ``language`` is an ISO 639-1 code or
    ``None`` where neither the source nor the text tells. ``source`` names the file (and record) that the
    article was read from, for messages. ``id_from_file`` is true where the source gave no id and the file's
    name stands in for it.
    """

    id: str
    text: str
    url: str | None = None
    title: str | None = None
    published: date | datetime | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    source: str | None = None
    id_from_file: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the article: ``text`` is exactly ``article.text[begin:end]`` (offsets count Unicode code
    points).
    """

    begin: int
    end: int
    text: str
    form: MentionForm = "name"


@dataclass(frozen=True, slots=True)
class Person:
    """A named person: the cluster of mentions inside the article, under the fullest name (without titles)."""

    id: str
    name: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Organization:
    """A named organisation or body."""

    id: str
    name: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A named place. ``geonames`` and the rest are ``None`` where the name was not resolved: no place rather
    than a wrong one.

    ``country`` is the English short name of the country the place lies in (for a country, its own),
    ``country_code`` its ISO 3166-1 alpha-2 code; ``latitude`` and ``longitude`` are WGS84 degrees.
    ``is_country`` marks countries themselves.
    """

    id: str
    name: str
    mentions: tuple[Mention, ...]
    geonames: int | None = None
    country: str | None = None
    country_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    is_country: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """An office without a name that takes part in its own right ("the Foreign Minister of Iran").

    ``title`` is the shortest form ("Foreign Minister"), ``of`` the country or organisation in noun form
    ("Iran") or ``None``.
    """

    id: str
    title: str
    of: str | None
    mentions: tuple[Mention, ...]

    @property
    def name(self) -> str:
        """The office as a name: ``Foreign Minister of Iran``."""
        return f"{self.title} of {self.of}" if self.of else self.title


@dataclass(frozen=True, slots=True)
class Group:
    """Several people who are not named one by one ("rebel commanders")."""

    id: str
    name: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A person holds (or held) an office or has an affiliation, as said at the date of publication.

    ``title`` is the shortest form or ``None`` where only an affiliation is stated; ``of`` is a noun form or
    ``None``. ``mention`` is the words that say so, ``sentence`` the sentence around them. ``confidence`` is
    the share of roles given this figure that are right, in 0..1.
    """

    person: str
    title: str | None
    of: str | None
    mention: Mention
    sentence: Mention
    former: bool = False
    acting: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A point in time at the precision that the text gives: ``2016-10-15``, ``2016-10`` or ``2016``, never
    padded.

    ``basis`` is ``stated`` (a calendar date stands in the text) or ``relative`` (worked out from the
    publication date). ``mention`` is the words that give it. An unknown time is ``None``, not a TimeValue.
    """

    value: str
    basis: Basis
    mention: Mention
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Participation:
    """Somebody takes part in a meeting: who (a local id), as what (the office held at this meeting), in which
    part.
    """

    participant: str
    kind: ParticipantKind
    part: Part
    title: str | None
    of: str | None
    mention: Mention
    sentence: Mention
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting that the article tells of: all its mentions ("the four-hour talks", "met with") are one
    record.

    ``place`` is the local id of a :class:`Place` and ``place_confidence`` belongs to it; ``mentions`` are the
    words that name the meeting, ``sentences`` the sentences that tell of it, both in text order.
    ``confidence`` is that of the meeting itself with its status.
    """

    id: str
    type: MeetingType
    status: Status
    start: TimeValue | None
    end: TimeValue | None
    place: str | None
    participations: tuple[Participation, ...]
    mentions: tuple[Mention, ...]
    sentences: tuple[Mention, ...]
    confidence: float = 1.0
    place_confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read and what was not understood: so that silence can be told from absence.

    ``sentences`` counts the sentences read; ``unexplained`` are the sentences with a meeting word that gave
    no meeting; ``unresolved_places`` and ``unresolved_names`` are names that no id or entity was found for;
    ``boilerplate`` the passages that were recognised as not part of the story and yielded no facts.
    """

    sentences: int
    unexplained: tuple[Mention, ...] = ()
    unresolved_places: tuple[Mention, ...] = ()
    unresolved_names: tuple[Mention, ...] = ()
    boilerplate: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says, and only that."""

    article: Article
    persons: tuple[Person, ...]
    organizations: tuple[Organization, ...]
    places: tuple[Place, ...]
    offices: tuple[Office, ...]
    groups: tuple[Group, ...]
    roles: tuple[Role, ...]
    meetings: tuple[Meeting, ...]
    coverage: Coverage
    model: str
