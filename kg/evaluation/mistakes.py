"""Every single difference between annotation and report, sorted into classes, with the words it stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from kg.evaluation.comparison import Comparison, MeetingComparison
from kg.evaluation.records import MeetingRecord, ParticipantRecord, RoleRecord

MistakeClass = Literal[
    "missed meeting",
    "extra meeting",
    "wrong status",
    "wrong date",
    "missing date",
    "extra date",
    "wrong place",
    "missing place",
    "extra place",
    "missing participant",
    "extra participant",
    "role missed",
    "role extra",
]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One difference: what was ``expected`` by the annotation and what was ``told`` (either may be empty).

    ``meeting`` is the annotation's id of the meeting, or the report's if the annotation has no such meeting;
    empty for roles. ``words`` is the passage that tells of it.
    """

    kind: MistakeClass
    article: str
    meeting: str
    expected: str
    told: str
    words: str


def mistakes(comparisons: Iterable[Comparison]) -> Iterator[Mistake]:
    """All differences, article by article.

    What belongs to a meeting that was missed altogether is not listed again.
    """
    for comparison in comparisons:
        for matched in comparison.matched:
            yield from _in_meeting(comparison.gold.id, matched)
        yield from _whole_meetings(comparison)
        yield from _roles(comparison)


def count_mistakes(found: Iterable[Mistake]) -> dict[MistakeClass, int]:
    """How many mistakes there are of each class, classes without any included."""
    counts = Counter(mistake.kind for mistake in found)
    return {kind: counts[kind] for kind in get_args(MistakeClass)}


def _whole_meetings(comparison: Comparison) -> Iterator[Mistake]:
    article = comparison.gold.id
    for meeting in comparison.missed:
        yield Mistake("missed meeting", article, meeting.id, _brief(meeting), "", _words(meeting))
    for meeting in comparison.extra:
        yield Mistake("extra meeting", article, meeting.id, "", _brief(meeting), _words(meeting))


def _in_meeting(article: str, matched: MeetingComparison) -> Iterator[Mistake]:
    gold, told = matched.gold, matched.told
    if not matched.status_right:
        yield Mistake("wrong status", article, gold.id, gold.status, told.status, _words(told))
    if kind := _date_mistake(matched):
        yield Mistake(kind, article, gold.id, gold.start or "", told.start or "", _words(told))
    if kind := _place_mistake(matched):
        yield Mistake(kind, article, gold.id, gold.place or "", told.place or "", _words(told))
    for missed in matched.participants.missed:
        yield Mistake("missing participant", article, gold.id, _participant(missed), "", _words(gold))
    for extra in matched.participants.extra:
        words = extra.quote or _words(told)
        yield Mistake("extra participant", article, gold.id, "", _participant(extra), words)


def _date_mistake(matched: MeetingComparison) -> MistakeClass | None:
    gold, told = matched.gold.start, matched.told.start
    if matched.date_right or not (gold or told):
        return None
    if gold and told:
        return "wrong date"
    return "missing date" if gold else "extra date"


def _place_mistake(matched: MeetingComparison) -> MistakeClass | None:
    gold, told = matched.gold.place, matched.told.place
    if matched.place_right or not (gold or told):
        return None
    if gold and told:
        return "wrong place"
    return "missing place" if gold else "extra place"


def _roles(comparison: Comparison) -> Iterator[Mistake]:
    article = comparison.gold.id
    for person, role in comparison.roles.missed:
        yield Mistake("role missed", article, "", _role(person, role), "", role.quote or "")
    for person, role in comparison.roles.extra:
        yield Mistake("role extra", article, "", "", _role(person, role), role.quote or "")


def _brief(meeting: MeetingRecord) -> str:
    """``talks occurred 2016-10-15 Lausanne: John Kerry; Sergei Lavrov``."""
    setting = " ".join(filter(None, (meeting.type, meeting.status, meeting.start, meeting.place)))
    return f"{setting}: {'; '.join(p.name for p in meeting.participants)}"


def _words(meeting: MeetingRecord) -> str:
    return meeting.quotes[0] if meeting.quotes else ""


def _participant(participant: ParticipantRecord) -> str:
    return f"{participant.name} ({participant.kind})"


def _role(person: str, role: RoleRecord) -> str:
    """``Sergei Lavrov: Foreign Minister of Russia``; ``?`` stands for a title that is not stated."""
    office = f"{role.title or '?'} of {role.of}" if role.of else role.title or "?"
    return f"{person}: {office}"
