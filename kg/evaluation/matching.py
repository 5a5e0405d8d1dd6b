"""One-to-one matching of what was annotated with what was told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Matching(Generic[T]):
    """``matched`` pairs (annotated, told), the annotated that nothing told matches, and the told that match
    nothing.
    """

    matched: tuple[tuple[T, T], ...]
    missed: tuple[T, ...]
    extra: tuple[T, ...]


def match_in_order(gold: Sequence[T], told: Sequence[T], same: Callable[[T, T], bool]) -> Matching[T]:
    """Match each annotated item with the first free told item that is the same."""
    links: list[tuple[int, int]] = []
    free = list(range(len(told)))
    for i, item in enumerate(gold):
        found = next((j for j in free if same(item, told[j])), None)
        if found is not None:
            free.remove(found)
            links.append((i, found))
    return _matching(gold, told, links)


def match_best_first(
    gold: Sequence[T], told: Sequence[T], likeness: Callable[[T, T], float | None]
) -> Matching[T]:
    """Match the most alike first; items whose ``likeness`` is ``None`` are never matched."""
    scored = [
        (score, i, j)
        for i, item in enumerate(gold)
        for j, other in enumerate(told)
        if (score := likeness(item, other)) is not None
    ]
    links: dict[int, int] = {}
    # The sort is stable: of equal scores the pair that stands first wins.
    for _, i, j in sorted(scored, key=lambda entry: -entry[0]):
        if i not in links and j not in links.values():
            links[i] = j
    return _matching(gold, told, list(links.items()))


def _matching(gold: Sequence[T], told: Sequence[T], links: Sequence[tuple[int, int]]) -> Matching[T]:
    left, right = {i for i, _ in links}, {j for _, j in links}
    return Matching(
        matched=tuple((gold[i], told[j]) for i, j in sorted(links)),
        missed=tuple(item for i, item in enumerate(gold) if i not in left),
        extra=tuple(item for j, item in enumerate(told) if j not in right),
    )
