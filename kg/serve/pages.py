"""HTML: every value goes through Jinja's autoescape, and there is no script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.graph.vocabulary import NEWSGRAPH
from kg.serve.outlet import Outlet
from kg.store import Answer, Solutions

PAGE_ROWS: Final = 1_000
"""Rows that a page shows; the other formats have all."""

# A hash in an IRI, of which the beginning is shown.
_HASH: Final = re.compile(r"([0-9a-f]{12})[0-9a-f]{20}")
# Characters that are shown of the last part of an address.
_LAST: Final = 40
# Longer than this is a sentence and no name.
_SENTENCE: Final = 60


def _loader() -> PackageLoader:
    return PackageLoader("kg.serve")


@cache
def _templates() -> Environment:
    pages = Environment(loader=_loader(), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    pages.filters |= {"short_iri": short_iri, "is_words": is_words}
    return pages


def short_iri(iri: str) -> str:
    """What a link says: the last part of newsgraph's own IRIs, their hashes shortened, and of others the host
    with the last part.
    """
    host, _, path = iri.partition("://")[2].partition("/")
    last, mark, fragment = path.rstrip("/").rpartition("/")[2].partition("#")
    if iri.startswith(NEWSGRAPH):
        return _HASH.sub(r"\1…", last) + mark + fragment
    return f"{host}/…/{last if len(last) <= _LAST else last[:_LAST] + '…'}" if last else host


def is_words(value: str) -> bool:
    """Whether ``value`` is a sentence, such as a quote, that needs a wide column to be read."""
    return len(value) > _SENTENCE and not value.startswith(("http://", "https://"))


def render(name: str, **values: Any) -> str:
    """The page ``templates/<name>.html`` with these values."""
    return _templates().get_template(f"{name}.html").render(values)


def style_sheet() -> str:
    """The style sheet of all pages."""
    source, _, _ = _loader().get_source(_templates(), "style.css")
    return source


def write_page(outlet: Outlet, answer: Solutions | Answer, page: Mapping[str, Any]) -> None:
    """Write an answer as a page, row by row; ``page`` has what stands around it."""
    columns = answer.variables if isinstance(answer, Solutions) else ("answer",)
    values = {**page, "columns": columns, "rows": _Rows(answer, outlet), "most": PAGE_ROWS}
    stream = _templates().get_template(f"{page['template']}.html").stream(values)
    stream.enable_buffering(100)
    for part in stream:
        outlet.write(part.encode())


class _Rows:
    """The rows that a page shows of an answer. When they have been read, ``number`` is how many they are, and
    ``cut`` says that there are more.
    """

    def __init__(self, answer: Solutions | Answer, outlet: Outlet) -> None:
        self._answer = answer
        self._outlet = outlet
        self.number = 0
        self.cut = False

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        if isinstance(self._answer, Answer):
            yield ("true" if self._answer else "false",)
            return
        for row in self._answer.texts():
            if self.number == PAGE_ROWS:
                self.cut = True
                return
            self.number += 1
            self._outlet.rows += 1
            yield row
