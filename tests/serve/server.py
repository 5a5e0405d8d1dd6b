"""A real server on a real port, and a raw way to talk to it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGTERM

import httpx

TOKEN = "a-token-of-some-length"


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@contextmanager
def running(
    store: Path,
    *options: str,
    log: Path | None = None,
    host: str = "127.0.0.1",
    ending: int = SIGTERM,
    **variables: str,
) -> Iterator[str]:
    """``kg serve`` on ``store``; gives its address. ``log`` takes what it writes to stderr; ``ending`` is the
    signal that ends it, and ``variables`` are of its environment.
    """
    port = free_port()
    command = [sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", str(port), *options]
    command += ["--host", host]
    environment = {**os.environ, "NEWSGRAPH_UPDATE_TOKEN": TOKEN, **variables}
    with (
        open(log or os.devnull, "wb") as stderr,
        subprocess.Popen(command, stderr=stderr, env=environment) as process,
    ):
        address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
        try:
            wait_for(address, process)
            yield address
        finally:
            process.send_signal(ending)
            process.wait(timeout=30)


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    """Return when the server answers; fail where it ended instead."""
    for _ in range(600):
        try:
            if httpx.get(f"{address}/healthz").status_code == 200:
                return
        except httpx.TransportError:
            assert process.poll() is None, "the server ended"
        time.sleep(0.05)
    raise AssertionError("the server does not answer")


def rows(response: httpx.Response) -> list[dict[str, str]]:
    """The rows of a SPARQL JSON answer, values as text."""
    assert response.status_code == 200, response.text
    bindings = response.json()["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in bindings]
