"""JSON Lines: one article a line, read line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from kg.articles.lines import decoded_lines
from kg.articles.record import ArticleFile, Record
from kg.errors import ArticleError


def read_json_lines(file: ArticleFile) -> Iterator[Record | ArticleError]:
    """One record a line.

    A broken line comes as an error with its number and the rest is read. Empty lines are passed over.
    """
    number = 0
    for line in decoded_lines(file):
        if not line.text.strip() and line.error is None:
            continue
        number += 1
        if line.error:
            yield line.error
            continue
        try:
            value = json.loads(line.text)
        except (ValueError, RecursionError) as error:
            yield file.error(f"not JSON: {json_problem(error)}; expected one object a line", line.number)
            continue
        yield object_record(value, file, line.number, number)


def object_record(
    value: object, file: ArticleFile, line: int | None, number: int | None
) -> Record | ArticleError:
    """``value`` as a record, or an error where it is not an object."""
    if isinstance(value, dict):
        return Record(value, line=line, number=number)
    return file.error(f"expected an object with the article's text, got {type(value).__name__}", line)


def json_problem(error: ValueError | RecursionError) -> str:
    """What is wrong, in words, with the place inside the line."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at column {error.colno}"
    if isinstance(error, RecursionError):
        return "nested too deep"
    return str(error)
