"""What a server answers, as the results that every store gives."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator
from typing import IO, Any, Final

from pyoxigraph import (
    Literal,
    NamedNode,
    QuadParser,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
    serialize,
)

from kg.errors import QueryError
from kg.store.json_rows import JsonRows
from kg.store.remote_http import check_complete
from kg.store.results import Answer, Results, Row, Solutions, Statements

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_BOOLEAN: Final = NamedNode(_XSD + "boolean")
_DATE_TIME: Final = NamedNode(_XSD + "dateTime")
_PADDED: Final = re.compile(r"(\.\d*[1-9])0+(?!\d)|\.0+(?!\d)", re.ASCII)
_TRUTH: Final = {"1": Literal(True), "0": Literal(False)}
_BROKEN: Final = (OSError, RuntimeError, SyntaxError, ValueError, http.client.HTTPException)


class RemoteSolutions(Solutions):
    """Rows that come over the network."""

    def __iter__(self) -> Iterator[Row]:
        """See :meth:`Solutions.__iter__`."""
        try:
            yield from super().__iter__()
        except _BROKEN as error:
            raise _broken(error, self._name) from error

    def serialize(self, output: Any, format: QueryResultsFormat) -> None:
        """See :meth:`Solutions.serialize`."""
        try:
            super().serialize(output, format)
        except _BROKEN as error:
            raise _broken(error, self._name) from error


class VirtuosoSolutions(RemoteSolutions):
    """Rows from Virtuoso, which writes truth values as 1 and 0, and stops after ``most`` rows silently."""

    def __init__(self, solutions: QuerySolutions, *, name: str, most: int | None = None) -> None:
        super().__init__(solutions, name=name)
        self._most = most

    def __iter__(self) -> Iterator[Row]:
        """See :meth:`Solutions.__iter__`. Raises :class:`~kg.errors.QueryError` where rows are missing."""
        count = 0
        for row in super().__iter__():
            count += 1
            yield tuple(map(canonical, row))
        if count == self._most:
            raise QueryError(
                f"the server gives {count} rows at most, and there may be more; ask for fewer with LIMIT, "
                "or raise its own limit (ResultSetMaxRows in virtuoso.ini)",
                query=self._name,
            )

    def serialize(self, output: Any, format: QueryResultsFormat) -> None:
        """See :meth:`Solutions.serialize`."""
        rows: Any = JsonRows(self.variables, self)
        again = parse_query_results(rows, QueryResultsFormat.JSON)
        again.serialize(output, format)


class RemoteStatements(Statements):
    """Statements that come over the network."""

    def __init__(self, quads: QuadParser, response: http.client.HTTPResponse, *, name: str) -> None:
        self._quads = quads
        self._response = response
        self._name = name

    def __iter__(self) -> Iterator[Triple]:
        try:
            for quad in self._quads:
                yield quad.triple
            check_complete(self._response)
        except _BROKEN as error:
            raise _broken(error, self._name) from error

    def serialize(self, output: Any, format: RdfFormat) -> None:
        """See :meth:`Statements.serialize`."""
        serialize(self, output, format)


def read_results(response: http.client.HTTPResponse, *, name: str) -> Results:
    """The results in a server's answer. Raises :class:`~kg.errors.QueryError` where it is not one."""
    media_type = (response.headers.get("Content-Type") or "").partition(";")[0].strip()
    graph = RdfFormat.from_media_type(media_type)
    if response.headers.get("X-SQL-State"):
        raise QueryError("the server stopped before all rows were found (its time limit)", query=name)
    try:
        if graph is not None and "json" not in media_type:
            return RemoteStatements(parse(response, graph), response, name=name)
        found = parse_query_results(response, QueryResultsFormat.JSON)
    except _BROKEN as error:
        raise _broken(error, name) from error
    if isinstance(found, QueryBoolean):
        return Answer(found)
    if "Virtuoso" not in (response.headers.get("Server") or ""):
        return RemoteSolutions(found, name=name)
    most = response.headers.get("X-SPARQL-MaxRows") or ""
    return VirtuosoSolutions(found, name=name, most=int(most) if most.isdigit() else None)


def read_rows(answer: IO[bytes]) -> Iterator[dict[str, Any]]:
    """The rows of a complete answer by the names of variables."""
    solutions = parse_query_results(answer, QueryResultsFormat.JSON)
    if isinstance(solutions, QuerySolutions):
        names = [variable.value for variable in solutions.variables]
        for row in solutions:
            yield dict(zip(names, map(canonical, row), strict=True))


def canonical(term: Any) -> Any:
    """``term`` as it was written, in the canonical form of XML Schema: Virtuoso gives truth values back as 1
    and 0, and fractions of a second with six digits.
    """
    if isinstance(term, Literal):
        if term.datatype == _BOOLEAN:
            return _TRUTH.get(term.value, term)
        if term.datatype == _DATE_TIME and "." in term.value:
            return Literal(_PADDED.sub(r"\1", term.value), datatype=_DATE_TIME)
    return term


def _broken(error: Exception, name: str) -> QueryError:
    return QueryError(f"the server's answer breaks off or is not SPARQL results ({error})", query=name)
