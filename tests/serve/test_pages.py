"""The pages for people: short words for IRIs, and what a screen reader needs."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kg.serve import ServeOptions
from kg.serve.app import create_app
from kg.serve.pages import short_iri
from kg.serve.pool import Pool
from kg.settings import Settings
from tests.serve.server import running

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


OWN = {
    "numbers": "#+ pagination: 2\nSELECT ?x { VALUES ?x { 1 2 3 4 5 } FILTER(?x > ?_above_integer) } ORDER BY ?x",
    "many": "SELECT ?x { ?x ?p ?o . ?y ?q ?z } LIMIT 1001",
    "all": "SELECT ?x { ?x ?p ?o . ?y ?q ?z } LIMIT 1000",
    "graph": "CONSTRUCT { ?s ?p ?_value } { BIND(<a:s> AS ?s) BIND(<a:p> AS ?p) }",
    "yes": "ASK {}",
}
HTML = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.fixture(scope="module")
def own(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client, as a browser is one, of a server with the queries ``OWN``."""
    folder = tmp_path_factory.mktemp("own")
    for name, text in OWN.items():
        (folder / f"{name}.rq").write_text(text, encoding="utf-8")
    with (
        running(store, "--queries", str(folder)) as address,
        httpx.Client(base_url=address, timeout=30, headers=HTML) as opened,
    ):
        yield opened


def links(page: str) -> list[str]:
    """Where the links of a page lead to, without those that every page has."""
    return [html.unescape(link) for link in re.findall('href="([^"]*)"', page)][4:]


def test_pages_of_rows_lead_to_each_other(own: httpx.Client) -> None:
    first = own.get("/queries/numbers.html", params={"above": "1"})
    assert [link for link in links(first.text) if link[0] == "?"] == ["?above=1&page=2"]
    second = own.get("/queries/numbers.html?above=1&page=2")
    assert [link for link in links(second.text) if link[0] == "?"] == [
        "?above=1&page=1", "?above=1&page=3",
    ]  # fmt: skip
    assert "/queries/numbers.csv?above=1&page=2" in links(second.text)
    last = own.get("/queries/numbers.html?above=2&page=2")
    assert [link for link in links(last.text) if link[0] == "?"] == ["?above=2&page=1"]
    assert "other formats" not in first.text + second.text + last.text


def test_a_page_that_has_not_all_rows_says_so_and_no_other(own: httpx.Client) -> None:
    said = "A page shows the first 1000 rows; the other formats have all."
    pages = {name: own.get(f"/queries/{name}.html").text for name in ("many", "all", "yes")}
    assert {name: said in page for name, page in pages.items()} == {"many": True, "all": False, "yes": False}
    assert pages["many"].count("<td") == pages["all"].count("<td") == 1000


def test_every_link_of_a_page_leads_to_an_answer(own: httpx.Client) -> None:
    listed = links(own.get("/queries").text)
    assert "/queries/graph" in listed
    assert "/queries/yes.html" in listed
    for link in listed:
        page = own.get(link)
        assert page.status_code == 200, link
        for format in links(page.text):
            if format.startswith("/queries/"):
                assert own.get(format).status_code == 200, format


def test_the_form_of_a_graph_gives_the_graph(own: httpx.Client) -> None:
    form = own.get("/queries/graph").text
    assert '<form action="/queries/graph.turtle"' in form
    assert own.get("/queries/graph.turtle?value=<b>").text == '<a:s> <a:p> "<b>" .\n'


def test_a_wrong_query_stays_in_its_field_with_what_is_wrong(own: httpx.Client) -> None:
    text = "SELECT * { <script>alert('x')</script> }"
    page = own.get("/sparql", params={"query": text})
    assert (page.status_code, page.headers["content-type"]) == (400, "text/html; charset=utf-8")
    assert f"{html.escape(text, quote=False)}".replace("'", "&#39;") + "</textarea>" in page.text
    assert re.search('<p role="alert">[^<]*error at 1:[^<]*</p>', page.text)
    assert "<script" not in page.text


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nothing", 404, "the start page lists what there is"),
        ("/queries/nobody", 404, "/queries lists them"),
        ("/queries/graph.html?value=x", 406, "this answer cannot be written as html"),
        ("/queries/numbers.html?above=1&page=0", 400, "there is no page 0"),
        ("/sparql?query=", 400, "there is no query"),
        ("/reconcile?queries=1", 400, "queries is a JSON object"),
    ],
)
def test_what_goes_wrong_is_a_page_for_a_person_and_json_for_a_program(
    own: httpx.Client, path: str, status: int, words: str
) -> None:
    page = own.get(path)
    assert (page.status_code, page.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert words in page.text
    assert "Accept" in page.headers["vary"]
    for accept in ("*/*", "application/json"):
        told = own.get(path.replace(".html", ""), headers={"Accept": accept})
        if told.status_code != 200:  # a graph is an answer for a program
            assert told.headers["content-type"] == "application/problem+json"


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
