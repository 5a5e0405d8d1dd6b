"""The keys under which tellings of one meeting find each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import Final

from kg.resolve.dates import Span
from kg.resolve.meetings.account import Account, Party, account
from kg.resolve.tellings import Telling

_LONGEST_DAYS: Final = 14
_MONTH_DAYS: Final = 31
# A little more than the days that kg.resolve.meetings.times allows around a publication.
_BEFORE_DAYS: Final = 8
_AFTER_DAYS: Final = 8


def keys_of(telling: Telling) -> frozenset[str]:
    """The blocking keys of a telling: any two that may be linked have one in common.

    A key is a pair of participants (or offices) in a month, one participant, office or sending country in a
    place in a week, or the source. The ids of entities in it may depend on the order in which articles came;
    which tellings share a key does not. A telling that has no time and no date of publication has the key of
    its source alone.
    """
    return keys_of_account(account(telling), telling.source)


def keys_of_account(told: Account, source: str) -> frozenset[str]:
    """:func:`keys_of` of a telling by ``source`` whose account is known."""
    return frozenset({f"source {source}", *_pairs(told), *_places(told)})


def is_by_proxy(key: str) -> bool:
    """Whether a key may be that of an office or country on one side and of a person who holds the office, or
    comes from the country, on the other.
    """
    return " as:" in key


def own_keys(told: Account) -> frozenset[str]:
    """Those of the keys by proxy that are the account's own, because it names an office or country and not a
    person: of two accounts with such a key, one must have it as its own.
    """
    own = {f" as:{p.office}" for p in told.parties if p.unnamed and p.office is not None}
    own |= {f" as:{p.country}" for p in told.parties if p.is_country and p.country is not None}
    keys = [*_pairs(told), *_places(told)] if own else []
    return frozenset(key for key in keys if any(name in key for name in own))


def _pairs(told: Account) -> Iterator[str]:
    months = _months(told)
    for one, other in combinations(told.parties, 2):
        for pair in {tuple(sorted((a, b))) for a in _names(one) for b in _names(other) if a != b}:
            for month in months:
                yield f"pair {pair[0]} {pair[1]} {month}"


def _names(party: Party) -> set[str]:
    return {*party.names, f"as:{party.office}"} if party.office is not None else {*party.names}


def _places(told: Account) -> Iterator[str]:
    if told.span is None or not told.exact or told.where is None or told.span.days > _LONGEST_DAYS:
        return
    names = {name for party in told.parties for name in _names(party)}
    names |= {f"as:{party.country}" for party in told.parties if party.country is not None}
    names |= {f"gathering:{word}" for word in told.gathering}
    for where in {told.where.key, told.where.name, *told.where.countries}:
        for week in _weeks(told.span):
            for name in names:
                yield f"place {name} {where} {week}"


def _weeks(span: Span) -> Iterator[str]:
    """The Mondays of the weeks that ``span`` touches."""
    monday = span.first - timedelta(days=span.first.weekday())
    while monday <= span.last:
        yield monday.isoformat()
        monday += timedelta(days=7)


def _months(told: Account) -> list[str]:
    """The months in which it may have taken place, with the day before and after, to which another article
    may put it; none where all that is told is a year.
    """
    if told.span is not None and told.span.days > _MONTH_DAYS:
        return []
    if told.span is not None:
        first, last = told.span.first, told.span.last
        if told.exact:
            first, last = first - timedelta(days=1), last + timedelta(days=1)
    elif told.published is not None:
        first = told.published - timedelta(days=_BEFORE_DAYS)
        last = told.published + timedelta(days=_AFTER_DAYS)
    else:
        return []
    return list(_each_month(first, last))


def _each_month(first: date, last: date) -> Iterator[str]:
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield f"{year:04}-{month:02}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
