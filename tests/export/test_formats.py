"""Whole stores as files: complete, in order, readable by others, and the same for the same articles."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import networkx as nx
import pytest
import rdflib

from kg.articles import digest
from kg.build import bring_up_to_date
from kg.cli import export as export_command
from kg.errors import ExportError
from kg.export import FORMATS, to_networkx, write_export
from kg.graph import report_nquads
from kg.model import (
    Article,
    Coverage,
    Meeting,
    Mention,
    Office,
    Participation,
    Person,
    Place,
    Report,
    TimeValue,
)
from kg.store import Store, memory_store

TEXT = "Ann Lee met the Premier of Ruritania in Strelsau on May 4, 2011."
SENTENCE = Mention(0, len(TEXT), TEXT)


def mention(words: str) -> Mention:
    """These words of the text."""
    begin = TEXT.index(words)
    return Mention(begin, begin + len(words), words)


def report(id: str, *, url: str, status: str = "occurred", day: str = "2011-05-04") -> Report:
    """What the text says, in an article of this id and address."""
    participations = (
        Participation("p1", "person", "attendee", None, None, mention("Ann Lee"), SENTENCE, 0.9),
        Participation(
            "o1", "office", "host", "Premier", "Ruritania", mention("the Premier of Ruritania"), SENTENCE, 0.8
        ),
    )
    time = TimeValue(day, "stated", mention("May 4, 2011"))
    meeting = Meeting(
        "m1", "meeting", status, time, None, "l1", participations, (mention("met"),), (SENTENCE,)  # type: ignore[arg-type]
    )  # fmt: skip
    return Report(
        article=Article(id, TEXT, url=url, title='=HYPERLINK("http://evil.example","Ann")'),
        persons=(Person("p1", "Ann Lee", (mention("Ann Lee"),)),),
        organizations=(),
        places=(Place("l1", "Strelsau", (mention("Strelsau"),), country="Ruritania"),),
        offices=(Office("o1", "Premier", "Ruritania", (mention("the Premier of Ruritania"),)),),
        groups=(),
        roles=(),
        meetings=(meeting,),
        coverage=Coverage(1),
        model="test 1",
    )


REPORTS = (
    report("a", url="https://example.org/a"),
    report("b", url="https://example.org/b"),
    report("planned", url="https://example.org/planned", status="planned", day="2011-08-20"),
)


def filled(store: Store, reports: Sequence[Report]) -> Store:
    """``store`` with these reports, written in this order."""
    for one in reports:
        key = digest(one.article) + one.article.id  # one text, kept apart for the test
        store.replace(report_nquads(one, digest=key, fingerprint="test"))
    bring_up_to_date(store)
    return store


@pytest.fixture
def store() -> Iterator[Store]:
    with memory_store() as empty:
        yield filled(empty, REPORTS)


def exported(store: Store, format: str) -> bytes:
    """The whole export as bytes."""
    stream = io.BytesIO()
    write_export(store, format, stream)
    return stream.getvalue()


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"csv"}))
def test_the_order_in_which_articles_came_changes_no_byte(store: Store, format: str) -> None:
    with memory_store() as other:
        filled(other, REPORTS[::-1])
        assert exported(store, format) == exported(other, format)


def test_tables_are_the_same_whatever_the_order(store: Store, tmp_path: Path) -> None:
    with memory_store() as other:
        filled(other, REPORTS[::-1])
        write_export(store, "csv", tmp_path / "one")
        write_export(other, "csv", tmp_path / "other")
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert names == ["articles.csv", "edges.csv", "meetings.csv", "mentions.csv", "nodes.csv", "roles.csv"]
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # it warns of its own use of itself
@pytest.mark.parametrize(
    ("format", "rdflib_name"), [("trig", "trig"), ("nquads", "nquads"), ("jsonld", "json-ld")]
)
def test_rdflib_reads_every_statement_with_its_graph(store: Store, format: str, rdflib_name: str) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=exported(store, format), format=rdflib_name)
    found = {str(graph.identifier): len(graph) for graph in dataset.graphs() if len(graph)}
    assert found == {graph: len(list(store.quads(graph))) for graph in store.graphs()}


def test_rdflib_reads_every_statement_of_turtle(store: Store) -> None:
    graph = rdflib.Graph().parse(data=exported(store, "turtle"), format="turtle")
    assert len(graph) == len({quad.triple for quad in store.quads()})


def test_n_quads_are_sorted_lines_graph_by_graph(store: Store) -> None:
    lines = exported(store, "nquads").decode().splitlines()
    assert len(lines) == len(list(store.quads()))
    graphs = [line.rsplit(" ", 2)[1] for line in lines]
    assert list(zip(graphs, lines, strict=True)) == sorted(zip(graphs, lines, strict=True))


def test_the_bookkeeping_of_the_store_is_not_exported(store: Store) -> None:
    assert b"newsgraph/graph/store" not in exported(store, "nquads")


def test_two_articles_on_one_meeting_of_a_pair_are_one_edge_and_what_was_planned_is_none(
    store: Store,
) -> None:
    network = to_networkx(store)
    labels = {data["label"]: data["kind"] for _, data in network.nodes(data=True)}
    assert labels == {"Ann Lee": "person", "Premier of Ruritania": "office"}
    ((_, _, edge),) = network.edges(data=True)
    assert edge == {
        "date": "2011-05-04", "place": "Strelsau", "country": "Ruritania", "types": "meeting",
        "count": 1, "weight": 1, "articles": "a; b", "quote": TEXT, "url": "https://example.org/a",
    }  # fmt: skip


def test_networks_are_read_back_by_networkx(store: Store) -> None:
    expected = sorted(data["label"] for _, data in to_networkx(store).nodes(data=True))
    for format, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        network = read(io.BytesIO(exported(store, format)))
        assert sorted(data["label"] for _, data in network.nodes(data=True)) == expected
        ((_, _, edge),) = network.edges(data=True)
        assert (edge["date"], edge["place"], edge["count"], edge["articles"]) == (
            "2011-05-04", "Strelsau", 1, "a; b",
        )  # fmt: skip


def test_no_cell_of_the_tables_is_run_by_a_spreadsheet(store: Store, tmp_path: Path) -> None:
    write_export(store, "csv", tmp_path)
    with (tmp_path / "articles.csv").open(encoding="utf-8", newline="") as stream:
        headlines = {row["headline"] for row in csv.DictReader(stream)}
    assert headlines == {'\'=HYPERLINK("http://evil.example","Ann")'}


def test_edges_and_nodes_have_the_columns_that_gephi_reads(store: Store, tmp_path: Path) -> None:
    write_export(store, "csv", tmp_path)
    with (tmp_path / "edges.csv").open(encoding="utf-8", newline="") as stream:
        (edge,) = csv.DictReader(stream)
    with (tmp_path / "nodes.csv").open(encoding="utf-8", newline="") as stream:
        label = {row["Id"]: row["Label"] for row in csv.DictReader(stream)}
    assert {label[edge["Source"]], label[edge["Target"]]} == {"Ann Lee", "Premier of Ruritania"}
    assert (edge["Type"], edge["count"], edge["articles"]) == ("Undirected", "1", "a; b")
    assert (edge["quote"], edge["url"]) == (TEXT, "https://example.org/a")


def test_an_unknown_format_is_named_with_the_known_ones(store: Store) -> None:
    with pytest.raises(ExportError, match="no export format 'xls'; there are turtle, trig"):
        write_export(store, "xls", io.BytesIO())


def test_tables_cannot_go_to_a_stream(store: Store) -> None:
    with pytest.raises(ExportError, match="csv is several files; name a folder"):
        write_export(store, "csv", io.BytesIO())


def test_a_target_that_cannot_be_written_is_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="nquads: cannot be written: .*No such file"):
        write_export(store, "nquads", tmp_path / "none" / "a.nq")
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match="csv: cannot be written"):
        write_export(store, "csv", tmp_path / "file")


def test_a_file_appears_whole_or_not_at_all(store: Store, tmp_path: Path) -> None:
    write_export(store, "nquads", tmp_path / "a.nq")
    assert [path.name for path in tmp_path.iterdir()] == ["a.nq"]
    assert (tmp_path / "a.nq").read_bytes() == exported(store, "nquads")


def test_the_command_offers_exactly_these_formats() -> None:
    assert tuple(FORMATS) == export_command.FORMATS


def test_another_process_with_another_hash_seed_writes_the_same_prefixes() -> None:
    code = (
        "import sys\n"
        "from pyoxigraph import NamedNode, Quad\n"
        "from kg.graph.serialization import write_quads\n"
        "node = NamedNode('https://w3id.org/newsgraph/article/1#m1')\n"
        "write_quads([Quad(node, node, node, node)], 'trig', sys.stdout.buffer)"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
