"""HTTP connections that do not wait for slow clients: uvicorn has no limit for a request's head."""

from __future__ import annotations

from asyncio import BaseTransport, TimerHandle
from typing import ClassVar, Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

LONGEST_HEAD: Final = 128 * 1024
"""Bytes of the head of a request."""


def impatient(seconds: int) -> type[H11Protocol]:
    """A protocol whose clients have ``seconds`` to send the head of each request."""
    return type("ImpatientProtocol", (_Impatient,), {"seconds": seconds})


class _Impatient(H11Protocol):
    """uvicorn's protocol with a clock."""

    seconds: ClassVar[int]
    _deadline: TimerHandle | None = None

    def connection_made(self, transport: BaseTransport) -> None:
        super().connection_made(transport)  # type: ignore[arg-type]
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.conn.their_state is h11.IDLE and self._deadline is None:
            self._wait()
        super().data_received(data)

    def handle_events(self) -> None:
        before = self.cycle
        super().handle_events()
        if self.cycle is not before:  # a head is complete, and its request has not begun to run
            self._stop_waiting()
            self.scope["extensions"] = {"newsgraph.abort": self.transport.abort}  # type: ignore[dict-item]

    def _wait(self) -> None:
        self._deadline = self.loop.call_later(self.seconds, self.transport.abort)

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
