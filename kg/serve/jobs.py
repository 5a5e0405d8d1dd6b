"""What a query process does: queries, graphs, counts and matches, each from one snapshot of the store."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, BinaryIO, Final

from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, Triple, serialize

from kg.errors import StoreError
from kg.query import reading
from kg.serve import formats
from kg.serve.matching import Index
from kg.serve.outlet import Outlet
from kg.serve.pages import write_page
from kg.serve.problems import Problem
from kg.store import Answer, Solutions, open_store
from kg.store.embedded import EmbeddedStore
from kg.store.json_lines import json_line

# The deepest nesting of brackets that is read; the engine's parser ends its process at about 5,000.
_DEEPEST: Final = 500


class Reader:
    """The store as it was when it was last opened."""

    def __init__(
        self,
        location: str,
        answers: BinaryIO,
        *,
        max_rows: int,
        writable: bool = False,
        fetchable: Collection[str] = (),
    ) -> None:
        self.fetchable = fetchable
        self._location = location
        self._answers = answers
        self._max_rows = max_rows
        self._writable = writable
        self._index: Index | None = None
        self._last: Outlet | None = None
        self._store = self._open()
        self._whole = writable or not self._store.is_being_resolved

    def _open(self) -> EmbeddedStore:
        store = open_store(self._location, read_only=not self._writable)
        if not isinstance(store, EmbeddedStore):
            raise StoreError("kg serve answers from a directory; give its path", path=self._location)
        return store

    def reopen(self) -> None:
        """Take a new snapshot; where that fails, because a build is moving files, or where it has no people
        and meetings yet, because they are worked out anew, the old one stays.
        """
        try:
            fresh = self._open()
        except StoreError:
            return
        if fresh.is_being_resolved:
            return
        self._store, self._whole = fresh, True
        self._index = None

    def answer(self, request: Mapping[str, Any]) -> None:
        """Write the answer of one request. Raises what the engine raises, and :class:`Problem`.

        A build may take away files of the snapshot; the answer then comes from a new one, unless part of it
        is already out.
        """
        if request.get("reopen") or not self._whole:
            self.reopen()
        if not self._whole:
            raise Problem(503, "people and meetings are being worked out anew; ask again in some minutes")
        self._last = None
        job = getattr(self, "_" + request["kind"])
        try:
            job(request)
        except OSError:
            if self._writable or (self._last is not None and self._last.begun):
                raise
            self.reopen()
            job(request)

    def _outlet(self, media_type: str, count: str = "") -> Outlet:
        self._last = Outlet(self._answers, media_type, max_rows=self._max_rows, count=count)
        return self._last

    def _refuse(self, text: str, *, update: bool = False) -> None:
        keyword = reading.fetches(text, update=update, allowed=self.fetchable)
        if keyword is not None:
            raise Problem(403, f"{keyword} is off: this server fetches nothing that is not on its list")
        if reading.nesting(text) > _DEEPEST:
            raise Problem(400, f"brackets may stand in each other at most {_DEEPEST} deep")

    def _query(self, request: Mapping[str, Any]) -> None:
        text = request["text"]
        self._refuse(text)
        default, named = _nodes(request.get("default")), _nodes(request.get("named"))
        protocol = default is not None or named is not None
        results = self._store.engine.query(
            text,
            use_default_graph_as_union=not protocol and not reading.names_its_graphs(text),
            default_graph=[*(default or [])] if protocol else None,
            named_graphs=[*(named or [])] if protocol else None,
        )
        if isinstance(results, QuerySolutions | QueryBoolean):
            self._write_rows(results, request)
        else:
            self._write_statements(results, _chosen(request, tuple(formats.GRAPHS)))

    def _write_rows(self, results: QuerySolutions | QueryBoolean, request: Mapping[str, Any]) -> None:
        name = _chosen(request, tuple(formats.ROWS))
        solutions = isinstance(results, QuerySolutions)
        outlet = self._outlet(formats.ROWS[name], name if solutions else "")
        if name in formats.QUERY_RESULTS:
            results.serialize(outlet.file, formats.QUERY_RESULTS[name])
        elif name == "html":
            answer = Solutions(results) if isinstance(results, QuerySolutions) else Answer(results)
            write_page(outlet, answer, request["page"])
        else:
            _write_json_lines(outlet, results)
        outlet.close()

    def _write_statements(self, statements: Iterable[Triple | Quad], name: str) -> None:
        outlet = self._outlet(formats.GRAPHS[name])
        serialize(_counted(statements, outlet), outlet.file, formats.RDF[name])
        outlet.close()

    def _graph(self, request: Mapping[str, Any]) -> None:
        """A graph by its name, the union of all as the default graph, or the whole dataset."""
        graph = request["graph"]
        whole = graph is None
        named = None if whole or graph == "default" else graph
        if named is not None and not any(self._store.match(graph=named)):
            raise Problem(404, "there is no graph of this name")
        quads = self._store.quads(named)
        name = _chosen(request, ("nquads", "trig") if whole else tuple(formats.GRAPHS))
        self._write_statements(quads if whole else (quad.triple for quad in quads), name)

    def _counts(self, request: Mapping[str, Any]) -> None:
        self._write_object(self._store.counts())

    def _reconcile(self, request: Mapping[str, Any]) -> None:
        self._write_object(self._names().answer(request["queries"]))

    def _extend(self, request: Mapping[str, Any]) -> None:
        from kg.serve.extension import extended

        self._write_object(extended(self._store, self._names(), request["query"]))

    def _suggest(self, request: Mapping[str, Any]) -> None:
        self._write_object(self._names().suggest(request["prefix"], request["skip"]))

    def _describe(self, request: Mapping[str, Any]) -> None:
        self._write_object(self._names().describe(request["id"]))

    def _names(self) -> Index:
        if self._index is None:
            self._index = Index.of(self._store)
        return self._index

    def _write_object(self, value: Any) -> None:
        import json

        outlet = self._outlet("application/json")
        outlet.write(json.dumps(value, ensure_ascii=False).encode())
        outlet.close()

    def _update(self, request: Mapping[str, Any]) -> None:
        self._refuse(request["text"], update=True)
        self._store.engine.update(request["text"])
        self._store.engine.flush()
        self._write_object({"updated": True})


def _chosen(request: Mapping[str, Any], offered: tuple[str, ...]) -> str:
    given = request.get("format")
    if given is not None:
        if given not in offered:
            raise Problem(406, f"this answer cannot be written as {given}; there are {', '.join(offered)}")
        return str(given)
    name = formats.choose(request["accept"], offered)
    if name is None:
        raise Problem(406, f"there are {', '.join(map(formats.mime, offered))}")
    return name


def _nodes(iris: list[str] | None) -> list[NamedNode] | None:
    return None if iris is None else [NamedNode(iri) for iri in iris]


def _counted(statements: Iterable[Any], outlet: Outlet) -> Iterator[Any]:
    for statement in statements:
        outlet.rows += 1
        outlet.check()
        yield statement


def _write_json_lines(outlet: Outlet, results: QuerySolutions | QueryBoolean) -> None:
    if isinstance(results, QueryBoolean):
        outlet.write(b"true\n" if results else b"false\n")
        return
    names = [variable.value for variable in results.variables]
    for row in results:
        outlet.rows += 1
        outlet.write(json_line(names, tuple(row)))
