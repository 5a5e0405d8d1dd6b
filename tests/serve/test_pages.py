"""The pages for people: short words for IRIs, and what a screen reader needs."""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx
import pytest

from kg.serve import ServeOptions
from kg.serve.app import create_app
from kg.serve.pages import short_iri
from kg.serve.pool import Pool
from kg.settings import Settings

ARTICLE = "https://w3id.org/newsgraph/article/798a396c767444d5d16d4f78417f6f71"


@pytest.mark.parametrize(
    ("iri", "words"),
    [
        (ARTICLE, "798a396c7674…"),
        (f"{ARTICLE}#m3", "798a396c7674…#m3"),
        ("https://w3id.org/newsgraph/event/798a396c767444d5d16d4f78417f6f71-m3", "798a396c7674…-m3"),
        ("https://example.org/", "example.org"),
        ("https://example.org/2016/talks.html", "example.org/…/talks.html"),
        ("http://example.org/" + "a" * 60, "example.org/…/" + "a" * 40 + "…"),
        ("http://[", "["),
    ],
)
def test_a_link_says_the_last_part_of_its_iri(iri: str, words: str) -> None:
    assert short_iri(iri) == words


def test_a_table_says_what_it_is_and_links_lead_to_whole_iris(client: httpx.Client) -> None:
    page = client.get("/queries/meetings-of.html", params={"person": "Anna Berg"}).text
    [meeting, *_] = client.get("/queries/meetings-of.json", params={"person": "Anna Berg"}).json()["results"][
        "bindings"
    ]
    iri = meeting["meeting"]["value"]
    assert f'<a href="{iri}" title="{iri}" rel="nofollow noreferrer">{short_iri(iri)}</a>' in page
    assert '<caption id="caption">Which meetings is a person reported in, with whom?</caption>' in page
    assert '<th scope="col">quote</th>' in page
    assert f'<td class="words">{meeting["quote"]["value"]}</td>' in page


def test_a_field_is_described_by_its_hint(client: httpx.Client) -> None:
    page = client.get("/queries/meetings-of.html").text
    assert ' required aria-describedby="hint-person">' in page
    assert '<small id="hint-person">A full name' in page


@pytest.mark.parametrize("confined", [True, False])
def test_a_server_says_so_where_the_kernel_cannot_confine_queries(
    store: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, confined: bool
) -> None:
    monkeypatch.setattr(Pool, "confined", confined)
    caplog.set_level("WARNING")
    app = create_app(str(store), ServeOptions(), Settings(query_processes=1))

    async def start() -> None:
        async with app.router.lifespan_context(app):
            pass

    asyncio.run(start())
    said = [f"{store}: the kernel cannot keep queries from the network here"]
    assert [message.partition(" (")[0] for message in caplog.messages] == ([] if confined else said)
