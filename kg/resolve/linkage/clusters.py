"""From scored pairs to clusters: the strongest link first, never against a contradiction, never at a guess.

A chain of links does not join what contradicts itself: before two clusters become one, all their names are
held against each other. And where a cluster could go to two that contradict each other, and one is not
clearly better (the margin of the operating point), it stays alone: so a bare surname is given to somebody
only if nobody else comes near.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.resolve.linkage.agreement import at_odds
from kg.resolve.linkage.model import OperatingPoint
from kg.resolve.linkage.people import PersonName
from kg.resolve.linkage.profiles import Profile, Variant
from kg.resolve.linkage.rarity import RAREST, surname_share

Pair = tuple[str, str]


@dataclass(slots=True)
class _Cluster:
    profiles: set[str]
    variants: set[Variant]
    # The countries of the offices as stated, and whether it is more than a surname that many people have.
    nations: set[str]
    distinct: bool
    # The authority files that know it: each has one entry for one person.
    authorities: set[str]
    apart: set[str] = field(default_factory=set)
    # The best weight of a link to another profile.
    links: dict[str, float] = field(default_factory=dict)


class Agglomeration:
    """Clusters of ``profiles`` (by id), which grow from one each.

    ``apart`` are pairs of profiles that are known to be different. ``joins`` are the links that made the
    clusters, with their weights.
    """

    def __init__(self, profiles: Iterable[Profile], apart: Iterable[Pair] = ()) -> None:
        self._clusters = {profile.id: _alone(profile) for profile in profiles}
        self._of = {name: name for name in self._clusters}
        # Names that people judged to be one's: what goes with the one goes with the other.
        self._aliases: dict[Variant, set[Variant]] = {}
        self.joins: dict[Pair, float] = {}
        for one, other in apart:
            self._clusters[one].apart.add(other)
            self._clusters[other].apart.add(one)

    def join_judged(self, one: str, other: str) -> None:
        """Join because people said so, whatever the names say."""
        a, b = (self._clusters[self._of[name]].variants for name in (one, other))
        for name in a | b:
            self._aliases.setdefault(name, {name}).update(a | b)
        self.join(one, other)

    def join(self, one: str, other: str) -> None:
        """Make one cluster of those of two profiles."""
        kept, gone = self._of[one], self._of[other]
        if kept == gone:
            return
        if len(self._clusters[kept].profiles) < len(self._clusters[gone].profiles):
            kept, gone = gone, kept
        into, old = self._clusters[kept], self._clusters.pop(gone)
        for name in old.profiles:
            self._of[name] = kept
        into.profiles |= old.profiles
        into.variants |= old.variants
        into.nations |= old.nations
        into.distinct |= old.distinct
        into.authorities |= old.authorities
        into.apart |= old.apart
        for name, weight in old.links.items():
            into.links[name] = max(weight, into.links.get(name, weight))

    def join_by(self, weights: Mapping[Pair, float], point: OperatingPoint) -> None:
        """Join by links of at least the threshold, strongest first, ties by the ids of the profiles."""
        for (one, other), weight in weights.items():
            self._note(one, other, weight)
            self._note(other, one, weight)
        for (one, other), weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
            if weight < point.threshold:
                break
            if self._may_join(one, other) and not self._rivalled(one, other, weight - point.margin):
                self.join(one, other)
                self.joins[one, other] = weight

    def clusters(self) -> list[tuple[str, ...]]:
        """The clusters as sorted ids of their profiles, sorted."""
        return sorted(tuple(sorted(cluster.profiles)) for cluster in self._clusters.values())

    def together(self, one: str, other: str) -> bool:
        """Whether two profiles are in one cluster."""
        return self._of[one] == self._of[other]

    def between(self, one: str, other: str) -> Pair:
        """What names the two clusters that two profiles are in, in order."""
        a, b = self._of[one], self._of[other]
        return (a, b) if a <= b else (b, a)

    def at_odds(self, one: str, other: str) -> bool:
        """Whether the clusters of two profiles contradict each other."""
        return self._contradict(self._of[one], self._of[other])

    def _note(self, one: str, other: str, weight: float) -> None:
        cluster = self._clusters[self._of[one]]
        # Who is known to be somebody else is no rival.
        if other not in cluster.apart:
            cluster.links[other] = max(weight, cluster.links.get(other, weight))

    def _may_join(self, one: str, other: str) -> bool:
        return self._of[one] != self._of[other] and not self._contradict(self._of[one], self._of[other])

    def _contradict(self, one: str, other: str) -> bool:
        a, b = self._clusters[one], self._clusters[other]
        if not (a.apart.isdisjoint(b.profiles) and a.authorities.isdisjoint(b.authorities)):
            return True
        if not (a.distinct and b.distinct) and a.nations and b.nations and a.nations.isdisjoint(b.nations):
            return True
        return any(self._at_odds(x, y) for x in a.variants for y in b.variants)

    def _at_odds(self, one: Variant, other: Variant) -> bool:
        """Whether two names contradict each other, under every alias that people gave them."""
        if not at_odds(one, other):
            return False
        ours, theirs = self._aliases.get(one, {one}), self._aliases.get(other, {other})
        return all(at_odds(x, y) for x in ours for y in theirs)

    def _rivalled(self, one: str, other: str, least: float) -> bool:
        """Whether a third cluster, which contradicts one of the two, is linked to the other by ``least`` or
        more.
        """
        sides = (self._of[one], self._of[other])
        return any(self._has_rival(this, that, least) for this, that in (sides, sides[::-1]))

    def _has_rival(self, this: str, that: str, least: float) -> bool:
        rivals = {self._of[name] for name, weight in self._clusters[this].links.items() if weight >= least}
        return any(self._contradict(rival, that) for rival in sorted(rivals - {this, that}))


def _alone(profile: Profile) -> _Cluster:
    return _Cluster(
        profiles={profile.id},
        variants={profile.variant},
        nations=set(profile.offices.stated_nations),
        distinct=_is_distinct(profile),
        authorities=set() if profile.authority is None else {profile.authority},
    )


def _is_distinct(profile: Profile) -> bool:
    """Whether the name says who it is by more than a surname that many people have."""
    name = profile.parts
    return not isinstance(name, PersonName) or not name.bare or surname_share(name.surname) <= RAREST
