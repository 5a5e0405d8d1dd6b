"""The people and organisations that references of many articles share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kg.resolve.decisions import Judgements
from kg.resolve.linkage.agreement import related
from kg.resolve.linkage.clusters import Agglomeration, Pair
from kg.resolve.linkage.dynasties import predecessors
from kg.resolve.linkage.gathering import Find, Gathering
from kg.resolve.linkage.model import Model, OperatingPoint, shipped_model
from kg.resolve.linkage.profiles import KINDS, LinkedKind, Profile, profiles_of
from kg.resolve.linkage.scoring import weights
from kg.resolve.records import Reference

_NEAR = 4.0
"""Links within so much of the threshold (in bits) are uncertain."""


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """Two references (IRIs, in order) that were compared: ``weight`` is Splink's match weight (base 2
    logarithm of the odds), ``probability`` the same as 0..1, and ``joined`` whether they are in one cluster.
    """

    one: str
    other: str
    weight: float
    probability: float
    joined: bool


@dataclass(frozen=True, slots=True)
class Clustering:
    """Which references denote one thing: ``clusters`` of IRIs, each sorted, in the order of their first.

    Every reference of every cluster is there, so old clusters of these references are replaced. ``pairs``
    are the uncertain ones for people to judge: links that only just joined two clusters, or only just did not
    (also for a rival that comes too near); the least certain first.
    """

    clusters: tuple[tuple[str, ...], ...] = ()
    pairs: tuple[ScoredPair, ...] = ()


class Linker:
    """Links references by ``model`` (default: the shipped one) under what people judged."""

    def __init__(self, model: Model | None = None, judgements: Judgements | None = None) -> None:
        self._model = model or shipped_model()
        self._judgements = judgements or Judgements()

    def link(
        self, changed: Iterable[Reference], find: Find, *, removed: Iterable[Reference] = ()
    ) -> Clustering:
        """The clusters of people and organisations that ``changed`` references belong to, and those that the
        ``removed`` ones had a say in. Places and posts are passed over.

        ``find`` gives every current reference that has one of the keys it is handed
        (:func:`~kg.resolve.linkage.gathering.keys_of`), changed ones included and removed ones not; a key
        that begins with ``iri:`` asks for the reference with that IRI. The outcome depends on the set of
        current references, never on their order nor on how they came.
        """
        references = Gathering(find, self._judgements.together).gather(changed, removed)
        clusters: list[tuple[str, ...]] = []
        pairs: list[tuple[float, ScoredPair]] = []
        for kind in KINDS:
            found, uncertain = self._link_kind([r for r in references if r.kind == kind], kind)
            clusters += found
            threshold = self._model.points[kind].threshold
            pairs += [(abs(pair.weight - threshold), pair) for pair in uncertain]
        pairs.sort(key=lambda pair: (pair[0], pair[1].one, pair[1].other))
        return Clustering(tuple(sorted(clusters)), tuple(pair for _, pair in pairs))

    def _link_kind(
        self, references: Sequence[Reference], kind: LinkedKind
    ) -> tuple[list[tuple[str, ...]], list[ScoredPair]]:
        profiles = profiles_of(references, self._judgements.judged)
        by_id = {profile.id: profile for profile in profiles}
        links = {
            (one, other): weight
            for (one, other), weight in weights(profiles, kind, self._model.settings[kind]).items()
            if related(by_id[one].variant, by_id[other].variant)
        }
        made = self._agglomeration(profiles)
        made.join_by(links, self._model.points[kind])
        clusters = [_references(by_id, ids) for ids in made.clusters()]
        return clusters, _uncertain(made, links, self._model.points[kind])

    def _agglomeration(self, profiles: Collection[Profile]) -> Agglomeration:
        here = {profile.id for profile in profiles}
        apart = {p for p in self._judgements.apart if here.issuperset(p)} | predecessors(profiles)
        made = Agglomeration(profiles, sorted(apart))
        for one, other in self._judgements.together:
            if one in here and other in here:
                made.join_judged(one, other)
        return made


def _references(by_id: dict[str, Profile], ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(iri for name in ids for iri in by_id[name].references))


def _uncertain(made: Agglomeration, links: dict[Pair, float], point: OperatingPoint) -> list[ScoredPair]:
    """The links that made a cluster, or would make one, close to the threshold: of each cluster the best."""
    near = {p: w for p, w in made.joins.items() if w < point.threshold + _NEAR}
    seen: set[str] = set()
    for pair, weight in sorted(links.items(), key=lambda item: (-item[1], item[0])):
        clusters = set(made.between(*pair))
        if weight < point.threshold - _NEAR or clusters <= seen or len(clusters) < 2:
            continue
        if not made.at_odds(*pair):
            near[pair] = weight
            seen |= clusters
    return [
        ScoredPair(min(pair), max(pair), weight, 1 / (1 + 2.0**-weight), made.together(*pair))
        for pair, weight in near.items()
    ]
