"""Linked tellings into events, without a chain that joins two which contradict each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from kg.resolve.meetings.network import Network, Node


@dataclass(slots=True, eq=False)
class _Cluster:
    """What was joined so far; ``into`` is the cluster that it became part of."""

    nodes: list[Node]
    reports: list[str]
    articles: set[str]
    into: _Cluster | None = None

    def whole(self) -> _Cluster:
        """The cluster that this one is now part of."""
        found = self
        while found.into is not None:
            found = found.into
        if self.into is not None and found is not self.into:
            self.into = found
        return found


def clusters(network: Network) -> tuple[tuple[str, ...], ...]:
    """The events among the nodes that were reached, each as the sorted IRIs of its reports.

    An article tells of each meeting once, so that two of its reports are never one event.
    """
    parts = {node: _parts(node) for node in network.reached()}
    for one, other, _ in network.links():
        for mine in parts[one]:
            for theirs in parts[other]:
                _join(network, mine.whole(), theirs.whole())
    whole = {id(cluster): cluster for own in parts.values() for part in own for cluster in (part.whole(),)}
    return tuple(sorted(tuple(sorted(cluster.reports)) for cluster in whole.values()))


def _parts(node: Node) -> list[_Cluster]:
    """The reports of a node, the second ones of an article apart from the first."""
    counts: Counter[str] = Counter()
    parts: defaultdict[int, _Cluster] = defaultdict(lambda: _Cluster([node], [], set()))
    for report, article in sorted(node.articles.items()):
        part = parts[counts[article]]
        part.reports.append(report)
        part.articles.add(article)
        counts[article] += 1
    return [parts[number] for number in sorted(parts)]


def _join(network: Network, one: _Cluster, other: _Cluster) -> None:
    if one is other or not one.articles.isdisjoint(other.articles):
        return
    if any(network.contradict(mine, theirs) for mine in one.nodes for theirs in other.nodes):
        return
    small, large = sorted((one, other), key=lambda c: len(c.reports))
    large.nodes += [node for node in small.nodes if node not in large.nodes]
    large.reports += small.reports
    large.articles |= small.articles
    small.into = large
