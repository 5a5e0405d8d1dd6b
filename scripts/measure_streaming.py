"""Shows that results stream: how much memory ``kg query`` or ``kg serve`` takes for ten million rows, beside
ten thousand.

    python scripts/measure_streaming.py [--serve] [FORMAT...]

Each format (default: csv) is written to a pipe, or sent to a client, that keeps nothing of it. Ends with 1
where the many rows took more than 64 MB above the few; of a server, all its processes count. The rows come
from a store of one statement and a query that counts, so no build is needed.
"""

from __future__ import annotations

import argparse
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

MANY, FEW = 7, 4
ALLOWED_MB = 64
# Runs a command and tells the peak of its memory, which a process knows only of its ended children.
_PEAK = (
    "import resource, subprocess, sys; code = subprocess.call(sys.argv[1:]);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, file=sys.stderr); sys.exit(code)"
)


def query(digits: int) -> str:
    """A query with ``10 ** digits`` rows."""
    names = [f"?d{number}" for number in range(digits)]
    values = " ".join(f"VALUES {name} {{ {' '.join(map(str, range(10)))} }}" for name in names)
    return f'SELECT {" ".join(names)} (CONCAT("row ", STR(?d0)) AS ?text) WHERE {{ {values} }}'


def measure(store: Path, digits: int, format: str) -> tuple[int, int, float]:
    """Bytes written, peak memory in MB, and seconds."""
    kg = [sys.executable, "-m", "kg", "query", "-e", query(digits), "--store", str(store), "--format", format]
    begin, size = time.perf_counter(), 0
    with subprocess.Popen(
        [sys.executable, "-c", _PEAK, *kg], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        while part := process.stdout.read(1 << 20):
            size += len(part)
        said = process.stderr.read().decode()
    if process.returncode:
        raise SystemExit(said)
    return size, int(said.split()[-1]), time.perf_counter() - begin


@contextmanager
def serving(store: Path) -> Iterator[tuple[str, int]]:
    """``kg serve`` with limits that let ten million rows through: its address, and its process."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    limits = ("--max-rows", str(10**MANY), "--query-seconds", "1200", "--query-processes", "1")
    kg = (sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", str(port), "-q", *limits)
    with subprocess.Popen(kg) as process:
        try:
            for _ in range(600):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}/sparql", process.pid
        finally:
            process.terminate()


def peak(pid: int) -> int:
    """The peak memory of a process and those that it started, in MB."""
    started = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    states = [Path(f"/proc/{one}/status").read_text().splitlines() for one in (pid, *started)]
    return sum(int(line.split()[1]) for state in states for line in state if line.startswith("VmHWM")) // 1024


def measure_served(store: Path, digits: int, format: str) -> tuple[int, int, float]:
    """:func:`measure` for a server and a client."""
    types = {"csv": "text/csv", "tsv": "text/tab-separated-values", "jsonl": "application/x-ndjson"}
    accept = {"Accept": types.get(format, f"application/sparql-results+{format}")}
    with serving(store) as (address, pid):
        begin, size, lines = time.perf_counter(), 0, 0
        with urlopen(Request(address, urlencode({"query": query(digits)}).encode(), accept)) as answer:
            while part := answer.read(1 << 20):
                size += len(part)
                lines += part.count(b"\n")
        seconds = time.perf_counter() - begin
        if format in ("csv", "tsv") and lines != 10**digits + 1:
            raise SystemExit(f"{lines} lines came")
        return size, peak(pid), seconds


def main(formats: list[str], *, serve: bool) -> int:
    """Measure each format; returns the exit code."""
    failed = 0
    how = measure_served if serve else measure
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "empty.kg"
        make = "import sys, kg.store; kg.store.open_store(sys.argv[1], create=True).close()"
        subprocess.run([sys.executable, "-c", make, str(store)], check=True)
        for format in formats:
            few = how(store, FEW, format)[1]
            size, many, seconds = how(store, MANY, format)
            verdict = "bounded" if many <= few + ALLOWED_MB else "GROWS"
            failed += verdict == "GROWS"
            sys.stdout.write(
                f"{format}: 10,000,000 rows, {size / 1e6:,.0f} MB in {seconds:.0f} s; "
                f"peak memory {many} MB, for 10,000 rows {few} MB: {verdict}\n"
            )
            sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("formats", nargs="*", default=["csv"])
    parser.add_argument("--serve", action="store_true", help="through kg serve instead of kg query")
    given = parser.parse_args()
    raise SystemExit(main(given.formats, serve=given.serve))
