"""Readers of calendar dates: with a year as they stand, without one in the year nearest to publication."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.extract.times.calendar import (
    day_iso,
    month_iso,
    month_number,
    shift_months,
    year_for_day,
    year_for_month,
)
from kg.extract.times.found import Context, Reading

_NAMED_DAY = re.compile(
    r"\s+(?i:attacks?|bombings?|movement|massacre|memorial|coalition|alliance|revolution|uprising|terrorist|hijack\w*)\b"
)
_COUNTED = re.compile(
    r"\s+(?:people|dead|deaths|troops|soldiers|dollars|euros|miles|kilometers|kilometres|refugees|migrants)\b"
)


def _number(text: str) -> int:
    return int(re.match(r"\d+", text).group())  # type: ignore[union-attr]


def _full_year(text: str | None) -> int | None:
    if text is None:
        return None
    if len(text) == 4:
        return int(text)
    short = int(text[-2:])
    return 1900 + short if short > 40 else 2000 + short


def _year_of(context: Context, month: int, day: int, year: str | None) -> int | None:
    if year is not None:
        return int(year)
    if context.published is None:
        return None
    return year_for_day(context.published, month, day, context.tense())


def read_month_day(match: re.Match[str], context: Context) -> Reading | None:
    """``October 15, 2016``, ``Oct. 15``, ``15 October``; ``None`` for a day that has become a name ("the
    Sept. 11 attacks").
    """
    if match["y"] is None and _NAMED_DAY.match(match.string, match.end()):
        return None
    month, day = month_number(match["m"]), _number(match["d"])
    year = _year_of(context, month, day, match["y"])
    start = day_iso(year, month, day) if year is not None else None
    return None if start is None else Reading(start, "stated", 0.95 if match["y"] else 0.9)


def read_two_dates(match: re.Match[str], context: Context) -> Reading | None:
    """``from February 23, 1989 to February 25, 1989``, ``July 30-Aug. 2``: a range over its two dates."""
    month, day = month_number(match["m"]), _number(match["d"])
    month2, day2 = month_number(match["m2"]), _number(match["d2"])
    later = _year_of(context, month2, day2, match["y2"])
    if later is None:
        return None
    wraps = (month, day) > (month2, day2)
    year = int(match["y"]) if match["y"] else later - 1 if wraps else later
    start, end = day_iso(year, month, day), day_iso(later, month2, day2)
    return _range(start, end, match["join"])


def read_day_range(match: re.Match[str], context: Context) -> Reading | None:
    """``Oct. 15-17, 2016``, ``May 7 to 9``, ``15 and 16 October``: a range inside one month."""
    month, day, day2 = month_number(match["m"]), _number(match["d"]), _number(match["d2"])
    year = _year_of(context, month, day, match["y"])
    if year is None:
        return None
    start, end = day_iso(year, month, day), day_iso(year, month, day2)
    consecutive = (
        day2 == day + 1
        or "and" not in match["join"]
        or match.string[: match.start()].rstrip().endswith("between")
    )
    return _range(start, end if consecutive else None, match["join"])


def _range(start: str | None, end: str | None, join: str) -> Reading | None:
    if start is None:
        return None
    if end is not None and end < start:
        return None if "and" not in join else Reading(start, "stated", 0.8)
    return Reading(start, "stated", 0.9, end=end if end != start else None)


def read_iso(match: re.Match[str], context: Context) -> Reading | None:
    """``2016-10-15``."""
    start = day_iso(int(match["y"]), int(match["m"]), int(match["d"]))
    return None if start is None else Reading(start, "stated", 0.95)


def read_numeric(match: re.Match[str], context: Context) -> Reading | None:
    """``10/15/2016``, ``15.10.2016``: only where the two numbers can be read in one way."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if first <= 12 and second <= 12 and first != second:
        return None
    month, day = (first, second) if first <= 12 else (second, first)
    start = day_iso(year, month, day)
    return None if start is None else Reading(start, "stated", 0.9)


def read_month_year(match: re.Match[str], context: Context) -> Reading | None:
    """``March 2011``, ``March of 2011``."""
    return Reading(f"{int(match['y']):04d}-{month_number(match['m']):02d}", "stated", 0.9)


def read_month(match: re.Match[str], context: Context) -> Reading | None:
    """``in December``, ``last March``, ``mid-July``: the month nearest to publication."""
    if context.published is None:
        return None
    month, modifier = month_number(match["m"]), match["mod"].lower()
    published, here = context.published, month_iso(context.published)
    if modifier in ("last", "next"):
        step = -1 if modifier == "last" else 1
        candidates = [shift_months(published, step * n) for n in range(1, 13)]
        return Reading(next(c for c in candidates if int(c[5:]) == month), "relative", 0.8)
    tense = (
        "past"
        if modifier in ("this past", "past", "since")
        else "future"
        if modifier == "this coming"
        else context.tense()
    )
    year = year_for_month(published, month, tense)
    value = f"{year:04d}-{month:02d}"
    return Reading(value, "stated", 0.8 if value != here else 0.75)


def read_year(match: re.Match[str], context: Context) -> Reading | None:
    """``in 2011``, ``the 2011 summit``, ``the '68 games``; not a count of something."""
    if _COUNTED.match(match.string, match.end()):
        return None
    year = _full_year(match["y"])
    return None if year is None else Reading(f"{year:04d}", "stated", 0.8)


def read_year_range(match: re.Match[str], context: Context) -> Reading | None:
    """``from 2009 to 2012``, ``2009-2012``."""
    if int(match["y2"]) <= int(match["y"]):
        return None
    return Reading(match["y"], "stated", 0.7, end=match["y2"])


Reader = Callable[[re.Match[str], Context], Reading | None]

READERS: dict[str, Reader] = {
    "iso": read_iso,
    "numeric": read_numeric,
    "two_dates": read_two_dates,
    "day_range": read_day_range,
    "month_day": read_month_day,
    "two_dates_dm": read_two_dates,
    "day_range_dm": read_day_range,
    "day_month": read_month_day,
    "month_year": read_month_year,
    "month": read_month,
    "year_range": read_year_range,
    "year": read_year,
}
"""The reader of each form of :data:`kg.extract.times.patterns.PATTERNS` that is a calendar date."""
