"""Reading annotated articles: JSON Lines, each line checked, each problem named with its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from kg.errors import ArticleError
from kg.evaluation.lines import json_lines
from kg.evaluation.records import ArticleRecord

_LONGEST_VALUE = 60


def read_gold(
    path: str | Path, *, on_error: Callable[[ArticleError], None] | None = None
) -> dict[str, ArticleRecord]:
    """The annotations of the file at ``path`` by article id, in the order of the file.

    A line that is no annotation, or gives an id a second time, goes to ``on_error`` as an
    :class:`~kg.errors.ArticleError` and the rest is read; without ``on_error`` it is raised. A file that
    cannot be opened is raised always.
    """
    schema = TypeAdapter(ArticleRecord)
    records: dict[str, ArticleRecord] = {}
    for number, line in json_lines(path):
        try:
            record = _record(schema, line, source=str(path), line=number)
            if record.id in records:
                raise ArticleError(f"article {record.id!r} is annotated twice", source=str(path), line=number)
        except ArticleError as error:
            if on_error is None:
                raise
            on_error(error)
            continue
        records[record.id] = record
    if not records:
        raise ArticleError("holds no annotation; expected one JSON object a line", source=str(path))
    return records


def _record(schema: TypeAdapter[ArticleRecord], text: bytes, *, source: str, line: int) -> ArticleRecord:
    try:
        return schema.validate_json(text, strict=True)
    except ValidationError as error:
        problems = error.errors(include_url=False)
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise ArticleError(_problem(problems[0]) + more, source=source, line=line) from error


def _problem(error: ErrorDetails) -> str:
    """``meetings[0].status: Input should be 'occurred' …, got 'held'``."""
    where = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in error["loc"]).lstrip(".")
    # Each line is a document of its own to the parser, so its line number says nothing.
    what = error["msg"].removeprefix("Value error, ").replace(" at line 1 column", " at column")
    message = f"{where}: {what}" if where else f"not an annotation: {what}"
    if error["type"] in {"missing", "json_invalid"}:
        return message
    value = repr(error["input"])
    return f"{message}, got {value if len(value) <= _LONGEST_VALUE else value[:_LONGEST_VALUE] + '…'}"
