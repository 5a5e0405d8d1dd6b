"""ISO 8601 dates at any precision as the days that they span."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?")


@dataclass(frozen=True, slots=True)
class Span:
    """The days from ``first`` to ``last``, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def meets(self, other: Span) -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


def span_of(value: str) -> Span:
    """The days of ``2016-10-15``, ``2016-10``, ``2016`` or a date-time (the day it is written with).

    Raises :class:`ValueError` for anything else.
    """
    parts = _ISO.fullmatch(value)
    if parts is None:
        raise ValueError(f"{value!r} is no ISO 8601 date")
    year, month, day = (int(part) if part else None for part in parts.groups())
    if year is None or month is None:
        return Span(date(year or 0, 1, 1), date(year or 0, 12, 31))
    if day is None:
        return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return Span(date(year, month, day), date(year, month, day))


def day_of(published: str) -> date:
    """The day of a publication date or date-time."""
    return span_of(published).first
