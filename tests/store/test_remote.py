"""What is particular to a store on a server: whole articles whatever happens, and the limits of each engine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import QueryError, StoreError
from kg.graph import HISTORY_GRAPH, MERGED_GRAPH
from kg.store import Solutions, Statements, Store, open_store, remote_journal
from kg.store.remote import RemoteStore
from kg.store.remote_http import HttpRefusal
from kg.store.remote_protocol import Protocol
from kg.store.remote_steps import steps
from kg.store.updates import INDEX
from tests.servers import PASSWORD, USER, emptied, virtuoso_server
from tests.store.answering import Answer, serving
from tests.store.graphs import article, graph

ANN, BOB = article("a"), article("b", "Bob spoke.")
NAMES = "SELECT ?name WHERE { GRAPH ?g { ?s <https://schema.org/name> ?name } } ORDER BY ?name"


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSGRAPH_STORE_USER", USER)
    monkeypatch.setenv("NEWSGRAPH_STORE_PASSWORD", PASSWORD)


@pytest.fixture(params=["oxigraph", "virtuoso"])
def url(request: pytest.FixtureRequest) -> str:
    found: str = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def store(url: str) -> Iterator[RemoteStore]:
    with emptied(url) as opened:
        assert isinstance(opened, RemoteStore)
        yield opened


class Cut(Exception):
    """The client is killed."""


class CutProtocol(Protocol):
    """Stops before the update or addition with this number."""

    left = 0

    def update(self, text: str) -> None:
        self._count()
        super().update(text)

    def add(self, graph: str, ntriples: bytes) -> None:
        self._count()
        super().add(graph, ntriples)

    def _count(self) -> None:
        if self.left == 0:
            raise Cut
        self.left -= 1


def cut_after(number: int, store: RemoteStore) -> RemoteStore:
    """The same store in small steps, on a client that is killed after ``number`` of them."""
    protocol = CutProtocol(store.protocol.address, store.protocol.connection)
    protocol.parameters = store.protocol.parameters
    protocol.left = number
    return RemoteStore(protocol, store.location, server="unknown", read_only=False)


def names(store: Store) -> list[str]:
    return [name for (name,) in store.select(NAMES).texts()]


def test_a_replacement_that_is_cut_anywhere_is_whole_or_not_at_all_for_the_next_writer(
    store: RemoteStore, url: str
) -> None:
    outcomes = []
    for number in range(20):
        with emptied(url) as fresh:
            fresh.replace(graph(ANN)[1])
        try:
            cut_after(number, store).replace(graph(BOB)[1], drop=[graph(ANN)[0]], origins={"b": "b.txt"})
        except Cut:
            ended = False
        else:
            ended = True
        with open_store(url) as again:
            outcomes.append((names(again), again.origin("b")))
        if ended:
            break
    old, new = (["Ann"], None), (["Bob"], "b.txt")
    assert outcomes[0] == old and outcomes[-1] == new
    assert outcomes == [old] * outcomes.count(old) + [new] * outcomes.count(new)
    # Something was both undone and done again.
    assert outcomes.count(old) > 1 and outcomes.count(new) > 2


def test_after_a_recovery_the_store_is_as_if_nothing_had_happened(store: RemoteStore, url: str) -> None:
    with pytest.raises(Cut):
        cut_after(4, store).replace(graph(BOB)[1])
    with open_store(url) as again:
        again.replace(graph(BOB)[1])
        recovered = sorted(map(str, again.match()))
    with emptied(url) as fresh:
        fresh.replace(graph(BOB)[1])
        assert sorted(map(str, fresh.match())) == recovered


def test_what_only_adds_to_the_graphs_of_resolution_is_not_written_down_first(
    store: RemoteStore, url: str
) -> None:
    node, named = NamedNode("http://e.org/s"), NamedNode("http://e.org/p")
    graphs = (MERGED_GRAPH, HISTORY_GRAPH, INDEX)
    quads = [Quad(node, named, Literal(graph), NamedNode(graph)) for graph in graphs]
    with pytest.raises(Cut):
        cut_after(1, store).change(quads, [])
    part = list(store.match(node, named))
    assert len(part) == 1 and part[0] in quads
    assert list(store.select(remote_journal.PARTS).texts()) == []
    # One step for each graph, and none for a journal.
    cut_after(3, store).change(quads, [])
    assert sorted(map(str, store.match(node, named))) == sorted(map(str, quads))
    with pytest.raises(Cut):
        cut_after(1, store).change([], quads)
    assert len(list(store.select(remote_journal.PARTS).texts())) == 1


def test_an_article_larger_than_a_request_may_be_is_stored_whole(store: RemoteStore, url: str) -> None:
    text = 'Ann met\u2028 Bob; \\ "x" ;\n.\t' * 3
    iri, nquads = graph(article("a", title=text))
    node, named = NamedNode(iri), NamedNode("http://e.org/p")
    many = "".join(
        f"{Quad(node, named, Literal(f'{text} {number}'), NamedNode(iri))} .\n" for number in range(25_000)
    )
    store.replace(nquads + many.encode())
    values = {quad.object.value for quad in store.match(node, named)}  # type: ignore[union-attr]
    assert values == {f"{text} {number}" for number in range(25_000)}


def test_an_update_is_taken_apart_into_steps_of_bounded_size() -> None:
    lines = [f'<http://e.org/s> <http://e.org/p> "{n} \u2028 ; x" .\n' for n in range(5)]
    update = (
        "DROP SILENT GRAPH <http://e.org/g>;\n"
        f"INSERT DATA {{ GRAPH <http://e.org/g> {{\n{''.join(lines)}}} }};\n"
        f"DELETE DATA {{ GRAPH <http://e.org/h> {{\n{lines[0]}}} }}"
    )
    found = list(steps(update, statements=2))
    assert [step.graph for step in found] == [
        None,
        "http://e.org/g",
        "http://e.org/g",
        "http://e.org/g",
        None,
    ]
    assert b"".join(step.ntriples for step in found) == "".join(lines).encode()
    assert [step.text.count("<http://e.org/s>") for step in found] == [0, 2, 2, 1, 1]
    assert found[4].text.startswith("DELETE DATA { GRAPH <http://e.org/h> {")


def test_graphs_of_others_on_the_same_server_are_left_alone(store: RemoteStore) -> None:
    store.protocol.update(
        "INSERT DATA { GRAPH <http://e.org/theirs> { <http://e.org/s> <http://e.org/p> 1 } }"
    )
    store.replace(graph(ANN)[1])
    assert store.graphs() == [graph(ANN)[0]]
    assert not any("e.org" in str(quad) for quad in store.quads())
    store.protocol.update("DROP SILENT GRAPH <http://e.org/theirs>")


def test_truth_values_come_back_as_they_were_written(store: RemoteStore) -> None:
    values = [Literal(True), Literal(False), Literal("1"), Literal(2)]
    node, named, merged = NamedNode("http://e.org/s"), NamedNode("http://e.org/p"), NamedNode(MERGED_GRAPH)
    store.change([Quad(node, named, value, merged) for value in values], [])
    for pattern in ({"graph": MERGED_GRAPH}, {"subject": node}, {"subject": node, "graph": MERGED_GRAPH}):
        assert {quad.object for quad in store.match(**pattern)} == set(values)  # type: ignore[arg-type]
    assert [q.object for q in store.match(node, named, Literal(True), MERGED_GRAPH)] == [Literal(True)]


def test_a_graph_that_a_query_makes_comes_statement_by_statement(store: RemoteStore) -> None:
    store.replace(graph(ANN)[1])
    found = store.query(
        "CONSTRUCT { ?s <http://e.org/p> ?n } WHERE { GRAPH ?g { ?s <https://schema.org/name> ?n } }"
    )
    assert isinstance(found, Statements)
    assert [(t.predicate.value, t.object.value) for t in found] == [("http://e.org/p", "Ann")]  # type: ignore[union-attr]


def test_there_is_no_store_where_none_was_made(url: str) -> None:
    with emptied(url) as store:
        assert isinstance(store, RemoteStore)
        store.protocol.update("DROP SILENT GRAPH <https://w3id.org/newsgraph/graph/store>")
    with pytest.raises(
        StoreError, match="there is no store here; make one with: kg build SOURCE --store URL"
    ):
        open_store(url)


def test_a_store_that_is_open_for_reading_refuses_changes(store: RemoteStore, url: str) -> None:
    with open_store(url, read_only=True) as reading, pytest.raises(StoreError, match="for reading only"):
        reading.replace(graph(ANN)[1])


def test_oxigraph_does_an_update_wholly_or_not_at_all_and_virtuoso_does_not(
    store: RemoteStore, url: str
) -> None:
    node = "<https://w3id.org/newsgraph/graph/merged>"
    first = f"INSERT DATA {{ GRAPH {node} {{ <http://e.org/s> <http://e.org/p> 1 }} }}"
    with pytest.raises(HttpRefusal):
        store.protocol.update(first + f";\nLOAD <http://127.0.0.1:9/nothing> INTO GRAPH {node}")
    assert len(list(store.match(graph=MERGED_GRAPH))) == (1 if url.endswith("-auth") else 0)


def test_rows_that_virtuoso_leaves_out_are_not_left_out_in_silence(tmp_path: Path) -> None:
    with virtuoso_server(tmp_path, most=20) as url, open_store(url, create=True) as store:
        store.replace(graph(ANN)[1])
        few = store.query("SELECT ?s WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 5")
        assert isinstance(few, Solutions) and len(list(few)) == 5
        many = store.query("SELECT ?s ?p ?t WHERE { GRAPH ?g { ?s ?p ?o } GRAPH ?h { ?t ?q ?u } }", name="q")
        assert isinstance(many, Solutions)
        with pytest.raises(QueryError, match="^q: the server gives 20 rows at most, and there may be more"):
            list(many)


@pytest.mark.parametrize(
    "body",
    [
        b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"uri","value":"http://e.org/1"}},',
        b"<html>",
    ],
)
def test_an_answer_that_is_cut_or_none_is_an_error_and_no_shorter_result(body: bytes) -> None:
    rows = [{"format": {"type": "literal", "value": "1"}}]
    marks = json.dumps({"head": {"vars": ["format"]}, "results": {"bindings": rows}}).encode()
    json_type = {"Content-Type": "application/sparql-results+json"}
    good: Answer = (200, json_type, marks)
    with serving(good, good, good, (200, json_type, body)) as server:
        with (
            open_store(server.url, read_only=True) as store,
            pytest.raises(QueryError, match="breaks off or is not"),
        ):
            list(store.query("SELECT ?x WHERE { ?x ?y ?z }"))  # type: ignore[arg-type]
