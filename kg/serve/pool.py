"""The query processes: who waits for one, how long a query may run, and what takes a killed one's place."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, Final

from kg.errors import StoreError
from kg.serve.answer import Answering
from kg.serve.calling import Calls
from kg.serve.changes import Changes
from kg.serve.metrics import Metrics
from kg.serve.problems import Problem
from kg.serve.process import QueryProcess
from kg.settings import Settings

# Seconds after which a failed start of a process is tried again.
_PAUSE: Final = 1.0


class Pool:
    """Query processes on one store: :meth:`running` is their life, :meth:`answering` one request."""

    def __init__(
        self, location: str, settings: Settings, metrics: Metrics, *, fetchable: Sequence[str] = ()
    ) -> None:
        self.location = location
        self.settings = settings
        self.metrics = metrics
        self.changes = Changes(location, settings.refresh_seconds)
        self._calls = Calls(location, settings, metrics, fetchable)
        self._idle: asyncio.Queue[QueryProcess] = asyncio.Queue()
        self._all: set[QueryProcess] = set()
        self._starting: set[asyncio.Task[None]] = set()
        self._waiting = 0
        self._closing = False

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Pool]:
        """Start the processes, and end them. Raises :class:`~kg.errors.StoreError` where the store cannot be
        opened.
        """
        number = self.settings.query_processes or 2 * (os.cpu_count() or 1)
        try:
            await self._start()
            for _ in range(number - 1):
                self._replace()
            yield self
        finally:
            self._closing = True
            for task in self._starting:
                task.cancel()
            await asyncio.gather(*self._starting, return_exceptions=True)
            await asyncio.gather(*(process.end() for process in self._all))

    @property
    def confined(self) -> bool:
        """Whether the kernel keeps every query process from the network."""
        return all(process.confined for process in self._all)

    @property
    def healthy(self) -> bool:
        """Whether there is a process that can answer."""
        return any(process.alive for process in self._all)

    async def _start(self) -> None:
        generation = self.changes.generation()
        process = await QueryProcess.start(
            self.location, megabytes=self.settings.query_megabytes, max_rows=self.settings.max_rows
        )
        process.generation = generation
        self._all.add(process)
        self._idle.put_nowait(process)

    def _replace(self) -> None:
        task = asyncio.create_task(self._start_again())
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)

    async def _start_again(self) -> None:
        while not self._closing:
            try:
                return await self._start()
            except (StoreError, OSError):
                await asyncio.sleep(_PAUSE)

    @asynccontextmanager
    async def answering(self, request: Mapping[str, Any]) -> AsyncIterator[Answering]:
        """The answer of a process to ``request``; leave the block early, and the process is killed.

        Raises :class:`Problem` (503) where too many wait already or no process gets free in time.
        """
        if self._calls.of(request.get("text", "")):
            async with self._calls.answering(request) as calling:
                yield calling
            return
        process = await self._next()
        answering = Answering(process, self.settings, self.metrics)
        with self.metrics.running.track_inprogress():
            try:
                generation = self.changes.generation()
                await answering.begin({**request, "reopen": generation != process.generation})
                process.generation = generation
                yield answering
            finally:
                answering.slow_down.cancel()
                await self._take_back(process, finished=answering.finished)

    async def value(self, request: Mapping[str, Any]) -> Any:
        """The whole answer to ``request``, which is JSON. Raises :class:`Problem`."""
        async with self.answering(request) as answering:
            return json.loads(b"".join([part async for part in answering.parts()]))

    async def _next(self) -> QueryProcess:
        if self._idle.empty() and self._waiting >= self.settings.max_waiting:
            self.metrics.refused.inc()
            raise Problem(503, "too many queries wait already; ask again later", Retry_After="2")
        self._waiting += 1
        try:
            async with asyncio.timeout(self.settings.query_seconds):
                return await self._idle.get()
        except TimeoutError:
            self.metrics.refused.inc()
            raise Problem(503, "all query processes are busy; ask again later", Retry_After="2") from None
        finally:
            self._waiting -= 1

    async def _take_back(self, process: QueryProcess, *, finished: bool) -> None:
        if finished and process.alive and (not process.slowed or process.speed_up()):
            self._idle.put_nowait(process)
            return
        self._all.discard(process)
        if not self._closing:
            self._replace()
        if not finished:
            self.metrics.killed.inc()
        await asyncio.shield(process.end())

    async def update(self, text: str) -> None:
        """Run a SPARQL update in a process of its own. Raises :class:`Problem` where it fails or another
        process writes.
        """
        try:
            process = await QueryProcess.start(
                self.location,
                megabytes=self.settings.query_megabytes,
                max_rows=1,
                update=True,
                fetchable=self._calls.of(text, update=True),
            )
        except StoreError as error:
            raise Problem(
                503, "another process writes to the store; ask again later", Retry_After="5"
            ) from error
        answering = Answering(process, self.settings, self.metrics)
        try:
            await answering.begin({"kind": "update", "text": text})
            async for _ in answering.parts():
                pass
        finally:
            answering.slow_down.cancel()
            await asyncio.shield(process.end())
            self.changes.look_again()
