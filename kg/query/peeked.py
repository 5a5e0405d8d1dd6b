"""Whether a query found anything, told before what it found is written, and without running it twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from pyoxigraph import QueryResultsFormat, RdfFormat, Triple, parse_query_results, serialize

from kg.store import Answer, Results, Solutions, Statements
from kg.store.json_rows import JsonRows
from kg.store.results import Row


class _PeekedSolutions(Solutions):
    """Rows of which the first was read."""

    def __init__(self, first: Row, rest: Iterator[Row], variables: tuple[str, ...]) -> None:
        self._rows = chain([first], rest)
        self.variables = variables

    def __iter__(self) -> Iterator[Row]:
        return self._rows

    def serialize(self, output: Any, format: QueryResultsFormat) -> None:
        """See :meth:`Solutions.serialize`."""
        rows: Any = JsonRows(self.variables, self._rows)
        parse_query_results(rows, QueryResultsFormat.JSON).serialize(output, format)


class _PeekedStatements(Statements):
    """Statements of which the first was read."""

    def __init__(self, first: Triple, rest: Iterator[Triple]) -> None:
        self._all = chain([first], rest)

    def __iter__(self) -> Iterator[Triple]:
        return self._all

    def serialize(self, output: Any, format: RdfFormat) -> None:
        """See :meth:`Statements.serialize`."""
        serialize(self._all, output, format)


def peek(results: Results) -> tuple[Results, bool]:
    """``results``, to be used from here on, and whether there is any row or statement, or a yes."""
    if isinstance(results, Answer):
        return results, bool(results)
    if isinstance(results, Statements):
        triples = iter(results)
        for triple in triples:
            return _PeekedStatements(triple, triples), True
        return results, False
    rows = iter(results)
    for row in rows:
        return _PeekedSolutions(row, rows, results.variables), True
    return results, False
