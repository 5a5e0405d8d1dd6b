"""Rows as Arrow record batches, so that neither a table nor a Parquet file needs all rows as Python objects
at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from kg.errors import QueryError

if TYPE_CHECKING:
    import pandas
    import pyarrow

    from kg.store.results import Solutions

_ROWS_AT_ONCE: Final = 65_536
_MISSING: Final = "tables need pyarrow and pandas: pip install 'newsgraph[tables]'"


def arrow_table(solutions: Solutions) -> pyarrow.Table:
    """All rows of ``solutions`` as one table."""
    schema, batches = record_batches(solutions)
    return _pyarrow().Table.from_batches(batches, schema=schema)


def pandas_frame(solutions: Solutions) -> pandas.DataFrame:
    """All rows of ``solutions`` as one data frame. Raises :class:`~kg.errors.QueryError` without pandas."""
    try:
        import pandas  # noqa: F401 - pyarrow asks for it only once it has read all rows
    except ImportError as error:
        raise QueryError(_MISSING, query="query") from error
    return arrow_table(solutions).to_pandas()


def record_batches(solutions: Solutions) -> tuple[pyarrow.Schema, Iterator[pyarrow.RecordBatch]]:
    """The columns, typed by the first rows, and the rows in batches.

    A column whose values are of one kind has that type; one with none or with several kinds is text. Raises
    :class:`~kg.errors.QueryError` where a later value does not fit its column, or where pyarrow is not
    installed.
    """
    arrow = _pyarrow()
    rows = solutions.rows()
    first = list(islice(rows, _ROWS_AT_ONCE))
    columns = list(zip(*first, strict=True)) or [()] * len(solutions.variables)
    fields = [arrow.field(n, _type(c)) for n, c in zip(solutions.variables, columns, strict=True)]
    return (schema := arrow.schema(fields)), _batches(schema, first, rows)


def _batches(
    schema: pyarrow.Schema, first: Sequence[tuple[Any, ...]], rows: Iterator[tuple[Any, ...]]
) -> Iterator[pyarrow.RecordBatch]:
    chunk = first
    while chunk:
        arrays = [_array(field, c) for field, c in zip(schema, zip(*chunk, strict=True), strict=True)]
        yield _pyarrow().RecordBatch.from_arrays(arrays, schema=schema)
        chunk = list(islice(rows, _ROWS_AT_ONCE))


def _type(values: Sequence[Any]) -> pyarrow.DataType:
    arrow = _pyarrow()
    kinds = {type(value) for value in values if value is not None}
    if kinds == {int} and all(-(2**63) <= value < 2**63 for value in values if value is not None):
        return arrow.int64()
    if kinds and kinds <= {int, float}:
        return arrow.float64() if float in kinds else arrow.string()
    return arrow.bool_() if kinds == {bool} else arrow.string()


def _array(field: pyarrow.Field, values: Sequence[Any]) -> pyarrow.Array:
    arrow = _pyarrow()
    if arrow.types.is_string(field.type):
        values = [None if value is None else _text(value) for value in values]
    try:
        return arrow.array(values, type=field.type)
    except (arrow.ArrowInvalid, arrow.ArrowTypeError, OverflowError) as error:
        raise QueryError(
            f"column {field.name!r} begins with values of type {field.type}, and a later one is not; "
            f"turn it into text with STR(?{field.name})",
            query="query",
        ) from error


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise QueryError(_MISSING, query="query") from error
    return pyarrow
