"""Readers of times that are worked out from the publication date; without one they give nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from kg.extract.times.calendar import (
    WEEKDAYS,
    Tense,
    count,
    month_iso,
    shift_months,
    weekday_after,
    weekday_before,
)
from kg.extract.times.found import Context, Reading

_HOLIDAY_BEFORE = re.compile(
    r"(?:Good|Black|Bloody|Ash|Palm|Easter|Super|Holy|Cyber|Shrove|Fat|Casual|Whit|Boxing)\s+$"
)
_NAME_AFTER = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Mail|Express|Herald|Night\s+(?:Football|Live)|School|Club|Prayers?)\b"
)
_NO_DAY = frozenset({"every", "each", "one", "any", "most", "some", "final", "first"})
_IDLE_TODAY = re.compile(
    r"['’]s\s+(?:world|society|economy|standards|youth|generation|technology|market|politics)\b"
)


def _weekday(name: str) -> int:
    return WEEKDAYS.index(name.lower())


def read_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """``on Saturday``, ``last Friday``, ``Thursday's meeting``; not "every Monday", "Good Friday" or "the
    Sunday Times".
    """
    modifier = (match["mod"] or "").lower()
    text = match.string
    if context.published is None or modifier in _NO_DAY:
        return None
    if _HOLIDAY_BEFORE.search(text, max(0, match.start() - 12), match.start()) or _NAME_AFTER.match(
        text, match.end()
    ):
        return None
    day = _weekday(match["w"])
    past = weekday_before(context.published, day, strictly=modifier in ("last", "past", "this past"))
    future = weekday_after(context.published, day, strictly=modifier in ("next", "this coming"))
    if modifier in ("last", "past", "this past"):
        return Reading(past.isoformat(), "relative", 0.85)
    if modifier in ("next", "this coming"):
        return Reading(future.isoformat(), "relative", 0.8)
    return Reading(past.isoformat(), "relative", 0.9, future_start=future.isoformat())


def read_weekday_range(match: re.Match[str], context: Context) -> Reading | None:
    """``Friday and Saturday``, ``from Monday to Wednesday``; two days that are not neighbours are a range
    only with "to".
    """
    if context.published is None:
        return None
    first, last = _weekday(match["w"]), _weekday(match["w2"])
    days = (last - first) % 7
    together = days > 0 and (days == 1 or "and" not in match["join"])
    end_past = weekday_before(context.published, last)
    past = weekday_before(end_past, first) if together else weekday_before(context.published, first)
    future = weekday_after(context.published, first)
    end = (past + timedelta(days=days)).isoformat() if together else None
    return Reading(past.isoformat(), "relative", 0.85, end=end, future_start=future.isoformat())


def read_weekday_of_week(match: re.Match[str], context: Context) -> Reading | None:
    """``Tuesday of last week``, ``Monday next week``."""
    if context.published is None:
        return None
    weeks = {"last": -1, "this": 0, "next": 1}[match["mod"].lower()]
    monday = context.published - timedelta(days=context.published.weekday()) + timedelta(weeks=weeks)
    return Reading((monday + timedelta(days=_weekday(match["w"]))).isoformat(), "relative", 0.8)


def read_day(match: re.Match[str], context: Context) -> Reading | None:
    """``today``, ``yesterday``, ``last night``, ``tomorrow``; not "in today's world"."""
    if context.published is None or _IDLE_TODAY.match(match.string, match.end()):
        return None
    steps = {"before": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "after": 2}
    step = steps[match.lastgroup or "today"]
    confidence = 0.7 if match[0].lower() == "today" else 0.85  # "today" often means nowadays
    return Reading((context.published + timedelta(days=step)).isoformat(), "relative", confidence)


def read_unit(match: re.Match[str], context: Context) -> Reading | None:
    """``last week``, ``later this month``, ``next year``: the month of a week, since ISO dates name no week;
    the month; the year.
    """
    if context.published is None:
        return None
    modifier, unit, published = " ".join(match["mod"].lower().split()), match["u"].lower(), context.published
    if modifier == "the past" and unit != "weekend":
        return None
    step = _step(modifier)
    if unit == "weekend":
        return _weekend(published, modifier, context.tense)
    if unit == "week":
        return Reading(month_iso(published + timedelta(weeks=step)), "relative", 0.75)
    if unit == "month":
        return Reading(shift_months(published, step), "relative", 0.8)
    return Reading(f"{published.year + step:04d}", "relative", 0.7)


def _step(modifier: str) -> int:
    if modifier in ("last", "the previous"):
        return -1
    return 1 if modifier in ("next", "the coming", "this coming") else 0


def _weekend(published: date, modifier: str, tense: Callable[[], Tense | None]) -> Reading:
    ahead = modifier in ("next", "the coming", "this coming") or (
        modifier == "this" and tense() in ("future", "present")
    )
    saturday = weekday_after(published, 5) if ahead else weekday_before(published, 5)
    return Reading(month_iso(saturday), "relative", 0.75)


def read_ago(match: re.Match[str], context: Context) -> Reading | None:
    """``three days ago``, ``a year ago``, ``two weeks from now``, as exact as its unit; not "more than a year
    ago".
    """
    if match["about"]:
        return None
    return _shifted(match, context, -1 if match["dir"].lower() == "ago" else 1)


def read_in_units(match: re.Match[str], context: Context) -> Reading | None:
    """``in three days`` of something to come; in the past tense it is a duration and gives nothing."""
    return _shifted(match, context, 1) if context.tense() == "future" else None


def _shifted(match: re.Match[str], context: Context, sign: int) -> Reading | None:
    number = count(match["n"])
    if context.published is None or number is None:
        return None
    step, unit, published = sign * number, match["u"].lower(), context.published
    if unit == "day":
        return Reading((published + timedelta(days=step)).isoformat(), "relative", 0.8)
    if unit == "week":
        return Reading(month_iso(published + timedelta(weeks=step)), "relative", 0.75)
    if unit == "month":
        return Reading(shift_months(published, step), "relative", 0.75)
    return Reading(f"{published.year + step:04d}", "relative", 0.75)


def read_relative_day(match: re.Match[str], context: Context) -> Reading | None:
    """``the next day``, ``two days later``, ``a day earlier``: counted from the day told of last."""
    anchor = context.last_day()
    if anchor is None:
        return None
    step = _relative_step(match)
    return None if step is None else Reading((anchor + timedelta(days=step)).isoformat(), "relative", 0.6)


def _relative_step(match: re.Match[str]) -> int | None:
    if match["eve"]:
        return -1
    if match["which"]:
        return -1 if match["which"].lower() == "previous" else 1
    number = count(match["n"])
    if number is None:
        return None
    return number if match["dir"].lower() == "later" else -number


READERS: dict[str, Callable[[re.Match[str], Context], Reading | None]] = {
    "weekday_range": read_weekday_range,
    "weekday_of_week": read_weekday_of_week,
    "weekday": read_weekday,
    "day": read_day,
    "unit": read_unit,
    "ago": read_ago,
    "in_units": read_in_units,
    "relative_day": read_relative_day,
}
"""The reader of each form of :data:`kg.extract.times.patterns.PATTERNS` that rests on the publication date.
"""
