from __future__ import annotations

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from kg.store.binding import bind, variables

X = {"_x": Literal("v"), "_i": NamedNode("http://e.org/i")}


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("{ ?s ?p ?_x }", '{ ?s ?p "v" }'),
        ("{ ?s $_x ?_xy }", '{ ?s "v" ?_xy }'),
        ("GRAPH ?_i { }", "GRAPH <http://e.org/i> { }"),
        ("FILTER(?a<?_x && ?b>?_x)", 'FILTER(?a<"v" && ?b>"v")'),
        ("FILTER(BOUND( ?_x ) || !bound(?_y))", "FILTER(true || !bound(?_y))"),
        ("# what ?_x isn't\n?_x", '# what ?_x isn\'t\n"v"'),
        ("<http://e.org/?_x> ?_x", '<http://e.org/?_x> "v"'),
        ("'it\\'s ?_x' ?_x", "'it\\'s ?_x' \"v\""),
        ('"""a "?_x" b""" ?_x', '"""a "?_x" b""" "v"'),
        ("'''it's ?_x''' ?_x", "'''it's ?_x''' \"v\""),
        ("ex:a\\'b ?_x", 'ex:a\\\'b "v"'),
    ],
)
def test_a_value_takes_the_place_of_the_variable_and_of_nothing_else(text: str, bound: str) -> None:
    assert bind(text, X) == bound


def test_variables_are_listed_once_in_their_order() -> None:
    text = "SELECT ?b { ?a ?b '?no' # ?not\n <http://e.org/?nor> FILTER(bound(?_c)) }"
    assert variables(text) == ["b", "a", "_c"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_through_a_query_unchanged(value: str) -> None:
    text = bind("SELECT (?_x AS ?y) ('?_x' AS ?z) WHERE {}", {"_x": Literal(value)})
    ((y, z),) = pyoxigraph.Store().query(text)  # type: ignore[misc]
    assert (y, z) == (Literal(value), Literal("?_x"))
