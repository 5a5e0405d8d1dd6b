"""Tellings into events: the strongest link first, and never two together that contradict each other."""

from __future__ import annotations

from collections.abc import Iterable

from kg.resolve.meetings.clusters import clusters
from kg.resolve.meetings.network import Find, Network
from kg.resolve.tellings import Telling


def merge(changed: Iterable[Telling], find: Find) -> tuple[tuple[str, ...], ...]:
    """The events that the ``changed`` tellings belong to now, each as the sorted IRIs of its reports.

    Events are complete: every report of each is named, also those that did not change. To bring a store up
    to date, ``changed`` must hold, besides what is new or different, the reports that shared an event with
    what changed or went; their old events are replaced by those given back. ``find`` gives the tellings of a
    key (:func:`~kg.resolve.meetings.keys_of`), the changed ones too. The result depends on the tellings
    alone, not on their order.
    """
    network = Network()
    network.grow(changed, find)
    return clusters(network)
