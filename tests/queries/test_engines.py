"""The shipped queries give the same rows, in the same order, whatever server keeps the store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pyoxigraph import RdfFormat, serialize

from kg.graph import MERGED_GRAPH
from kg.query import load_queries, run
from kg.store import Solutions, Store
from tests.queries.test_portable import EXAMPLES
from tests.servers import PASSWORD, USER, emptied

QUERIES = load_queries()


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def copy(request: pytest.FixtureRequest, store: Store) -> Iterator[Store]:
    """The store of the small articles, copied to a server."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("NEWSGRAPH_STORE_USER", USER)
        environment.setenv("NEWSGRAPH_STORE_PASSWORD", PASSWORD)
        with emptied(request.getfixturevalue(request.param)) as opened:
            for graph in store.article_graphs():
                opened.replace(serialize(store.quads(graph), format=RdfFormat.N_QUADS) or b"")
            opened.change(list(store.match(graph=MERGED_GRAPH)), [])
            yield opened


def rows(store: Store, name: str, params: dict[str, str]) -> list[tuple[str, ...]]:
    solutions = run(store, name, params)
    assert isinstance(solutions, Solutions)
    return list(solutions.texts())


@pytest.mark.parametrize("optional", [False, True])
@pytest.mark.parametrize("name", QUERIES)
def test_a_server_gives_the_rows_of_the_directory_in_the_same_order(
    store: Store, copy: Store, name: str, optional: bool
) -> None:
    given = {
        p.name: EXAMPLES[p.name]
        for p in QUERIES[name].params
        if p.name in EXAMPLES and (p.required or optional)
    }
    assert rows(copy, name, given) == rows(store, name, given)


def test_every_statement_comes_back_as_it_was_written(store: Store, copy: Store) -> None:
    assert sorted(map(str, copy.quads())) == sorted(map(str, store.quads()))
    assert copy.graphs() == store.graphs()
    assert copy.counts() == store.counts()


PREFIXES = """PREFIX : <https://w3id.org/newsgraph/>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX schema: <https://schema.org/>
"""
PROPERTY_FROM_VALUES = """SELECT ?text WHERE {
  VALUES (?property ?what) {
    (:unexplained "sentence") (:unresolvedName "name") (:unresolvedPlace "place") (:boilerplate "boilerplate")
  }
  GRAPH ?graph {
    ?report :sentenceCount ?read ; ?property ?mention .
    ?mention nif:beginIndex ?begin ; nif:anchorOf ?text .
    ?graph schema:identifier ?article .
  }
} ORDER BY STR(?text)"""
EXISTS_IN_OPTIONAL = """SELECT ?url WHERE {
  GRAPH ?graph { ?graph a schema:NewsArticle ; schema:identifier ?article . }
  OPTIONAL {
    GRAPH ?graph { ?graph schema:url ?url . }
    FILTER(
      EXISTS { GRAPH ?graph { ?graph :copy ?copy . ?copy schema:identifier ?article ; schema:url ?url . } }
      || (NOT EXISTS { GRAPH ?graph { ?graph :copy/schema:identifier ?article . } }
        && NOT EXISTS { GRAPH ?graph { ?graph :copy/schema:url ?url . } })
    )
  }
} ORDER BY COALESCE(STR(?url), "")"""


STR_OF_A_TEXT = (
    """SELECT ?x WHERE { GRAPH ?g { ?article a schema:NewsArticle . } BIND(LCASE(STR("Weiß")) AS ?x) }"""
)


@pytest.mark.parametrize("text", [PROPERTY_FROM_VALUES, EXISTS_IN_OPTIONAL, STR_OF_A_TEXT])
def test_what_docs_engines_says_that_virtuoso_loses_is_still_lost(
    store: Store, copy: Store, text: str
) -> None:
    ours, theirs = (list(s.select(PREFIXES + text).texts()) for s in (store, copy))
    assert (theirs == ours) is not copy.location.endswith("sparql-auth")
