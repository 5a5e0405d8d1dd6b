"""Files of one record a line, decoded line by line and never held whole."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass

from kg.articles.encoding import WIDE_MARKS, decode, guess_encoding
from kg.articles.record import ArticleFile
from kg.errors import ArticleError

_GUESSES = 5  # lines of one file that are tried; a guess takes tens of milliseconds


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file with its 1-based number.

    Where ``error`` is set, ``text`` keeps only the line's structure.
    """

    number: int
    text: str
    error: ArticleError | None = None


def decoded_lines(file: ArticleFile) -> Iterator[Line]:
    """The lines of ``file``, read one at a time.

    A line longer than the limit, or in no known encoding, comes with its error and the rest goes on. A line
    that is not UTF-8 is read in the encoding that was found for the first such line.
    """
    encoding: str | None = None
    guesses_left = _GUESSES
    for number, raw in _raw_lines(file):
        if raw is None:
            error = file.error(f"line longer than the limit of {file.max_bytes:,} bytes", number)
            yield Line(number, "\n", error)
            continue
        try:
            yield Line(number, raw.decode("utf-8"))
            continue
        except UnicodeDecodeError as error_:
            wrong = error_
        if encoding is None and guesses_left:
            guesses_left -= 1
            encoding = guess_encoding(raw)
        try:
            yield Line(number, raw.decode(encoding or "utf-8"))
        except UnicodeDecodeError:
            message = f"not UTF-8 (byte 0x{raw[wrong.start]:02x} at {wrong.start}) and no other encoding fits"
            yield Line(number, raw.decode("latin-1"), file.error(message, number))


def _raw_lines(file: ArticleFile) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; one beyond the limit is passed over without being held and comes as ``None``."""
    number, limit = 0, file.max_bytes
    while raw := file.stream.readline(limit + 1):
        number += 1
        if number == 1 and raw.startswith(WIDE_MARKS):
            yield from _wide_lines(raw, file)
            return
        if len(raw) <= limit:
            yield number, raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw
            continue
        while raw and not raw.endswith(b"\n"):
            raw = file.stream.readline(1024 * 1024)
        yield number, None


def _wide_lines(start: bytes, file: ArticleFile) -> Iterator[tuple[int, bytes]]:
    """The lines of a UTF-16 or UTF-32 file, read whole: bytes do not tell its lines apart."""
    text = decode(start + file.read_all(), source=file.source)
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        yield number, line.encode("utf-8", "surrogatepass")
