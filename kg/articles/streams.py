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

from kg.articles.encoding import without_surrogates
from kg.articles.formats import compression
from kg.errors import ArticleError

if TYPE_CHECKING:
    import zstandard
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
    name = without_surrogates(source)
    try:
        yield
    except FileNotFoundError as error:
        raise ArticleError("no such file or folder", source=name) from error
    except PermissionError as error:
        raise ArticleError("no permission to read it", source=name) from error
    except OSError as error:
        raise ArticleError(f"cannot be read: {error.strerror or error}", source=name) from error
    except (EOFError, zlib.error) as error:
        raise ArticleError(f"the compressed file is damaged or cut off: {error}", source=name) from error


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
    return _ZstdStream(raw, zstandard.ZstdDecompressor(), zstandard.ZstdError)


class _ZstdStream(io.RawIOBase):
    """Expanded bytes, with damage as an OSError and a cut-off end as an EOFError, as gzip and bz2 have them.

    The library's own stream takes a cut-off end for the end of the file. ``raw`` is taken in small steps,
    because one step of 1 KiB can expand to 32 MiB.
    """

    _STEP = 1024

    def __init__(
        self, raw: BinaryIO, library: zstandard.ZstdDecompressor, damaged: type[zstandard.ZstdError]
    ) -> None:
        self._raw = raw
        self._library = library
        self._damaged = damaged
        self._frame: zstandard.ZstdDecompressionObj | None = None
        self._expanded = memoryview(b"")

    def readable(self) -> bool:
        """Always true."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill ``buffer``; the number of bytes, 0 at the end."""
        view = memoryview(buffer)
        while not self._expanded:
            step = self._raw.read(self._STEP)
            if not step:
                return self._end()
            self._expanded = memoryview(self._expand(step))
        count = min(len(view), len(self._expanded))
        view[:count] = self._expanded[:count]
        self._expanded = self._expanded[count:]
        return count

    def _expand(self, step: bytes) -> bytes:
        """The bytes that ``step`` stands for, over the border of frames."""
        parts = []
        while step:
            frame = self._frame = self._frame or self._library.decompressobj()
            try:
                parts.append(frame.decompress(step))
            except self._damaged as error:
                raise OSError(str(error)) from error
            step = frame.unused_data if frame.eof else b""
            if frame.eof:
                self._frame = None
        return b"".join(parts)

    def _end(self) -> int:
        if self._frame is not None:
            raise EOFError("the last zstd frame has no end")
        return 0


def _buffered(stream: object) -> io.BufferedReader:
    return io.BufferedReader(cast(io.RawIOBase, stream), buffer_size=HEAD_BYTES)


def head(stream: io.BufferedReader) -> bytes:
    """The first bytes of ``stream``, which stay to be read."""
    return stream.peek(HEAD_BYTES)[:HEAD_BYTES]
