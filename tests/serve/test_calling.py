"""Queries that call other servers: only those on the list, which is empty unless it is given."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from tests.serve.server import TOKEN, rows, running
from tests.serve.test_operations import start

ANSWER = b"""{"head": {"vars": ["born"]}, "results": {"bindings": [
  {"born": {"type": "literal", "value": "1970"}}]}}"""
TURTLE = b"<https://example.org/a> <https://schema.org/name> 'Ada' ."


class Other(ThreadingHTTPServer):
    """Another server: an endpoint, a file, one that sends elsewhere, and one that never answers."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[str] = []

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Other

    def do_GET(self) -> None:
        self._answer(200, "text/turtle", TURTLE)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/slow":
            time.sleep(20)
        elif self.path == "/elsewhere":
            self._answer(307, "text/plain", b"")
        else:
            self._answer(200, "application/sparql-results+json", ANSWER)

    def _answer(self, status: int, kind: str, body: bytes) -> None:
        self.server.asked.append(self.path)
        self.send_response(status)
        self.send_header("Location", f"{self.server.url}/secret")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def other() -> Iterator[Other]:
    """The other server."""
    with Other() as server:
        server.daemon_threads = True
        server.block_on_close = False
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def address(other: Other, store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that may call some paths of the other one."""
    own = shutil.copytree(store, tmp_path_factory.mktemp("calling") / "own.kg")
    allowed = [f"{other.url}/{path}" for path in ("sparql", "data.ttl", "slow", "elsewhere")]
    allowed.append("http://127.0.0.1:9/nobody")
    listed = [word for url in allowed for word in ("--allow-fetch", url)]
    with running(own, *listed, "--allow-update", "--query-seconds", "3", "--query-processes", "1") as found:
        yield found


def ask(address: str, target: str) -> httpx.Response:
    """Ask here for what is there."""
    text = f"SELECT ?n ?born {{ ?p a <https://schema.org/Person> ; <https://schema.org/name> ?n SERVICE {target} {{ ?s ?p2 ?born }} }} ORDER BY ?n"
    return httpx.post(f"{address}/sparql", data={"query": text}, timeout=30)


def test_an_address_on_the_list_is_called(address: str, other: Other) -> None:
    assert rows(ask(address, f"<{other.url}/sparql>"))[0] == {"n": "Anna Berg", "born": "1970"}
    described = httpx.get(f"{address}/sparql", headers={"Accept": "text/turtle"}).text
    assert "sd:BasicFederatedQuery" in described


def test_no_other_address_is_called(address: str, other: Other) -> None:
    before = list(other.asked)
    for target in (f"<{other.url}/secret>", f"<{other.url}/sparql?x>", "?p", "<file:///etc/passwd>"):
        response = ask(address, target)
        assert (response.status_code, response.json()["detail"]) == (
            403,
            "SERVICE is off: this server fetches nothing that is not on its list",
        )
    assert other.asked == before


def test_an_address_that_sends_elsewhere_is_not_followed(address: str, other: Other) -> None:
    response = ask(address, f"<{other.url}/elsewhere>")
    assert response.status_code == 502
    assert other.asked[-1] == "/elsewhere"
    assert other.url not in response.text


def test_an_address_that_does_not_answer_is_told(address: str) -> None:
    response = ask(address, "<http://127.0.0.1:9/nobody>")
    assert (response.status_code, response.json()["detail"]) == (
        502,
        "an address that the query calls does not answer as it should",
    )
    assert rows(ask(address, "SILENT <http://127.0.0.1:9/nobody>"))[0] == {"n": "Anna Berg"}


def test_an_address_that_answers_too_late_is_given_up_and_others_are_answered(
    address: str, other: Other
) -> None:
    results: list[httpx.Response] = []
    asking = threading.Thread(target=lambda: results.append(ask(address, f"<{other.url}/slow>")))
    asking.start()
    time.sleep(1)
    assert httpx.get(f"{address}/sparql", params={"query": "ASK {}"}).json()["boolean"] is True
    asking.join()
    assert results[0].status_code == 504


def test_a_file_on_the_list_is_loaded_with_the_token(address: str, other: Other) -> None:
    def load(source: str) -> int:
        sent = {"update": f"LOAD <{source}> INTO GRAPH <a:loaded>"}
        headers = {"Authorization": f"Bearer {TOKEN}"}
        return httpx.post(f"{address}/sparql", data=sent, headers=headers, timeout=30).status_code

    assert load(f"{other.url}/secret.ttl") == 403
    assert load("file:///etc/passwd") == 403
    assert load(f"{other.url}/data.ttl") == 204
    text = "SELECT ?n { GRAPH <a:loaded> { ?s ?p ?n } }"
    assert rows(httpx.get(f"{address}/sparql", params={"query": text})) == [{"n": "Ada"}]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "a.example", "http://a.example/> {} <"])
def test_what_is_no_address_is_refused(store: Path, address: str) -> None:
    code, message = start("--store", str(store), "--allow-fetch", address)
    assert (code, "is no URL" in message) == (2, True)
