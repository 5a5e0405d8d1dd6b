"""CSV and TSV: a header line with column names, one article a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from kg.articles.fields import column_names, no_text_column
from kg.articles.lines import Line, decoded_lines
from kg.articles.record import ArticleFile, Record
from kg.errors import ArticleError

_SEPARATORS = ",;\t|"


def read_csv(file: ArticleFile) -> Iterator[Record | ArticleError]:
    """One record a row, with the line that the row starts on.

    A row with too few or too many cells comes as an error.
    """
    csv.field_size_limit(
        max(csv.field_size_limit(), file.max_bytes)
    )  # the library's own default is 128 KB a cell
    lines = _Lines(decoded_lines(file))
    head = next(lines, "")
    if lines.errors:
        raise lines.errors[0]
    # Strict: a quote that is never closed is an error, not one long cell with the rest of the file.
    rows = csv.reader(lines, delimiter=_separator(head), strict=True)
    header = next(csv.reader([head], delimiter=_separator(head)), [])
    if not column_names(header, file.columns)["text"]:
        raise file.error(no_text_column(header, file), 1)
    return _records(file, lines, rows, header)


class _Lines:
    """Lines as :mod:`csv` wants them, with the errors of the lines that the current row spans."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self.number = 0
        self.errors: list[ArticleError] = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number = line.number
        if line.error:
            self.errors.append(line.error)
        return line.text


def _records(
    file: ArticleFile, lines: _Lines, rows: Iterator[list[str]], header: list[str]
) -> Iterator[Record | ArticleError]:
    number = 0
    while True:
        start = lines.number + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield file.error(f"not CSV: {error}", start)
            continue
        if not row and not lines.errors:
            continue
        number += 1
        if lines.errors:
            yield from lines.errors
            lines.errors.clear()
        elif len(row) != len(header):
            yield file.error(
                f"{len(row)} cells in this row, expected {len(header)} ({', '.join(header)})", start
            )
        else:
            yield Record(dict(zip(header, row, strict=True)), line=start, number=number)


def _separator(head: str) -> str:
    """The separator that the header line uses most."""
    return max(_SEPARATORS, key=head.count)
