"""Every error that newsgraph raises on purpose.

::

    NewsgraphError
    ├── ArticleError        an article or its file cannot be read (source, line)
    ├── ExtractionError     the language model is missing or refuses a text
    ├── StoreError          the store cannot be opened, read or written (path)
    │   ├── StoreBusyError  another build holds the store
    │   └── NotFoundError   nothing, or more than one thing, has this name (name, candidates)
    ├── QueryError          a query cannot be found, bound or run (query, line, column)
    │   ├── UnknownQueryError
    │   ├── ParameterError
    │   └── FormatError
    ├── DecisionError       a decision, or a file of decisions, cannot be taken or read (source, line)
    ├── AuthorityError      an authority file cannot be read (source, line)
    ├── GraphError          a graph or the ontology is not as expected
    └── ExportError         an export cannot be written

A message says what is wrong, where, and what to do about it. Errors of libraries are translated at the
border, with ``raise … from``.
"""

from __future__ import annotations


class NewsgraphError(Exception):
    """Root of all errors that newsgraph raises on purpose; the command prints them without a traceback."""


class ArticleError(NewsgraphError):
    """An article, or the file that should hold articles, cannot be read.

    ``source`` is the file or URL as given, ``line`` the 1-based line or record number where one applies.
    """

    def __init__(self, message: str, *, source: str, line: int | None = None) -> None:
        self.source = source
        self.line = line
        self.reason = message
        where = source if line is None else f"{source}:{line}"
        super().__init__(f"{where}: {message}")


class ExtractionError(NewsgraphError):
    """The language model is missing, or an article exceeds a limit of extraction."""


class StoreError(NewsgraphError):
    """The store cannot be opened, read or written; ``path`` is its directory or URL."""

    def __init__(self, message: str, *, path: str) -> None:
        self.path = path
        super().__init__(f"{path}: {message}")


class StoreBusyError(StoreError):
    """Another process is writing to the store."""


class NotFoundError(StoreError):
    """Nothing in the store has this ``name``, or several things have: ``candidates`` are their IRIs."""

    def __init__(self, message: str, *, path: str, name: str, candidates: tuple[str, ...] = ()) -> None:
        self.name = name
        self.candidates = candidates
        super().__init__(message, path=path)


class DecisionError(NewsgraphError):
    """A decision about identity cannot be taken or read; ``source`` and ``line`` say where it stands, if in a
    file.
    """

    def __init__(self, message: str, *, source: str | None = None, line: int | None = None) -> None:
        self.source = source
        self.line = line
        where = source if line is None else f"{source}:{line}"
        super().__init__(f"{where}: {message}" if where else message)


class AuthorityError(NewsgraphError):
    """An authority file cannot be read; ``source`` is the file and ``line`` the line, where one applies."""

    def __init__(self, message: str, *, source: str, line: int | None = None) -> None:
        self.source = source
        self.line = line
        where = source if line is None else f"{source}:{line}"
        super().__init__(f"{where}: {message}")


class QueryError(NewsgraphError):
    """A query cannot be run. ``query`` is its name; ``line`` and ``column`` (1-based) say where its text is
    wrong.
    """

    def __init__(
        self, message: str, *, query: str, line: int | None = None, column: int | None = None
    ) -> None:
        self.query = query
        self.line = line
        self.column = column
        where = query if line is None else f"{query}:{line}" if column is None else f"{query}:{line}:{column}"
        super().__init__(f"{where}: {message}")


class UnknownQueryError(QueryError):
    """No saved query has this name."""


class ParameterError(QueryError):
    """A parameter is missing, unknown, or its value is not of the declared type."""


class FormatError(QueryError):
    """What a query gives cannot be written in the format that was asked for."""


class GraphError(NewsgraphError):
    """A graph or the ontology does not have the expected shape."""


class ExportError(NewsgraphError):
    """An export cannot be written."""
