"""Parquet: one article a row, read in small batches and only the columns that are wanted."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from typing import IO

from kg.articles.fields import column_names, no_text_column
from kg.articles.record import ArticleFile, Record

_ROWS_AT_A_TIME = 64
_MOST_COPIED = 2 * 1024**3


def read_parquet(file: ArticleFile) -> Iterator[Record]:
    """One record a row.

    Raises :class:`~kg.errors.ArticleError` where the file is damaged or has no text column.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise file.needs("Parquet", "pyarrow", "tables") from error
    with _seekable(file) as stream:
        try:
            table = pq.ParquetFile(stream)
            names = table.schema_arrow.names
            wanted = [name for found in column_names(names, file.columns).values() for name in found]
            if not column_names(names, file.columns)["text"]:
                raise file.error(no_text_column(names, file))
            number = 0
            for batch in table.iter_batches(_ROWS_AT_A_TIME, columns=wanted):
                for row in batch.to_pylist():
                    number += 1
                    yield Record(row, line=number, number=number)
        except pa.ArrowException as error:
            raise file.error(f"not a whole Parquet file: {error}") from error


def _seekable(file: ArticleFile) -> IO[bytes]:
    """The file's bytes where one can go back and forth in them: Parquet keeps its table of contents at the
    end.

    What comes through a pipe or is compressed once more is copied to a temporary file first, up to a limit.
    """
    raw = getattr(file.stream, "raw", None)
    if isinstance(raw, io.FileIO) and raw.seekable():
        return file.stream
    copy = tempfile.TemporaryFile()
    while block := file.stream.read(1024 * 1024):
        copy.write(block)
        if copy.tell() > _MOST_COPIED:
            copy.close()
            raise file.error(
                f"expands to more than the limit of {_MOST_COPIED:,} bytes; give the Parquet file itself"
            )
    copy.seek(0)
    return copy
