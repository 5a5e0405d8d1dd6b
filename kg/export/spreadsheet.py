"""Tables as CSV that a spreadsheet can open without running what an article says."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

# What Excel, LibreOffice and Google Sheets take for the beginning of a formula (OWASP, "CSV Injection").
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(cell: str) -> str:
    """``cell`` with an apostrophe before it where a spreadsheet would run it as a formula; numbers stay
    numbers.
    """
    if cell.startswith(_FORMULA_STARTS) and not _is_number(cell):
        return "'" + cell
    return cell


def write_table(columns: Sequence[str], rows: Iterable[Sequence[str]], stream: TextIO) -> None:
    """Write ``rows`` in sorted order under the names ``columns``, as RFC 4180 CSV with harmless cells."""
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(sorted([harmless(cell) for cell in row] for row in rows))


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return cell.isascii() and not cell[0].isspace()
