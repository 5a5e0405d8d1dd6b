"""Linked tellings into events, without a chain that joins two which contradict each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
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

    An article tells of each meeting once, so that two of its reports are never one event, unless people
    judged them to be.
    """
    parts = {node: _parts(node) for node in network.reached()}
    joining = _Joining(network)
    for pair in network.judgements.together:
        nodes = [node for node in map(network.at, pair) if node is not None]
        if len(nodes) == len(pair):
            joining.join_judged(*(parts[node][0].whole() for node in nodes))
    for one, other, _ in network.links():
        for mine in parts[one]:
            for theirs in parts[other]:
                joining.join(mine.whole(), theirs.whole())
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


class _Joining:
    """Joins clusters where nothing forbids it."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in network.judgements.apart:
            self._apart[one].add(other)
            self._apart[other].add(one)
        # The nodes that people judged to be one, by each node that is with them: what goes with one of them
        # goes with all.
        self._aliases: dict[Node, list[Node]] = {}

    def join_judged(self, one: _Cluster, other: _Cluster) -> None:
        """Join because people said so, whatever contradicts."""
        if one is not other:
            # A copy: what likeness joins later does not vouch for anything.
            nodes = [*_united(one, other).nodes]
            self._aliases.update(dict.fromkeys(nodes, nodes))

    def join(self, one: _Cluster, other: _Cluster) -> None:
        """Join unless a pair of theirs cannot be one event."""
        if one is other or not one.articles.isdisjoint(other.articles) or self._is_apart(one, other):
            return
        beside = (*one.nodes, *other.nodes)
        if not any(self._contradict(mine, theirs, beside) for mine in one.nodes for theirs in other.nodes):
            nodes = _united(one, other).nodes
            judged = next((self._aliases[node] for node in nodes if node in self._aliases), None)
            for node in nodes if judged else ():
                self._aliases.setdefault(node, judged or [])

    def _is_apart(self, one: _Cluster, other: _Cluster) -> bool:
        """Whether people judged two of their reports to be different."""
        return bool(self._apart) and any(
            not self._apart[report].isdisjoint(other.reports)
            for report in one.reports
            if report in self._apart
        )

    def _contradict(self, one: Node, other: Node, beside: Iterable[Node]) -> bool:
        """Whether two nodes contradict each other, and so does all that people judged to be one with them.

        Dates one day apart do not where one says no more than a third of those ``beside`` them, which goes
        with the other.
        """
        if not self._network.contradict(one, other):
            return False
        ours, theirs = self._aliases.get(one, [one]), self._aliases.get(other, [other])
        if not all(self._network.contradict(x, y) for x in ours for y in theirs):
            return False
        return not self._network.reconciled(one, other, beside)


def _united(one: _Cluster, other: _Cluster) -> _Cluster:
    small, large = sorted((one, other), key=lambda c: len(c.reports))
    large.nodes += [node for node in small.nodes if node not in large.nodes]
    large.reports += small.reports
    large.articles |= small.articles
    small.into = large
    return large
