"""Whether two tellings can be of one time."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, Literal

from kg.resolve.meetings.account import Account

TimeRelation = Literal["same", "next", "coarse", "open", "far", "apart"]

_LONGEST_DAYS: Final = 14
"""A meeting of more days than this is no occasion whose day can be compared."""
_MONTH_DAYS: Final = 31
# How many days lie between a meeting and an article that tells of it without a date.
_TOLD_AFTER: Final = 5
_TOLD_BEFORE: Final = 7
_TOLD_TOGETHER: Final = 3


def time_relation(one: Account, other: Account) -> TimeRelation:
    """How the times of two tellings stand to each other.

    ``same`` days; the ``next`` day, or one day of several in common at the end; ``coarse``, one lying in the
    month or year of the other; ``open``, where one is told without a time in an article of these days;
    ``far``, where nothing ties the two together; ``apart``, where they cannot be one.
    """
    if one.span is None and other.span is None:
        return _undated(one, other)
    if one.span is None:
        return _dated_once(other, one)
    if other.span is None:
        return _dated_once(one, other)
    if not one.span.meets(other.span):
        return _disjoint(one, other)
    if one.exact and other.exact:
        return _exact(one, other)
    return "coarse" if max(one.span.days, other.span.days) <= _MONTH_DAYS else "far"


def _exact(one: Account, other: Account) -> TimeRelation:
    assert one.span is not None and other.span is not None
    if max(one.span.days, other.span.days) > _LONGEST_DAYS:
        return "far"
    # One of several days begins on the day on which another of several days ends: they are hardly one.
    touching = one.span.first == other.span.last or other.span.first == one.span.last
    if touching and min(one.span.days, other.span.days) > 1:
        return "next"
    return "same"


def _disjoint(one: Account, other: Account) -> TimeRelation:
    assert one.span is not None and other.span is not None
    if not (one.exact and other.exact):
        return "apart"
    gap = max(one.span.first - other.span.last, other.span.first - one.span.last)
    return "next" if gap == timedelta(days=1) and one.span.days == other.span.days == 1 else "apart"


def _undated(one: Account, other: Account) -> TimeRelation:
    if one.published is None or other.published is None:
        return "far"
    first, second = sorted((one, other), key=lambda a: a.published or one.published)  # type: ignore[arg-type, return-value]
    days = abs((one.published - other.published).days)
    if first.status == "planned" and second.status in ("occurred", "ongoing"):
        return "open" if days <= _TOLD_BEFORE else "far"
    return "open" if days <= _TOLD_TOGETHER else "far"


def _dated_once(dated: Account, undated: Account) -> TimeRelation:
    """An article without a time for the meeting still tells of one that is over, or is to come."""
    span, published = dated.span, undated.published
    assert span is not None
    if published is None:
        return "far"
    since, until = (published - span.last).days, (span.first - published).days
    if undated.status in ("occurred", "ongoing"):
        if until > 0:
            return "apart"
        return "open" if 0 <= since <= _TOLD_AFTER else "far"
    if undated.status == "planned":
        if since > 0:
            return "apart"
        return "open" if until <= _TOLD_BEFORE else "far"
    return "open" if since <= _TOLD_AFTER and until <= _TOLD_BEFORE else "far"
