"""One article as annotated beside the same article as told."""

from __future__ import annotations

from dataclasses import dataclass

from kg.evaluation.alignment import align, same_place, same_start
from kg.evaluation.encounters import Encounter, encounters, same_encounter
from kg.evaluation.matching import Matching, match_in_order
from kg.evaluation.names import same_participant, same_role
from kg.evaluation.records import ArticleRecord, MeetingRecord, ParticipantRecord, RoleRecord


@dataclass(frozen=True, slots=True)
class MeetingComparison:
    """An annotated meeting, the told one that matches it, and who of them is the same."""

    gold: MeetingRecord
    told: MeetingRecord
    participants: Matching[ParticipantRecord]

    @property
    def status_right(self) -> bool:
        """Whether the told status is the annotated one."""
        return self.gold.status == self.told.status

    @property
    def told_as_happened(self) -> bool:
        """Whether it is told as having taken place although it did not: the worst error."""
        return self.told.happened and not self.gold.happened

    @property
    def date_right(self) -> bool:
        """Whether both give the same start at the same precision."""
        return same_start(self.gold, self.told)

    @property
    def place_right(self) -> bool:
        """Whether both name the same place."""
        return same_place(self.gold, self.told)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that two records of one article have in common, and all in which they differ."""

    gold: ArticleRecord
    told: ArticleRecord
    matched: tuple[MeetingComparison, ...]
    missed: tuple[MeetingRecord, ...]
    extra: tuple[MeetingRecord, ...]
    roles: Matching[tuple[str, RoleRecord]]
    encounters: Matching[Encounter]


def compare(gold: ArticleRecord, told: ArticleRecord) -> Comparison:
    """Compare what was told of an article with its annotation. Nothing outside the article is looked at."""
    meetings = align(gold.meetings, told.meetings)
    return Comparison(
        gold=gold,
        told=told,
        matched=tuple(_compare_meetings(one, other) for one, other in meetings.matched),
        missed=meetings.missed,
        extra=meetings.extra,
        roles=match_in_order(gold.roles, told.roles, same_role),
        encounters=match_in_order(encounters(gold.meetings), encounters(told.meetings), same_encounter),
    )


def _compare_meetings(gold: MeetingRecord, told: MeetingRecord) -> MeetingComparison:
    participants = match_in_order(gold.participants, told.participants, same_participant)
    return MeetingComparison(gold, told, participants)
