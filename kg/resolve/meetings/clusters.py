"""Linked tellings into events, without a chain that joins two which contradict each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.resolve.meetings.network import Network, Node


@dataclass(slots=True, eq=False)
class _Cluster:
    """What was joined so far; ``into`` is the cluster that it became part of."""

    nodes: list[Node] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    into: _Cluster | None = None

    def whole(self) -> _Cluster:
        """The cluster that this one is now part of."""
        found = self
        while found.into is not None:
            found = found.into
        if self.into is not None and found is not self.into:
            self.into = found
        return found


@dataclass(slots=True, eq=False)
class _Part:
    """Reports of a node that are joined together or not at all: what likeness makes of them, and the event.

    An event is what likeness joins, and what people judged to be one with that. They are kept apart, so that
    a judgement joins two events whole: whatever contradicts one of them is held against that alone.
    """

    alike: _Cluster
    event: _Cluster


def clusters(network: Network) -> tuple[tuple[str, ...], ...]:
    """The events among the nodes that were reached, each as the sorted IRIs of its reports.

    An article tells of each meeting once, so that likeness never joins two of its reports; only people do,
    who judge them, or reports that go with them, to be one.
    """
    parts = {node: _parts(node) for node in network.reached()}
    joining = _Joining(network)
    for pair in network.judgements.together:
        nodes = [node for node in map(network.at, pair) if node is not None]
        if len(nodes) == len(pair):
            # A report that was judged is alone in its node.
            _unite(*(parts[node][0].event.whole() for node in nodes))
    for one, other, _ in network.links():
        for mine in parts[one]:
            for theirs in parts[other]:
                joining.join(mine, theirs)
    whole = {id(event): event for own in parts.values() for part in own for event in (part.event.whole(),)}
    return tuple(sorted(tuple(sorted(event.reports)) for event in whole.values()))


def _parts(node: Node) -> list[_Part]:
    """The reports of a node, the second ones of an article apart from the first."""
    counts: Counter[str] = Counter()
    parts: defaultdict[int, _Part] = defaultdict(lambda: _Part(_Cluster([node]), _Cluster()))
    for report, article in sorted(node.articles.items()):
        part = parts[counts[article]]
        part.event.reports.append(report)
        part.alike.reports.append(report)
        part.alike.articles.add(article)
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

    def join(self, mine: _Part, theirs: _Part) -> None:
        """Join what likeness made of two parts, and their events, unless a pair of it cannot be one event."""
        one, other = mine.alike.whole(), theirs.alike.whole()
        if one is other or not one.articles.isdisjoint(other.articles):
            return
        events = mine.event.whole(), theirs.event.whole()
        if self._is_apart(*events):
            return
        beside = (*one.nodes, *other.nodes)
        if not any(self._contradict(x, y, beside) for x in one.nodes for y in other.nodes):
            _unite(one, other)
            _unite(*events)

    def _is_apart(self, one: _Cluster, other: _Cluster) -> bool:
        """Whether people judged two of their reports to be different."""
        return bool(self._apart) and any(
            not self._apart[report].isdisjoint(other.reports)
            for report in one.reports
            if report in self._apart
        )

    def _contradict(self, one: Node, other: Node, beside: Iterable[Node]) -> bool:
        """Whether two nodes contradict each other.

        Dates one day apart do not where one says no more than a third of those ``beside`` them, which goes
        with the other.
        """
        return self._network.contradict(one, other) and not self._network.reconciled(one, other, beside)


def _unite(one: _Cluster, other: _Cluster) -> None:
    if one is not other:
        small, large = sorted((one, other), key=lambda c: len(c.reports))
        large.nodes += [node for node in small.nodes if node not in large.nodes]
        large.reports += small.reports
        large.articles |= small.articles
        small.into = large
