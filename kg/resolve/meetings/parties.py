"""Who two tellings have in common."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from kg.resolve.meetings.account import Account, Party


@dataclass(frozen=True, slots=True)
class Overlap:
    """The participants that two tellings share.

    ``named`` counts people, offices and organisations, ``bodies`` the organisations among them, ``countries``
    the countries that are a party on both sides, there perhaps in the person of somebody, and ``sent`` the
    further countries for which each has somebody: a president here, a foreign minister there. ``open`` says
    that one has a president or the like whose country is not told, where the other has somebody of another
    country than those shared. ``only_one`` and ``only_other`` are those that the other does not have.
    """

    named: int
    bodies: int
    countries: int
    sent: int
    open: bool
    only_one: tuple[Party, ...]
    only_other: tuple[Party, ...]

    @property
    def all(self) -> int:
        """How many parties are on both sides, in whoever's person."""
        return self.named + self.countries + self.sent


def overlap(one: Account, other: Account) -> Overlap:
    """Who ``one`` and ``other`` have in common."""
    shared_one, only_one = _split(one.parties, other.parties)
    shared_other, only_other = _split(other.parties, one.parties)
    named = min(_named(shared_one), _named(shared_other))
    countries = min(len(shared_one), len(shared_other)) - named
    sent = _countries(only_one) & _countries(only_other)
    parties = {p.country for p in (*only_one, *only_other) if p.is_country}
    here = _countries(shared_one) | _countries(shared_other)
    return Overlap(
        named=named,
        bodies=sum(p.kind == "organization" for p in shared_one),
        countries=max(0, countries) + len(sent & parties),
        sent=len(sent - parties),
        open=_may_be_sent(only_one, only_other, here) or _may_be_sent(only_other, only_one, here),
        only_one=tuple(only_one),
        only_other=tuple(only_other),
    )


def other_counterpart(one: Account, other: Account, shared: Overlap) -> bool:
    """Whether one party meets somebody of one country here and of another country there, or two people who
    are both named and both at home there: a visitor sees the president, and then the foreign minister. (A
    president and a foreign minister who are abroad see their host together, and go on one visit.)
    """
    if len(one.parties) != 2 or len(other.parties) != 2:
        return False
    if len(shared.only_one) != 1 or len(shared.only_other) != 1:
        return False
    me, them = shared.only_one[0], shared.only_other[0]
    at_home = _at_home(me, one), _at_home(them, other)
    if me.kind == them.kind == "person" and all(at_home):
        return True
    if one.type == other.type == "visit" and any(at_home):
        return False  # who is not at home travels with the visitor, and is met by nobody
    mine, theirs = _side(me), _side(them)
    return mine is not None and theirs is not None and mine != theirs


def _at_home(party: Party, told: Account) -> bool:
    """Whether ``told`` takes place in the country of ``party``."""
    return told.where is not None and party.country in told.where.countries


def _side(party: Party) -> str | None:
    """For whom a party stands: its country, or itself where it is a body."""
    if party.country is not None:
        return party.country
    return min(party.names, default=None) if party.kind == "organization" else None


def _split(parties: Collection[Party], others: Collection[Party]) -> tuple[list[Party], list[Party]]:
    """Those of ``parties`` who are among the ``others``, and those who are not.

    An office without a name is whoever holds it that day; two who are named are the same by name alone.
    """
    names = {name for party in others for name in party.names}
    offices = {party.office for party in others} - {None}
    vacant = {party.office for party in others if party.unnamed} - {None}
    shared: list[Party] = []
    rest: list[Party] = []
    for party in parties:
        known = not party.names.isdisjoint(names) or party.office in (offices if party.unnamed else vacant)
        (shared if known else rest).append(party)
    return shared, rest


def _named(parties: Collection[Party]) -> int:
    return sum(not party.is_country for party in parties)


def _countries(parties: Collection[Party]) -> set[str]:
    return {party.country for party in parties if party.country is not None}


def _may_be_sent(leaders: Collection[Party], others: Collection[Party], shared: set[str]) -> bool:
    return any(p.leads for p in leaders) and bool(_countries(others) - shared)
