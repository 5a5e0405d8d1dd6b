"""The query files are plain SPARQL 1.1: another engine gives the same rows, and each says what it asks."""

from __future__ import annotations

import io
from functools import cache

import pytest
import rdflib
from pyoxigraph import NamedNode, RdfFormat, serialize

from kg.query import SavedQuery, load_queries
from kg.query.parameters import read_values
from kg.store import Solutions, Store
from kg.store.binding import bind

# rdflib's Dataset uses what it deprecates itself.
pytestmark = pytest.mark.filterwarnings(r"ignore:Dataset\.:DeprecationWarning")

QUERIES = load_queries()
EXAMPLES = {
    "person": "Berg",
    "other": "Weiß",
    "name": "Berg",
    "place": "austria",
    "from": "2020-11",
    "to": "2021-04",
}


def bound(query: SavedQuery, *, optional: bool) -> str:
    """The text of the query with example values for the parameters it must have, and for the others."""
    wanted = {p.name for p in query.params if p.name in EXAMPLES and (p.required or optional)}
    return bind(query.text, read_values(query.name, query.params, {n: EXAMPLES[n] for n in wanted}))


@cache
def in_rdflib(nquads: bytes) -> rdflib.Dataset:
    """The quads in an engine that has nothing in common with Oxigraph."""
    return rdflib.Dataset().parse(io.BytesIO(nquads), format="nquads")  # type: ignore[return-value]


@pytest.mark.parametrize("optional", [False, True])
@pytest.mark.parametrize("name", QUERIES)
def test_another_engine_gives_the_same_rows(store: Store, name: str, optional: bool) -> None:
    text = bound(QUERIES[name], optional=optional)
    found = store.query(text)
    assert isinstance(found, Solutions)
    # rdflib writes a date-time in UTC with +00:00 instead of Z.
    ours = [tuple(t.replace("30:00Z", "30:00+00:00") for t in row) for row in found.texts()]
    other = in_rdflib(serialize(store.quads(), format=RdfFormat.N_QUADS) or b"")
    theirs = [tuple("" if t is None else str(t) for t in row) for row in other.query(text)]  # type: ignore[union-attr]
    assert sorted(theirs) == sorted(ours)


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_says_what_it_asks_and_explains_each_parameter(name: str) -> None:
    query = QUERIES[name]
    assert query.summary.endswith("?")
    assert query.description and query.tags
    assert all(parameter.help for parameter in query.params)


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_has_one_order_of_rows(name: str) -> None:
    assert "\nORDER BY " in QUERIES[name].text


def test_the_merged_graph_that_queries_name_is_the_one_that_is_written(store: Store) -> None:
    merged = NamedNode("https://w3id.org/newsgraph/graph/merged")
    assert any(store.match(graph=merged.value))
