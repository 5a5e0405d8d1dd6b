"""Finds the times told in an article: runs every form over the text and turns what its reader makes of it
into spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from spacy.tokens import Doc, Span

from kg.extract.document import Document, TimeExpression
from kg.extract.times import absolute, relative
from kg.extract.times.durations import stretch
from kg.extract.times.found import Context, Reading
from kg.extract.times.patterns import DATELINE, FAMILIES, PATTERNS, TRIGGERS
from kg.extract.times.tense import tense_of

_READERS = {**absolute.READERS, **relative.READERS}
_NOT_AT = frozenset({"by", "until", "till", "before", "after", "since"})
_BACK, _AHEAD = 32, 64
"""How many characters before and behind a trigger word a time may reach."""
_NEARBY = 400
"""How many characters back "the next day" may find the day that it follows."""


def find_times(document: Document) -> list[TimeExpression]:
    """The times that the article tells, in text order and without overlaps.

    Each has the precision of its words; a week is given as its month. What depends on a publication date that
    is not known gives nothing, and neither do durations, ages, decades, habits ("every Monday"), days that
    have become names ("the Sept. 11 attacks") and the date in a story's dateline. A time after "by", "until",
    "before", "after" or "since" bounds an event rather than dating it, and has a low confidence. A bare
    weekday has ``weekday_only`` and both readings.
    """
    return _Finder(document).run()


def future_reading(time: TimeExpression) -> tuple[str, str | None]:
    """Start and end of ``time`` if it lies ahead: of a bare weekday the coming one, else as it stands."""
    if time.future_start is None:
        return time.start, time.end
    if time.end is None:
        return time.future_start, None
    length = date.fromisoformat(time.end) - date.fromisoformat(time.start)
    return time.future_start, (date.fromisoformat(time.future_start) + length).isoformat()


@dataclass(slots=True)
class _Finder:
    document: Document
    found: list[tuple[int, TimeExpression]] = field(default_factory=list)
    taken: list[tuple[int, int]] = field(default_factory=list)

    def run(self) -> list[TimeExpression]:
        text = self.document.doc.text
        dateline = DATELINE.match(text)
        published = _published(self.document, dateline)
        if dateline is not None:
            self.taken.append(dateline.span())
        for begin, end, names in _windows(text):
            for name, pattern in PATTERNS.items():
                if name in names:
                    for match in pattern.finditer(text, begin, end):
                        self._try(name, match, published)
        return [time for _, time in sorted(self.found, key=lambda pair: pair[0])]

    def _try(self, name: str, match: re.Match[str], published: date | None) -> None:
        begin, end = match.span()
        if not any(begin < e and b < end for b, e in self.taken):
            self._read(name, match, published)

    def _read(self, name: str, match: re.Match[str], published: date | None) -> None:
        """Take the words of the match, and keep what its reader makes of them, if anything."""
        span = _time_span(self.document.doc, match)
        if span is None or self.document.boilerplate[span.start]:
            return
        context = Context(
            published, lambda: tense_of(span.root, near=True), lambda: self._last_day(match.start())
        )
        reading = _READERS[name](match, context)
        if reading is None and name in ("month", "year", "in_units", "relative_day"):
            return  # these forms are loose; a tighter one may still want the words
        self.taken.append(match.span())
        if reading is not None:
            self.found.append((match.start(), _expression(span, stretch(span, reading))))

    def _last_day(self, before: int) -> date | None:
        """The exact day told of last within a few sentences before a place in the text."""
        near = [(b, t) for b, t in self.found if before - _NEARBY < b < before and len(t.start) == 10]
        return date.fromisoformat(max(near, key=lambda pair: pair[0])[1].start) if near else None


def _published(document: Document, dateline: re.Match[str] | None) -> date | None:
    """The publication date, or where that is unknown the full date in the story's own dateline."""
    published = document.article.published
    if isinstance(published, datetime):
        return published.date()
    if published is not None or dateline is None:
        return published
    filed = PATTERNS["month_day"].search(dateline[0])
    if filed is None or filed["y"] is None:
        return None
    reading = absolute.read_month_day(filed, Context(None, lambda: None, lambda: None))
    return None if reading is None else date.fromisoformat(reading.start)


def _windows(text: str) -> Iterator[tuple[int, int, set[str]]]:
    """Stretches of text in which times may be told, with the names of the patterns to try there; ordered and
    disjoint.
    """
    begin, end, names = 0, 0, set[str]()
    for match in TRIGGERS.finditer(text):
        if match.start() - _BACK > end:
            if names:
                yield begin, end, names
            begin, names = max(end, match.start() - _BACK), set()
        end = min(match.end() + _AHEAD, len(text))
        names |= FAMILIES[match.lastgroup or "month"]
    if names:
        yield begin, end, names


def _time_span(doc: Doc, match: re.Match[str]) -> Span | None:
    """The tokens of the time itself: without the preposition that a form may need before it."""
    begin = match.start()
    modifier = match.groupdict().get("mod")
    if modifier and match.re in (PATTERNS["month"], PATTERNS["year"]):
        named = match.start("m") if match.re is PATTERNS["month"] else match.start("y")
        begin = named
    return doc.char_span(begin, match.end(), alignment_mode="expand")


def _expression(span: Span, reading: Reading) -> TimeExpression:
    confidence = reading.confidence
    if span.start > 0 and span.doc[span.start - 1].lower_ in _NOT_AT:
        confidence *= 0.5
    return TimeExpression(
        span=span,
        start=reading.start,
        end=reading.end,
        basis=reading.basis,
        future_start=reading.future_start,
        weekday_only=reading.future_start is not None,
        confidence=confidence,
    )
