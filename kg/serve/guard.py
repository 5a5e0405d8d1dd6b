"""What every request goes through: the names it may use, headers against misuse, the log and the metrics."""

from __future__ import annotations

import logging
import re
from asyncio import CancelledError
from collections.abc import MutableMapping
from time import perf_counter
from typing import Any, Final
from urllib.parse import unquote

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.metrics import Metrics
from kg.serve.problems import Problem
from kg.serve.response import break_off, problem_response

LOG: Final = logging.getLogger("kg.serve.access")

_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
_POLICY: Final = (
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {frames}"
)
_ABSOLUTE: Final = re.compile(rb"https?://(?P<host>[^/]*)(?P<path>.*)", re.IGNORECASE | re.DOTALL)
_ENDING: Final = Problem(503, "the server is being stopped; ask again later", Retry_After="5")
_PREVIEW: Final = "/reconcile/preview"


class Guard:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and note what became of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope.setdefault("state", {})
        _take_host_of_target(scope)
        told: dict[str, int] = {"status": 0, "bytes": 0}

        async def send_guarded(message: Message) -> None:
            _watch(message, told, scope["path"])
            await send(message)

        begun = perf_counter()
        try:
            await self._app(scope, receive, send_guarded)
        except CancelledError:  # the server ends, and has waited for this answer long enough
            if told["status"]:
                break_off(scope)
            else:
                await problem_response(_ENDING, scope)(scope, receive, send_guarded)
        finally:
            self._note(scope, told, perf_counter() - begun)

    def _note(self, scope: Scope, told: dict[str, int], seconds: float) -> None:
        endpoint = _endpoint(scope)
        self._metrics.requests.labels(endpoint, str(told["status"])).inc()
        self._metrics.seconds.labels(endpoint).observe(seconds)
        self._metrics.sent.inc(told["bytes"])
        state: MutableMapping[str, Any] = scope["state"]
        client = scope.get("client") or ("-",)
        # Neither the text of a query nor its parameters: they may be what a source asks in confidence.
        words = [client[0], scope["method"], endpoint, str(told["status"]), f"{seconds * 1000:.0f}ms"]
        words.append(f"{told['bytes']}B")
        words += [f"{name}={state[name]}" for name in ("query", "rows") if name in state]
        if told["status"] >= 400:
            words.append("refused")
        elif "problem" in state:
            words.append("broken-off")
        LOG.info(" ".join(words))


def _take_host_of_target(scope: Scope) -> None:
    """Make of a target with scheme and host, as clients of proxies send it, a path and the header ``Host``,
    which it goes before (RFC 9112, §3.2.2).
    """
    found = _ABSOLUTE.fullmatch(scope["raw_path"])
    if found is None:
        return
    scope["raw_path"] = found["path"] or b"/"
    scope["path"] = unquote(scope["raw_path"].decode("ascii"))
    others = [header for header in scope["headers"] if header[0] != b"host"]
    scope["headers"] = [(b"host", found["host"]), *others]


def _watch(message: Message, told: dict[str, int], path: str) -> None:
    if message["type"] == "http.response.start":
        told["status"] = message["status"]
        headers = MutableHeaders(scope=message)
        for name, value in _HEADERS.items():
            headers.setdefault(name, value)
        # A reconciliation client shows previews in a frame of its own page.
        frames = "*" if path == _PREVIEW else "'none'"
        headers.setdefault("Content-Security-Policy", _POLICY.format(frames=frames))
    elif message["type"] == "http.response.body":
        told["bytes"] += len(message.get("body", b""))


def _endpoint(scope: Scope) -> str:
    """The endpoint by the name of its route, never the path as it was sent: that may hold anything."""
    return str(scope["state"].get("endpoint", "other"))
