"""Reports of many articles → the people, organisations, places and meetings that they share."""

from kg.resolve.merge import merge
from kg.resolve.records import (
    Entity,
    EntityKind,
    Event,
    MeetingReport,
    Merged,
    ParticipationRecord,
    Reference,
    RoleRecord,
    TimeRecord,
)

__all__ = [
    "Entity",
    "EntityKind",
    "Event",
    "MeetingReport",
    "Merged",
    "ParticipationRecord",
    "Reference",
    "RoleRecord",
    "TimeRecord",
    "merge",
]
