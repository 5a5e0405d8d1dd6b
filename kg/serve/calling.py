"""Queries that call other servers, where the server was told which they may call."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, Final

from kg.errors import StoreError
from kg.query.reading import fetches
from kg.serve.answer import Answering
from kg.serve.metrics import Metrics
from kg.serve.problems import Problem
from kg.serve.process import QueryProcess
from kg.settings import Settings

# Such queries at once: each has a process of its own, which mostly waits.
_AT_ONCE: Final = 4
# Longer texts are not looked through before they reach a query process, which refuses every call.
_LONGEST: Final = 100_000


class Calls:
    """The calls that queries may make: those to the addresses of a list, written in full.

    A query that makes some gets a process of its own, which may reach the network; every other goes to those
    that the kernel keeps from it.
    """

    def __init__(self, location: str, settings: Settings, metrics: Metrics, allowed: Sequence[str]) -> None:
        self._location = location
        self._settings = settings
        self._metrics = metrics
        self._allowed = tuple(allowed)
        self._free = asyncio.Semaphore(_AT_ONCE)

    def of(self, text: str, *, update: bool = False) -> Sequence[str]:
        """What ``text`` may call, if it calls something and nothing else than that."""
        if not self._allowed or len(text) > _LONGEST or fetches(text, update=update) is None:
            return ()
        return self._allowed if fetches(text, update=update, allowed=self._allowed) is None else ()

    @asynccontextmanager
    async def answering(self, request: Mapping[str, Any]) -> AsyncIterator[Answering]:
        """The answer to a query that makes calls. Raises :class:`Problem`."""
        try:
            async with asyncio.timeout(self._settings.query_seconds):
                await self._free.acquire()
        except TimeoutError:
            self._metrics.refused.inc()
            raise Problem(503, "too many queries call other servers; ask later", Retry_After="5") from None
        try:
            async with self._process() as process:
                answering = Answering(process, self._settings, self._metrics)
                with self._metrics.running.track_inprogress():
                    try:
                        await answering.begin(request)
                        yield answering
                    finally:
                        answering.slow_down.cancel()
        finally:
            self._free.release()

    @asynccontextmanager
    async def _process(self) -> AsyncIterator[QueryProcess]:
        """A process for one query."""
        try:
            process = await QueryProcess.start(
                self._location,
                megabytes=self._settings.query_megabytes,
                max_rows=self._settings.max_rows,
                fetchable=self._allowed,
            )
        except StoreError as error:
            raise Problem(503, "no query process could be started; ask again", Retry_After="5") from error
        try:
            yield process
        finally:
            await asyncio.shield(process.end())
