"""The tellings that changed, and all that are linked with them over any number of links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Final

from kg.resolve.decisions import Judgements
from kg.resolve.meetings.account import Account, account
from kg.resolve.meetings.comparison import contradicts, differ_by_a_day, says_no_more, strength
from kg.resolve.meetings.keys import is_by_proxy, keys_of_account, own_keys
from kg.resolve.meetings.times import time_relation
from kg.resolve.tellings import Telling

Find = Callable[[Collection[str]], Iterable[Telling]]
"""Gives every current telling that has one of the keys."""

IRI_KEY: Final = "iri:"
"""What a key begins with that asks for the telling of one report by its IRI."""


@dataclass(slots=True, eq=False)
class Node:
    """Tellings whose accounts are equal and that are linked for that, so that they are compared once; or one
    telling.

    ``articles`` gives the article of each report; ``own`` are the keys that it has for an office or country
    and not for a person (:func:`~kg.resolve.meetings.keys.own_keys`).
    """

    account: Account
    articles: dict[str, str] = field(default_factory=dict)
    sources: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    own: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The smallest of its reports: what settles ties."""
        return min(self.articles)


Link = tuple[Node, Node, float]


class Network:
    """Nodes, those among them that were reached, and the links between these.

    Reports that people judged stay alone, and those that they judged to be one are reached together.
    """

    def __init__(self, judgements: Judgements | None = None) -> None:
        self.judgements = judgements or Judgements()
        self._partners: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in self.judgements.together:
            self._partners[one].add(other)
            self._partners[other].add(one)
        self._judged = self.judgements.judged
        self._by_report: dict[str, Node] = {}
        self._nodes: dict[tuple[Account, str], Node] = {}
        self._seen: set[str] = set()
        self._by_key: defaultdict[str, dict[Node, None]] = defaultdict(dict)
        self._owners: defaultdict[str, dict[Node, None]] = defaultdict(dict)
        self._reached: dict[Node, None] = {}
        self._links: dict[tuple[Node, Node], float] = {}
        self._contradict: dict[tuple[Account, Account], bool] = {}
        self._one: dict[Account, bool] = {}

    def grow(self, changed: Iterable[Telling], find: Find) -> None:
        """Take in ``changed``, and whatever is linked with them."""
        asked: set[str] = set()
        frontier = self._add(changed)
        while frontier:
            self._reached.update(frontier)
            keys = {key for node in frontier for key in (*node.keys, *self._partner_keys(node))} - asked
            asked |= keys
            grown = self._add(find(keys)) if keys else {}
            linked = {
                other: None for node in frontier for other in (*self._link(node), *self._judged_with(node))
            }
            # A node that is reached and grew may have the key of a source that was not asked for.
            frontier = {n: None for n in (*linked, *grown) if n not in self._reached or n.keys - asked}
            frontier = {n: None for n in frontier if n in linked or n in self._reached}

    def reached(self) -> list[Node]:
        """The nodes that changed and those that are linked with them, by name."""
        return sorted(self._reached, key=lambda n: n.name)

    def links(self) -> list[Link]:
        """The links between them: first those whose dates agree, and the strongest of these first."""
        found = []
        for (one, other), weight in self._links.items():
            first, second = sorted((one, other), key=lambda n: n.name)
            found.append((first, second, weight))
        return sorted(found, key=_rank)

    def contradict(self, one: Node, other: Node) -> bool:
        """Whether two nodes cannot be one event."""
        pair = (one.account, other.account)
        if pair not in self._contradict:
            self._contradict[pair] = self._contradict[pair[1], pair[0]] = contradicts(*pair)
        return self._contradict[pair]

    def reconciled(self, one: Node, other: Node, beside: Iterable[Node]) -> bool:
        """Whether ``one`` and ``other``, which contradict each other, are of one event for a third of those
        ``beside`` them: it tells all that one of them tells, and goes with the other, which gives another
        day.
        """
        if not differ_by_a_day(one.account, other.account):
            return False
        return any(
            says_no_more(x.account, third.account) and not self.contradict(third, y)
            for third in beside
            for x, y in ((one, other), (other, one))
        )

    def _add(self, tellings: Iterable[Telling]) -> dict[Node, None]:
        """Take in tellings; gives the nodes that are new or grew."""
        nodes: dict[Node, None] = {}
        for telling in tellings:
            if telling.report.iri not in self._seen:
                self._seen.add(telling.report.iri)
                nodes[self._put(telling)] = None
        return nodes

    def _put(self, telling: Telling) -> Node:
        told, report = account(telling), telling.report
        if told not in self._one:
            self._one[told] = strength(told, told) > 0
        alone = report.iri in self._judged or not self._one[told]
        identity = (told, report.iri if alone else "")
        if identity not in self._nodes:
            self._nodes[identity] = Node(told, own=own_keys(told))
        node = self._nodes[identity]
        node.articles[report.iri] = report.article
        self._by_report[report.iri] = node
        node.sources.add(telling.source)
        for key in keys_of_account(told, telling.source) - node.keys:
            node.keys.add(key)
            self._by_key[key][node] = None
            if key in node.own:
                self._owners[key][node] = None
        return node

    def at(self, report: str) -> Node | None:
        """The node of a report, if it was reached."""
        node = self._by_report.get(report)
        return node if node in self._reached else None

    def _partner_keys(self, node: Node) -> list[str]:
        if not self._partners:
            return []
        return [IRI_KEY + partner for iri in node.articles for partner in self._partners.get(iri, ())]

    def _judged_with(self, node: Node) -> list[Node]:
        """The nodes that people judged to be one with ``node``."""
        partners = (key.removeprefix(IRI_KEY) for key in self._partner_keys(node))
        return [self._by_report[iri] for iri in partners if iri in self._by_report]

    def _beside(self, node: Node) -> dict[Node, None]:
        """The nodes that share a key with ``node``; one by proxy only where either has it as its own."""
        found: dict[Node, None] = {}
        for key in node.keys:
            by_proxy = is_by_proxy(key) and key not in node.own
            found.update(self._owners[key] if by_proxy else self._by_key[key])
        return found

    def _link(self, node: Node) -> list[Node]:
        """Link ``node`` with all that share a key with it."""
        linked = []
        for other in self._beside(node):
            if other is node or self.contradict(node, other):
                continue
            pair = (other, node) if (other, node) in self._links else (node, other)
            weight = strength(node.account, other.account, one_source=bool(node.sources & other.sources))
            if weight:
                self._links[pair] = weight
                linked.append(other)
        return linked


def _rank(link: Link) -> tuple[bool, float, str, str]:
    one, other, weight = link
    return (time_relation(one.account, other.account) == "next", -weight, one.name, other.name)
