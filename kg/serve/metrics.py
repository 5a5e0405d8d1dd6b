"""What is counted, for Prometheus."""

from __future__ import annotations

from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

CONTENT_TYPE: Final = CONTENT_TYPE_LATEST
_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics:
    """The counters of one server; they begin with it."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.requests = Counter(
            "kg_requests", "Requests by endpoint and status.", ("endpoint", "status"), registry=self._registry
        )
        self.seconds = Histogram(
            "kg_request_seconds",
            "Seconds from the request to the end of its answer.",
            ("endpoint",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self.rows = Counter("kg_rows", "Rows and statements that answers had.", registry=self._registry)
        self.sent = Counter("kg_sent_bytes", "Bytes of answers.", registry=self._registry)
        self.running = Gauge("kg_queries_running", "Queries that run now.", registry=self._registry)
        self.stopped = Counter(
            "kg_queries_stopped", "Queries stopped at the time limit.", registry=self._registry
        )
        self.killed = Counter(
            "kg_processes_killed", "Query processes killed or crashed.", registry=self._registry
        )
        self.refused = Counter(
            "kg_queries_refused", "Queries refused because too many ran.", registry=self._registry
        )

    def text(self) -> bytes:
        """Everything in Prometheus' text format."""
        return generate_latest(self._registry)
