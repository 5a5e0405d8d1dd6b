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
