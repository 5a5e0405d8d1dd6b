"""How articles are read: in this process, or by several processes of this machine."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator
from itertools import islice

from kg.engine.pool import Pool
from kg.engine.reading import Reader, Reading, Recipe, recipe
from kg.model import Article

__all__ = ["Reading", "Recipe", "read_all", "recipe", "worker_count"]


def worker_count(asked: int) -> int:
    """The number of processes for the setting ``workers``: 0 is one per core that this process may use."""
    return asked or len(
        os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    )


def read_all(articles: Iterable[Article], recipe: Recipe) -> Generator[Reading]:
    """One reading per article, in order, by as many processes as ``recipe.settings.workers`` says.

    The model is loaded when the first article comes, so nothing is loaded where there is nothing to read.
    Raises :class:`~kg.errors.ExtractionError` where the model is not installed.
    """
    count = worker_count(recipe.settings.workers)
    rest = iter(articles)
    first = list(islice(rest, 1))
    if not first:
        return
    if count == 1:
        yield from _read_here(first, rest, recipe)
        return
    with Pool(recipe, count) as pool:
        yield from pool.read(_chained(first, rest))


def _read_here(first: list[Article], rest: Iterator[Article], recipe: Recipe) -> Iterator[Reading]:
    reader = Reader(recipe)
    batch = first + list(islice(rest, recipe.settings.batch_size - 1))
    while batch:
        yield from reader.read(batch)
        batch = list(islice(rest, recipe.settings.batch_size))


def _chained(first: list[Article], rest: Iterator[Article]) -> Iterator[Article]:
    yield from first
    yield from rest
