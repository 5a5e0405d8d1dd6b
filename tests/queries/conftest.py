"""A store of the three small articles, and a way to ask it a shipped query."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from kg.build import bring_up_to_date
from kg.graph import report_nquads
from kg.query import run
from kg.store import Solutions, Store, memory_store
from tests.graph.reports import call, oslo, vienna

Ask = Callable[..., list[dict[str, str]]]


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """The articles vienna (also given as wien), oslo and call, with their merged graph."""
    copy = replace(vienna().article, id="wien", url="https://other.example/1", title="In Vienna")
    with memory_store() as opened:
        for report, also in ((vienna(), [copy]), (oslo(), []), (call(), [])):
            opened.replace(report_nquads(report, digest=report.article.id, fingerprint="F", also=also))
        bring_up_to_date(opened)
        yield opened


@pytest.fixture
def ask(store: Store) -> Ask:
    """Runs a query by name with parameters; rows as texts by column, without the columns that are empty."""

    def rows(query: str, /, **params: str) -> list[dict[str, str]]:
        solutions = run(store, query, {name.rstrip("_"): value for name, value in params.items()})
        assert isinstance(solutions, Solutions)
        columns = solutions.variables
        return [{c: t for c, t in zip(columns, row, strict=True) if t} for row in solutions.texts()]

    return rows


@pytest.fixture
def columns(store: Store) -> Callable[..., list[str]]:
    """The columns of a query by name."""

    def names(query: str, /, **params: str) -> list[str]:
        solutions = run(store, query, params)
        assert isinstance(solutions, Solutions)
        return list(solutions.variables)

    return names
