"""Attacks: each is tried on a running server."""

from __future__ import annotations

import gzip
import http.client
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from kg.query import load_queries
from tests.query.test_reading import DISGUISED
from tests.serve.conftest import HEADLINE
from tests.serve.server import TOKEN, running
from tests.serve.test_limits import metric

INJECTIONS = [
    'x" ) } } ; CLEAR ALL #',
    'x\\" . ?s ?p ?o } #',
    "'} UNION { ?s ?p ?o } #",
    '""" } SELECT * { ?s ?p ?o } #',
    "> <http://a.example/> { ?s ?p ?o",
    "?_person",
    "\x00\u2028\U0001f600{{7*7}}",
    "\\u0022 } #",
]


class Listener:
    """A socket that counts who connects."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self.connections = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            connection.close()

    def close(self) -> None:
        """Stop listening."""
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    """A listening socket."""
    opened = Listener()
    yield opened
    opened.close()


def raw(address: str) -> socket.socket:
    """A bare connection to the server."""
    parts = urlsplit(address)
    return socket.create_connection((parts.hostname or "", parts.port or 0), timeout=20)


@pytest.mark.parametrize("value", INJECTIONS)
@pytest.mark.parametrize("name", sorted(load_queries(None)))
def test_a_parameter_stays_a_value(client: httpx.Client, name: str, value: str) -> None:
    for parameter in load_queries(None)[name].params:
        others = {
            p.name: "2016" if p.type == "date" else "1" for p in load_queries(None)[name].params if p.required
        }
        response = client.get(f"/queries/{name}.json", params={**others, parameter.name: value})
        if response.status_code == 200:
            assert response.json()["results"]["bindings"] == []
        else:
            assert response.status_code == 400
            assert parameter.name in response.json()["detail"]


def test_an_injected_text_finds_nothing(client: httpx.Client) -> None:
    for value in INJECTIONS:
        response = client.get("/queries/meetings-of.json", params={"person": value})
        assert response.json()["results"]["bindings"] == []


@pytest.mark.parametrize("text", DISGUISED)
def test_service_makes_no_connection(client: httpx.Client, listener: Listener, text: str) -> None:
    text = text.replace("http://a.example/", f"http://127.0.0.1:{listener.port}/")
    text = text.replace("?x { ?s", f"?x {{ BIND(<http://127.0.0.1:{listener.port}/> AS ?x) ?s")
    response = client.post("/sparql", data={"query": text})
    assert (response.status_code, response.json()["detail"]) == (
        403,
        "SERVICE is off: this server fetches nothing that is not on its list",
    )
    assert listener.connections == 0


def test_from_makes_no_connection(client: httpx.Client, listener: Listener) -> None:
    url = f"http://127.0.0.1:{listener.port}/data.ttl"
    for query in (
        f"SELECT * FROM <{url}> {{ ?s ?p ?o }}",
        f"SELECT * FROM NAMED <{url}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    ):
        assert client.get("/sparql", params={"query": query}).json()["results"]["bindings"] == []
    plain = {"query": "SELECT * { ?s ?p ?o }", "default-graph-uri": url}
    assert client.get("/sparql", params=plain).json()["results"]["bindings"] == []
    assert client.get("/graphs", params={"graph": url}).status_code == 404
    assert listener.connections == 0


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's wall is Linux's")
def test_the_kernel_refuses_what_reading_a_query_might_miss(listener: Listener) -> None:
    code = f"""
from kg.serve.sandbox import confine
assert confine(500)
from pyoxigraph import Store
try:
    list(Store().query("SELECT * {{ SERVICE <http://127.0.0.1:{listener.port}/> {{ ?s ?p ?o }} }}"))
except OSError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "Permission denied" in done.stdout
    assert listener.connections == 0


def test_load_is_refused_even_with_the_token(store: Path, tmp_path: Path, listener: Listener) -> None:
    secret = tmp_path / "secret.nt"
    secret.write_text("<a:s> <a:p> <a:o> .\n", encoding="utf-8")
    with running(store, "--allow-update") as address:
        for source in (secret.as_uri(), f"http://127.0.0.1:{listener.port}/"):
            response = httpx.post(
                f"{address}/sparql",
                data={"update": f"LOAD <{source}>"},
                headers={"Authorization": f"Bearer {TOKEN}"},
                timeout=30,
            )
            assert (response.status_code, response.json()["detail"]) == (
                403,
                "LOAD is off: this server fetches nothing that is not on its list",
            )
        found = httpx.get(f"{address}/sparql", params={"query": "ASK { <a:s> ?p ?o }"}).json()
    assert (found["boolean"], listener.connections) == (False, 0)


@pytest.mark.parametrize(
    "path",
    [
        "/queries/..%2f..%2f..%2fetc%2fpasswd",
        "/queries/../../../../etc/passwd",
        "/queries/%2e%2e/%2e%2e/etc/passwd",
        "/queries/..%5c..%5cpyproject",
        "/queries/roles%00.csv",
        "/queries//etc/passwd.rq",
        "/style.css/../../server.py",
        "/templates/base.html",
    ],
)
def test_no_path_leads_out(address: str, path: str) -> None:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    assert response.status == 404
    assert "root:" not in body
    assert "/" not in body.split('"detail"')[1].replace("/queries lists", "")


def test_script_in_an_article_is_text_on_every_page(client: httpx.Client) -> None:
    browser = {"Accept": "text/html"}
    text = "SELECT ?h (<javascript:alert(1)> AS ?link) { ?a <https://schema.org/headline>|<https://schema.org/identifier> ?h }"
    pages = [client.get("/sparql", params={"query": text}, headers=browser)]
    for query in load_queries(None).values():
        params = {p.name: HEADLINE if p.type == "string" else "2016" for p in query.params if p.required}
        pages.append(client.get(f"/queries/{query.name}.html", params=params))
    assert "&lt;script&gt;alert(&#39;headline&#39;)" in pages[0].text
    assert any("&lt;script&gt;alert" in page.text for page in pages[1:])
    for page in pages:
        assert page.status_code == 200, page.text
        assert "<script" not in page.text
        assert 'href="javascript:' not in page.text
        assert "default-src 'none'" in page.headers["content-security-policy"]
        assert page.headers["x-content-type-options"] == "nosniff"


def test_script_in_a_parameter_is_text(client: httpx.Client) -> None:
    value = '"><script>alert(1)</script>'
    for path in ("/queries/meetings-of.html", "/queries/meetings-between.html", "/sparql"):
        params = {"person": value} if "of" in path else {"from": value, "to": value, "query": value}
        response = client.get(path, params=params, headers={"Accept": "text/html"})
        kind = response.headers["content-type"]
        assert "<script" not in response.text or kind == "application/problem+json"


def test_a_huge_body_is_refused_before_it_is_read(address: str) -> None:
    with raw(address) as connection:
        head = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        connection.sendall(f"{head}Content-Length: 104857600\r\n\r\n".encode())
        assert connection.recv(200).startswith(b"HTTP/1.1 413")


def test_a_huge_body_without_a_length_is_refused_while_it_comes(address: str) -> None:
    with raw(address) as connection:
        head = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        connection.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode())
        chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
        sent = 0
        try:
            for _ in range(1600):  # 100 MB
                connection.sendall(chunk)
                sent += len(chunk)
            answer = connection.recv(200)
        except OSError:
            answer = b""
        assert sent < 20_000_000
        assert answer == b"" or answer.startswith(b"HTTP/1.1 413")


def test_a_compressed_bomb_is_not_opened(client: httpx.Client) -> None:
    bomb = gzip.compress(b" " * 100_000_000)
    headers = {"Content-Type": "application/sparql-query", "Content-Encoding": "gzip"}
    assert client.post("/sparql", content=bomb, headers=headers).status_code == 415


def test_a_client_that_sends_its_head_slowly_is_cut_off(address: str) -> None:
    with raw(address) as connection:
        begun = time.monotonic()
        connection.sendall(b"GET /sparql HTTP/1.1\r\n")
        try:
            for number in range(100):
                connection.sendall(f"X-{number}: slow\r\n".encode())
                time.sleep(0.2)
        except OSError:
            pass
        assert time.monotonic() - begun < 6  # the limit of this server is 2 s


def test_a_client_that_sends_its_body_slowly_is_cut_off(address: str) -> None:
    with raw(address) as connection:
        head = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        connection.sendall(f"{head}Content-Length: 1000\r\n\r\nASK".encode())
        assert connection.recv(200).startswith(b"HTTP/1.1 408")


def test_an_endless_head_is_cut_off(address: str) -> None:
    with raw(address) as connection, pytest.raises(OSError):
        connection.sendall(b"GET / HTTP/1.1\r\n")
        for number in range(20_000):
            connection.sendall(f"X-{number}: {'a' * 1000}\r\n".encode())
        while connection.recv(1000):
            pass
        raise OSError("closed")


def test_idle_connections_leave_room_for_others(address: str) -> None:
    idle = [raw(address) for _ in range(200)]
    try:
        assert httpx.get(f"{address}/sparql", params={"query": "ASK {}"}).json()["boolean"] is True
        idle[0].settimeout(10)
        assert idle[0].recv(10) == b""  # and they are cut off
    except ConnectionResetError:
        pass
    finally:
        for connection in idle:
            connection.close()


def test_a_client_that_takes_nothing_is_cut_off(address: str, client: httpx.Client) -> None:
    killed = metric(client, "kg_processes_killed_total")
    text = f"SELECT * {{ ?a ?b ?c . ?d ?e ?f BIND('{'x' * 10_000}' AS ?x) }} LIMIT 4900"  # 50 MB
    head = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
    with raw(address) as connection:
        connection.sendall(f"{head}Content-Length: {len(text)}\r\n\r\n{text}".encode())
        for _ in range(60):
            assert client.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True
            if metric(client, "kg_processes_killed_total") > killed:
                break
            time.sleep(0.1)
    assert metric(client, "kg_processes_killed_total") == killed + 1


@pytest.mark.parametrize("depth", [400, 10_000, 100_000])
def test_deep_brackets_are_an_error_and_no_more(client: httpx.Client, depth: int) -> None:
    text = "SELECT * { FILTER(" + "(" * depth + "1" + ")" * depth + ") }"
    response = client.post("/sparql", data={"query": text})
    assert response.status_code == (200 if depth == 400 else 400)
    assert client.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True


def test_a_query_that_ends_its_process_harms_no_other(client: httpx.Client) -> None:
    """Depth without brackets: the parser of the engine overflows its stack."""
    text = "SELECT * { FILTER(" + "!" * 200_000 + "true) }"
    assert client.post("/sparql", data={"query": text}).status_code in (200, 400, 500, 504)
    assert client.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", ""])
def test_another_name_for_this_machine_is_refused(client: httpx.Client, host: str) -> None:
    assert client.get("/sparql", headers={"Host": host}).status_code == 400


def exchanged(address: str, *lines: str) -> tuple[str, str]:
    """What a server answers to these lines until it closes the connection: head and body."""
    with raw(address) as connection:
        connection.sendall("\r\n".join((*lines, "", "")).encode())
        head, _, body = b"".join(iter(lambda: connection.recv(65536), b"")).decode().partition("\r\n\r\n")
    return head, body


CLOSE = "Connection: close"


def test_http_1_0_is_answered_without_chunks(address: str) -> None:
    """RFC 9112, §6.1."""
    head, body = exchanged(address, "GET /sparql?query=ASK%7B%7D HTTP/1.0", "Host: localhost")
    assert (head[:15], body) == ("HTTP/1.1 200 OK", '{"head":{},"boolean":true}')
    assert "transfer-encoding" not in head.lower()


def test_two_hosts_are_refused(address: str) -> None:
    """RFC 9112, §3.2: else a proxy may have looked at one of them, and the server at the other."""
    lines = ("GET /queries HTTP/1.1", "Host: localhost", "Host: evil.example", CLOSE)
    assert exchanged(address, *lines)[0].startswith("HTTP/1.1 400 ")
    assert exchanged(address, lines[0], CLOSE)[0].startswith("HTTP/1.1 400 ")


@pytest.mark.parametrize(
    ("target", "host", "status"),
    [
        ("http://localhost/sparql?query=ASK%7B%7D", "evil.example", 200),
        ("HTTP://localhost/%71ueries", "localhost", 200),
        ("http://localhost", "localhost", 200),
        ("http://localhost/nothing", "localhost", 404),
        ("http://evil.example/queries", "localhost", 400),
        ("http://evil.example", "localhost", 400),
        ("http://localhost@evil.example/queries", "localhost", 400),
        ("http:///queries", "localhost", 400),
    ],
)
def test_the_host_of_a_whole_address_goes_before_the_header(
    address: str, target: str, host: str, status: int
) -> None:
    """RFC 9112, §3.2.2."""
    head, _ = exchanged(address, f"GET {target} HTTP/1.1", f"Host: {host}", CLOSE)
    assert head.startswith(f"HTTP/1.1 {status} ")


def test_no_site_may_read_answers_unless_it_is_named(client: httpx.Client, store: Path) -> None:
    origin = {"Origin": "https://app.example"}
    assert "access-control-allow-origin" not in client.get("/queries", headers=origin).headers
    with running(store, "--cors", "https://app.example") as address:
        allowed = httpx.get(f"{address}/queries", headers=origin).headers
        other = httpx.get(f"{address}/queries", headers={"Origin": "https://evil.example"}).headers
    assert allowed["access-control-allow-origin"] == "https://app.example"
    assert "access-control-allow-origin" not in other


def test_no_answer_tells_a_path_or_a_trace(client: httpx.Client, store: Path) -> None:
    answers = [
        client.get("/sparql", params={"query": "SELECT"}),
        client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }", "default-graph-uri": "not an iri"}),
        client.get("/queries/meetings-between", params={"from": "x", "to": "y"}),
        client.get("/nothing"),
        client.post("/sparql", content=b"\xff", headers={"Content-Type": "application/sparql-query"}),
        client.get("/sparql?query=%ff"),
    ]
    for answer in answers:
        assert 400 <= answer.status_code < 500
        assert str(store.parent) not in answer.text
        assert "Traceback" not in answer.text
        assert ".py" not in answer.text
