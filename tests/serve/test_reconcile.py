"""Reconciliation Service API 0.2, with the requests that OpenRefine sends."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

PERSON = "https://schema.org/Person"
PLACE = "https://schema.org/Place"


def ask(client: httpx.Client, **queries: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The candidates of a batch as OpenRefine sends it: a form with one JSON field."""
    response = client.post("/reconcile", data={"queries": json.dumps(queries)})
    assert response.status_code == 200, response.text
    return {key: value["result"] for key, value in response.json().items()}


def test_3_the_manifest_says_what_is_offered(client: httpx.Client) -> None:
    manifest = client.get("/reconcile").json()
    assert manifest["versions"] == ["0.2"]
    assert [kind["id"] for kind in manifest["defaultTypes"]] == [
        PERSON, "https://schema.org/Organization", PLACE,
    ]  # fmt: skip
    assert "{{id}}" in manifest["view"]["url"]
    assert "{{id}}" in manifest["preview"]["url"]


def test_4_a_name_finds_its_entity(client: httpx.Client) -> None:
    found = ask(client, q0={"query": "anna berg", "type": PERSON, "type_strict": "should", "limit": 3})
    best = found["q0"][0]
    assert (best["name"], best["score"], best["match"]) == ("Anna Berg", 100.0, True)
    assert best["type"] == [{"id": PERSON, "name": "Person"}]
    assert best["id"].startswith("https://w3id.org/newsgraph/person/")


def test_4_a_name_that_is_only_like_it_is_no_match(client: httpx.Client) -> None:
    best = ask(client, q0={"query": "Ana Berg"})["q0"][0]
    assert (best["name"], best["match"]) == ("Anna Berg", False)
    assert 80 < best["score"] < 100


def test_4_a_batch_is_answered_by_its_keys(client: httpx.Client) -> None:
    found = ask(client, q0={"query": "Vienna"}, q1={"query": "zzzz qqqq"}, q2={"query": ""})
    assert [candidate["name"] for candidate in found["q0"]][:1] == ["Vienna"]
    assert (found["q1"], found["q2"]) == ([], [])


def test_4_a_type_restricts_the_candidates(client: httpx.Client) -> None:
    assert ask(client, q0={"query": "Vienna", "type": [PERSON]})["q0"] == []
    assert ask(client, q0={"query": "Vienna", "type": PLACE})["q0"][0]["match"] is True


def test_4_a_batch_is_sent_by_get_too(client: httpx.Client) -> None:
    response = client.get("/reconcile", params={"queries": json.dumps({"q0": {"query": "Jonas Weiß"}})})
    assert response.json()["q0"]["result"][0]["name"] == "Jonas Weiß"


@pytest.mark.parametrize(
    "queries",
    [
        "[]",
        "nonsense",
        '{"q0": 1}',
        '{"q0": {"query": 1}}',
        '{"q0": {"query": "a", "limit": "x"}}',
        "[" * 5000,
    ],
)
def test_4_a_batch_of_another_shape_is_refused(client: httpx.Client, queries: str) -> None:
    assert client.post("/reconcile", data={"queries": queries}).status_code == 400


def test_5_a_preview_shows_the_entity_in_a_frame(client: httpx.Client) -> None:
    id = ask(client, q0={"query": "Anna Berg", "type": PERSON})["q0"][0]["id"]
    page = client.get("/reconcile/preview", params={"id": id})
    assert "<h1>Anna Berg</h1>" in page.text
    assert "frame-ancestors *" in page.headers["content-security-policy"]
    assert client.get("/reconcile/preview", params={"id": "https://example.org/none"}).status_code == 404


def test_6_the_beginning_of_a_name_is_completed(client: httpx.Client) -> None:
    found = client.get("/reconcile/suggest/entity", params={"prefix": "ber"}).json()["result"]
    assert [entity["name"] for entity in found] == ["Anna Berg"]
    kinds = client.get("/reconcile/suggest/type", params={"prefix": "p"}).json()["result"]
    assert [kind["name"] for kind in kinds] == ["Person", "Place"]
