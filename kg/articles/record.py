"""What a format reader is given and what it yields: an open file in, records with named fields out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BufferedReader

from kg.errors import ArticleError


@dataclass(frozen=True, slots=True)
class Record:
    """One article as its format gives it, before its fields are understood.

    ``fields`` maps the names that the file uses to their values. ``line`` is the 1-based line (or record,
    where a format has no lines) for messages, ``number`` the 1-based position among the records of a file
    that can hold several, else ``None``. ``rfc822`` is true where the date may be written as in e-mail, which
    feeds do.
    """

    fields: Mapping[str, object]
    line: int | None = None
    number: int | None = None
    rfc822: bool = False


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """A file that is being read: ``stream`` gives its expanded bytes, ``source`` is its name for messages.

    ``stem`` is the name without folder and extensions, the id of an article that has none. ``max_bytes`` is
    the most that may be held in memory for one document: a whole file of a one-article format, one line, one
    page of a web archive.
    """

    source: str
    stem: str
    stream: BufferedReader
    max_bytes: int
    columns: Mapping[str, str]

    def error(self, message: str, line: int | None = None) -> ArticleError:
        """An :class:`ArticleError` that names this file (and ``line``)."""
        return ArticleError(message, source=self.source, line=line)

    def needs(self, what: str, library: str, extra: str) -> ArticleError:
        """An error for a format whose library is not installed, with the cure."""
        return self.error(f"{what} needs {library}: pip install 'newsgraph[{extra}]'")

    def read_all(self) -> bytes:
        """The whole document.

        Raises :class:`ArticleError` that names the limit where it is larger than ``max_bytes``.
        """
        data = self.stream.read(self.max_bytes + 1)
        if len(data) > self.max_bytes:
            raise self.error(f"larger than the limit of {self.max_bytes:,} bytes for one document")
        return data
