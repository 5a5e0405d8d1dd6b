"""The store that needs no server: an Oxigraph directory, or memory."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, RdfFormat

from kg.errors import QueryError, StoreBusyError, StoreError
from kg.graph import vocabulary as v
from kg.store import updates
from kg.store.binding import bind
from kg.store.contract import FORMAT, Store
from kg.store.directory import check_directory
from kg.store.results import Answer, Results, Solutions, Statements

# "error at 3:19: expected one of …": all that Oxigraph says of where a query is wrong.
_POSITION: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
# A read-only store is a snapshot. While a build runs, files may go between being listed and being opened; the
# next try finds the new ones.
_TRIES: Final = 3
# Characters of updates. RocksDB keeps what was written in memory, about three times as much, until it is
# flushed, by itself only after hundreds of megabytes.
_FLUSH_AFTER: Final = 8_000_000
_BULK: Final = 5_000
# Characters that a statement takes, about.
_STATEMENT: Final = 200
# RocksDB keeps what was written last in several files, which makes queries two to three times as slow.
# Putting a store in order takes as long as copying it, so it is done after writing this share of it.
_MUCH: Final = 0.25


class EmbeddedStore(Store):
    """A store in a directory of this machine, or in memory."""

    def __init__(self, engine: pyoxigraph.Store, location: str) -> None:
        super().__init__(location)
        self._engine: pyoxigraph.Store | None = engine
        self._unflushed = 0
        self._uncompacted = 0

    def close(self) -> None:
        """Let go of the directory. Results that are still being read hold it until they end."""
        if self._unflushed and self._engine is not None:
            # A reader would have to go through the whole log otherwise.
            with _translated(self.location):
                self._engine.flush()
        self._engine = None

    @property
    def engine(self) -> pyoxigraph.Store:
        """Oxigraph's own store. Raises :class:`~kg.errors.StoreError` after :meth:`close`."""
        if self._engine is None:
            raise StoreError("the store is closed", path=self.location)
        return self._engine

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: NamedNode | Literal | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        """See :meth:`Store.match`."""
        node = None if graph is None else NamedNode(graph)
        with _translated(self.location):
            yield from self.engine.quads_for_pattern(subject, predicate, object, node)

    def query(
        self, text: str, *, bindings: Mapping[str, NamedNode | Literal] | None = None, name: str = "query"
    ) -> Results:
        """See :meth:`Store.query`."""
        try:
            found = self.engine.query(bind(text, bindings or {}), use_default_graph_as_union=True)
        except SyntaxError as error:
            raise self._syntax_error(text, error, name) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(str(error), query=name) from error
        if isinstance(found, QuerySolutions):
            return Solutions(found, name=name)
        return Answer(found) if isinstance(found, QueryBoolean) else Statements(found, name=name)

    def _syntax_error(self, text: str, error: SyntaxError, name: str) -> QueryError:
        """The error as the author of ``text`` sees it: values in the place of variables shift columns."""
        try:
            self.engine.query(text)
        except SyntaxError as unbound:
            error = unbound
        return _syntax_error(text, error.msg, name)

    def _update(self, text: str) -> None:
        with _translated(self.location):
            self.engine.update(text)
            self._written(len(text))

    def _insert(self, nquads: bytes) -> None:
        with _translated(self.location):
            self.engine.load(nquads, RdfFormat.N_QUADS)
            self._written(len(nquads))

    def _add(self, quads: Sequence[Quad]) -> None:
        if len(quads) < _BULK:
            super()._add(quads)
            return
        # Half the time of a transaction.
        with _translated(self.location):
            self.engine.bulk_extend(quads)
            self._uncompacted += len(quads) * _STATEMENT

    def clear(self, graph: str, filter: str = "") -> None:
        """See :meth:`Store.clear`; the engine finds and takes out by itself."""
        where = f"GRAPH <{graph}> {{ ?s ?p ?o }} {filter}"
        while self.query(f"ASK {{ {where} }}"):
            self._update(updates.clear(graph, where))

    def compact(self) -> None:
        """See :meth:`Store.compact`."""
        if self._uncompacted < _MUCH * _size(self.location):
            return
        with _translated(self.location):
            self.engine.flush()
            self.engine.optimize()
        self._unflushed = self._uncompacted = 0

    def _written(self, size: int) -> None:
        self._unflushed += size
        self._uncompacted += size
        if self._unflushed > _FLUSH_AFTER:
            self.engine.flush()
            self._unflushed = 0


def open_directory(path: Path, *, create: bool, read_only: bool) -> EmbeddedStore:
    """Open the store in the directory ``path``; see :func:`kg.store.open_store`."""
    if check_directory(path, create=create and not read_only):
        if read_only:
            return _checked(EmbeddedStore(_open_read_only(path), str(path)))
        _check_before_writing(path)
    with _translated(str(path)):
        path.mkdir(parents=True, exist_ok=True)
        store = EmbeddedStore(pyoxigraph.Store(path), str(path))
    if not len(store.engine):
        store._update(updates.mark_format(FORMAT))
    return _checked(store)


def _size(location: str) -> int:
    """Bytes of the files of the store in the directory ``location``; 0 for one in memory."""
    size = 0
    for file in Path(location).glob("*.sst"):
        with suppress(FileNotFoundError):  # the engine takes old files away when it likes
            size += file.stat().st_size
    return size


def memory_store() -> EmbeddedStore:
    """A new, empty store in memory, gone with the process."""
    store = EmbeddedStore(pyoxigraph.Store(), "memory")
    store._update(updates.mark_format(FORMAT))
    return store


def _check_before_writing(path: Path) -> None:
    """Look at the format without touching anything: opening for writing may already move data."""
    try:
        found = EmbeddedStore(_open_read_only(path), str(path))
    except StoreError:
        return  # whatever is wrong, opening for writing says it better: that another build holds it, for one
    if len(found.engine):
        _checked(found)


def _open_read_only(path: Path) -> pyoxigraph.Store:
    for _ in range(_TRIES - 1):
        try:
            return pyoxigraph.Store.read_only(str(path))
        except (OSError, RuntimeError):
            continue
    with _translated(str(path)):
        return pyoxigraph.Store.read_only(str(path))


def _checked(store: EmbeddedStore) -> EmbeddedStore:
    marks = [q.object for q in store.match(updates.STORE, v.STORE_FORMAT, graph=updates.BOOKKEEPING.value)]
    versions = [int(mark.value) for mark in marks if isinstance(mark, Literal)]
    if versions and max(versions) <= FORMAT:
        return store
    store.close()
    if versions:
        problem = f"has format {max(versions)} of a newer newsgraph; this one reads up to {FORMAT}: update it"
    else:
        problem = "holds an Oxigraph store of something else; choose another directory for the store"
    raise StoreError(problem, path=store.location)


@contextmanager
def _translated(location: str) -> Iterator[None]:
    """Turn what the engine raises into a :class:`~kg.errors.StoreError` that says what to do."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise _store_error(error, location) from error


def _store_error(error: OSError | RuntimeError, location: str) -> StoreError:
    text = str(error)
    if "lock" in text.lower() and ("unavailable" in text or "No locks" in text or "held by" in text):
        return StoreBusyError("another build is writing to this store; wait for it to end", path=location)
    if any(os.strerror(code) in text for code in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)):
        return StoreError(
            f"the disk is full ({text}); what is stored is whole: make room and run the build again",
            path=location,
        )
    if "read-write" in text:
        return StoreError("is open for reading only", path=location)
    if isinstance(error, PermissionError) or os.strerror(errno.EACCES) in text:
        return StoreError(f"no permission ({text})", path=location)
    return StoreError(f"the store cannot go on ({text})", path=location)


def _syntax_error(text: str, message: str, name: str) -> QueryError:
    position = _POSITION.match(message)
    if position is None:
        return QueryError(f"syntax error: {message}", query=name)
    line, column = int(position[1]), int(position[2])
    where = text.splitlines()[line - 1].strip() if line <= len(text.splitlines()) else "the end"
    return QueryError(
        f"syntax error in {where!r}: {_short(position[3])}", query=name, line=line, column=column
    )


def _short(expected: str) -> str:
    """What the parser expected, without the long character classes."""
    if "Prefix not found" in expected:
        return "the prefix is not declared; add a PREFIX line"
    words = " ".join(expected.split())
    return words if len(words) <= 200 else words[:200] + "…"
