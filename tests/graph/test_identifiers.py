"""IRIs are the same on every machine, and differ where things differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from kg.graph import MERGED_GRAPH, article_iri, entity_iri, event_iri
from kg.graph.identifiers import is_iri, published_text
from kg.model import Article

ARTICLE = Article("a", "Text.", url="https://news.example/a", published=date(2021, 3, 10))


def test_an_article_iri_is_a_hash_of_address_text_and_date_of_publication() -> None:
    # printf "https://news.example/a\0Text.\0%s" 2021-03-10 | sha256sum | head -c 32
    assert article_iri(ARTICLE) == "https://w3id.org/newsgraph/article/1c540c347c8d0e6b11384859fb663e8d"


def test_an_article_without_an_address_is_known_by_its_id() -> None:
    assert article_iri(replace(ARTICLE, url=None)) != article_iri(ARTICLE)
    assert article_iri(replace(ARTICLE, url=None, id="https://news.example/a")) == article_iri(ARTICLE)


@pytest.mark.parametrize("change", [{"text": "Text"}, {"url": "https://news.example/b"}, {"published": None}])
def test_another_text_address_or_date_is_another_article(change: dict[str, str]) -> None:
    assert article_iri(replace(ARTICLE, **change)) != article_iri(ARTICLE)


@pytest.mark.parametrize(
    "change", [{"title": "T"}, {"publisher": "P"}, {"source": "/tmp/a.txt"}, {"id": "b"}]
)
def test_what_does_not_change_the_article_leaves_its_iri(change: dict[str, str]) -> None:
    assert article_iri(replace(ARTICLE, **change)) == article_iri(ARTICLE)


@pytest.mark.parametrize(
    ("published", "text"),
    [
        (None, None),
        (date(2021, 3, 10), "2021-03-10"),
        (datetime(2021, 3, 10, 9, 30), "2021-03-10T09:30:00"),
        (datetime(2021, 3, 10, 9, 30, tzinfo=UTC), "2021-03-10T09:30:00Z"),
        (
            datetime(2021, 3, 10, 9, 30, 0, 500_000, timezone(timedelta(hours=-5))),
            "2021-03-10T09:30:00.5-05:00",
        ),
        # XSD knows no zones of seconds, nor any farther than 14 hours from UTC.
        (datetime(2021, 3, 10, 9, 30, tzinfo=timezone(timedelta(seconds=30))), "2021-03-10T09:29:30Z"),
        (datetime(2021, 3, 10, 9, 30, tzinfo=timezone(timedelta(hours=20))), "2021-03-09T13:30:00Z"),
    ],
)
def test_a_date_of_publication_has_one_form(published: date | None, text: str | None) -> None:
    assert published_text(published) == text


def test_entities_read_well_and_keys_that_look_alike_stay_apart() -> None:
    berg = entity_iri("person", "Anna Berg", "a#p1")
    assert berg.startswith("https://w3id.org/newsgraph/person/anna-berg-")
    others = {entity_iri("person", "Anna Berg", "b#p1"), entity_iri("organization", "Anna Berg", "a#p1")}
    assert len({berg, *others}) == 3


def test_a_name_in_another_script_has_an_iri_too() -> None:
    name = entity_iri("person", "Анна", "a#p1").removeprefix("https://w3id.org/newsgraph/person/")
    assert name.isascii() and name.isalnum() and len(name) == 12


def test_an_event_is_named_after_the_first_report_of_it() -> None:
    report = article_iri(ARTICLE) + "#m1"
    assert event_iri(report) == article_iri(ARTICLE).replace("/article/", "/event/") + "-m1"
    assert MERGED_GRAPH == "https://w3id.org/newsgraph/graph/merged"


@pytest.mark.parametrize(
    "text", ["https://e.org/a\r", "a:b\x85", "a:b\x7f", "a:b c", "a:\ud800", "a:%zz", "", "Ann Lee"]
)
def test_what_the_store_could_not_name_is_no_iri(text: str) -> None:
    assert not is_iri(text)


@pytest.mark.parametrize(
    "text", ["https://w3id.org/newsgraph/article/1c54#p1", "urn:x", "https://e.org/Weiß"]
)
def test_an_iri_is_absolute_and_in_any_script(text: str) -> None:
    assert is_iri(text)
