"""SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/), clause by clause."""

from __future__ import annotations

import httpx
import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Graph, URIRef

from tests.serve.server import rows

MERGED = "https://w3id.org/newsgraph/graph/merged"
NAMES = "PREFIX s: <https://schema.org/> SELECT ?name { ?p a s:Person ; s:name ?name } ORDER BY ?name"
PEOPLE = ["Anna Berg", "Jonas Weiß"]
ASK = "ASK { ?s ?p ?o }"
CONSTRUCT = "PREFIX s: <https://schema.org/> CONSTRUCT { ?p s:name ?n } { ?p a s:Person ; s:name ?n }"


def names(response: httpx.Response) -> list[str]:
    """The column ``name``."""
    return [row["name"] for row in rows(response)]


def test_2_1_1_a_query_is_sent_by_get(client: httpx.Client) -> None:
    assert names(client.get("/sparql", params={"query": NAMES})) == PEOPLE


def test_2_1_2_a_query_is_sent_by_post_as_a_form(client: httpx.Client) -> None:
    assert names(client.post("/sparql", data={"query": NAMES})) == PEOPLE


def test_2_1_3_a_query_is_sent_by_post_directly(client: httpx.Client) -> None:
    headers = {"Content-Type": "application/sparql-query"}
    assert names(client.post("/sparql", content=NAMES.encode(), headers=headers)) == PEOPLE


@pytest.mark.parametrize(
    "kind", ["application/sparql-query; charset=utf-8", "application/sparql-query;charset=UTF-8"]
)
def test_2_1_3_the_text_is_utf_8(client: httpx.Client, kind: str) -> None:
    text = 'SELECT ?name { BIND("Weiß" AS ?name) }'
    response = client.post("/sparql", content=text.encode(), headers={"Content-Type": kind})
    assert names(response) == ["Weiß"]


@pytest.mark.parametrize(
    "parameters",
    ["charset=iso-8859-1", "foo=bar; charset=iso-8859-1", 'a="b;c" ;CHARSET="latin1"', "charset="],
)
def test_2_1_3_another_charset_is_refused(client: httpx.Client, parameters: str) -> None:
    headers = {"Content-Type": f"application/sparql-query; {parameters}"}
    assert client.post("/sparql", content=ASK.encode(), headers=headers).status_code == 415


def test_2_1_3_parameters_of_a_direct_post_stand_in_the_url(client: httpx.Client) -> None:
    response = client.post(
        "/sparql",
        params={"default-graph-uri": "https://example.org/none"},
        content=NAMES.encode(),
        headers={"Content-Type": "application/sparql-query"},
    )
    assert names(response) == []


def test_2_1_4_without_a_dataset_all_graphs_are_read(client: httpx.Client) -> None:
    text = "SELECT ?name { ?x a <https://schema.org/NewsArticle> ; <https://schema.org/identifier> ?name } ORDER BY ?name"
    assert names(client.get("/sparql", params={"query": text}))[1:] == ["call", "vienna"]


def test_2_1_4_default_graph_uri_says_what_is_read(client: httpx.Client) -> None:
    assert names(client.get("/sparql", params={"query": NAMES, "default-graph-uri": MERGED})) == PEOPLE
    text = "SELECT ?name { ?x a <https://schema.org/NewsArticle> ; <https://schema.org/identifier> ?name }"
    assert names(client.get("/sparql", params={"query": text, "default-graph-uri": MERGED})) == []


def test_2_1_4_several_default_graphs_are_merged(client: httpx.Client) -> None:
    text = "SELECT (STR(?g) AS ?name) { GRAPH ?g { ?g a <https://schema.org/NewsArticle> } } ORDER BY ?g"
    articles = names(client.get("/sparql", params={"query": text}))
    count = "SELECT (COUNT(*) AS ?name) { ?x a <https://schema.org/NewsArticle> }"
    response = client.get("/sparql", params={"query": count, "default-graph-uri": articles[:2]})
    assert (len(articles), names(response)) == (3, ["2"])


def test_2_1_4_named_graph_uri_says_what_graph_reads(client: httpx.Client) -> None:
    text = "SELECT DISTINCT (STR(?g) AS ?name) { GRAPH ?g { ?s ?p ?o } }"
    assert names(client.post("/sparql", data={"query": text, "named-graph-uri": MERGED})) == [MERGED]
    # The default graph is empty when only named graphs are given.
    assert names(client.post("/sparql", data={"query": NAMES, "named-graph-uri": MERGED})) == []


def test_2_1_4_default_and_named_graphs_stand_side_by_side(client: httpx.Client) -> None:
    text = "SELECT (STR(?g) AS ?name) { GRAPH ?g { ?g a <https://schema.org/NewsArticle> } } ORDER BY ?g"
    first, second, _ = names(client.get("/sparql", params={"query": text}))
    text = """SELECT (CONCAT(STR(?a), " ", STR(?g)) AS ?name) {
      ?a a <https://schema.org/NewsArticle> GRAPH ?g { ?b a <https://schema.org/NewsArticle> } } ORDER BY ?name"""
    given = {"query": text, "default-graph-uri": [first], "named-graph-uri": [first, second]}
    for response in (client.get("/sparql", params=given), client.post("/sparql", data=given)):
        assert names(response) == [f"{first} {first}", f"{first} {second}"]


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
@pytest.mark.parametrize("iri", ["not an iri", "relative", ""])
def test_2_1_4_a_graph_is_named_by_an_absolute_iri(client: httpx.Client, name: str, iri: str) -> None:
    assert client.get("/sparql", params={"query": ASK, name: iri}).status_code == 400


def test_2_1_4_the_protocol_goes_before_from(client: httpx.Client) -> None:
    text = NAMES.replace("{", "FROM <https://example.org/none> {", 1)
    assert names(client.get("/sparql", params={"query": text})) == []
    assert names(client.get("/sparql", params={"query": text, "default-graph-uri": MERGED})) == PEOPLE


@pytest.mark.parametrize(
    ("accept", "media_type", "begin"),
    [
        ("application/sparql-results+json", "application/sparql-results+json", '{"head"'),
        ("application/json", "application/sparql-results+json", '{"head"'),
        ("application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
        ("text/csv", "text/csv; charset=utf-8", "name\r\nAnna Berg"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", '?name\n"Anna Berg"'),
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
        (
            "text/csv;q=0.1, text/tab-separated-values;q=0.2, */*;q=0.05",
            "text/tab-separated-values; charset=utf-8",
            "?name",
        ),
        ("text/*", "text/csv; charset=utf-8", "name"),
        ("image/png, text/csv;q=0.1", "text/csv; charset=utf-8", "name"),
        ("text/turtle, application/sparql-results+xml;q=0.1", "application/sparql-results+xml", "<?xml"),
        ("application/x-ndjson", "application/x-ndjson", '{"name": "Anna Berg"}'),
        ("*/*", "application/sparql-results+json", '{"head"'),
        ('text/csv;a="b,c;d\\",";q=0.9, image/png', "text/csv; charset=utf-8", "name"),
        ("", "application/sparql-results+json", '{"head"'),
    ],
)
def test_2_1_5_the_format_of_rows_is_negotiated(
    client: httpx.Client, accept: str, media_type: str, begin: str
) -> None:
    response = client.get("/sparql", params={"query": NAMES}, headers={"Accept": accept})
    assert (response.headers["content-type"], response.text[: len(begin)]) == (media_type, begin)


def test_json_lines_have_no_number_that_json_has_not(client: httpx.Client) -> None:
    text = "SELECT (1e0/0e0 AS ?a) (-1e0/0e0 AS ?b) (0.12345678901234567 AS ?c) {}"
    headers = {"Accept": "application/x-ndjson"}
    line = client.get("/sparql", params={"query": text}, headers=headers).text
    assert line == '{"a": "INF", "b": "-INF", "c": 0.12345678901234567}\n'


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json", ""]
)
def test_2_1_5_the_format_of_a_graph_is_negotiated(client: httpx.Client, accept: str) -> None:
    response = client.get("/sparql", params={"query": CONSTRUCT}, headers={"Accept": accept})
    assert response.headers["content-type"].startswith(accept or "text/turtle")
    format = RdfFormat.from_media_type(response.headers["content-type"])
    found = [quad.object.value for quad in parse(response.content, format)]
    assert sorted(found) == PEOPLE


def test_2_1_5_an_answer_is_yes_or_no(client: httpx.Client) -> None:
    response = client.get("/sparql", params={"query": ASK})
    assert response.json() == {"head": {}, "boolean": True}


@pytest.mark.parametrize(
    "accept", ["image/png", "text/turtle", "application/sparql-results+json;q=0", "nonsense"]
)
def test_2_1_5_an_unknown_format_is_not_acceptable(client: httpx.Client, accept: str) -> None:
    response = client.get("/sparql", params={"query": NAMES}, headers={"Accept": accept})
    assert response.status_code == 406
    assert "text/csv" in response.json()["detail"]


def test_2_1_6_a_bad_query_is_a_bad_request(client: httpx.Client) -> None:
    response = client.get("/sparql", params={"query": "SELECT * {\n ?s ?p }"})
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"
    assert "error at 2:" in response.json()["detail"]


@pytest.mark.parametrize("text", ["", " \n"])
def test_2_1_an_empty_query_is_a_bad_request(client: httpx.Client, text: str) -> None:
    direct = {"Content-Type": "application/sparql-query"}
    for response in (
        client.get("/sparql", params={"query": text}),
        client.post("/sparql", data={"query": text}),
        client.post("/sparql", content=text.encode(), headers=direct),
    ):
        assert response.status_code == 400
        assert response.json()["detail"] == "there is no query; give one as the parameter query"


@pytest.mark.parametrize("extra", [{"query": [NAMES, NAMES]}, {"query": NAMES, "update": "CLEAR ALL"}])
def test_2_1_there_is_exactly_one_query(client: httpx.Client, extra: dict[str, str]) -> None:
    assert client.post("/sparql", data=extra).status_code == 400


def test_2_1_a_post_without_a_query_is_a_bad_request(client: httpx.Client) -> None:
    assert client.post("/sparql", data={}).status_code in (400, 415)
    assert client.post("/sparql", data={"format": "csv"}).status_code == 400


def test_2_1_two_queries_in_the_url_are_a_bad_request(client: httpx.Client) -> None:
    assert client.get("/sparql", params={"query": [ASK, ASK]}).status_code == 400


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "multipart/form-data; boundary=x", ""])
def test_2_1_another_content_type_is_refused(client: httpx.Client, kind: str) -> None:
    response = client.post("/sparql", content=b"ASK {}", headers={"Content-Type": kind})
    assert response.status_code == 415
    assert "application/sparql-query" in response.json()["detail"]


def test_2_1_2_a_form_may_say_that_it_is_utf_8(client: httpx.Client) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"}
    text = "query=SELECT%20%28%22Wei%C3%9F%22%20AS%20%3Fname%29%20%7B%7D"
    assert names(client.post("/sparql", content=text, headers=headers)) == ["Weiß"]
    latin = {"Content-Type": "application/x-www-form-urlencoded; charset=iso-8859-1"}
    assert client.post("/sparql", content="query=ASK%7B%7D", headers=latin).status_code == 415


def test_2_1_2_a_form_that_is_not_utf_8_is_a_bad_request(client: httpx.Client) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/sparql", content="query=ASK%7B%7D%23%FF", headers=headers).status_code == 400


def test_2_1_2_the_parameters_of_a_form_stand_in_the_form(client: httpx.Client) -> None:
    elsewhere = {"default-graph-uri": "https://example.org/none"}
    assert names(client.post("/sparql", data={"query": NAMES, **elsewhere})) == []


@pytest.mark.parametrize(
    "name",
    [
        "query", "update", "default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri",
    ],
)  # fmt: skip
def test_2_1_2_a_parameter_in_the_url_of_a_form_is_not_passed_over(client: httpx.Client, name: str) -> None:
    response = client.post("/sparql", params={name: MERGED}, data={"query": NAMES})
    assert (response.status_code, response.json()["detail"]) == (
        400, f"the parameter {name} stands in the URL; send it in the form",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["query", "update", "using-graph-uri", "using-named-graph-uri"])
def test_2_1_3_a_direct_query_is_the_only_one(client: httpx.Client, name: str) -> None:
    headers = {"Content-Type": "application/sparql-query"}
    response = client.post("/sparql", params={name: "ASK {}"}, content=NAMES.encode(), headers=headers)
    assert (response.status_code, response.json()["detail"].startswith(f"the parameter {name} ")) == (
        400,
        True,
    )


@pytest.mark.parametrize("name", ["using-graph-uri", "using-named-graph-uri"])
def test_2_1_the_dataset_of_an_update_is_none_of_a_query(client: httpx.Client, name: str) -> None:
    given = {"query": NAMES, name: MERGED}
    for response in (client.get("/sparql", params=given), client.post("/sparql", data=given)):
        assert (response.status_code, "default-graph-uri" in response.json()["detail"]) == (400, True)


def test_2_1_head_has_the_headers_of_get(client: httpx.Client) -> None:
    response = client.head("/sparql", params={"query": NAMES})
    assert (response.status_code, response.headers["content-type"], response.content) == (
        200, "application/sparql-results+json", b"",
    )  # fmt: skip


def test_2_1_5_answers_may_be_kept_apart_by_their_format(client: httpx.Client) -> None:
    assert client.get("/sparql", params={"query": NAMES}).headers["vary"] == "Accept"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_2_other_methods_are_not_allowed(client: httpx.Client, method: str) -> None:
    response = client.request(method, "/sparql")
    assert response.status_code == 405
    assert set(response.headers["allow"].split(", ")) == {"GET", "HEAD", "POST"}


def test_2_2_an_update_by_form_is_refused(client: httpx.Client) -> None:
    response = client.post("/sparql", data={"update": "CLEAR ALL"})
    assert (response.status_code, response.json()["detail"]) == (403, "this server is for reading only")


def test_2_2_a_direct_update_is_refused(client: httpx.Client) -> None:
    headers = {"Content-Type": "application/sparql-update"}
    assert client.post("/sparql", content=b"CLEAR ALL", headers=headers).status_code == 403


def test_2_2_an_update_by_get_is_a_bad_request(client: httpx.Client) -> None:
    assert client.get("/sparql", params={"update": "CLEAR ALL"}).status_code == 400


def test_2_2_an_update_is_no_query_and_a_query_no_update(client: httpx.Client) -> None:
    direct = {"Content-Type": "application/sparql-query"}
    assert client.post("/sparql", content=b"CLEAR ALL", headers=direct).status_code == 400
    assert client.post("/sparql", data={"query": "CLEAR ALL"}).status_code == 400


def test_a_query_cannot_update(client: httpx.Client) -> None:
    assert client.get("/sparql", params={"query": "CLEAR ALL"}).status_code == 400


def test_the_bare_address_describes_the_service(client: httpx.Client) -> None:
    """SPARQL 1.1 Service Description, §2: GET without parameters gives RDF."""
    response = client.get("/sparql", headers={"Accept": "text/turtle"})
    sd = "http://www.w3.org/ns/sparql-service-description#"
    found = Graph().parse(data=response.text, format="turtle")
    service = URIRef(str(client.base_url).rstrip("/") + "/sparql")
    assert (service, URIRef(sd + "endpoint"), service) in found
    assert list(found.objects(service, URIRef(sd + "supportedLanguage"))) == [URIRef(sd + "SPARQL11Query")]
    assert list(found.objects(service, URIRef(sd + "feature"))) == [URIRef(sd + "UnionDefaultGraph")]


def test_a_person_sees_a_form_and_a_table(client: httpx.Client) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    assert "<textarea" in client.get("/sparql", headers=browser).text
    page = client.get("/sparql", params={"query": NAMES}, headers=browser).text
    assert "<td>Anna Berg</td>" in page
