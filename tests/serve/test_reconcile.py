"""Reconciliation Service API 0.2, with the requests that OpenRefine sends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.serve.server import running

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


def test_4_a_description_tells_namesakes_apart(client: httpx.Client) -> None:
    found = ask(client, q0={"query": "Anna Berg"}, q1={"query": "Vienna"})
    assert found["q0"][0]["description"].startswith("Prime Minister of Norway")
    assert found["q1"][0]["description"].startswith("Austria")
    [suggested] = client.get("/reconcile/suggest/entity", params={"prefix": "anna b"}).json()["result"]
    assert suggested["description"] == found["q0"][0]["description"]


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
        '{"q0": {"query": "a", "limit": NaN}}',
        '{"q0": {"query": "a", "limit": -Infinity}}',
        *(f'{{"q0": {{"query": "a", "limit": {limit}}}}}' for limit in ("-1", "0", "1.5", "true", '"3"')),
        '{"q0": {"query": "a", "properties": "x"}}',
        '{"q0": {"query": "a", "properties": [{"v": "x"}]}}',
        "[" * 5000,
    ],
)
def test_4_a_batch_of_another_shape_is_refused(client: httpx.Client, queries: str) -> None:
    assert client.post("/reconcile", data={"queries": queries}).status_code == 400


def test_4_half_a_character_is_refused_in_words_of_json(client: httpx.Client) -> None:
    for queries in ('{"\\ud800": {"query": "a"}}', '{"q0": {"query": "\\udc00"}}'):
        response = client.post("/reconcile", data={"queries": queries})
        assert (response.status_code, response.json()["detail"]) == (
            400, "the parameter queries has half a character (\\ud800 to \\udfff)",
        )  # fmt: skip
    whole = '{"q0": {"query": "\\ud83d\\ude00"}}'
    assert client.post("/reconcile", data={"queries": whole}).json() == {"q0": {"result": []}}


def test_4_a_batch_that_is_too_long_is_refused(client: httpx.Client) -> None:
    size = client.get("/reconcile").json()["batchSize"]
    queries = json.dumps({f"q{number}": {"query": ""} for number in range(size + 1)})
    assert client.post("/reconcile", data={"queries": queries}).status_code == 413


def test_4_the_iri_of_an_entity_stands_for_it(client: httpx.Client) -> None:
    id = ask(client, q0={"query": "Anna Berg"})["q0"][0]["id"]
    [found] = ask(client, q0={"query": id})["q0"]
    assert (found["id"], found["name"], found["match"]) == (id, "Anna Berg", True)


def test_4_properties_tell_namesakes_apart(client: httpx.Client) -> None:
    def asked(*properties: dict[str, Any]) -> tuple[float, bool, list[dict[str, Any]]]:
        best = ask(client, q0={"query": "Vienna", "type": PLACE, "properties": list(properties)})["q0"][0]
        return best["score"], best["match"], best["features"]

    likeness = {"id": "name_likeness", "value": 100.0}
    right, wrong = {"pid": "country", "v": " austria"}, {"pid": "countryCode", "v": ["US", 7, {"id": "x"}]}
    assert asked(right) == (100, True, [likeness, {"id": "country", "value": True}])
    assert asked(wrong) == (80, False, [likeness, {"id": "countryCode", "value": False}])
    assert asked(right, wrong)[:2] == (90, False)
    assert asked({"pid": "unknown", "v": None}) == (100, True, [likeness])


def test_a_callback_is_no_script(client: httpx.Client) -> None:
    """JSONP is optional (§3.3), and would let any page read answers."""
    answer = client.get("/reconcile", params={"callback": "evil"})
    assert (answer.headers["content-type"], answer.text[:1]) == ("application/json", "{")


def test_3_3_the_page_of_openrefine_reads_answers_where_it_is_allowed(store: Path) -> None:
    origin = "http://127.0.0.1:3333"
    with running(store, "--cors", origin) as address:
        manifest = httpx.get(f"{address}/reconcile", headers={"Origin": origin})
        asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
        allowed = httpx.options(f"{address}/reconcile", headers=asked)
    assert manifest.headers["access-control-allow-origin"] == origin
    assert (allowed.status_code, "POST" in allowed.headers["access-control-allow-methods"]) == (200, True)


def test_5_a_preview_shows_the_entity_in_a_frame(client: httpx.Client) -> None:
    id = ask(client, q0={"query": "Anna Berg", "type": PERSON})["q0"][0]["id"]
    page = client.get("/reconcile/preview", params={"id": id})
    assert "<h1>Anna Berg</h1>" in page.text
    assert "frame-ancestors *" in page.headers["content-security-policy"]
    assert client.get("/reconcile/preview", params={"id": "https://example.org/none"}).status_code == 404


def test_6_the_beginning_of_a_name_is_completed(client: httpx.Client) -> None:
    found = client.get("/reconcile/suggest/entity", params={"prefix": "ber"}).json()["result"]
    assert [entity["name"] for entity in found] == ["Anna Berg"]
    rest = client.get("/reconcile/suggest/entity", params={"prefix": "ber", "cursor": 1}).json()["result"]
    assert rest == []
    by_iri = client.get("/reconcile/suggest/entity", params={"prefix": found[0]["id"]}).json()["result"]
    assert by_iri == found
    kinds = client.get("/reconcile/suggest/type", params={"prefix": "p"}).json()["result"]
    assert [kind["name"] for kind in kinds] == ["Person", "Place"]
    columns = client.get("/reconcile/suggest/property", params={"prefix": "first"}).json()["result"]
    assert [column["id"] for column in columns] == ["firstMeeting"]
    assert client.get("/reconcile/suggest/entity", params={"prefix": "a", "cursor": "x"}).status_code == 400


def extend(client: httpx.Client, ids: list[str], *properties: dict[str, Any]) -> dict[str, Any]:
    """The answer to a data extension query, sent as OpenRefine sends it."""
    query = json.dumps({"ids": ids, "properties": properties})
    response = client.post("/reconcile", data={"extend": query})
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    assert client.get("/reconcile", params={"extend": query}).json() == answer
    return answer


def test_7_columns_are_filled_from_the_graph(client: httpx.Client) -> None:
    berg, weiss = (ask(client, q0={"query": name})["q0"][0]["id"] for name in ("Anna Berg", "Jonas Weiß"))
    wanted = [
        {"id": id}
        for id in ("offices", "formerOffices", "officesOf", "meetings", "firstMeeting", "lastMeeting", "met")
    ]
    answer = extend(client, [berg, weiss, "https://example.org/none"], *wanted)
    assert answer["meta"][0] == {"id": "offices", "name": "Offices"}
    assert answer["meta"][-1] == {"id": "met", "name": "People met", "type": {"id": PERSON}}
    assert answer["rows"][berg] == {
        "offices": [{"str": "Prime Minister of Norway"}],
        "formerOffices": [{"str": "minister"}],
        "officesOf": [{"str": "Norway"}],
        "meetings": [{"int": 2}],
        "firstMeeting": [{"str": "2020"}],
        "lastMeeting": [{"str": "2021-03-09"}],
        "met": [{"id": weiss, "name": "Jonas Weiß"}],
    }
    assert answer["rows"][weiss]["met"] == [{"id": berg, "name": "Anna Berg"}]
    assert answer["rows"]["https://example.org/none"] == {property["id"]: [] for property in wanted}


@pytest.mark.parametrize(("type", "number"), [("", 14), ("https://example.org/none", 0)])
def test_7_a_type_without_entities_has_no_columns_and_no_type_has_all(
    client: httpx.Client, type: str, number: int
) -> None:
    proposed = client.get("/reconcile/properties", params={"type": type}).json()
    assert len(proposed["properties"]) == number


def test_7_places_have_columns_of_their_own(client: httpx.Client) -> None:
    proposed = client.get("/reconcile/properties", params={"type": PLACE, "limit": 3}).json()
    assert proposed == {
        "type": PLACE,
        "limit": 3,
        "properties": [
            {"id": "names", "name": "Other names"},
            {"id": "country", "name": "Country"},
            {"id": "countryCode", "name": "Country code"},
        ],
    }
    vienna = ask(client, q0={"query": "Vienna"})["q0"][0]["id"]
    wanted = [{"id": id} for id in ("country", "countryCode", "latitude", "geonames", "meetings", "articles")]
    assert extend(client, [vienna], *wanted)["rows"][vienna] == {
        "country": [{"str": "Austria"}],
        "countryCode": [{"str": "AT"}],
        "latitude": [{"float": 48.20849}],
        "geonames": [{"str": "https://sws.geonames.org/2761369/"}],
        "meetings": [{"int": 1}],
        "articles": [{"int": 1}],
    }


def test_7_a_property_may_be_limited(client: httpx.Client) -> None:
    norway = ask(client, q0={"query": "Norway"})["q0"][0]["id"]
    for limit, number in ((1, 1), ("1", 1), (0, 1)):
        answer = extend(client, [norway], {"id": "country", "settings": {"limit": limit}})
        assert len(answer["rows"][norway]["country"]) == number
    assert [
        setting["name"] for setting in client.get("/reconcile").json()["extend"]["property_settings"]
    ] == ["limit"]


@pytest.mark.parametrize(
    "query",
    [
        "[]",
        "{}",
        '{"ids": [1], "properties": []}',
        '{"ids": [], "properties": [1]}',
        '{"ids": [], "properties": [{"id": "nothing"}]}',
        '{"ids": [], "properties": [{"id": "names", "settings": {"limit": -1}}]}',
        '{"ids": [], "properties": [{"id": "names", "settings": "x"}]}',
    ],
)
def test_7_a_query_of_another_shape_is_refused(client: httpx.Client, query: str) -> None:
    assert client.post("/reconcile", data={"extend": query}).status_code == 400


def test_7_no_id_is_read_as_part_of_a_query(client: httpx.Client) -> None:
    ids = ["> } CLEAR ALL #", "a b", "", "<x>", "https://w3id.org/newsgraph/person/x> <y"]
    assert extend(client, ids, {"id": "names"})["rows"] == {id: {"names": []} for id in ids}
