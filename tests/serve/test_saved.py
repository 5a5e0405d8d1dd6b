"""Saved queries over HTTP: parameters, formats, pages."""

from __future__ import annotations

import csv
import io

import httpx
import pytest

from tests.serve.server import rows

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


def table(response: httpx.Response) -> list[dict[str, str]]:
    """The rows of a CSV answer."""
    assert response.status_code == 200, response.text
    return list(csv.DictReader(io.StringIO(response.text, newline="")))


def test_parameters_stand_in_the_url(client: httpx.Client) -> None:
    found = table(
        client.get("/queries/meetings-of.csv", params={"person": "jonas weiß", "status": "occurred"})
    )
    assert {(row["person"], row["other"], row["place"]) for row in found} >= {
        ("Jonas Weiß", "Anna Berg", "Vienna")
    }


@pytest.mark.parametrize(
    ("path", "accept", "media_type"),
    [
        ("roles", "", "application/sparql-results+json"),
        ("roles", "text/csv", "text/csv; charset=utf-8"),
        ("roles", BROWSER["Accept"], "text/html; charset=utf-8"),
        ("roles.csv", BROWSER["Accept"], "text/csv; charset=utf-8"),
        ("roles.json", "text/csv", "application/sparql-results+json"),
        ("roles.html", "", "text/html; charset=utf-8"),
        ("roles.xml", "", "application/sparql-results+xml"),
        ("roles.tsv", "", "text/tab-separated-values; charset=utf-8"),
        ("roles.jsonl", "", "application/x-ndjson"),
    ],
)
def test_a_suffix_goes_before_accept(client: httpx.Client, path: str, accept: str, media_type: str) -> None:
    response = client.get(f"/queries/{path}", headers={"Accept": accept})
    assert (response.status_code, response.headers["content-type"]) == (200, media_type)


def test_all_formats_have_the_same_rows(client: httpx.Client) -> None:
    expected = [row["person"] for row in rows(client.get("/queries/roles.json"))]
    assert expected.count("Anna Berg") == 2
    assert [row["person"] for row in table(client.get("/queries/roles.csv"))] == expected


def test_an_optional_parameter_left_empty_restricts_nothing(client: httpx.Client) -> None:
    given = client.get("/queries/meetings-of.csv", params={"person": "Anna Berg", "status": ""})
    assert given.text == client.get("/queries/meetings-of.csv", params={"person": "Anna Berg"}).text


@pytest.mark.parametrize(
    ("params", "detail"),
    [
        ({}, "needs the parameter 'person'"),
        ({"person": "x", "preson": "y"}, "has no parameter 'preson'; did you mean 'person'?"),
    ],
)
def test_a_wrong_parameter_is_named(client: httpx.Client, params: dict[str, str], detail: str) -> None:
    response = client.get("/queries/meetings-of", params=params)
    assert response.status_code == 400
    assert detail in response.json()["detail"]


def test_an_ill_typed_parameter_is_refused(client: httpx.Client) -> None:
    response = client.get("/queries/meetings-between", params={"from": "soon", "to": "2016"})
    assert (response.status_code, "a date such as" in response.json()["detail"]) == (400, True)


def test_a_parameter_is_given_once(client: httpx.Client) -> None:
    assert client.get("/queries/meetings-of?person=a&person=b").status_code == 400


def test_a_person_first_sees_the_form(client: httpx.Client) -> None:
    page = client.get("/queries/meetings-of", headers=BROWSER)
    assert (page.status_code, 'name="person" value="" required' in page.text, "<td>" in page.text) == (
        200,
        True,
        False,
    )


def test_a_person_sees_what_is_wrong_beside_the_form(client: httpx.Client) -> None:
    page = client.get("/queries/meetings-between.html", params={"from": "soon", "to": "2016"})
    assert page.status_code == 400
    assert "a date such as 2016-10-15" in page.text
    assert 'value="soon"' in page.text


def test_the_list_has_every_query_with_its_parameters(client: httpx.Client) -> None:
    listed = {query["name"]: query for query in client.get("/queries").json()}
    assert [p["name"] for p in listed["meetings-of"]["parameters"]][0] == "person"
    assert listed["roles"]["summary"] in client.get("/queries", headers=BROWSER).text


def test_the_list_is_json_or_a_page_and_nothing_else(client: httpx.Client) -> None:
    listed = client.get("/queries", headers={"Accept": "application/json, text/turtle"})
    assert listed.headers["content-type"] == "application/json"
    refused = client.get("/queries", headers={"Accept": "text/turtle"})
    assert (refused.status_code, refused.json()["detail"]) == (406, "there are application/json, text/html")


@pytest.mark.parametrize(
    ("path", "accept", "status"),
    [
        ("/queries", "", 200),
        ("/queries", "text/html", 200),
        ("/queries", "text/turtle", 406),
        ("/sparql", "text/html", 200),
        ("/sparql", "text/turtle", 200),
        ("/sparql?query=ASK%7B%7D", "image/png", 406),
        ("/queries/meetings-of.html", "", 200),
        ("/queries/roles", "text/csv", 200),
        ("/queries/roles", "image/png", 406),
        ("/graphs", "text/csv", 406),
        ("/.well-known/void", "text/csv", 406),
    ],
)
def test_what_depends_on_accept_says_so_to_caches(
    client: httpx.Client, path: str, accept: str, status: int
) -> None:
    response = client.get(path, headers={"Accept": accept})
    assert (response.status_code, response.headers["vary"]) == (status, "Accept")


def test_the_description_has_a_path_for_every_query(client: httpx.Client) -> None:
    described = client.get("/openapi.json").json()
    listed = {f"/queries/{query['name']}" for query in client.get("/queries").json()}
    assert listed <= set(described["paths"])
    person = described["paths"]["/queries/meetings-of"]["get"]["parameters"][0]
    assert (person["name"], person["in"], person["required"]) == ("person", "query", True)
    assert described["paths"]["/reconcile/preview"]["get"]["parameters"][0]["required"] is True
    proposed = described["paths"]["/reconcile/properties"]["get"]["parameters"]
    assert [parameter["name"] for parameter in proposed] == ["type", "limit"]


def test_an_unknown_query_is_not_found(client: httpx.Client) -> None:
    assert client.get("/queries/nobody").status_code == 404
    assert "there is no saved query" in client.get("/queries/nobody.csv").json()["detail"]


@pytest.mark.parametrize("suffix", ["exe", "CSV", "parquet", ""])
def test_an_unknown_suffix_is_told_from_an_unknown_query(client: httpx.Client, suffix: str) -> None:
    response = client.get(f"/queries/roles.{suffix}")
    assert response.status_code == 404
    assert response.json()["detail"].startswith(
        "the query has no format of this name; there are json, xml, csv, tsv, jsonl, html, turtle, "
    )
