"""Calendar arithmetic for dates told in news: partial dates as ISO 8601 text, and the year or day that a
partial date means.

A date keeps the precision it was told with: ``2016-10-15``, ``2016-10`` or ``2016``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

Tense = Literal["past", "present", "future"]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()


def month_number(name: str) -> int:
    """1 to 12 for any English name or abbreviation of a month ("Sept.", "March")."""
    return MONTHS.index(name[:3].lower()) + 1


def count(word: str) -> int | None:
    """The number that a word or digits stand for ("two", "a", "15"), up to twelve in words; ``None`` for
    another word.
    """
    lowered = word.lower()
    if lowered in ("a", "an"):
        return 1
    if lowered.isdecimal():
        return int(lowered)
    return _SMALL.index(lowered) if lowered in _SMALL else None


def day_iso(year: int, month: int, day: int) -> str | None:
    """``2016-10-15``, or ``None`` where the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def month_iso(day: date) -> str:
    """The month of a day, ``2016-10``."""
    return f"{day.year:04d}-{day.month:02d}"


def shift_months(day: date, months: int) -> str:
    """The month that lies ``months`` after (or, negative, before) the month of ``day``."""
    index = day.year * 12 + day.month - 1 + months
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def weekday_before(published: date, weekday: int, *, strictly: bool = False) -> date:
    """The last such weekday (0 is Monday) on or before publication; ``strictly`` excludes the day of
    publication.
    """
    back = (published.weekday() - weekday) % 7
    return published - timedelta(days=7 if strictly and back == 0 else back)


def weekday_after(published: date, weekday: int, *, strictly: bool = False) -> date:
    """The next such weekday (0 is Monday) on or after publication; ``strictly`` excludes the day of
    publication.
    """
    ahead = (weekday - published.weekday()) % 7
    return published + timedelta(days=7 if strictly and ahead == 0 else ahead)


def year_for_day(published: date, month: int, day: int, tense: Tense | None) -> int | None:
    """The year that a day without a year means: the last one for the past, the next for the future, else the
    nearest.

    One day of slack lets an article that went out before midnight elsewhere tell of "tomorrow's" date in the
    past tense.
    """
    days: list[date] = []
    for year in range(published.year - 4, published.year + 5):  # 29 February may be years away
        if day_iso(year, month, day) is not None:
            days.append(date(year, month, day))
    return _choose(days, published, tense, lambda d: abs((d - published).days), timedelta(days=1))


def year_for_month(published: date, month: int, tense: Tense | None) -> int | None:
    """The year that a month without a year means, by the same rule as :func:`year_for_day`."""
    here = published.replace(day=1)
    months = [date(published.year + step, month, 1) for step in (-1, 0, 1)]
    return _choose(months, here, tense, lambda d: abs((d - here).days), timedelta())


def _choose(
    days: list[date], published: date, tense: Tense | None, distance: Callable[[date], int], slack: timedelta
) -> int | None:
    if not days:
        return None
    past = [d for d in days if d <= published + slack]
    future = [d for d in days if d >= published - slack]
    if tense == "past" and past:
        return max(past).year
    if tense == "future" and future:
        return min(future).year
    return min(days, key=distance).year
