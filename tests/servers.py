"""Servers to keep a store on, started for the tests: an Oxigraph server and Virtuoso, each on a free port of this
machine.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from kg.store import Store, open_store, updates
from kg.store.remote import RemoteStore

USER, PASSWORD = "dba", "s3cret and long"

_VIRTUOSO = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = {most}
"""


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(command: Sequence[str], url: str, log: Path) -> Iterator[None]:
    """The server that ``command`` starts, from when ``url`` answers to the end of the block."""
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, cwd=log.parent)
    try:
        for _ in range(600):
            assert process.poll() is None, log.read_text()
            try:
                urlopen(url).close()
            except (URLError, ConnectionError):
                time.sleep(0.1)
            else:
                break
        yield
    finally:
        process.kill()
        process.wait()


@contextmanager
def oxigraph_server(folder: Path) -> Iterator[str]:
    """The URL of an empty Oxigraph server."""
    program = shutil.which("oxigraph") or str(Path(sys.executable).with_name("oxigraph"))
    url = f"http://127.0.0.1:{free_port()}"
    command = [program, "serve", "--bind", url.removeprefix("http://"), "--location", str(folder / "data")]
    with running(command, url, folder / "oxigraph.log"):
        yield url


@contextmanager
def virtuoso_server(folder: Path, *, most: int = 0) -> Iterator[str]:
    """The URL, for :data:`USER` with :data:`PASSWORD` by digest, of an empty Virtuoso that gives ``most`` rows at
    most (0: any number). Skips the test where Virtuoso is not installed.
    """
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("needs Debian's virtuoso-opensource-7-bin")
    http = free_port()
    configuration = folder / "virtuoso.ini"
    configuration.write_text(_VIRTUOSO.format(folder=folder, sql=free_port(), http=http, most=most))
    start = [program, "+foreground", "+configfile", str(configuration)]
    password = ["+pwdold", "dba", "+pwddba", PASSWORD]
    subprocess.run([*start, *password], check=True, capture_output=True, timeout=120)
    url = f"http://127.0.0.1:{http}"
    with running(start, url + "/sparql?query=ASK%7B%7D", folder / "output.log"):
        yield url + "/sparql-auth"


def emptied(url: str) -> Store:
    """A new store on the server at ``url``, whose graphs are all dropped first."""
    with open_store(url, create=True) as old:
        assert isinstance(old, RemoteStore)
        for graph in (*old.graphs(), *sorted(updates.OWN_GRAPHS)):
            old.protocol.update(f"DROP SILENT GRAPH <{graph}>")
    return open_store(url, create=True)
