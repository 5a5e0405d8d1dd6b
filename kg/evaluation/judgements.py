"""Told facts with their confidence, judged by the annotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.evaluation.comparison import Comparison, MeetingComparison
from kg.evaluation.records import MeetingRecord, ParticipantRecord
from kg.evaluation.reliability import Judgement


def judgements(comparisons: Iterable[Comparison]) -> dict[str, list[Judgement]]:
    """The judged facts by their kind.

    A fact of a meeting that does not exist is wrong; facts without confidence are left out.

    A meeting is right if it exists and its status is right; a time and a place if the annotation gives the
    same for this meeting; a participation if the annotation lists the participant.
    """
    whole = list(comparisons)
    return {
        "meetings": list(_judged((told.confidence, right) for told, right in _meetings(whole))),
        "participations": list(_judged((told.confidence, right) for told, right in _participants(whole))),
        "times": list(_judged(fact for c in whole for fact in _times(c))),
        "places": list(_judged(fact for c in whole for fact in _places(c))),
        "roles": list(_judged(fact for c in whole for fact in _roles(c))),
    }


Fact = tuple[float | None, bool]


def _judged(facts: Iterable[Fact]) -> Iterator[Judgement]:
    return (Judgement(confidence, right) for confidence, right in facts if confidence is not None)


def _meetings(comparisons: Iterable[Comparison]) -> Iterator[tuple[MeetingRecord, bool]]:
    for comparison in comparisons:
        yield from ((m.told, m.status_right) for m in comparison.matched)
        yield from ((told, False) for told in comparison.extra)


def _participants(comparisons: Iterable[Comparison]) -> Iterator[tuple[ParticipantRecord, bool]]:
    for comparison in comparisons:
        for meeting in comparison.matched:
            yield from _in_meeting(meeting)
        yield from ((p, False) for meeting in comparison.extra for p in meeting.participants)


def _in_meeting(meeting: MeetingComparison) -> Iterator[tuple[ParticipantRecord, bool]]:
    yield from ((told, True) for _, told in meeting.participants.matched)
    yield from ((told, False) for told in meeting.participants.extra)


def _times(comparison: Comparison) -> Iterator[Fact]:
    yield from ((m.told.start_confidence, m.date_right) for m in comparison.matched if m.told.start)
    yield from ((told.start_confidence, False) for told in comparison.extra if told.start)


def _places(comparison: Comparison) -> Iterator[Fact]:
    yield from ((m.told.place_confidence, m.place_right) for m in comparison.matched if m.told.place)
    yield from ((told.place_confidence, False) for told in comparison.extra if told.place)


def _roles(comparison: Comparison) -> Iterator[Fact]:
    yield from ((told.confidence, True) for _, (_, told) in comparison.roles.matched)
    yield from ((told.confidence, False) for _, told in comparison.roles.extra)
