"""What a query gives back: rows, statements, or yes and no, in the terms of the RDF library."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, RdfFormat, Triple

from kg.errors import QueryError
from kg.store.values import plain_value

if TYPE_CHECKING:
    import pandas
    import pyarrow
    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

Term = NamedNode | BlankNode | Literal | Triple
Row = tuple[Term | None, ...]


class Solutions:
    """The rows of a SELECT query, computed as they are read, and therefore read once.

    Raises :class:`~kg.errors.QueryError`, also while rows are read, where the store cannot go on.
    """

    def __init__(self, solutions: QuerySolutions, *, name: str = "query") -> None:
        self._solutions = solutions
        self._name = name
        self.variables = tuple(variable.value for variable in solutions.variables)

    def __iter__(self) -> Iterator[Row]:
        """The rows as tuples of RDF terms; ``None`` where a variable has no value."""
        try:
            for solution in self._solutions:
                yield tuple(solution)
        except (OSError, RuntimeError) as error:
            raise QueryError(f"stopped while reading the rows: {error}", query=self._name) from error

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """The rows as Python values: numbers and truth values as such, all else (also dates) as text, nothing
        as ``None``.
        """
        for row in self:
            yield tuple(map(plain_value, row))

    def texts(self) -> Iterator[tuple[str, ...]]:
        """The rows as text, each value exactly as it was written; an empty text where a variable has none."""
        for row in self:
            yield tuple("" if term is None else getattr(term, "value", str(term)) for term in row)

    def serialize(self, output: Any, format: QueryResultsFormat) -> None:
        """Write the remaining rows to the binary file ``output`` in one of the W3C's result formats."""
        try:
            self._solutions.serialize(output, format)
        except RuntimeError as error:
            raise QueryError(f"stopped while reading the rows: {error}", query=self._name) from error

    def to_arrow(self) -> pyarrow.Table:
        """All rows as an Arrow table; a column of one kind of value is typed, a mixed one is text.

        Needs ``pip install newsgraph[tables]``.
        """
        from kg.store.tables import arrow_table

        return arrow_table(self)

    def to_pandas(self) -> pandas.DataFrame:
        """All rows as a pandas data frame, typed as in :meth:`to_arrow`. Needs ``pip install
        newsgraph[tables]``, and raises :class:`~kg.errors.QueryError` without it.
        """
        from kg.store.tables import pandas_frame

        return pandas_frame(self)


class Statements:
    """The graph that a CONSTRUCT or DESCRIBE query gives, statement by statement; read once."""

    def __init__(self, triples: QueryTriples, *, name: str = "query") -> None:
        self._triples = triples
        self._name = name

    def __iter__(self) -> Iterator[Triple]:
        try:
            yield from self._triples
        except (OSError, RuntimeError) as error:
            raise QueryError(f"stopped while reading the statements: {error}", query=self._name) from error

    def serialize(self, output: Any, format: RdfFormat) -> None:
        """Write the remaining statements to the binary file ``output`` in an RDF format."""
        self._triples.serialize(output, format)


class Answer:
    """The yes or no of an ASK query."""

    def __init__(self, answer: QueryBoolean) -> None:
        self._answer = answer

    def __bool__(self) -> bool:
        return bool(self._answer)

    def serialize(self, output: Any, format: QueryResultsFormat) -> None:
        """Write the answer to the binary file ``output`` in one of the W3C's result formats (JSON, XML, CSV,
        TSV).
        """
        self._answer.serialize(output, format)


Results = Solutions | Statements | Answer
