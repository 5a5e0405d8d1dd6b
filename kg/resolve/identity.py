"""Which IRI a cluster goes by: one that grows keeps its own, and one that is found to be the same as another
is replaced by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Cluster = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs of clusters.

    ``by_cluster`` gives the IRI of each cluster, ``replaced`` which IRI took the place of one that no cluster
    goes by any more; an IRI whose references are all gone is in neither.
    """

    by_cluster: Mapping[Cluster, str]
    replaced: Mapping[str, str]


def name_clusters(
    clusters: Iterable[Cluster],
    before: Mapping[str, str],
    found: Callable[[Cluster], str],
    is_taken: Callable[[str], bool],
) -> Names:
    """Give each of ``clusters`` (references, sorted) an IRI.

    ``before`` is what each reference denoted until now. An IRI stays with the cluster that has most of its
    references; a cluster that is left with none gets the IRI that ``found`` makes from its references, or,
    where that ``is_taken`` by another, the next one free. All ties go to the smallest reference.
    """
    ordered = sorted(clusters)
    claims = _claims(ordered, before)
    by_cluster: dict[Cluster, str] = {}
    given: set[str] = set()
    for cluster in ordered:
        if claims[cluster]:
            by_cluster[cluster] = claims[cluster][0]
            given.add(claims[cluster][0])
    for cluster in ordered:
        if cluster not in by_cluster:
            by_cluster[cluster] = _free(found(cluster), lambda iri: iri in given or is_taken(iri))
            given.add(by_cluster[cluster])
    replaced = {
        iri: by_cluster[cluster] for cluster in ordered for iri in claims[cluster][1:] if iri not in given
    }
    return Names(by_cluster, replaced)


def _claims(clusters: Sequence[Cluster], before: Mapping[str, str]) -> dict[Cluster, list[str]]:
    """The IRIs that each cluster has most references of, that of most first."""
    shares: dict[str, list[tuple[int, Cluster]]] = {}
    for cluster in clusters:
        counts = Counter(before[reference] for reference in cluster if reference in before)
        for iri, count in counts.items():
            shares.setdefault(iri, []).append((-count, cluster))
    claims: dict[Cluster, list[tuple[int, str, str]]] = {cluster: [] for cluster in clusters}
    for iri, candidates in shares.items():
        count, cluster = min(candidates)
        smallest = min(reference for reference in cluster if before.get(reference) == iri)
        claims[cluster].append((count, smallest, iri))
    return {cluster: [iri for _, _, iri in sorted(claims[cluster])] for cluster in clusters}


def _free(iri: str, is_taken: Callable[[str], bool]) -> str:
    """``iri``, or with the first number that makes it free."""
    candidate, number = iri, 2
    while is_taken(candidate):
        candidate, number = f"{iri}-{number}", number + 1
    return candidate
