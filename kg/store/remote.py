"""A store on a server: any that speaks the SPARQL 1.1 Protocol with updates."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.errors import QueryError, StoreError
from kg.graph import vocabulary as v
from kg.store import remote_journal, updates
from kg.store.binding import bind
from kg.store.contract import FORMAT, Store
from kg.store.embedded import memory_store
from kg.store.remote_address import graphs_beside, read_address, without_secrets
from kg.store.remote_http import Connection, Credentials, HttpRefusal
from kg.store.remote_protocol import Protocol
from kg.store.remote_results import canonical, read_results, read_rows
from kg.store.remote_steps import Step, steps
from kg.store.results import Results

# Servers on which everything that one request asks for happens at once or not at all, and whose requests may
# be as large as an article is. Others get small steps and a journal.
_TRANSACTIONAL: Final = ("Oxigraph", "Apache Jena Fuseki")
_MOST_CHARACTERS: Final = 64_000_000
_STATEMENTS: Final = 1_000
_STATEMENTS_OF_A_GRAPH: Final = 20_000
# How servers are asked for the union of all graphs as the default graph; for most it is that anyway.
_UNIONS: Final[tuple[Mapping[str, str], ...]] = (
    {}, {"union-default-graph": "true"}, {"default-graph-uri": "urn:x-arq:UnionGraph"}
)  # fmt: skip
_MARK: Final = f"{updates.STORE} {v.STORE_FORMAT} ?format"
_FORMATS: Final = f"SELECT ?format WHERE {{ GRAPH {updates.BOOKKEEPING} {{ {_MARK} }} }}"
_OURS: Final = f'FILTER(STRSTARTS(STR(?graph), "{v.NEWSGRAPH}"))'


class RemoteStore(Store):
    """A store on a server. Graphs whose IRI is not newsgraph's are another's and are left alone.

    ``protocol`` is for what a contract of all stores cannot offer.
    """

    _graphs_read = _OURS

    def __init__(self, protocol: Protocol, location: str, *, server: str, read_only: bool) -> None:
        super().__init__(location)
        self.protocol = protocol
        self._transactional = server.startswith(_TRANSACTIONAL)
        self._read_only = read_only

    def close(self) -> None:
        """Nothing is held between two requests."""

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: NamedNode | Literal | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        """See :meth:`Store.match`."""
        node = None if graph is None else NamedNode(graph)
        parts = {"graph": node, "subject": subject, "predicate": predicate, "object": object}
        if graph is not None and self.protocol.address.graphs and (subject, predicate, object) == (None,) * 3:
            return self._graph(graph)
        return self._matching(parts)

    def _graph(self, graph: str) -> Iterator[Quad]:
        try:
            answer = self.protocol.graph(graph)
        except HttpRefusal as refusal:
            if refusal.status == 404:  # there is no such graph
                return
            raise
        node = NamedNode(graph)
        with answer, self.protocol.connection.reading():
            for quad in parse(answer, RdfFormat.N_TRIPLES):
                yield Quad(quad.subject, quad.predicate, canonical(quad.object), node)

    def _matching(self, parts: Mapping[str, Any]) -> Iterator[Quad]:
        terms = {name: str(term or f"?{name}") for name, term in parts.items()}
        pattern = "{subject} {predicate} {object}".format_map(terms)
        where = f"GRAPH {terms['graph']} {{ {pattern} }} {_OURS if parts['graph'] is None else ''}"
        wanted = " ".join(term for term in terms.values() if term.startswith("?")) or "(1 AS ?found)"
        for row in self._rows(f"SELECT {wanted} WHERE {{ {where} }}"):
            subject, predicate, value, graph = (
                parts[name] if parts[name] is not None else row[name]
                for name in ("subject", "predicate", "object", "graph")
            )
            yield Quad(subject, predicate, value, graph)

    def _rows(self, text: str) -> Iterator[dict[str, Any]]:
        with self.protocol.fetch(text) as answer, self.protocol.connection.reading():
            yield from read_rows(answer)

    def query(
        self, text: str, *, bindings: Mapping[str, NamedNode | Literal] | None = None, name: str = "query"
    ) -> Results:
        """See :meth:`Store.query`. The rows of a query that the server refuses raise
        :class:`~kg.errors.QueryError` with the server's own words.
        """
        try:
            response = self.protocol.query(bind(text, bindings or {}))
        except HttpRefusal as refusal:
            if refusal.status in (401, 403, 404, 405):
                raise
            _check_syntax(text, name)
            raise QueryError(
                f"the server refuses it: {refusal.answer or refusal.status}", query=name
            ) from refusal
        return read_results(response, name=name)

    def graphs(self) -> list[str]:
        """See :meth:`Store.graphs`."""
        rows = self._rows(f"SELECT DISTINCT ?graph WHERE {{ GRAPH ?graph {{ ?s ?p ?o }} {_OURS} }}")
        return sorted({row["graph"].value for row in rows} - updates.OWN_GRAPHS)

    def _insert(self, nquads: bytes) -> None:
        self._update(updates.replace_graphs(nquads, (), ()))

    def _add(self, quads: Sequence[Quad]) -> None:
        self._send(updates.change(quads, ()), whole=False)

    def _update(self, text: str) -> None:
        self._send(text, whole=True)

    def _send(self, text: str, *, whole: bool) -> None:
        """Run an update. With ``whole`` it is written down first where it takes several steps."""
        if self._read_only:
            raise StoreError("is open for reading only", path=self.location)
        if self._transactional and len(text) < _MOST_CHARACTERS:
            self.protocol.update(text)
            return
        todo = list(steps(text, statements=self._statements))
        if whole and len(todo) > 1:
            remote_journal.write(text, self.protocol.update)
            self._run(todo)
            self.protocol.update(remote_journal.FORGET)
        else:
            self._run(todo)

    @property
    def _statements(self) -> int:
        return _STATEMENTS_OF_A_GRAPH if self.protocol.address.graphs else _STATEMENTS

    def _run(self, todo: list[Step]) -> None:
        for step in todo:
            if step.graph is not None and self.protocol.address.graphs:
                self.protocol.add(step.graph, step.ntriples)
            else:
                self.protocol.update(step.text)

    def prepare(self, *, create: bool) -> None:
        """See that this is a store that this version can read, make one where ``create`` allows it, and end
        what another left undone.
        """
        versions = [int(row["format"].value) for row in self._rows(_FORMATS)]
        if not versions and not create:
            raise StoreError(
                "there is no store here; make one with: kg build SOURCE --store URL", path=self.location
            )
        if versions and max(versions) > FORMAT:
            raise StoreError(
                f"has format {max(versions)} of a newer newsgraph; this one reads up to {FORMAT}: update it",
                path=self.location,
            )
        if not self._read_only:
            self._recover()
        if not versions:
            self.protocol.update(updates.mark_format(FORMAT))
        self.protocol.parameters = self._union()

    def _recover(self) -> None:
        parts = list(self._rows(remote_journal.PARTS))
        undone = remote_journal.read(iter(parts))
        if undone is not None:
            self._run(list(steps(undone, statements=self._statements)))
        if parts:
            self.protocol.update(remote_journal.FORGET)

    def _union(self) -> Mapping[str, str]:
        """What to say with every query so that the default graph is the union of all graphs."""
        for parameters in _UNIONS:
            self.protocol.parameters = parameters
            if any(self._rows(f"SELECT ?format WHERE {{ {_MARK} }}")):
                return parameters
        return {}


def open_remote(location: str, *, create: bool, read_only: bool) -> RemoteStore:
    """Open the store behind the URL ``location``; see :func:`kg.store.open_store`.

    Credentials come from the environment. Raises :class:`~kg.errors.StoreError`.
    """
    address = read_address(location)
    connection = Connection(address.query, Credentials.from_environment(os.environ))
    protocol = Protocol(address, connection)
    server = protocol.server()
    if address.graphs is None:
        protocol.address = address.with_graphs(graphs_beside(address, server))
    store = RemoteStore(protocol, without_secrets(location), server=server, read_only=read_only)
    store.prepare(create=create and not read_only)
    return store


def _check_syntax(text: str, name: str) -> None:
    """Raise the error that says where ``text`` is wrong, in place of the server's own words."""
    with memory_store() as store:
        store.query(text, name=name)
