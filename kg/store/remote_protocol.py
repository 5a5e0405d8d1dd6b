"""The SPARQL 1.1 Protocol and the Graph Store HTTP Protocol, as requests over a
:class:`~kg.store.remote_http.Connection`.
"""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from typing import IO, Final
from urllib.parse import quote
from urllib.request import Request

from SPARQLWrapper import GET, JSON, POST, POSTDIRECTLY, TURTLE, URLENCODED, SPARQLWrapper

from kg.store.remote_address import Address
from kg.store.remote_http import Connection

_NTRIPLES: Final = "application/n-triples"
_AGENT: Final = "newsgraph"
_GRAPHS: Final = ("CONSTRUCT", "DESCRIBE")


class _Sender(SPARQLWrapper):
    """SPARQLWrapper over a connection of our own.

    Its own way of sending follows redirects with credentials, and installs an opener for the whole process
    when it authenticates by digest.
    """

    def __init__(self, address: Address, connection: Connection) -> None:
        super().__init__(address.query, updateEndpoint=address.update, returnFormat=JSON, agent=_AGENT)
        self.setOnlyConneg(True)
        self._connection = connection

    def _query(self) -> tuple[http.client.HTTPResponse, str]:
        return self._connection.send(self._createRequest()), self.returnFormat

    def request(self) -> Request:
        """What would be sent."""
        request: Request = self._createRequest()
        return request


class Protocol:
    """What can be asked of a server. ``parameters`` go with every query."""

    def __init__(self, address: Address, connection: Connection) -> None:
        self.address = address
        self.connection = connection
        self.parameters: Mapping[str, str] = {}

    def query(self, text: str) -> http.client.HTTPResponse:
        """The answer to a query, still to be read: SPARQL JSON for rows and yes or no, Turtle or N-Triples
        for a graph.
        """
        response: http.client.HTTPResponse = self._sender(text).query().response
        return response

    def fetch(self, text: str) -> IO[bytes]:
        """The whole answer to a query as a file, asked for again where it breaks off."""
        return self.connection.fetch(self._sender(text).request())

    def server(self) -> str:
        """What the server calls itself in its answer to a small question, asked once."""
        sender = self._sender("ASK {}")
        with self.connection.send(sender.request(), tries=1) as response:
            response.read()
            return response.headers.get("Server") or ""

    def update(self, text: str) -> None:
        """Run an update."""
        sender = _Sender(self.address, self.connection)
        sender.setMethod(POST)
        sender.setRequestMethod(POSTDIRECTLY)
        sender.setQuery(text)
        with sender.query().response as response:
            response.read()

    def add(self, graph: str, ntriples: bytes) -> None:
        """Add statements to a graph by the Graph Store Protocol (§5.5, POST)."""
        request = Request(self._graph(graph), data=ntriples, method=POST)
        request.add_header("Content-Type", _NTRIPLES)
        request.add_header("User-Agent", _AGENT)
        with self.connection.send(request) as response:
            response.read()

    def graph(self, graph: str) -> IO[bytes]:
        """The statements of a graph as N-Triples (Graph Store Protocol, §5.2, GET)."""
        headers = {"Accept": _NTRIPLES, "User-Agent": _AGENT}
        return self.connection.fetch(Request(self._graph(graph), headers=headers, method=GET))

    def _graph(self, graph: str) -> str:
        return f"{self.address.graphs}?graph={quote(graph, safe='')}"

    def _sender(self, text: str) -> _Sender:
        sender = _Sender(self.address, self.connection)
        for name, value in self.parameters.items():
            sender.addParameter(name, value)
        sender.setMethod(POST)
        sender.setRequestMethod(URLENCODED)
        sender.setQuery(text)
        if sender.queryType in _GRAPHS:
            sender.setReturnFormat(TURTLE)
        return sender
