"""HTTP connections that do not wait for slow clients: uvicorn has no limit for a request's head."""

from __future__ import annotations

from asyncio import BaseTransport, TimerHandle
from typing import Any, ClassVar, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_LONGEST_HEAD: Final = 128 * 1024


def impatient(seconds: int) -> type[HttpToolsProtocol]:
    """A protocol whose clients have ``seconds`` to send the head of each request, of at most 128 KB."""
    return type("ImpatientProtocol", (_Impatient,), {"seconds": seconds})


class _Impatient(HttpToolsProtocol):
    """uvicorn's protocol with a clock and a scale."""

    seconds: ClassVar[int]
    _deadline: TimerHandle | None = None
    _head = 0
    """Bytes of the head so far; -1 while the body comes."""

    def connection_made(self, transport: BaseTransport) -> None:
        super().connection_made(transport)  # type: ignore[arg-type]
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._head >= 0:
            self._head += len(data)
            if self._deadline is None:
                self._wait()
        super().data_received(data)
        if self._head > _LONGEST_HEAD:
            self.transport.abort()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        extensions: dict[str, Any] = {"newsgraph.abort": self.transport.abort}
        self.scope["extensions"] = extensions

    def on_headers_complete(self) -> None:
        self._stop_waiting()
        self._head = -1
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._head = 0
        super().on_message_complete()

    def _wait(self) -> None:
        self._deadline = self.loop.call_later(self.seconds, self.transport.abort)

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
