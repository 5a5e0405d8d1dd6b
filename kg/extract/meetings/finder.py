"""The chain from a document to its meetings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Span

from kg.extract.document import Document, TimeExpression
from kg.extract.meetings.arguments import find_parties
from kg.extract.meetings.candidates import Candidate
from kg.extract.meetings.captions import find_captions
from kg.extract.meetings.evidence import ASSEMBLING, is_meeting, is_possible
from kg.extract.meetings.frames import find_journeys, settle
from kg.extract.meetings.joining import Event, inherit_setting, join
from kg.extract.meetings.setting import attach_place, attach_time
from kg.extract.meetings.splitting import split
from kg.extract.meetings.status import read_status
from kg.extract.meetings.triggers import find_triggers
from kg.extract.syntax import sentence_numbers
from kg.extract.times.calendar import MONTHS

_YEAR = 4


@dataclass(frozen=True, slots=True)
class Findings:
    """The meetings of an article, and the sentences with a meeting word that gave none."""

    events: list[Event]
    unexplained: list[Span]


def find_meetings(document: Document) -> Findings:
    """Find the meetings that the article tells of; reads the entities, referents and times that are in
    ``document``.
    """
    captions = find_captions(document)
    candidates = find_triggers(document, captions)
    journeys = find_journeys(document) if candidates else []
    numbers = sentence_numbers(document.doc)
    for candidate in candidates:
        candidate.caption = candidate.sentence.start in captions
        find_parties(document, candidate)
    candidates = [part for candidate in candidates for part in split(document, candidate)]
    for candidate in candidates:
        candidate.status = read_status(candidate)
        attach_time(document, candidate)
        _heed_date(document, candidate)
        attach_place(document, candidate)
        settle(candidate, journeys, numbers[candidate.sentence.start])
    joined = join([c for c in candidates if is_possible(c)])
    events = inherit_setting([event for event in joined if is_meeting(event, document)])
    used = {c.sentence.start for event in events for c in event.candidates}
    unexplained = {
        c.sentence.start: c.sentence
        for c in candidates
        if c.sentence.start not in used and not _only_hints(c)
    }
    return Findings(events, list(unexplained.values()))


def _only_hints(candidate: Candidate) -> bool:
    """Words that tell of a meeting only with a body or an event beside them: "told", "took part"."""
    speech = candidate.is_verb and candidate.type == "session" and not candidate.parties
    lemma = candidate.head.lemma_.lower()
    return speech or candidate.pointer or lemma in ASSEMBLING or lemma == "table"


def _next_year(time: TimeExpression, today: str) -> TimeExpression:
    """A month or day without a year, of a meeting that is planned, is the coming one."""
    told = any(t.like_num and len(t) == _YEAR for t in time.span)
    coarse = len(time.start) == _YEAR or time.start[_YEAR : _YEAR + 1] != "-"
    if told or coarse or time.end or time.start >= today[: len(time.start)] or not _names_month(time):
        return time
    return replace(time, start=f"{int(time.start[:_YEAR]) + 1}{time.start[_YEAR:]}")


def _names_month(time: TimeExpression) -> bool:
    return any(t.lower_[:3] in MONTHS and t.text[0].isupper() for t in time.span)


def _read_ahead(candidate: Candidate, time: TimeExpression, today: str) -> None:
    """A weekday that lies ahead whatever the tense above it: "called a meeting for Sunday", "begins a visit
    on Sunday", "invited them to talks on Friday".
    """
    before = time.span.doc[max(0, time.span.start - 1)].lower_
    verb = candidate.head if candidate.is_verb else candidate.head.head
    carried = candidate.is_verb or candidate.head.dep_ in {"dobj", "nsubj"}
    present = carried and verb.tag_ in {"VBZ", "VBP"} and verb.pos_ == "VERB"
    going_on = {c.lower_ for c in verb.children if c.dep_ == "aux"} & {"is", "are", "'s", "'re", "’s", "’re"}
    present = present or (verb.tag_ == "VBG" and bool(going_on) and time.start != today and before != "since")
    asked = (
        candidate.status == "hypothetical" and time.span.root.dep_ == "pobj" and _hangs_on(time, candidate)
    )
    told_now = candidate.status == "occurred" or (candidate.status == "ongoing" and verb.lemma_ != "continue")
    if told_now and (before == "for" or (present and _hangs_on(time, candidate))):
        candidate.status = "planned"
    elif asked or (before == "for" and candidate.status in {"cancelled", "hypothetical"}):
        assert time.future_start is not None  # the caller looked
        candidate.start = replace(time, start=time.future_start, end=None)


def _hangs_on(time: TimeExpression, candidate: Candidate) -> bool:
    """Whether the time stands with the event itself, with no other verb between."""
    root = time.span.root
    above = root.head.head if root.dep_ == "pobj" else root.head
    return above in candidate.events


def _heed_date(document: Document, candidate: Candidate) -> None:
    """What lies after the day of publication has not happened yet; "ahead of" a day that is over, it has."""
    published = document.article.published
    time = candidate.start
    if time is None or published is None:
        return
    if not candidate.caption and time.weekday_only and time.future_start:
        _read_ahead(candidate, time, published.isoformat())
    elif candidate.status == "planned" and not candidate.ahead and not candidate.caption:
        candidate.start = _next_year(time, published.isoformat())
    time = candidate.start or time
    day = published.isoformat()[: len(time.start)]
    if candidate.status in {"occurred", "ongoing"} and (
        time.start > day or time.span.text.lower().startswith("later")
    ):
        candidate.status = "planned"
    elif (
        candidate.status == "planned"
        and candidate.ahead
        and not time.weekday_only
        and (time.end or time.start) < day
    ):
        candidate.status = "occurred"
