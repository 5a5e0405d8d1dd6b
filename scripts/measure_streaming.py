"""Shows that results stream: how much memory ``kg query`` takes for ten million rows, beside ten thousand.

    python scripts/measure_streaming.py [FORMAT...]

Each format (default: csv) is written to a pipe that nothing is kept of. Ends with 1 where the many rows took
more than 64 MB above the few. The rows come from a store of one statement and a query that counts, so no
build is needed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

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


def main(formats: list[str]) -> int:
    """Measure each format; returns the exit code."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "empty.kg"
        make = "import sys, kg.store; kg.store.open_store(sys.argv[1], create=True).close()"
        subprocess.run([sys.executable, "-c", make, str(store)], check=True)
        for format in formats:
            few = measure(store, FEW, format)[1]
            size, many, seconds = measure(store, MANY, format)
            verdict = "bounded" if many <= few + ALLOWED_MB else "GROWS"
            failed += verdict == "GROWS"
            sys.stdout.write(
                f"{format}: 10,000,000 rows, {size / 1e6:,.0f} MB in {seconds:.0f} s; "
                f"peak memory {many} MB, for 10,000 rows {few} MB: {verdict}\n"
            )
            sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:] or ["csv"]))
