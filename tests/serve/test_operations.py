"""Running a server: updates, builds beside it, the log, health, and what stops it from starting."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from kg.graph import report_nquads
from kg.serve import ServeOptions
from kg.store import open_store
from tests.graph.reports import vienna
from tests.serve.server import TOKEN, free_port, rows, running
from tests.serve.test_limits import ENDLESS

COUNT = (
    "SELECT ?a (COUNT(?m) AS ?n) { ?a a <https://schema.org/NewsArticle> GRAPH ?a { ?m ?p ?o } } GROUP BY ?a"
)
INSERT = "INSERT DATA { GRAPH <a:g> { <a:s> <a:p> 1 } }"


def update(address: str, text: str, token: str | None = TOKEN) -> httpx.Response:
    """Send an update by form."""
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    return httpx.post(f"{address}/sparql", data={"update": text}, headers=headers, timeout=30)


def test_an_update_needs_the_token_and_is_seen_at_once(own_store: Path) -> None:
    with running(own_store, "--allow-update") as address:
        for wrong in (None, "x", TOKEN[:-1], TOKEN + "x"):
            refused = update(address, INSERT, wrong)
            assert (refused.status_code, refused.headers["www-authenticate"][:6]) == (401, "Bearer")
        assert update(address, INSERT).status_code == 204
        found = httpx.get(f"{address}/sparql", params={"query": "ASK { GRAPH <a:g> { <a:s> <a:p> 1 } }"})
        assert found.json()["boolean"] is True
        assert update(address, "INSERT nonsense").status_code == 400


def test_2_2_3_the_dataset_of_an_update_is_named_in_the_update(own_store: Path) -> None:
    """SPARQL 1.1 Protocol, §2.2.3: what cannot be done is refused, and not done without the dataset."""
    headers = {"Authorization": f"Bearer {TOKEN}"}
    with running(own_store, "--allow-update") as address:
        for name in ("using-graph-uri", "using-named-graph-uri"):
            data = {"update": INSERT, name: "https://example.org/g"}
            refused = httpx.post(f"{address}/sparql", data=data, headers=headers)
            assert (refused.status_code, "USING" in refused.json()["detail"]) == (400, True)
            url = f"{address}/sparql"
            refused = httpx.post(url, params={name: "a:g"}, data={"update": INSERT}, headers=headers)
            assert (refused.status_code, "in the form" in refused.json()["detail"]) == (400, True)
        data = {"update": INSERT, "default-graph-uri": "https://example.org/g"}
        assert httpx.post(f"{address}/sparql", data=data, headers=headers).status_code == 400
        direct = {**headers, "Content-Type": "application/sparql-update"}
        url = f"{address}/sparql"
        refused = httpx.post(url, params={"using-graph-uri": "a:g"}, content=INSERT, headers=direct)
        assert refused.status_code == 400
        assert httpx.post(url, content=INSERT, headers=direct).status_code == 204
        text = "INSERT { GRAPH <a:h> { ?s ?p ?o } } USING <a:g> WHERE { ?s ?p ?o }"
        assert httpx.post(url, content=text, headers=direct).status_code == 204
        found = httpx.get(url, params={"query": "ASK { GRAPH <a:h> { <a:s> <a:p> 1 } }"})
    assert found.json()["boolean"] is True


def test_the_description_has_updates_where_they_are_allowed(own_store: Path, client: httpx.Client) -> None:
    with running(own_store, "--allow-update") as address:
        told = httpx.get(f"{address}/openapi.json").json()
    post = told["paths"]["/sparql"]["post"]
    content = post["requestBody"]["content"]
    assert "update" in content["application/x-www-form-urlencoded"]["schema"]["properties"]
    assert {"application/sparql-query", "application/sparql-update"} < set(content)
    assert "204" in post["responses"]
    assert post["security"] == [{}, {"updateToken": []}]
    assert told["components"]["securitySchemes"] == {"updateToken": {"type": "http", "scheme": "bearer"}}
    reading = client.get("/openapi.json").json()
    assert "securitySchemes" not in reading["components"]
    assert "application/sparql-update" not in reading["paths"]["/sparql"]["post"]["requestBody"]["content"]


def test_an_update_beside_a_build_is_told_to_wait(own_store: Path) -> None:
    with running(own_store, "--allow-update") as address, open_store(own_store):
        refused = update(address, INSERT)
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")


@contextmanager
def building(store: Path) -> Iterator[None]:
    """Articles that arrive one after the other."""
    ending = threading.Event()

    def write() -> None:
        with open_store(store) as opened:
            number = 0
            while not ending.is_set():
                number += 1
                report = vienna()
                article = replace(report.article, id=f"more {number}", url=f"https://more.example/{number}")
                more = replace(report, article=article)
                opened.replace(report_nquads(more, digest=f"more {number}", fingerprint="F"))

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield
    finally:
        ending.set()
        thread.join()


def test_a_build_may_run_and_every_answer_has_whole_articles(own_store: Path) -> None:
    numbers, sizes = set(), set()
    with running(own_store, "--refresh-seconds", "1") as address:
        before = {row["a"] for row in rows(httpx.get(f"{address}/sparql", params={"query": COUNT}))}
        with building(own_store):
            until = time.monotonic() + 5
            while time.monotonic() < until:
                found = rows(httpx.get(f"{address}/sparql", params={"query": COUNT}, timeout=30))
                numbers.add(len(found))
                sizes |= {row["n"] for row in found if row["a"] not in before}
    assert len(numbers) > 2
    assert len(sizes) == 1  # the articles that came are all alike, so none was seen in part


def test_the_log_names_queries_without_showing_them(store: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with running(store, log=log) as address:
        httpx.get(f"{address}/queries/meetings-of.csv", params={"person": "Secret Source"})
        httpx.get(f"{address}/sparql", params={"query": 'ASK { ?s ?p "Secret Source" }'})
        httpx.get(f"{address}/Secret%0aSource", headers={"Authorization": "Bearer Secret"})
    text = log.read_text(encoding="utf-8")
    assert "Secret" not in text
    assert re.search(r"127\.0\.0\.1 GET /queries/\{name\} 200 \d+ms \d+B query=meetings-of rows=0\n", text)
    assert re.search(r"127\.0\.0\.1 GET /sparql 200 \d+ms \d+B query=[0-9a-f]{12}", text)
    assert re.search(r"127\.0\.0\.1 GET other 404 \d+ms \d+B refused\n", text)


def test_operators_see_health_and_counters(client: httpx.Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    client.get("/sparql", params={"query": "ASK {}"})
    time.sleep(0.2)  # a request is counted when it is over
    text = client.get("/metrics").text
    assert re.search(r'^kg_requests_total\{endpoint="/sparql",status="200"\} [1-9]', text, re.MULTILINE)
    assert re.search(r'^kg_request_seconds_bucket\{endpoint="/sparql",le="\+Inf"\} [1-9]', text, re.MULTILINE)


def test_queries_of_ones_own_stand_beside_the_shipped_ones(store: Path, tmp_path: Path) -> None:
    text = "#+ summary: Which surnames?\nSELECT ?x { BIND(STR(?_name) AS ?x) }\n"
    (tmp_path / "own.rq").write_text(text, encoding="utf-8")
    with running(store, "--queries", str(tmp_path)) as address:
        assert httpx.get(f"{address}/queries/own.csv", params={"name": "a"}).text == "x\r\na\r\n"
        assert httpx.get(f"{address}/queries/roles.csv").status_code == 200


def test_a_query_may_come_in_pages_and_with_choices(store: Path, tmp_path: Path) -> None:
    text = """#+ summary: Which numbers?
#+ pagination: 2
#+ enumerate:
#+   - kind:
#+       - odd
#+       - even
#+ defaults:
#+   - kind: odd
SELECT ?x ?k { VALUES ?x { 1 2 3 } BIND(?_kind AS ?k) } ORDER BY ?x
"""
    (tmp_path / "numbers.rq").write_text(text, encoding="utf-8")
    with running(store, "--queries", str(tmp_path)) as address:
        assert httpx.get(f"{address}/queries/numbers.csv").text == "x,k\r\n1,odd\r\n2,odd\r\n"
        second = httpx.get(f"{address}/queries/numbers.csv?page=2&kind=even")
        assert second.text == "x,k\r\n3,even\r\n"
        for wrong in ("page=0", "page=x", "page=" + "9" * 5000, "page=%D9%A2", "kind=square"):
            assert httpx.get(f"{address}/queries/numbers.csv?{wrong}").status_code == 400
        paths = httpx.get(f"{address}/openapi.json").json()["paths"]
        page = httpx.get(f"{address}/queries/numbers.html?kind=even").text
    schemas = {p["name"]: p["schema"] for p in paths["/queries/numbers"]["get"]["parameters"]}
    assert (schemas["kind"]["enum"], schemas["kind"]["default"]) == (["odd", "even"], "odd")
    assert schemas["page"]["minimum"] == 1
    assert "<option selected>even</option>" in page


def test_queries_of_ones_own_are_named_in_the_environment_as_for_every_command(
    store: Path, tmp_path: Path
) -> None:
    (tmp_path / "own.rq").write_text("SELECT (1 AS ?x) {}", encoding="utf-8")
    with running(store, NEWSGRAPH_QUERIES=str(tmp_path)) as address:
        assert httpx.get(f"{address}/queries/own.csv").text == "x\r\n1\r\n"


def test_a_server_says_its_address_when_it_answers(store: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with running(store, log=log) as address:
        first = log.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"{store}: {address}/ (Ctrl-C ends it)"


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="this machine has no IPv6")
def test_a_server_may_listen_at_an_address_of_ipv6(store: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with running(store, log=log, host="::1") as address:
        assert httpx.get(f"{address}/sparql", params={"query": "ASK {}"}).json()["boolean"] is True
        evil = {"Host": "[::2]"}
        assert httpx.get(f"{address}/queries", headers=evil).status_code == 400
    assert address.startswith("http://[::1]:")
    assert log.read_text(encoding="utf-8").startswith(f"{store}: {address}/ ")


@pytest.mark.parametrize(
    ("options", "allowed"),
    [
        (ServeOptions(host="127.0.0.2"), {"localhost", "127.0.0.1", "[::1]", "127.0.0.2"}),
        (ServeOptions(hosts=("kg.example",)), {"localhost", "127.0.0.1", "[::1]", "kg.example"}),
        (ServeOptions(host="0.0.0.0", hosts=("kg.example",)), {
            "localhost", "127.0.0.1", "[::1]", "0.0.0.0", "kg.example",
        }),
        (ServeOptions(host="0.0.0.0"), {"*"}),
        (ServeOptions(host="::"), {"*"}),
    ],
)  # fmt: skip
def test_a_server_for_this_machine_alone_answers_to_its_names_only(
    options: ServeOptions, allowed: set[str]
) -> None:
    assert set(options.allowed_hosts) == allowed


def test_a_server_that_is_ended_beside_a_query_says_so_and_no_more(store: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with ThreadPoolExecutor() as threads:
        with running(store, log=log, ending=signal.SIGINT) as address:
            asked = threads.submit(httpx.get, f"{address}/sparql", params={"query": ENDLESS}, timeout=30)
            while not re.search("^kg_queries_running 1", httpx.get(f"{address}/metrics").text, re.MULTILINE):
                time.sleep(0.05)
        response = asked.result()
    assert (response.status_code, response.headers["retry-after"]) == (503, "5")
    text = log.read_text(encoding="utf-8")
    assert "Traceback" not in text
    assert re.search(r"GET /sparql 503 \d+ms \d+B query=[0-9a-f]{12} refused\n", text)


def start(*arguments: str) -> tuple[int, str]:
    """Run ``kg serve`` where it cannot start: exit code and message, which is all that it says."""
    command = [sys.executable, "-m", "kg", "serve", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert "Ctrl-C" not in done.stderr
    return done.returncode, done.stderr.strip().splitlines()[-1]


def test_a_server_without_a_store_does_not_start(tmp_path: Path) -> None:
    code, message = start("--store", str(tmp_path / "none.kg"))
    assert (code, "there is no store here" in message) == (1, True)


def test_a_taken_port_is_named(store: Path, address: str) -> None:
    code, message = start("--store", str(store), "--port", address.rpartition(":")[2])
    assert (code, "cannot listen there" in message) == (1, True)


def test_a_broken_query_of_ones_own_is_named(store: Path, tmp_path: Path) -> None:
    (tmp_path / "own.rq").write_text("#+ pagination: many\nASK {}", encoding="utf-8")
    code, message = start("--store", str(store), "--queries", str(tmp_path), "--port", str(free_port()))
    assert (code != 0, "'pagination' is the number of rows" in message) == (True, True)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--cors", "app.example.org/"),
        ("--cors", "app.example.org"),
        ("--cors", "https://app.example.org/"),
        ("--cors", "https://App.example.org"),
        ("--cors", "https://app.example.org:443"),
        ("--cors", "http://app.example.org:80"),
        ("--cors", ""),
        ("--hostname", "http://x:80"),
        ("--hostname", "x:80"),
        ("--hostname", "x/"),
        ("--hostname", "a*.example.org"),
        ("--hostname", ""),
    ],
)
def test_a_site_or_name_that_no_request_can_have_is_refused_with_one_that_it_can(
    store: Path, option: str, value: str
) -> None:
    code, message = start("--store", str(store), "--port", str(free_port()), option, value)
    assert (code, "as in " in message) == (2, True)


def test_sites_and_names_of_every_shape_are_taken(store: Path) -> None:
    origins = ["http://localhost:3333", "https://[::1]:8443", "moz-extension://0a-b", "http://x.example:443"]
    names = ["kg.example.org", "*.example.net", "10.0.0.7", "fd00::7", "[fd00::8]", "host_a"]
    options = [part for origin in origins for part in ("--cors", origin)]
    options += [part for name in names for part in ("--hostname", name)]
    with running(store, *options) as address:
        for origin in origins:
            headers = httpx.get(f"{address}/healthz", headers={"Origin": origin}).headers
            assert headers["access-control-allow-origin"] == origin
        for host in ("KG.example.org:80", "a.example.net", "10.0.0.7", "[fd00::7]:1", "[fd00::8]", "host_a"):
            assert httpx.get(f"{address}/healthz", headers={"Host": host}).status_code == 200, host
        assert httpx.get(f"{address}/healthz", headers={"Host": "example.net"}).status_code == 400


def test_updates_are_not_allowed_without_a_token(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSGRAPH_UPDATE_TOKEN", "short")
    code, message = start("--store", str(store), "--allow-update")
    assert (code, "at least 16 characters" in message) == (2, True)
