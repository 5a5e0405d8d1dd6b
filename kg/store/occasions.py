"""Meetings as people speak of them, and why two reports are of one meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.store.contract import Store
from kg.store.resolved import StoredResults

if TYPE_CHECKING:
    from kg.resolve import Pack
    from kg.resolve.meetings.explanation import MeetingExplanation
    from kg.resolve.tellings import Telling

_NAMED = 3


def meeting_name(store: Store, report: str) -> str:
    """What the meeting report ``report`` (an IRI) is called: "talks of Ilma Reko and Jude Aster, Geneva,
    2016-10-15", as far as its article tells; empty where the store does not hold it.
    """
    found = _find(store, report)
    if found is None:
        return ""
    pack, told = found
    names = {reference.iri: reference.name for reference in pack.references}
    who = [names[actor] for actor in told.report.actors if actor in names]
    listed = ", ".join(who[:_NAMED]) if len(who) > 2 else " and ".join(who)
    more = f" and {len(who) - _NAMED} more" if len(who) > _NAMED else ""
    about = (
        f"{told.report.type} of {listed}{more}" if who else told.report.type,
        names.get(told.report.place or ""),
    )
    return ", ".join(filter(None, (*about, told.report.start)))


def explain_meetings(store: Store, one: str, other: str) -> MeetingExplanation | None:
    """How the meeting reports ``one`` and ``other`` (IRIs) compare; ``None`` where the merged graph does not
    know one of them.
    """
    from kg.resolve.meetings.explanation import explain

    a, b = _find(store, one), _find(store, other)
    return None if a is None or b is None else explain(a[1], b[1])


def _find(store: Store, report: str) -> tuple[Pack, Telling] | None:
    for pack in StoredResults(store).packs([report.partition("#")[0]]):
        for told in pack.tellings:
            if told.report.iri == report:
                return pack, told
    return None
