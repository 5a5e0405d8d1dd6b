"""Where a query process writes an answer: frames of some size, with the rows counted and limited."""

from __future__ import annotations

import re
from time import monotonic
from typing import BinaryIO, Final, cast

from kg.serve.frames import DATA, END, HEAD, write_frame, write_json
from kg.serve.problems import Problem

_FRAME: Final = 64 * 1024
# A query that finds its rows slowly shows them at least this often.
_SECONDS: Final = 0.5
# In JSON the beginning of a row; no text can look like it, since a quote inside a text has a backslash before
# it and the name of a variable has no brace or comma.
_JSON_ROW: Final = re.compile(rb'[\[,]\{(?:"[^"{},]*":\{"type":|\})')


class Outlet:
    """A binary file for an engine to write to. Its head goes out with its first frame, so that what fails
    before that fails with a status of its own. ``begun`` says that it went out.
    """

    def __init__(self, stream: BinaryIO, media_type: str, *, max_rows: int, count: str = "") -> None:
        self.rows = -1 if count in ("csv", "tsv") else 0  # the line with the names
        self._stream = stream
        self._media_type = media_type
        self._max_rows = max_rows
        self._count = count
        self._parts: list[bytes] = []
        self._size = 0
        self._sent_at = monotonic()
        self.begun = False
        self._quoted = False
        self._tail = b""

    def write(self, data: bytes) -> int:
        """Take part of the answer. Raises :class:`Problem` where it has more rows than allowed."""
        self.rows += self._rows_in(data)
        self.check()
        self._parts.append(bytes(data))
        self._size += len(data)
        if self._size >= _FRAME or monotonic() - self._sent_at > _SECONDS:
            self._send()
        return len(data)

    @property
    def file(self) -> BinaryIO:
        """Itself, as what serializers ask for: they only write and flush."""
        return cast(BinaryIO, self)

    def flush(self) -> None:
        """Nothing: frames go out when they are full."""

    def check(self) -> None:
        """Raise :class:`Problem` where there are more rows than allowed."""
        if self.rows > self._max_rows:
            raise Problem(400, f"the answer has more than {self._max_rows} rows; ask for fewer with LIMIT")

    def close(self) -> None:
        """Send what is left, and the end."""
        self._send()
        write_json(self._stream, END, rows=self.rows)

    def _send(self) -> None:
        if not self.begun:
            write_json(self._stream, HEAD, media_type=self._media_type)
            self.begun = True
        if self._parts:
            write_frame(self._stream, DATA, b"".join(self._parts))
        self._parts.clear()
        self._size = 0
        self._sent_at = monotonic()

    def _rows_in(self, data: bytes) -> int:
        """The rows that end, or in JSON begin, in ``data``; the line with the names counts for none."""
        match self._count:
            case "csv":
                return self._lines_outside_quotes(data)
            case "tsv":
                return data.count(b"\n")
            case "xml":
                data = self._tail + data
                self._tail = data[-len(b"<result") :]
                return data.count(b"<result>")
            case "json":
                data = self._tail + data
                found = list(_JSON_ROW.finditer(data))
                self._tail = data[max(found[-1].end() if found else 0, len(data) - 300) :]
                return len(found)
        return 0

    def _lines_outside_quotes(self, data: bytes) -> int:
        parts = data.split(b'"')
        outside = parts[1 if self._quoted else 0 :: 2]
        self._quoted ^= len(parts) % 2 == 0
        return sum(part.count(b"\n") for part in outside)
