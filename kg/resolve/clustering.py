"""Clusters kept up to date: of references (people, organisations) and of meeting reports (events) alike."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from kg.resolve.identity import Cluster, name_clusters
from kg.resolve.present import Present

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Kind(Generic[Item]):
    """What is clustered, and how.

    ``cluster`` gives every cluster that some items have a part in, complete; ``at`` the items with these
    IRIs; ``iri_of`` the IRI of one, and ``found`` the id of a cluster that is new.
    """

    cluster: Callable[[Iterable[Item]], Iterable[Cluster]]
    at: Callable[[Collection[str]], Iterable[Item]]
    iri_of: Callable[[Item], str]
    found: Callable[[Item], str]


@dataclass(frozen=True, slots=True)
class Clustered(Generic[Item]):
    """The clusters that an update touches.

    ``members`` holds the items of each cluster by its id, in the order of their IRIs; ``denotes`` the id by
    item and ``before`` the one that it had. ``replaced`` gives the id that took the place of another;
    ``vanished`` are the ids that are no more.
    """

    members: Mapping[str, tuple[Item, ...]]
    denotes: Mapping[str, str]
    before: Mapping[str, str]
    replaced: Mapping[str, str]
    vanished: frozenset[str]


def cluster_anew(
    changed: Iterable[Item], gone: Collection[str], present: Present, kind: Kind[Item]
) -> Clustered[Item]:
    """Cluster the ``changed`` items, given that those with the IRIs ``gone`` are no more, or are among them.

    What was one cluster is looked at as a whole again: without an item, or with another, it may fall apart.
    """
    seeds = {kind.iri_of(item): item for item in changed}
    withdrawn = set(gone) - seeds.keys()
    clusters: list[Cluster] = []
    before = dict(present.denoted({*gone, *seeds}))
    seen: set[str] = set()
    looked = False
    while True:
        ids = set(before.values()) - seen
        seen |= ids
        covered = {iri for cluster in clusters for iri in cluster}
        mates = {iri for found in present.denoting(ids).values() for iri in found}
        missing = mates - covered - withdrawn - seeds.keys()
        seeds.update((kind.iri_of(item), item) for item in kind.at(missing))
        if not (seeds or gone) or (looked and not missing):
            break
        looked = True
        clusters = sorted(kind.cluster(seeds.values()))
        before.update(present.denoted({iri for cluster in clusters for iri in cluster} - before.keys()))
    return _named(clusters, before, seeds, present, kind)


def _named(
    clusters: list[Cluster],
    before: Mapping[str, str],
    seeds: Mapping[str, Item],
    present: Present,
    kind: Kind[Item],
) -> Clustered[Item]:
    covered = {iri for cluster in clusters for iri in cluster}
    items = {**seeds, **{kind.iri_of(item): item for item in kind.at(covered - seeds.keys())}}
    touched = frozenset(before.values())

    def is_taken(id: str) -> bool:
        # Whatever denotes a touched one is in these clusters, or gone.
        return id not in touched and bool(present.denoting([id]))

    names = name_clusters(
        clusters,
        {iri: id for iri, id in before.items() if iri in covered},
        lambda cluster: kind.found(items[cluster[0]]),
        is_taken,
    )
    members = {names.by_cluster[c]: tuple(items[iri] for iri in c) for c in clusters}
    return Clustered(
        members=members,
        denotes={iri: id for c, id in names.by_cluster.items() for iri in c},
        before=before,
        replaced=names.replaced,
        vanished=touched - members.keys(),
    )
