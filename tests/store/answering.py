"""A server that answers as a test wants it to, to see what is sent to a server that is slow, broken or hostile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Answer = tuple[int, dict[str, str], bytes]
JSON = {"Content-Type": "application/sparql-results+json"}
YES: Answer = (200, JSON, b'{"head":{},"boolean":true}')


class Server:
    """Gives ``answers`` one after the other, the last one again and again; ``seen`` are the requests' method, path
    and headers.
    """

    def __init__(self, *answers: Answer | Callable[[dict[str, str]], Answer]) -> None:
        self.answers = list(answers)
        self.seen: list[tuple[str, str, dict[str, str]]] = []
        self.url = ""

    def next(self, headers: dict[str, str]) -> Answer:
        """What is said next to a request with these headers."""
        answer = self.answers[min(len(self.seen), len(self.answers)) - 1]
        return answer(headers) if callable(answer) else answer

    def sent(self, header: str) -> list[str | None]:
        """The values of one header in all requests so far."""
        return [headers.get(header) for _, _, headers in self.seen]


@contextmanager
def serving(*answers: Answer | Callable[[dict[str, str]], Answer]) -> Iterator[Server]:
    """A server on this machine for the time of the block. A body that is shorter than its Content-Length breaks
    off.
    """
    server = Server(*answers)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            server.seen.append((self.command, self.path, dict(self.headers)))
            status, headers, body = server.next(dict(self.headers))
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_PUT = do_POST

        def log_message(self, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        server.url = f"http://127.0.0.1:{listening.server_port}"
        thread = Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            listening.shutdown()
            thread.join()
