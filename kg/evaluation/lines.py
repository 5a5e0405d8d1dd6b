"""The lines of a JSON Lines file, with their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.errors import ArticleError

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def json_lines(path: str | Path) -> Iterator[tuple[int, bytes]]:
    """The lines of the file that are not empty, with their 1-based numbers.

    Raises :class:`~kg.errors.ArticleError` if the file cannot be read.
    """
    try:
        with open(path, "rb") as stream:
            for number, line in enumerate(stream, start=1):
                text = line.removeprefix(_BYTE_ORDER_MARK).strip()
                if text:
                    yield number, text
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"cannot be read: {reason}; expected annotations as JSON Lines"
        raise ArticleError(message, source=str(path)) from error
