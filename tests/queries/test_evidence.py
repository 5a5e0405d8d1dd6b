"""Rows that rest on words of an article say where these stand, how sure they are, and the address of the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kg.build import bring_up_to_date
from kg.graph import report_nquads
from kg.query import load_queries, run
from kg.store import Solutions, Store, memory_store
from kg.store.supports import supports
from tests.export.test_path import told

COLUMNS = ["dateBasis", "confidence", "quoteBegin", "quoteEnd", "articleUrl"]


@pytest.fixture(scope="module")
def disagreeing() -> Iterator[Store]:
    """Two articles with addresses, one of which denies what the other tells."""
    with memory_store() as opened:
        for id, status in (("h", "occurred"), ("i", "denied")):
            report = told(id, "Jo Kane, Kit Lund, Lea Mohn", on="2020-05-04", status=status)  # type: ignore[arg-type]
            article = replace(report.article, url=f"https://news.example/{id}")
            report = replace(report, article=article)
            opened.replace(report_nquads(report, digest=id, fingerprint="F"))
        bring_up_to_date(opened)
        yield opened


def rows(store: Store, query: str, **params: str) -> list[dict[str, str]]:
    solutions = run(store, query, params)
    assert isinstance(solutions, Solutions)
    return [dict(zip(solutions.variables, row, strict=True)) for row in solutions.texts()]


@pytest.mark.parametrize("query", ["sources", "conflicts", "first-and-last-meeting"])
def test_each_row_leads_to_the_words_and_the_article(disagreeing: Store, query: str) -> None:
    given = {
        p.name: {"person": "Kane", "other": "Lund"}[p.name]
        for p in load_queries()[query].params
        if p.required
    }
    found = rows(disagreeing, query, **given)
    assert found
    for row in found:
        assert list(row)[-5:] == COLUMNS
        text = "Jo Kane, Kit Lund, Lea Mohn met."
        assert text[int(row["quoteBegin"]) : int(row["quoteEnd"])] == row["quote"] != ""
        assert row["articleUrl"] == f"https://news.example/{row['article']}"
        assert row["confidence"] == "1"


def test_only_a_date_has_a_basis(disagreeing: Store) -> None:
    found = {(row["kind"], row["dateBasis"]) for row in rows(disagreeing, "sources")}
    assert found == {("actor", ""), ("status", ""), ("time", "stated")}
    first = rows(disagreeing, "first-and-last-meeting", person="Kane", other="Lund")
    assert {row["dateBasis"] for row in first} == {"stated"}


def test_one_fact_is_shown_as_among_all(disagreeing: Store) -> None:
    everything = rows(disagreeing, "sources")
    for fact in {row["fact"] for row in everything}:
        assert rows(disagreeing, "sources", fact=fact) == [row for row in everything if row["fact"] == fact]


def test_why_shows_the_same_evidence_as_sources(disagreeing: Store) -> None:
    for row in rows(disagreeing, "sources"):
        told_by = {s.statement: s for s in supports(disagreeing, row["fact"])}[row["statement"]]
        shown = (told_by.basis, told_by.confidence, told_by.begin, told_by.end, told_by.url)
        assert shown == tuple(row[column] for column in COLUMNS)
