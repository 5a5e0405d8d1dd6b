"""Kill builds at random moments and show that each, started again, ends with the graph of an undisturbed one.

    python scripts/kill_test.py articles.jsonl --times 20

Every build runs in a store of its own, is killed (SIGKILL, its worker processes left to themselves) after a
random time, and started again until it ends. Its statements, sorted, must be those of the undisturbed build.
Exit code 1 where they are not.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kg.store import open_store


def build(source: str, store: Path, seconds: float | None = None) -> bool:
    """Run a build, killed after ``seconds`` where that is given; tells whether it ended by itself."""
    command = [sys.executable, "-m", "kg", "build", source, "--store", str(store), "-q"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            return False
    return True


def fingerprint(store: Path) -> tuple[int, int, str]:
    """Articles, statements and the hash of the sorted statements; checks that every article is whole."""
    with open_store(store, read_only=True) as opened:
        articles = list(opened.articles())
        broken = [stored.iri for stored in articles if not (stored.fingerprint and stored.sources[0].text)]
        if broken:
            raise SystemExit(f"{store}: half an article: {broken}")
        statements = sorted(map(str, opened.quads()))
    return len(articles), len(statements), hashlib.sha256("\n".join(statements).encode()).hexdigest()


def main() -> None:
    """Run the test and print one line per build."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chosen = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        build(arguments.source, Path(folder, "whole.kg"))
        needed = time.monotonic() - begun
        whole = fingerprint(Path(folder, "whole.kg"))
        report(f"undisturbed, {needed:.1f} s", whole)
        different = 0
        for number in range(1, arguments.times + 1):
            store = Path(folder, f"killed-{number}.kg")
            moment = chosen.uniform(0, needed)
            build(arguments.source, store, moment)
            left = fingerprint(store)[0] if (store / "CURRENT").exists() else 0
            build(arguments.source, store)
            resumed = fingerprint(store)
            different += resumed != whole
            verdict = "same" if resumed == whole else "DIFFERENT"
            report(f"{number}: killed after {moment:.1f} s with {left} articles, resumed: {verdict}", resumed)
    if different:
        raise SystemExit(f"{different} of {arguments.times} differ")


def report(what: str, found: tuple[int, int, str]) -> None:
    """Print one line."""
    sys.stdout.write(f"{what}; {found[0]} articles, {found[1]} statements, sha256 {found[2][:16]}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
