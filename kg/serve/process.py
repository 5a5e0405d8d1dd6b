"""One query process, as the server sees it."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Final

from kg.errors import StoreError
from kg.serve.frames import FAILURE, read_frame
from kg.serve.problems import Problem

# How much less of the processor a long query gets than others, as `nice` counts it: a third. With less it
# would hardly go on while the machine has other work, and run into its time limit.
_LESS: Final = 5


class QueryProcess:
    """A process that answers one request at a time."""

    def __init__(self, process: asyncio.subprocess.Process, *, confined: bool) -> None:
        self._process = process
        self.confined = confined
        self.generation = ""
        self.slowed = False

    @classmethod
    async def start(
        cls,
        location: str,
        *,
        megabytes: int,
        max_rows: int,
        update: bool = False,
        fetchable: Sequence[str] = (),
    ) -> QueryProcess:
        """Start a process that has the store open, and may call the addresses ``fetchable``.

        Raises :class:`~kg.errors.StoreError` where it cannot.
        """
        command = [sys.executable, "-m", "kg.serve.worker", location, str(megabytes), str(max_rows)]
        process = await asyncio.create_subprocess_exec(
            *command,
            "update" if update else "read",
            *fetchable,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            start_new_session=True,  # Ctrl-C in a terminal is for the server, which ends its processes itself
        )
        assert process.stdout is not None
        try:
            kind, payload = await read_frame(process.stdout)
        except asyncio.IncompleteReadError as error:
            await process.wait()
            raise StoreError("the query process ended before it began", path=location) from error
        except asyncio.CancelledError:
            process.kill()
            raise
        told = json.loads(payload)
        if kind == FAILURE:
            await process.wait()
            raise StoreError(told["detail"].removeprefix(f"{location}: "), path=location)
        return cls(process, confined=told["confined"])

    @property
    def alive(self) -> bool:
        """Whether it can answer another request."""
        return self._process.returncode is None

    async def ask(self, request: Mapping[str, Any]) -> None:
        """Send a request."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(request).encode() + b"\n")
        await self._process.stdin.drain()

    async def frame(self) -> tuple[bytes, bytes]:
        """The next frame of the answer. Raises :class:`Problem` where the process ended instead."""
        assert self._process.stdout is not None
        try:
            return await read_frame(self._process.stdout)
        except asyncio.IncompleteReadError as error:
            await self._process.wait()
            raise Problem(500, "the query needs more memory or a deeper stack than it may take") from error

    def slow_down(self) -> None:
        """Let others go first: what is short stays short beside a long query."""
        if self.alive and not self.slowed:
            os.setpriority(os.PRIO_PROCESS, self._process.pid, _LESS)
            self.slowed = True

    def speed_up(self) -> bool:
        """Take that back; only a privileged process may."""
        try:
            os.setpriority(os.PRIO_PROCESS, self._process.pid, 0)
        except OSError:
            return False
        self.slowed = False
        return True

    async def end(self) -> None:
        """Stop it at once, whatever it does, and free its processor and memory."""
        if self.alive:
            self._process.kill()
        if self._process.stdin is not None:
            self._process.stdin.close()
        await self._process.wait()
