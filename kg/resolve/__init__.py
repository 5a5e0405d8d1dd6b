"""Reports of many articles → the people, organisations, places and meetings that they share."""

from kg.resolve.changes import Changes, Pack
from kg.resolve.entities import Entity, Location, RoleFact
from kg.resolve.events import (
    Conflict,
    Event,
    Evidence,
    Involvement,
    PlaceFact,
    StatusFact,
    TimeFact,
)
from kg.resolve.present import ArticleRecord, Present
from kg.resolve.records import (
    EntityKind,
    MeetingReport,
    ParticipationRecord,
    Reference,
    RoleRecord,
    TimeRecord,
)

__all__ = [
    "ArticleRecord",
    "Changes",
    "Conflict",
    "Entity",
    "EntityKind",
    "Event",
    "Evidence",
    "Involvement",
    "Location",
    "MeetingReport",
    "Pack",
    "ParticipationRecord",
    "PlaceFact",
    "Present",
    "Reference",
    "RoleFact",
    "RoleRecord",
    "StatusFact",
    "TimeFact",
    "TimeRecord",
]
