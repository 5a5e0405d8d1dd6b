"""From reports to the merged graph, with everything real, in memory."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad

from kg.build import bring_up_to_date
from kg.graph import MERGED_GRAPH, report_nquads
from kg.model import Report
from kg.store import Store, memory_store


def add(store: Store, *reports: Report) -> None:
    """Store these reports, and resolve."""
    for report in reports:
        store.replace(report_nquads(report, digest=report.article.id, fingerprint="F"))
    bring_up_to_date(store)


def merged_quads(*reports: Report) -> list[Quad]:
    """The merged graph of these reports, in a fixed order."""
    with memory_store() as store:
        add(store, *reports)
        return in_order(store.match(graph=MERGED_GRAPH))


def in_order(quads: Iterable[Quad]) -> list[Quad]:
    """Sorted by their text."""
    return sorted(quads, key=str)
