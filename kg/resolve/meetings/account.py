"""A telling as it is compared: days instead of dates, and for each participant everything that it may be
known by.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from kg.resolve.dates import Span, day_of, span_of
from kg.resolve.meetings.gatherings import gathering_name
from kg.resolve.meetings.rounds import Round, rounds
from kg.resolve.office_names import is_singular, office_key
from kg.resolve.places import Where
from kg.resolve.tellings import Actor, Telling

NARROW: Final = frozenset({"summit", "conference", "session"})
"""Types of which a place sees one on a day."""
_HEADS_OF_STATE: Final = frozenset({"president", "prime minister", "king", "queen", "chancellor"})


@dataclass(frozen=True, slots=True)
class Party:
    """A participant: ``names`` are the entity and, of an office without a name, its holder. ``office`` is the
    office that it is or holds at this meeting, if one person holds it at a time; ``unnamed`` tells that it is
    only known by it. ``country`` is the country that takes part or sends, ``is_country`` tells that it does
    so itself, and ``leads`` that the title is one of those that are given without the country.
    """

    names: frozenset[str]
    kind: str
    office: str | None = None
    unnamed: bool = False
    country: str | None = None
    is_country: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """What is compared of a telling.

    ``span`` are the days that it may have taken place on, ``None`` where no time is told; ``exact`` says that
    its days are told, not only a month or year. ``published`` is the day of publication, ``None`` where the
    days are told and it is of no account; ``gathering`` are the words of a proper name, of those types that
    have one. Two accounts that are equal stand to every other in the same way.
    """

    type: str
    status: str
    span: Span | None
    exact: bool
    published: date | None
    where: Where | None
    parties: frozenset[Party]
    rounds: frozenset[Round]
    gathering: frozenset[str]


def account(telling: Telling) -> Account:
    """``telling`` as it is compared; those named as absent and groups without names are left out."""
    report = telling.report
    exact = _exact(report.start) and _exact(report.end or report.start)
    return Account(
        type=report.type,
        status=report.status,
        span=_span(report.start, report.end),
        exact=exact,
        published=day_of(report.published) if report.published and not exact else None,
        where=telling.where,
        parties=frozenset(
            _party(actor) for actor in telling.actors if actor.part != "absent" and actor.entity is not None
        ),
        rounds=rounds(report.words),
        gathering=_gathering(telling),
    )


def _gathering(telling: Telling) -> frozenset[str]:
    """The name of a gathering, without the words of its place, which others held there have too."""
    if telling.report.type not in NARROW:
        return frozenset()
    place = telling.where.name.split() if telling.where is not None else ()
    return gathering_name(telling.report.words) - frozenset(place)


def _exact(value: str | None) -> bool:
    return value is not None and len(value) >= len("2016-10-15")


def _span(start: str | None, end: str | None) -> Span | None:
    if start is None:
        return span_of(end) if end else None
    first = span_of(start)
    last = span_of(end) if end else first
    return Span(first.first, max(first.last, last.last))


def _party(actor: Actor) -> Party:
    names = {actor.entity} if actor.entity else set()
    if actor.holder is not None:
        names.add(actor.holder.person)
    office = office_key(actor.title, actor.of) if actor.title else None
    if office is not None and not is_singular(actor.title or "", actor.of or ""):
        office = None
    title = (actor.title or "").casefold()
    return Party(
        names=frozenset(names),
        kind=actor.kind,
        office=office,
        unnamed=actor.kind == "office",
        country=actor.country,
        is_country=actor.kind == "country",
        leads=title in _HEADS_OF_STATE and actor.country is None,
    )
