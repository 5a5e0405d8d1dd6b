"""Rows of terms as JSON Lines (https://jsonlines.org/), each a JSON object of RFC 8259."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from json import JSONEncoder
from math import isfinite
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal

from kg.store.values import plain_value

if TYPE_CHECKING:
    from kg.store.results import Row, Term

_DECIMAL: Final = "http://www.w3.org/2001/XMLSchema#decimal"
_DIGITS: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_written: Final = JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def json_line(names: Sequence[str], row: Row) -> bytes:
    """``row`` under the names ``names`` as one line.

    Whole numbers and decimals have all the digits that they were written with; ``NaN`` and ``INF``, which
    JSON does not have, are texts.
    """
    pairs = (f"{_written(name)}: {_value(term)}" for name, term in zip(names, row, strict=True))
    return f"{{{', '.join(pairs)}}}\n".encode()


def _value(term: Term | None) -> str:
    # A float would round a decimal, and the encoder writes no Decimal.
    if isinstance(term, Literal) and term.datatype.value == _DECIMAL and _DIGITS.fullmatch(term.value):
        return format(Decimal(term.value), "f")
    value = plain_value(term)
    if isinstance(value, float) and not isfinite(value):
        return _written(getattr(term, "value", str(term)))
    return _written(value)
