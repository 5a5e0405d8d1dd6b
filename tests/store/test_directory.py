"""The Oxigraph directory: what it refuses, and what it survives."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreBusyError, StoreError
from kg.store import open_store
from kg.store.embedded import EmbeddedStore
from kg.store.updates import mark_format
from tests.store.graphs import article, graph

ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
from kg.store import open_store
from tests.store.graphs import article, graph
with open_store(sys.argv[1], create=True) as store:
    for number in range(int(sys.argv[2])):
        store.replace(graph(article(f"a{number}", f"Ann{number} spoke " + "and spoke " * 200))[1])
        print(number, flush=True)
    print("all", flush=True)
    sys.stdin.read()
"""


def start_writer(path: Path, articles: int, before: str = "") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", before + WRITER, str(path), str(articles)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def line_of(writer: subprocess.Popen[str]) -> str:
    assert writer.stdout is not None
    return writer.stdout.readline().strip()


def end(writer: subprocess.Popen[str]) -> str:
    return writer.communicate(timeout=60)[1]


def test_what_was_written_is_there_when_the_store_is_opened_again(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.kg", create=True) as store:
        store.replace(graph(article("a"))[1])
    with open_store(tmp_path / "s.kg", read_only=True) as store:
        assert [a.ids for a in store.articles()] == [("a",)]


def test_a_store_that_is_not_there_is_made_only_when_asked(tmp_path: Path) -> None:
    for read_only in (True, False):
        with pytest.raises(StoreError, match="there is no store here; make one with: kg build"):
            open_store(tmp_path / "s.kg", read_only=read_only)
    assert not (tmp_path / "s.kg").exists()


def test_an_empty_directory_becomes_a_store(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        assert store.counts()["statements"] == 0


def test_a_directory_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("x")
    with pytest.raises(StoreError, match=r"is a directory of something else \(it holds 'thesis.tex'\)"):
        open_store(tmp_path, create=True)
    assert os.listdir(tmp_path) == ["thesis.tex"]


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "s.kg").write_text("x")
    with pytest.raises(StoreError, match="is a file; a store is a directory"):
        open_store(tmp_path / "s.kg", create=True)


def test_an_oxigraph_store_of_something_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    quad = Quad(NamedNode("http://e.org/s"), NamedNode("http://e.org/p"), Literal("o"))
    pyoxigraph.Store(tmp_path / "other").add(quad)
    with pytest.raises(StoreError, match="holds an Oxigraph store of something else"):
        open_store(tmp_path / "other", create=True)
    assert list(pyoxigraph.Store(tmp_path / "other")) == [quad]


@pytest.mark.parametrize("read_only", [True, False])
def test_a_newer_format_is_refused_and_left_alone(tmp_path: Path, read_only: bool) -> None:
    pyoxigraph.Store(tmp_path / "s.kg").update(mark_format(99))
    with pytest.raises(StoreError, match="has format 99 of a newer newsgraph"):
        open_store(tmp_path / "s.kg", read_only=read_only)


def test_a_damaged_store_is_an_error_that_names_it(tmp_path: Path) -> None:
    open_store(tmp_path / "s.kg", create=True).close()
    (tmp_path / "s.kg" / "CURRENT").write_text("nonsense\n")
    with pytest.raises(StoreError, match="s.kg: the store cannot go on"):
        open_store(tmp_path / "s.kg")


def test_a_store_that_is_open_for_reading_refuses_changes(tmp_path: Path) -> None:
    open_store(tmp_path / "s.kg", create=True).close()
    with (
        open_store(tmp_path / "s.kg", read_only=True) as store,
        pytest.raises(StoreError, match="for reading only"),
    ):
        store.replace(graph(article("a"))[1])


def test_a_second_build_is_told_to_wait_and_a_reader_sees_whole_articles(tmp_path: Path) -> None:
    writer = start_writer(tmp_path / "s.kg", 3)
    while line_of(writer) != "all":
        pass
    with pytest.raises(StoreBusyError, match="another build is writing to this store"):
        open_store(tmp_path / "s.kg", create=True)
    with open_store(tmp_path / "s.kg", read_only=True) as store:
        assert sorted(a.ids for a in store.articles()) == [("a0",), ("a1",), ("a2",)]
    assert end(writer) == ""


def test_one_process_cannot_write_through_two_stores(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.kg", create=True), pytest.raises(StoreBusyError):
        open_store(tmp_path / "s.kg")


def test_a_killed_writer_leaves_whole_articles(tmp_path: Path) -> None:
    writer = start_writer(tmp_path / "s.kg", 10_000)
    while line_of(writer) != "20":
        pass
    writer.send_signal(signal.SIGKILL)
    end(writer)
    with open_store(tmp_path / "s.kg") as store:
        stored = {a.ids[0]: a for a in store.articles()}
        assert len(stored) >= 21
        for number in range(len(stored)):
            text = f"Ann{number} spoke " + "and spoke " * 200
            iri, nquads = graph(article(f"a{number}", text))
            assert {str(q) + " ." for q in store.quads(iri)} == set(nquads.decode().splitlines())


def test_a_full_disk_is_named_and_what_is_stored_stays_whole(tmp_path: Path) -> None:
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
    writer = start_writer(tmp_path / "s.kg", 10_000, before=limit)
    message = end(writer)
    assert "StoreError" in message
    assert "the disk is full" in message
    with open_store(tmp_path / "s.kg") as store:
        assert all(a.fingerprint for a in store.articles())
        assert store.counts()["articles"] > 0


def files(path: Path) -> set[str]:
    return {file.name for file in path.glob("*.sst")}


def test_a_store_is_put_in_order_after_much_was_written_and_left_alone_after_little(tmp_path: Path) -> None:
    path = tmp_path / "much.kg"
    with open_store(path, create=True) as store:
        for part in range(20):
            store.replace(graph(article(f"a{part}", f"Ann{part} spoke " + "and spoke " * 200))[1])
    with open_store(path) as store:
        assert isinstance(store, EmbeddedStore)
        found = files(path)
        store.compact()
        assert files(path) == found  # nothing was written since it was opened
        for part in range(20):
            store.replace(graph(article(f"b{part}", f"Bea{part} spoke " + "and spoke " * 200))[1])
        store.engine.flush()
        many, written = files(path), sorted(map(str, store.quads()))
        store.compact()
        assert sorted(map(str, store.quads())) == written
    assert len(files(path)) < len(many)
