"""Articles read by several processes, handed back in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from types import TracebackType
from typing import Final

from kg.engine.processes import Worker, WorkerDied
from kg.engine.reading import Reading, Recipe
from kg.model import Article

# Small enough that all workers end together, large enough for the model to read several texts at once.
_CHUNK_ARTICLES: Final = 16
_CHUNK_CHARS: Final = 20_000
# Chunks per worker that are read ahead: one in work, and one so that nobody waits.
_AHEAD: Final = 2


class Pool:
    """``count`` worker processes, each with a thread that waits for it.

    Memory holds a few chunks of articles per worker.
    """

    def __init__(self, recipe: Recipe, count: int) -> None:
        self._recipe = recipe
        self._count = count
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        self._workers = [Worker(recipe) for _ in range(count)]
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="worker")
        self._closing = False

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing = True
        for worker in list(self._workers):
            worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:  # with one that a thread has just started
            worker.kill()
            worker.close()

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One reading per article, in order; ``articles`` are taken only a few chunks ahead of what is handed
        back.

        An article whose reading ends its process gives a reading with that problem, and the rest is read by a
        new process. Raises :class:`~kg.errors.ExtractionError` where the model cannot be loaded.
        """
        waiting: deque[Future[list[Reading]]] = deque()
        for chunk in chunks(articles):
            waiting.append(self._threads.submit(self._read, chunk))
            if len(waiting) >= self._count * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()

    def _read(self, chunk: Sequence[Article]) -> list[Reading]:
        worker = self._idle.get()
        try:
            return worker.read(chunk)
        except WorkerDied as death:
            worker = self._replaced(worker)
            if len(chunk) == 1 or self._closing:
                return [Reading(article, problem=str(death)) for article in chunk]
        finally:
            self._idle.put(worker)
        # Which of the articles it was shows when each is read by itself.
        return [reading for article in chunk for reading in self._read([article])]

    def _replaced(self, worker: Worker) -> Worker:
        if self._closing:
            return worker
        worker.close()
        self._workers.remove(worker)
        self._workers.append(fresh := Worker(self._recipe))
        return fresh


def chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Articles in groups that take about the same time to read."""
    chunk: list[Article] = []
    size = 0
    for article in articles:
        if chunk and (len(chunk) == _CHUNK_ARTICLES or size + len(article.text) > _CHUNK_CHARS):
            yield chunk
            chunk, size = [], 0
        chunk.append(article)
        size += len(article.text)
    if chunk:
        yield chunk
