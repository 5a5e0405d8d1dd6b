"""What every store must do: one suite, run on each kind of store."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.articles.identity import digest
from kg.errors import GraphError, QueryError
from kg.graph import MERGED_GRAPH, literals
from kg.store import Store
from tests.store.graphs import FINGERPRINT, article, graph

ANN, BOB = article("a"), article("b", "Bob spoke.")
EVERYBODY = "SELECT ?name WHERE { ?s <https://schema.org/name> ?name } ORDER BY ?name"


def statements(store: Store) -> list[str]:
    return sorted(str(quad) for quad in store.quads())


def names(store: Store) -> list[str]:
    return [name for (name,) in store.select(EVERYBODY).rows()]


def merged(*names: str) -> list[Quad]:
    node, named = NamedNode("http://e.org/p"), NamedNode("http://e.org/name")
    return [Quad(node, named, Literal(name), NamedNode(MERGED_GRAPH)) for name in names]


def test_a_new_store_holds_no_statement_of_its_own(store: Store) -> None:
    assert statements(store) == []
    assert store.counts()["articles"] == 0


def test_a_graph_that_is_added_twice_is_there_once(store: Store) -> None:
    store.replace(graph(ANN)[1])
    before = statements(store)
    store.replace(graph(ANN)[1])
    assert statements(store) == before
    assert store.counts()["articles"] == 1


def test_the_statements_are_counted_as_they_are_read_without_the_bookkeeping(store: Store) -> None:
    store.replace(graph(ANN)[1])
    assert store.counts()["statements"] == len(statements(store))


def test_replacing_drops_the_old_graphs_with_the_new_one_in_one_step(store: Store) -> None:
    store.replace(graph(ANN)[1])
    iri, nquads = graph(BOB)
    store.replace(nquads, drop=[graph(ANN)[0]])
    assert names(store) == ["Bob"]


def test_several_graphs_are_replaced_together(store: Store) -> None:
    store.replace(graph(ANN)[1] + graph(BOB)[1])
    store.replace(graph(BOB)[1] + graph(article("c", "Cid spoke."))[1], drop=[graph(ANN)[0]])
    assert names(store) == ["Bob", "Cid"]


def test_a_statement_outside_of_any_article_is_refused_and_changes_nothing(store: Store) -> None:
    store.replace(graph(ANN)[1])
    before = statements(store)
    with pytest.raises(GraphError, match="outside of any article"):
        store.replace(graph(BOB)[1] + b"<http://e.org/s> <http://e.org/p> <http://e.org/o> .\n")
    assert statements(store) == before


def test_dropping_takes_away_exactly_one_graph(store: Store) -> None:
    store.replace(graph(BOB)[1])
    before = statements(store)
    store.replace(graph(ANN)[1])
    store.drop(graph(ANN)[0])
    assert statements(store) == before
    store.drop(graph(ANN)[0])
    assert statements(store) == before


def test_an_article_is_found_by_iri_digest_id_and_url(store: Store) -> None:
    given = article("a", url="https://e.org/a?x=1&y=<2>")
    iri, nquads = graph(given)
    store.replace(nquads)
    stored = store.article(iri)
    assert stored is not None
    assert (stored.iri, stored.ids, stored.urls) == (iri, ("a",), ("https://e.org/a?x=1&y=<2>",))
    assert (stored.digest, stored.fingerprint) == (digest(given), FINGERPRINT)
    assert store.with_digest(digest(given)) == stored
    assert store.at_address(given) == [stored]
    assert [store.named(n) for n in ("a", given.url or "", iri, "b", "<>")] == [[stored]] * 3 + [[], []]
    assert list(store.articles()) == [stored]


def test_an_address_is_the_url_or_else_the_id(store: Store) -> None:
    store.replace(graph(article("a", url="https://e.org/1"))[1])
    assert store.at_address(article("a")) == []
    assert len(store.at_address(article("z", url="https://e.org/1"))) == 1


def test_copies_are_found_under_their_own_ids(store: Store) -> None:
    copy = article("c", url="https://e.org/c", title="Ann")
    store.replace(graph(ANN, copy)[1])
    (stored,) = store.articles()
    assert stored.sources == (ANN, copy)
    assert store.at_address(copy) == [stored]


def test_articles_that_change_are_pending_until_they_are_settled(store: Store) -> None:
    assert store.merged_is_current
    store.replace(graph(ANN)[1])
    store.replace(graph(BOB)[1])
    both = sorted([graph(ANN)[0], graph(BOB)[0]])
    assert store.pending() == both
    store.settle(both[:1])
    assert store.pending() == both[1:]
    store.settle(both[1:])
    assert store.merged_is_current
    store.drop(graph(ANN)[0])
    assert store.pending() == [graph(ANN)[0]]


def test_a_change_adds_and_takes_out_statements_together(store: Store) -> None:
    store.change(merged("Ann", "Bob"), [])
    store.change(merged("Cid"), merged("Ann"))
    assert statements(store) == sorted(map(str, merged("Bob", "Cid")))
    store.change([], merged("Bob", "Cid", "Dan"))
    assert statements(store) == []


def test_values_come_back_as_they_were(store: Store) -> None:
    nasty = 'x" } ; DROP ALL # \\u0022 \\" <a> \n\t\r \u202e 😀 \x01'
    store.replace(graph(article("a", title=nasty, author="}>\"'"))[1])
    (stored,) = store.articles()
    assert (stored.sources[0].title, stored.sources[0].author) == (nasty, "}>\"'")


TIMES = (
    "2016", "2016-10", "2016-10-15", "2016-10-15T09:30:00Z", "2016-10-15T09:30:00", "2016-10-15T09:30:00-04:00",
    "2016-10-15T09:30:00.5Z", "2016-10-15T09:30:00.65323Z", "2016-10-15T09:30:10.000001Z",
    "2016-10-15T09:30:00.248027Z", "2016-10-15T09:30:00.20304Z", "2016-10-15T09:30:10.25+02:00",
)  # fmt: skip


@pytest.mark.parametrize("graph", [MERGED_GRAPH, None], ids=["a whole graph", "all graphs"])
def test_times_of_every_precision_come_back_as_they_were_written(store: Store, graph: str | None) -> None:
    node, at = NamedNode("http://e.org/p"), NamedNode("http://e.org/at")
    written = [Quad(node, at, literals.time(time), NamedNode(MERGED_GRAPH)) for time in TIMES]
    store.change(written, [])
    assert sorted(map(str, store.quads(graph))) == sorted(map(str, written))
    rows = store.select("SELECT ?time WHERE { ?s <http://e.org/at> ?time }")
    assert sorted(time for (time,) in rows.texts()) == sorted(TIMES)


def test_the_file_that_gave_an_id_is_remembered_and_is_nobodys_fact(store: Store) -> None:
    store.replace(graph(ANN)[1], origins={"a": "/news/a.txt"})
    store.replace(graph(BOB)[1], origins={"b": "/news/b.txt"})
    store.replace(graph(ANN)[1], origins={"a": "/old/a.txt"})
    assert [store.origin(id) for id in "abc"] == ["/old/a.txt", "/news/b.txt", None]
    assert not any("a.txt" in line for line in statements(store))


def test_a_syntax_error_names_the_query_the_line_and_the_column(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        store.query("SELECT *\nWHERE { ?s ?p }", name="mine")
    assert (caught.value.query, caught.value.line, caught.value.column) == ("mine", 2, 16)
    assert str(caught.value).startswith("mine:2:16: syntax error in 'WHERE { ?s ?p }': expected one of")


def test_an_undeclared_prefix_is_named_as_such(store: Store) -> None:
    with pytest.raises(QueryError, match="the prefix is not declared"):
        store.query("SELECT * WHERE { ?s foo:bar ?o }")


def test_a_bound_value_is_the_value_and_nothing_else(store: Store) -> None:
    store.replace(graph(ANN)[1])
    for name in ("Ann", 'Ann" || "1"="1', "?name", "\\u0022 ) } #"):
        rows = store.select(
            "SELECT ?s WHERE { ?s <https://schema.org/name> ?n FILTER(?n = ?_name) }", _name=Literal(name)
        )
        assert len(list(rows)) == (1 if name == "Ann" else 0)
