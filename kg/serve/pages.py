"""HTML: every value goes through Jinja's autoescape, and there is no script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.serve.outlet import Outlet
from kg.store import Answer, Solutions

PAGE_ROWS: Final = 1_000
"""Rows that a page shows; the other formats have all."""


def _loader() -> PackageLoader:
    return PackageLoader("kg.serve")


@cache
def _templates() -> Environment:
    return Environment(loader=_loader(), autoescape=True, undefined=StrictUndefined, trim_blocks=True)


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
    values = {**page, "columns": columns, "rows": _rows(answer, outlet), "most": PAGE_ROWS}
    stream = _templates().get_template(f"{page['template']}.html").stream(values)
    stream.enable_buffering(100)
    for part in stream:
        outlet.write(part.encode())


def _rows(answer: Solutions | Answer, outlet: Outlet) -> Iterator[tuple[str, ...]]:
    if isinstance(answer, Answer):
        yield ("true" if answer else "false",)
        return
    for row in islice(answer.texts(), PAGE_ROWS):
        outlet.rows += 1
        yield row
