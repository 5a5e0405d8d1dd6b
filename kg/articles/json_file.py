"""JSON: one article, a list of them, or an object that holds the list."""

from __future__ import annotations

import json
from collections.abc import Iterator

from kg.articles.encoding import decode
from kg.articles.fields import column_names
from kg.articles.json_lines import json_problem, object_record
from kg.articles.record import ArticleFile, Record
from kg.errors import ArticleError


def read_json(file: ArticleFile) -> Iterator[Record | ArticleError]:
    """The articles of a JSON document. Messages count records, not lines.

    The document is held in memory, so it must keep within ``file.max_bytes``; JSON Lines has no such limit.
    """
    text = decode(file.read_all(), source=file.source)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        raise file.error(f"not JSON: {json_problem(error)}", line) from error
    del text
    articles = _articles(value, file)
    if articles is None:
        yield object_record(value, file, None, None)
        return
    for number, article in enumerate(articles, start=1):
        yield object_record(article, file, number, number)


def _articles(value: object, file: ArticleFile) -> list[object] | None:
    """The list of articles in ``value``, or ``None`` where it is one article itself."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or isinstance(_text_of(value, file), str):
        return None
    lists = [
        member
        for member in value.values()
        if isinstance(member, list) and member and isinstance(member[0], dict)
    ]
    return lists[0] if len(lists) == 1 else None


def _text_of(value: dict[str, object], file: ArticleFile) -> object:
    return next((value[name] for name in column_names(list(value), file.columns)["text"]), None)
