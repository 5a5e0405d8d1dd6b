"""What people decided about identity: two references are the same, different, or it is unsure.

A decision is about references, whose IRIs do not change as long as their article does not; so it holds
through every rebuild. Decisions are never overwritten: one that was taken back stays, marked as withdrawn, so
that files of decisions can be shared and replayed in any order with the same outcome.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Verdict = Literal["same", "different", "unsure"]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Decision:
    """``who`` judged at ``when`` (ISO 8601, UTC) that the references ``one`` and ``other`` (IRIs) are the
    same, different, or that it cannot be told.

    ``why`` is the reason in their words; ``one_name`` and ``other_name`` are for human eyes. ``withdrawn`` is
    when it was taken back, and ``withdrawn_by`` who did that.
    """

    one: str
    other: str
    verdict: Verdict
    who: str
    when: str
    why: str = ""
    one_name: str = ""
    other_name: str = ""
    withdrawn: str | None = None
    withdrawn_by: str | None = None

    @property
    def pair(self) -> Pair:
        """The two references in the order of their IRIs: that of asking does not matter."""
        return (self.one, self.other) if self.one <= self.other else (self.other, self.one)

    @property
    def identity(self) -> tuple[str, ...]:
        """What makes it this decision, and not another of the same people about the same things."""
        return (*self.pair, self.verdict, self.who, self.when)

    @property
    def stands(self) -> bool:
        """Whether it was not taken back."""
        return self.withdrawn is None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A decision that two references are ``different``, and the ``chain`` of decisions that would make them
    the same: from the one to the other, each link a decision for "same".
    """

    different: Decision
    chain: tuple[Decision, ...]

    def __str__(self) -> str:
        said = "; ".join(map(told, (*self.chain, self.different)))
        return f"these decisions contradict each other, and none of them joins anything: {said}"


@dataclass(frozen=True, slots=True)
class Judgements:
    """What the decisions ask of resolution, as sorted pairs of references.

    Those ``together`` denote one thing; those ``apart`` never do, whatever else speaks for it. No chain of
    pairs that are together leads from one of a pair apart to the other: "same" decisions that contradict a
    "different" join nothing, and keep their references apart until one of the decisions is withdrawn.
    """

    together: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def judged(self) -> frozenset[str]:
        """All references of the pairs."""
        return frozenset(iri for pair in (*self.together, *self.apart) for iri in pair)


def told(decision: Decision) -> str:
    """``decision`` in words: ``Ann Lee and A. Lee are the same (eve, 2024-05-01T10:00:00Z)``."""
    one, other = decision.one_name or decision.one, decision.other_name or decision.other
    verdict = {"same": "are the same", "different": "are different", "unsure": "are perhaps the same"}
    reason = f": {decision.why}" if decision.why else ""
    return f"{one} and {other} {verdict[decision.verdict]} ({decision.who}, {decision.when}{reason})"


def judgements(decisions: Iterable[Decision]) -> Judgements:
    """What ``decisions`` come to. The result does not depend on their order.

    A "different" is never overruled: where decisions for "same" would join its two references, directly or
    through others, the shortest chain of them is set aside and reported, again and again until none is left.
    """
    latest = _latest(decisions)
    same = {d.pair: d for d in latest if d.verdict == "same"}
    different = sorted((d for d in latest if d.verdict == "different"), key=lambda d: d.pair)
    contradictions: list[Contradiction] = []
    for decision in different:
        while chain := _chain(decision.pair, same):
            contradictions.append(Contradiction(decision, chain))
            for link in chain:
                del same[link.pair]
    aside = {link.pair for contradiction in contradictions for link in contradiction.chain}
    apart = {d.pair for d in different} | {pair for pair in aside if not _chain(pair, same)}
    return Judgements(tuple(sorted(same)), tuple(sorted(apart)), tuple(contradictions))


def _latest(decisions: Iterable[Decision]) -> list[Decision]:
    """The last standing decision of each verdict about each pair."""
    latest: dict[tuple[Pair, Verdict], Decision] = {}
    for decision in sorted(decisions, key=lambda d: (d.when, d.identity)):
        if decision.stands:
            latest[decision.pair, decision.verdict] = decision
    return list(latest.values())


def _chain(pair: Pair, same: Mapping[Pair, Decision]) -> tuple[Decision, ...]:
    """The shortest way from one reference to the other through "same" decisions; empty if there is none."""
    neighbours: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in sorted(same):
        neighbours[one].append(other)
        neighbours[other].append(one)
    start, goal = pair
    before: dict[str, str] = {start: start}
    waiting = deque([start])
    while waiting and goal not in before:
        node = waiting.popleft()
        for neighbour in neighbours[node]:
            if neighbour not in before:
                before[neighbour] = node
                waiting.append(neighbour)
    if goal not in before:
        return ()
    way = [goal]
    while way[-1] != start:
        way.append(before[way[-1]])
    return tuple(same[(a, b) if a <= b else (b, a)] for a, b in pairwise(reversed(way)))


def replayed(known: Iterable[Decision], others: Iterable[Decision]) -> list[Decision]:
    """Those of ``others`` that are news to ``known``: decisions it lacks, and withdrawals of those it has.

    Each decision comes once; of a withdrawal that is known already, nothing is news.
    """
    have = {decision.identity: decision for decision in known}
    news: dict[tuple[str, ...], Decision] = {}
    for decision in others:
        before = news.get(decision.identity, have.get(decision.identity))
        if before is None or (before.stands and not decision.stands):
            news[decision.identity] = decision
    return sorted(news.values(), key=lambda d: (d.when, d.identity))
