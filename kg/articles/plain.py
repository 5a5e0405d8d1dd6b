"""Plain text: the file is the article."""

from __future__ import annotations

from collections.abc import Iterator

from kg.articles.encoding import decode
from kg.articles.record import ArticleFile, Record


def read_plain(file: ArticleFile) -> Iterator[Record]:
    """The file's text, with line ends as ``\\n``, as Python reads a text file."""
    yield Record({"text": unix_lines(decode(file.read_all(), source=file.source))})


def unix_lines(text: str) -> str:
    """``text`` with ``\\r\\n`` and ``\\r`` as ``\\n``."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
