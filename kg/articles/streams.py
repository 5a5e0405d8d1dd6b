"""Opening files.

Compression taken off, standard input for ``-``, and what the operating system says put into words.
"""

from __future__ import annotations

import bz2
import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, cast

from kg.articles.formats import compression
from kg.errors import ArticleError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

STDIN = "-"
HEAD_BYTES = 64 * 1024


@contextmanager
def open_stream(source: str) -> Iterator[io.BufferedReader]:
    """The expanded bytes of the file (or of standard input).

    Raises :class:`ArticleError` where it cannot be opened; damage that shows only later is put into words by
    :func:`reading`.
    """
    with reading(source):
        raw = _open(source)
    try:
        yield _expanded(raw, source)
    finally:
        if source != STDIN:
            raw.close()


@contextmanager
def reading(source: str) -> Iterator[None]:
    """Turn what goes wrong while ``source`` is read into :class:`ArticleError`."""
    try:
        yield
    except FileNotFoundError as error:
        raise ArticleError("no such file or folder", source=source) from error
    except PermissionError as error:
        raise ArticleError("no permission to read it", source=source) from error
    except OSError as error:
        raise ArticleError(f"cannot be read: {error.strerror or error}", source=source) from error
    except (EOFError, zlib.error) as error:
        raise ArticleError(f"the compressed file is damaged or cut off: {error}", source=source) from error


def _open(source: str) -> io.BufferedReader:
    if source == STDIN:
        stdin = sys.stdin.buffer
        return stdin if isinstance(stdin, io.BufferedReader) else _buffered(stdin)
    return _buffered(open(source, "rb", buffering=0))


def _expanded(raw: io.BufferedReader, source: str) -> io.BufferedReader:
    """``raw`` without its compression, which its first bytes tell.

    Named ``.gz`` or not makes no difference.
    """
    kind = compression(head(raw))
    if kind == "gzip":
        return _buffered(gzip.GzipFile(fileobj=raw))
    if kind == "bzip2":
        return _buffered(bz2.BZ2File(raw))
    if kind == "zstd":
        return _buffered(_zstd(raw, source))
    return raw


def _zstd(raw: BinaryIO, source: str) -> io.RawIOBase:
    try:
        import zstandard
    except ImportError as error:
        raise ArticleError("zstd needs zstandard: pip install 'newsgraph[readers]'", source=source) from error
    return _ZstdStream(
        zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True), zstandard.ZstdError
    )


class _ZstdStream(io.RawIOBase):
    """Expanded bytes, with the library's error for damaged data as an OSError, like those of gzip and bz2."""

    def __init__(self, expanded: BinaryIO, damaged: type[Exception]) -> None:
        self._expanded = expanded
        self._damaged = damaged

    def readable(self) -> bool:
        """Always true."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill ``buffer``; the number of bytes, 0 at the end."""
        view = memoryview(buffer)
        try:
            data = self._expanded.read(len(view))
        except self._damaged as error:
            raise OSError(str(error)) from error
        view[: len(data)] = data
        return len(data)


def _buffered(stream: object) -> io.BufferedReader:
    return io.BufferedReader(cast(io.RawIOBase, stream), buffer_size=HEAD_BYTES)


def head(stream: io.BufferedReader) -> bytes:
    """The first bytes of ``stream``, which stay to be read."""
    return stream.peek(HEAD_BYTES)[:HEAD_BYTES]
