"""What docs/engines.md says of engines, found by asking them: when one of these fails, an engine has learnt
something, and the table there is to be changed.
"""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import MERGED_GRAPH
from kg.store import Store, open_store
from kg.store.remote import RemoteStore

MERGED = NamedNode(MERGED_GRAPH)
NAME = NamedNode("http://e.org/name")
# Texts of more than some twenty characters, last first.
TEXTS = [f"{letter} is the name of somebody whom nobody knows" for letter in "dcba"]


def filled(store: Store) -> Store:
    node = NamedNode("http://e.org/s")
    for text in TEXTS:
        store.change([Quad(node, NAME, Literal(text), MERGED)], [])
    store.change([Quad(node, NamedNode("http://e.org/is"), Literal(True), MERGED)], [])
    store.change([Quad(node, NamedNode("http://e.org/is"), Literal(1), MERGED)], [])
    return store


def is_virtuoso(store: Store) -> bool:
    return isinstance(store, RemoteStore) and store.location.endswith("sparql-auth")


def found(store: Store, where: str, rest: str = "") -> list[str]:
    rows = store.select(f"SELECT ?x WHERE {{ {where} }} {rest}").texts()
    return [value for (value,) in rows]


def test_texts_are_ordered_by_characters_as_str_on_all(store: Store) -> None:
    filled(store)
    where = f"GRAPH {MERGED} {{ ?s {NAME} ?x }}"
    assert found(store, where, "ORDER BY STR(?x)") == sorted(TEXTS)
    smaller = f"{where} GRAPH {MERGED} {{ ?s {NAME} ?y }} FILTER(STR(?x) < STR(?y) && STRSTARTS(?y, 'b'))"
    assert found(store, smaller) == [TEXTS[3]]


def test_a_truth_value_and_its_number_are_one_in_virtuoso(store: Store) -> None:
    filled(store)
    number = len(list(store.match(predicate=NamedNode("http://e.org/is"))))
    assert number == (1 if is_virtuoso(store) else 2)


def test_an_empty_group_names_no_graph_in_virtuoso(store: Store) -> None:
    filled(store)
    assert (MERGED_GRAPH in found(store, "GRAPH ?x { }")) is not is_virtuoso(store)
    assert store.graphs() == [MERGED_GRAPH]


def test_a_second_writer_is_not_noticed_by_a_server(store: Store) -> None:
    if isinstance(store, RemoteStore):
        with open_store(store.protocol.address.query.removesuffix("/query")) as second:
            filled(second)
            assert found(store, f"GRAPH {MERGED} {{ ?s {NAME} ?x }}", "ORDER BY STR(?x)") == sorted(TEXTS)
