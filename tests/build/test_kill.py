"""A build that is killed at any moment and started again ends with the graph of an undisturbed one."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.store import open_store

ROOT = Path(__file__).resolve().parents[2]
BUILD = """
import sys
from kg.build import build_with
from kg.model import Article
from kg.store import open_store
from tests.standin import standin
articles = [
    Article(f"a{n}", f"Today Ann{'x' * (n % 40)} met Bob{'y' * (n % 3)}.", url=f"https://e.org/{n % 100}")
    for n in range(150)
]
with open_store(sys.argv[1], create=True) as store:
    build_with(standin(workers=int(sys.argv[2])), articles, store, progress=lambda n: print(n, flush=True))
"""


def start(path: Path, workers: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", BUILD, str(path), str(workers)], cwd=ROOT, stdout=-1, text=True
    )


def undisturbed(path: Path, workers: int) -> list[str]:
    with start(path, workers) as build:
        build.communicate(timeout=60)
    assert build.returncode == 0
    return content(path)


def content(path: Path) -> list[str]:
    with open_store(path, read_only=True) as store:
        assert store.merged_is_current
        return sorted(map(str, store.quads()))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_build_completes_to_the_same_graph(tmp_path: Path, workers: int) -> None:
    chosen = random.Random(workers)
    for _ in range(3):
        with start(tmp_path / "killed.kg", workers) as build:
            assert build.stdout is not None
            for _ in range(chosen.randint(1, 12)):
                build.stdout.readline()
            build.send_signal(signal.SIGKILL)
            build.communicate(timeout=60)
        with open_store(tmp_path / "killed.kg", read_only=True) as store:
            assert all(stored.fingerprint and stored.sources[0].text for stored in store.articles())
    assert undisturbed(tmp_path / "killed.kg", workers) == undisturbed(tmp_path / "whole.kg", 1)
