"""Tellings into events: the strongest link first, those whose dates agree before all others, and never two
together that contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.resolve.decisions import Judgements
from kg.resolve.meetings.clusters import clusters
from kg.resolve.meetings.keys import keys_of
from kg.resolve.meetings.network import Find, Network
from kg.resolve.tellings import Telling


def merge(
    changed: Iterable[Telling], find: Find, judgements: Judgements | None = None
) -> tuple[tuple[str, ...], ...]:
    """The events that the ``changed`` tellings belong to now, each as the sorted IRIs of its reports.

    Events are complete: every report of each is named, also those that did not change. To bring a store up
    to date, ``changed`` must hold, besides what is new or different, the reports that shared an event with
    what changed or went; their old events are replaced by those given back. ``find`` gives the tellings of a
    key (:func:`~kg.resolve.meetings.keys_of`), the changed ones too; a key that begins with ``iri:`` asks for
    that of one report. What people judged (``judgements``) holds, whatever else speaks for or against it. The
    result depends on the tellings and judgements alone, not on their order.
    """
    network = Network(judgements)
    network.grow(changed, find)
    return clusters(network)


@dataclass(frozen=True, slots=True)
class Merger:
    """Merges reports of meetings under what people judged."""

    judgements: Judgements = Judgements()

    def keys_of(self, telling: Telling) -> frozenset[str]:
        """See :func:`kg.resolve.meetings.keys_of`."""
        return keys_of(telling)

    def merge(self, changed: Iterable[Telling], find: Find) -> tuple[tuple[str, ...], ...]:
        """See :func:`merge`."""
        return merge(changed, find, self.judgements)
