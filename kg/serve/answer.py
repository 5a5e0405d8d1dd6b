"""The answer of a query process while it comes, under the time limit."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from typing import Any, Final

from kg.serve.frames import DATA, END, FAILURE, HEAD
from kg.serve.metrics import Metrics
from kg.serve.problems import Problem
from kg.serve.process import QueryProcess
from kg.settings import Settings

# Seconds after which a query counts as a long one and lets others go first.
_LONG: Final = 1.0


class Answering:
    """One answer: its media type, then its parts. ``finished`` says that its process is free again."""

    def __init__(self, process: QueryProcess, settings: Settings, metrics: Metrics) -> None:
        self.media_type = ""
        self.finished = False
        self.rows = 0
        self._process = process
        self._seconds = float(settings.query_seconds)
        self._metrics = metrics
        self._next: tuple[bytes, bytes] = (b"", b"")
        self.slow_down = asyncio.get_running_loop().call_later(_LONG, process.slow_down)

    async def begin(self, request: Mapping[str, Any]) -> None:
        """Send the request and wait for the first part. Raises :class:`Problem` where there will be none."""
        await self._process.ask(request)
        kind, payload = await self._frame()
        if kind == HEAD:
            self.media_type = json.loads(payload)["media_type"]
            self._next = await self._frame()

    async def parts(self) -> AsyncIterator[bytes]:
        """The bytes of the answer in parts. Raises :class:`Problem` where it breaks off."""
        while True:
            kind, payload = self._next
            if kind == END:
                return
            if kind == DATA:
                yield payload
            self._next = await self._frame()

    @property
    def whole(self) -> bool:
        """Whether all of the answer is there."""
        return self._next[0] == END

    async def _frame(self) -> tuple[bytes, bytes]:
        """The next frame. Only the time that the process takes counts, not that of a slow client."""
        clock = asyncio.get_running_loop().time
        begun = clock()
        try:
            async with asyncio.timeout(self._seconds):
                kind, payload = await self._process.frame()
        except TimeoutError:
            self._metrics.stopped.inc()
            raise Problem(504, "the query took longer than it may; it was stopped") from None
        self._seconds = max(self._seconds - (clock() - begun), 0.001)
        if kind == END:
            self.rows = json.loads(payload).get("rows", 0)
            self.finished = True
        if kind == FAILURE:
            self.finished = True
            told = json.loads(payload)
            raise Problem(told["status"], told["detail"])
        return kind, payload
