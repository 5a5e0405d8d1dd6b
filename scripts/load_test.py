"""Load ``kg serve`` and Oxigraph's own server with the shipped queries, on the same store in the same run.

    python scripts/load_test.py news.kg --seconds 60 --clients 8

The requests are every shipped query in turn, one time with the parameters it must have, the next time with
all, with values that the store has. The servers take turns: one answers for a third of the time, the other is
then asked exactly the same, so that what else the machine does falls on both. Prints for each server answers
per second, p50, p95 and p99, failures by their kind, the size of all answers, and memory before and after
each turn; then the same for ``kg serve`` with one query among the others that never ends by itself. What is
running when the time is over is waited for and counted.
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
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import urlencode

from kg.query import SavedQuery, load_queries
from kg.query.parameters import Parameter, read_values
from kg.settings import Settings
from kg.store import Store, open_store
from kg.store.binding import bind

TURNS = 3
PATIENCE = 300  # seconds that a client waits for an answer
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?p ?q ?r }"
VALUES = """
PREFIX : <https://w3id.org/newsgraph/>
PREFIX schema: <https://schema.org/>
SELECT DISTINCT ?value { GRAPH <https://w3id.org/newsgraph/graph/merged> { %s } } ORDER BY STR(?value)
"""
# What the values of a parameter are in the store.
PATTERNS = {
    "person": "?entity a schema:Person ; schema:name ?value",
    "place": "?entity a schema:Place ; schema:name ?value",
    "title": "?fact :title ?value",
    "of": "?fact :of ?value",
    "fact": "?value a :ActorFact",
}
DATES = {"from": ["2015", "2016-10", "2016-03-15"], "to": ["2016-12", "2017", "2020-01-31"]}


@dataclass
class Server:
    """A running server: where it listens, and what was measured of it."""

    name: str
    port: int
    path: str
    process: subprocess.Popen[bytes]
    seconds: list[float] = field(default_factory=list)
    failures: Counter[str] = field(default_factory=Counter)
    size: int = 0
    time: float = 0.0
    memory: list[float] = field(default_factory=list)

    def forget(self) -> None:
        """Begin to measure anew; the last sample of memory stays as the first."""
        self.seconds, self.failures = [], Counter()
        self.size, self.time, self.memory = 0, 0.0, self.memory[-1:]

    def weigh(self) -> None:
        """Note the megabytes that it and its child processes hold, shared pages counted once each (PSS)."""
        pids = [self.process.pid, *children(self.process.pid)]
        self.memory.append(sum(map(proportional, pids)) / 1024)

    def percentile(self, share: float) -> float:
        """The seconds that this share of the answers took at most."""
        ordered = sorted(self.seconds)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)]

    def report(self, name: str) -> None:
        """Print one line."""
        p50, p95, p99 = map(self.percentile, (0.5, 0.95, 0.99))
        failures = ", ".join(f"{number} times {kind}" for kind, number in self.failures.items()) or "none"
        sys.stdout.write(
            f"{name:27} {len(self.seconds)} answers, {len(self.seconds) / self.time:.2f}/s  "
            f"p50 {p50:.3f}  p95 {p95:.3f}  p99 {p99:.3f} s  failures {failures}  "
            f"{self.size / 1e6:.1f} MB of answers  memory {' '.join(f'{m:.0f}' for m in self.memory)} MB\n"
        )
        sys.stdout.flush()


def children(pid: int) -> list[int]:
    """The processes that ``pid`` started."""
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in found]


def proportional(pid: int) -> int:
    """Kilobytes of a process, each shared page divided among those that share it; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


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


def values(store: Store) -> dict[str, list[str]]:
    """What may be given for each parameter, by its name."""
    found = {
        name: [text for (text,) in store.select(VALUES % pattern).texts()] or ["urn:none"]
        for name, pattern in PATTERNS.items()
    }
    return found | {"other": found["person"], "name": found["person"]} | DATES


def requests(location: str, seed: int) -> list[str]:
    """Ten rounds of all shipped queries, each round in an order of its own."""
    chosen = random.Random(seed)
    with open_store(location, read_only=True) as store:
        known = values(store)

    def value(parameter: Parameter) -> str:
        return chosen.choice(parameter.choices or known[parameter.name])

    def filled(query: SavedQuery, whole: bool) -> str:
        given = {p.name: value(p) for p in query.params if p.required or whole}
        return bind(query.text, read_values(query.name, query.params, given))

    shipped = list(load_queries(None).values())
    return [
        filled(query, bool(turn % 2)) for turn in range(10) for query in chosen.sample(shipped, len(shipped))
    ]


def ask(connection: http.client.HTTPConnection, path: str, text: str) -> tuple[int, int]:
    """Send a query and read the whole answer: its status, and its size in bytes."""
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept": "application/sparql-results+json",
    }
    connection.request("POST", path, urlencode({"query": text}), headers)
    response = connection.getresponse()
    size = 0
    while part := response.read(65536):
        size += len(part)
    return response.status, size


def client(server: Server, queries: Iterator[str], until: float) -> None:
    """Ask one query after the other until there is none, or the time is over."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
    while time.monotonic() < until and (text := next(queries, None)) is not None:
        begun = time.monotonic()
        try:
            status, size = ask(connection, server.path, text)
            server.size += size
            if status != 200:
                server.failures[str(status)] += 1
        except (OSError, http.client.HTTPException) as error:
            server.failures[type(error).__name__] += 1
            connection.close()
        server.seconds.append(time.monotonic() - begun)
    connection.close()


class Shared(Iterator[str]):
    """What several clients take from in turn."""

    def __init__(self, queries: Iterable[str]) -> None:
        self._queries = iter(queries)
        self._lock = threading.Lock()
        self.taken = 0

    def __next__(self) -> str:
        with self._lock:
            text = next(self._queries)
            self.taken += 1
            return text


def load(server: Server, queries: Iterable[str], clients: int, seconds: float) -> int:
    """Let ``clients`` ask at once, for some seconds; gives the number of requests."""
    begun, shared = time.monotonic(), Shared(queries)
    threads = [
        threading.Thread(target=client, args=(server, shared, begun + seconds)) for _ in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    server.time += time.monotonic() - begun
    server.weigh()
    return shared.taken


def compare(servers: Sequence[Server], queries: Sequence[str], clients: int, seconds: float) -> None:
    """Ask both servers the same, in turns; who begins a turn is timed, the other does as much."""
    for server in servers:
        # Files into the page cache, and into the memory of each process.
        load(server, queries, clients, seconds / TURNS)
        server.forget()
    position = 0
    for turn in range(TURNS):
        first, second = servers if turn % 2 == 0 else reversed(servers)
        number = load(first, islice(cycle(queries), position, None), clients, seconds / TURNS)
        load(second, islice(cycle(queries), position, position + number), clients, PATIENCE)
        position += number
    for server in servers:
        server.report(server.name)


def beside(server: Server, queries: Sequence[str], clients: int, seconds: float) -> float:
    """Ask the same as at first while a query runs that never ends by itself; how long that one ran."""
    took = []

    def endless() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
        begun = time.monotonic()
        status, _ = ask(connection, server.path, ENDLESS)
        took.append(time.monotonic() - begun)
        sys.stdout.write(f"the endless query was stopped after {took[0]:.1f} s with status {status}\n")

    thread = threading.Thread(target=endless)
    thread.start()
    load(server, cycle(queries), clients, seconds)
    thread.join()
    server.report("kg serve beside the endless")
    return took[0]


def main() -> None:
    """Run the test. Exit code 1 where p95 is above 1.5 times Oxigraph's plus 5 ms, a request failed, or the
    endless query ran on or doubled the p95 of the others.
    """
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("store")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--clients", type=int, default=8)
    limit = Settings().query_seconds
    parser.add_argument("--limit", type=int, default=limit, help="seconds that kg serve lets a query work")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    queries = requests(given.store, given.seed)
    kg = (sys.executable, "-m", "kg", "serve", "--store", given.store, "--port", "{port}", "-q")
    oxigraph = ("oxigraph", "serve-read-only", "-l", given.store, "-b", "127.0.0.1:{port}")
    with (
        started("kg serve", "/sparql", *kg, "--query-seconds", str(given.limit)) as ours,
        started("oxigraph", "/query", *oxigraph, "--union-default-graph") as theirs,
    ):
        compare((ours, theirs), queries, given.clients, given.seconds)
        usual = ours.percentile(0.95)
        failed = ours.failures or usual > 1.5 * theirs.percentile(0.95) + 0.005
        ours.forget()
        ran = beside(ours, queries, given.clients, given.limit)
        failed = failed or ours.failures or ran > given.limit + 1 or ours.percentile(0.95) > 2 * usual
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()
