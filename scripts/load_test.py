"""Load ``kg serve`` and Oxigraph's own server with the shipped queries, on the same store in the same run.

    python scripts/load_test.py news.kg --seconds 60 --clients 8

Both servers run; each in turn gets slices of ten seconds, so that what else the machine does falls on both.
Prints requests per second, p50, p95 and p99 in milliseconds, errors, and the memory of each server before and
after; then the same for ``kg serve`` with one query among the others that never ends by itself.
"""

from __future__ import annotations

import argparse
import http.client
import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from kg.query import SavedQuery, load_queries
from kg.query.parameters import read_values
from kg.store import open_store
from kg.store.binding import bind

SLICE = 10
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?p ?q ?r }"
NAMES = """
PREFIX schema: <https://schema.org/>
SELECT ?name
{ GRAPH <https://w3id.org/newsgraph/graph/merged> { ?e a %s ; schema:name ?name } }
ORDER BY ?name
"""


@dataclass
class Server:
    """A running server: where it listens, and what was measured of it."""

    name: str
    port: int
    path: str
    process: subprocess.Popen[bytes]
    seconds: list[float] = field(default_factory=list)
    errors: int = 0
    time: float = 0.0

    def memory(self) -> float:
        """Megabytes that it and its child processes hold, shared pages counted once each (PSS)."""
        pids = [self.process.pid, *children(self.process.pid)]
        return sum(map(proportional, pids)) / 1024


def children(pid: int) -> list[int]:
    """The processes that ``pid`` started."""
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in found]


def proportional(pid: int) -> int:
    """Kilobytes of a process, each shared page divided among those that share it."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


@contextmanager
def started(name: str, path: str, *command: str) -> Iterator[Server]:
    """Start a server and wait until it listens; ``{port}`` in the command is its port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = [word.format(port=port) for word in command]
    with subprocess.Popen(words, stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(600):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield Server(name, port, path, process)
        finally:
            process.terminate()


def texts(store: str, number: int, seed: int) -> list[str]:
    """``number`` queries: every shipped query in turn, with values that the store has."""
    chosen = random.Random(seed)
    with open_store(store, read_only=True) as opened:
        people = [name for (name,) in opened.select(NAMES % "schema:Person").texts()] or ["nobody"]
        places = [name for (name,) in opened.select(NAMES % "schema:Place").texts()] or ["nowhere"]
    values = {"string": people, "place": places, "date": ["2015", "2016-10", "2020-01-31"], "integer": ["3"]}

    def filled(query: SavedQuery) -> str:
        given = {
            p.name: chosen.choice(values.get(p.name, values.get(p.type, people)))
            for p in query.params
            if p.required
        }
        return bind(query.text, read_values(query.name, query.params, given))

    queries = list(load_queries(None).values())
    return [filled(queries[n % len(queries)]) for n in range(number)]


def ask(connection: http.client.HTTPConnection, server: Server, text: str) -> int:
    """Send a query, read the whole answer, and give its status."""
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept": "application/sparql-results+json",
    }
    connection.request("POST", server.path, urlencode({"query": text}), headers)
    response = connection.getresponse()
    while response.read(65536):
        pass
    return response.status


def client(server: Server, queries: Sequence[str], until: float) -> None:
    """Ask one query after the other until the time is over."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    number = random.randrange(len(queries))
    while time.monotonic() < until:
        begun = time.monotonic()
        try:
            server.errors += ask(connection, server, queries[number % len(queries)]) != 200
        except (OSError, http.client.HTTPException):
            server.errors += 1
            connection.close()
        server.seconds.append(time.monotonic() - begun)
        number += 1
    connection.close()


def load(server: Server, queries: Sequence[str], clients: int, seconds: float) -> None:
    """Let ``clients`` ask at once for some seconds."""
    begun = time.monotonic()
    threads = [
        threading.Thread(target=client, args=(server, queries, begun + seconds)) for _ in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    server.time += time.monotonic() - begun


def report(server: Server, name: str, before: float) -> float:
    """Print one line, and give the p95 in milliseconds."""
    ordered = sorted(second * 1000 for second in server.seconds)
    p50, p95, p99 = (ordered[min(int(len(ordered) * share), len(ordered) - 1)] for share in (0.5, 0.95, 0.99))
    sys.stdout.write(
        f"{name:28} {len(ordered) / server.time:7.1f}/s  p50 {p50:7.1f}  p95 {p95:7.1f}  p99 {p99:7.1f}  "
        f"errors {server.errors}  memory {before:.0f} -> {server.memory():.0f} MB\n"
    )
    sys.stdout.flush()
    return p95


def runaway(server: Server, took: list[float]) -> None:
    """Send the endless query and note how long it took to be stopped."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    begun = time.monotonic()
    status = ask(connection, server, ENDLESS)
    took.append(time.monotonic() - begun)
    sys.stdout.write(f"the endless query was stopped after {took[0]:.1f} s with status {status}\n")


def main() -> None:
    """Run the test. Exit code 1 where p95 is above 1.5 times Oxigraph's plus 5 ms, or a request failed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("store")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--limit", type=int, default=10, help="seconds that kg serve lets a query work")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    queries = texts(given.store, 200, given.seed)
    kg = (sys.executable, "-m", "kg", "serve", "--store", given.store, "--port", "{port}", "-q")
    oxigraph = (
        "oxigraph",
        "serve-read-only",
        "-l",
        given.store,
        "-b",
        "127.0.0.1:{port}",
        "--union-default-graph",
    )
    with (
        started("kg serve", "/sparql", *kg, "--query-seconds", str(given.limit)) as ours,
        started("oxigraph", "/query", *oxigraph) as theirs,
    ):
        for server in (ours, theirs):
            load(server, queries, given.clients, 3)  # files into the page cache, processes started
            server.seconds.clear()
            server.errors, server.time = 0, 0.0
        before = {server.name: server.memory() for server in (ours, theirs)}
        for _ in range(max(given.seconds // SLICE, 1)):
            for server in (ours, theirs):
                load(server, queries, given.clients, min(SLICE, given.seconds))
        p95 = {server.name: report(server, server.name, before[server.name]) for server in (ours, theirs)}
        failed = ours.errors or p95["kg serve"] > 1.5 * p95["oxigraph"] + 5
        ours.seconds.clear()
        ours.time = 0.0
        took: list[float] = []
        endless = threading.Thread(target=runaway, args=(ours, took))
        endless.start()
        load(ours, queries, given.clients, given.limit)
        endless.join()
        beside = report(ours, "kg serve beside the endless", before["kg serve"])
        failed = failed or took[0] > given.limit + 1 or beside > 2 * p95["kg serve"]
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()
