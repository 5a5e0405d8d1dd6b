"""Reading by one process and by several: the same readings in one order, whatever happens to a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kg.engine import Reading, Recipe, read_all, wire, worker_count
from kg.engine.pool import chunks
from kg.errors import ExtractionError
from kg.model import Article
from kg.settings import Settings
from tests.standin import standin

ROOT = Path(__file__).resolve().parents[2]
BOTH = pytest.mark.parametrize("workers", [1, 2])


def articles(count: int) -> list[Article]:
    return [
        Article(f"a{n}", f"Then Ann met Bob{'x' * n}. " * 3, published=date(2016, 1, 1)) for n in range(count)
    ]


def read(recipe: Recipe, given: list[Article]) -> list[Reading]:
    return list(read_all(given, recipe))


def test_two_processes_read_what_one_reads_in_the_same_order() -> None:
    given = articles(100)
    one, two = read(standin(), given), read(standin(workers=2), given)
    assert one == two
    assert [reading.article for reading in one] == given
    assert all(b"Ann" in (reading.nquads or b"") for reading in one)


@BOTH
def test_nothing_is_started_where_there_is_nothing_to_read(workers: int) -> None:
    recipe = Recipe(Settings(workers=workers), "tests.standin:Missing", "x")
    assert read(recipe, []) == []


@BOTH
def test_an_article_that_cannot_be_read_stays_alone(workers: int) -> None:
    given = articles(3)
    given[1] = Article("bad", "This is unreadable.")
    given[2] = Article("empty", "no end of a sentence")
    found = read(standin(workers=workers), given)
    assert [reading.problem for reading in found] == [None, "unreadable", "holds no sentence to read"]


def test_an_article_that_kills_its_process_is_named_and_the_rest_is_read() -> None:
    given = articles(40)
    given[7] = Article("deadly", "This is lethal.")
    found = read(standin(workers=2), given)
    assert [r.article.id for r in found if r.problem] == ["deadly"]
    assert found[7].problem == "the process that read it was killed by signal 9"


@BOTH
def test_a_missing_model_is_an_error(workers: int) -> None:
    recipe = Recipe(Settings(workers=workers), "tests.standin:Missing", "x")
    with pytest.raises(ExtractionError, match="the language model 'en_core_web_md' is not installed"):
        read(recipe, articles(3))


def test_a_process_that_cannot_start_is_an_error() -> None:
    recipe = Recipe(Settings(workers=2), "tests.standin:Broken", "x")
    with pytest.raises(ExtractionError, match="a worker process cannot start: .* ended with exit code 3"):
        read(recipe, articles(3))


def test_articles_are_taken_only_a_few_chunks_ahead() -> None:
    taken: list[Article] = []

    def source() -> Iterator[Article]:
        for article in articles(1000):
            taken.append(article)
            yield article

    readings = read_all(source(), standin(workers=2))
    next(readings)
    assert len(taken) <= 100
    readings.close()


def test_chunks_are_bounded_by_number_and_by_size() -> None:
    small = articles(40)
    assert sum(chunks(small), []) == small
    assert max(map(len, chunks(small))) == 16
    long = [Article(str(n), "x" * 30_000) for n in range(3)]
    assert [len(chunk) for chunk in chunks(long)] == [1, 1, 1]


def test_an_article_comes_through_the_wire_as_it_was() -> None:
    given = [
        Article("a", "x\ud800é😀\0", published=datetime(2016, 1, 2, 3, 4, tzinfo=UTC), id_from_file=True),
        Article("b", "", published=date(2016, 1, 2), url="u", title="t", author="a", publisher="p"),
    ]
    assert wire.articles_from_json(wire.articles_to_json(given)) == given


def test_the_setting_for_all_cores_counts_those_that_may_be_used() -> None:
    assert worker_count(3) == 3
    assert worker_count(0) == len(os.sched_getaffinity(0))


PARENT = """
from kg.engine import read_all
from kg.model import Article
from tests.standin import standin
import itertools
for reading in read_all((Article(str(n), "Then Ann came.") for n in itertools.count()), standin(workers=2)):
    print(flush=True)
"""


def state(pid: int) -> list[str]:
    """State, parent and the rest of what the system says of a process; a zombie where it is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return ["Z", "0"]


def gone(pid: int) -> bool:
    return state(pid)[0] == "Z"


def children(parent: int) -> list[int]:
    pids = (int(path.name) for path in Path("/proc").iterdir() if path.name.isdecimal())
    return [pid for pid in pids if state(pid)[1] == str(parent)]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGINT])
def test_workers_end_with_their_parent(sent: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], cwd=ROOT, stdout=-1, stderr=-1) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        workers = children(parent.pid)
        assert len(workers) == 2
        parent.send_signal(sent)
        parent.communicate(timeout=30)
    deadline = time.monotonic() + 30
    while not all(map(gone, workers)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert all(map(gone, workers))
