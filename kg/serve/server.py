"""Running the application: uvicorn with limits."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from kg.errors import StoreError
from kg.serve.app import create_app
from kg.serve.options import ServeOptions
from kg.serve.protocol import LONGEST_HEAD, impatient
from kg.settings import Settings
from kg.store import open_store

_BACKLOG = 512
# Seconds that running answers get when the server is told to end.
_GRACE = 5


class _Server(uvicorn.Server):
    """uvicorn's server, which says when it can be reached."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def serve(
    location: str, options: ServeOptions, settings: Settings, *, ready: Callable[[], None] = lambda: None
) -> None:
    """Answer requests on the store in the directory ``location`` until the process is told to end.

    ``ready`` is called when it answers. Raises :class:`~kg.errors.StoreError` where the store cannot be
    opened or the address is taken, and :class:`~kg.errors.QueryError` for a saved query that cannot be read.
    """
    if location.startswith(("http://", "https://")):
        raise StoreError("is a server already; kg serve answers from a directory", path=location)
    with open_store(location, read_only=True):
        pass  # what is wrong with the store is said here, before anything listens
    app = create_app(location, options, settings)
    listening = _listen(options)
    config = uvicorn.Config(
        app,
        http=impatient(settings.client_seconds),
        h11_max_incomplete_event_size=LONGEST_HEAD,
        ws="none",
        lifespan="on",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        log_config=None,
        limit_concurrency=settings.max_connections,
        timeout_keep_alive=settings.client_seconds,
        timeout_graceful_shutdown=_GRACE,
    )
    with listening:
        _Server(config, ready).run(sockets=[listening])


def _listen(options: ServeOptions) -> socket.socket:
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    try:
        listening = socket.create_server((options.host, options.port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise StoreError(
            f"cannot listen there ({error.strerror}); choose another with --host and --port",
            path=options.address,
        ) from error
    # Connections take it over. Without it the end of each small answer waits for the client to acknowledge
    # its beginning, 40 ms on a kept connection; asyncio sets it for sockets that name their protocol only.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening
