"""Tellings of meetings written by hand, for the tests of what several of them come to."""

from __future__ import annotations

from typing import Any

from kg.resolve.places import country_key, where
from kg.resolve.records import MeetingReport, Reference, TimeRecord
from kg.resolve.tellings import Actor, Telling

PLACES = {
    "Geneva": Reference("geo#g", "place", "Geneva", 2660646, "Switzerland", "CH", 46.20222, 6.14569),
    "Vienna": Reference("geo#v", "place", "Vienna", 2761369, "Austria", "AT", 48.20849, 16.37208),
    "Switzerland": Reference("geo#s", "place", "Switzerland", 2658434, "Switzerland", "CH", 47, 8),
    "Baltic": Reference("geo#x", "place", "Baltic"),
    "Bern": Reference("geo#b", "place", "Bern", 2661552, "Switzerland", "CH", 46.94809, 7.44744),
}


def person(
    name: str, title: str | None = None, of: str | None = None, *, part: str = "attendee"
) -> dict[str, Any]:
    """What :func:`told` makes the participation of a person of."""
    return dict(entity=f"person:{name}", kind="person", part=part, title=title, of=of)


def office(title: str, of: str) -> dict[str, Any]:
    """An office without a name."""
    return dict(entity=f"post:{title} of {of}", kind="office", part="attendee", title=title, of=of)


def country(name: str) -> dict[str, Any]:
    """A country as a party."""
    return dict(entity=country_key(name), kind="country", part="attendee", of=name)


def body(name: str) -> dict[str, Any]:
    """An organisation as a party."""
    return dict(entity=f"organization:{name}", kind="organization", part="attendee")


def told(report: str, *who: dict[str, Any], source: str | None = None, **what: Any) -> Telling:
    """The meeting ``report`` ("a1#m1"): ``who`` took part, ``what`` are fields of the report; ``place`` is a
    name in :data:`PLACES`, ``basis`` that of its times.
    """
    article = report.partition("#")[0]
    place = what.pop("place", None)
    basis = what.pop("basis", "stated")
    bounds = [(bound, what[bound]) for bound in ("start", "end") if what.get(bound)]
    fields = {"type": "meeting", "status": "occurred", "published": "2016-10-16", **what}
    return Telling(
        report=MeetingReport(
            iri=report,
            article=article,
            place=place,
            times=tuple(TimeRecord(f"{report}-{bound}", value, basis, 0.9) for bound, value in bounds),
            **fields,
        ),
        source=source or article,
        actors=tuple(_actor(f"{report}-{n}", **fields) for n, fields in enumerate(who, start=1)),
        place=f"place:{place}" if place else None,
        where=where(PLACES[place]) if place else None,
    )


def _actor(statement: str, **fields: Any) -> Actor:
    of = fields.get("of")
    return Actor(statement=statement, country=country_key(of) if of else None, confidence=0.8, **fields)
