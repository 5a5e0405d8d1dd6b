"""``/queries``: the saved queries, with their parameters as those of the URL."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from kg.errors import ParameterError, QueryError
from kg.query import SavedQuery
from kg.query.parameters import read_values
from kg.query.run import page_text
from kg.serve import formats
from kg.serve.problems import Problem
from kg.serve.requests import url_fields
from kg.serve.response import StreamedAnswer, by_accept, json_response, page_response
from kg.serve.site import Site, site_of
from kg.store.binding import bind

_PAGE: Final = "page"
_ROW_LINKS: Final = ("csv", "json", "tsv", "xml", "jsonl")
_GRAPH_LINKS: Final = ("turtle", "ntriples", "rdfxml", "jsonld")
_NUMBER: Final = re.compile("[0-9]{1,9}")


async def saved_queries(request: Request) -> Response:
    """All saved queries: a page, or JSON."""
    queries = site_of(request).queries
    format = formats.choose(request.headers.get("accept", ""), ("json", "html"))
    if format is None:
        raise Problem(406, "there are application/json, text/html")
    if format == "html":
        return by_accept(page_response("queries", queries=list(queries.values())))
    return by_accept(json_response([_described(query) for query in queries.values()]))


def _described(query: SavedQuery) -> dict[str, Any]:
    parameters = [
        {
            "name": p.name,
            "type": p.type,
            "required": p.required,
            "help": p.help,
            "default": p.default,
            "choices": p.choices,
        }
        for p in query.params
    ]
    return {
        "name": query.name,
        "summary": query.summary,
        "description": query.description,
        "tags": query.tags,
        "parameters": parameters,
    }


async def saved_query(request: Request) -> Response:
    """The answer of ``/queries/NAME`` or ``/queries/NAME.csv``, or for a person the form to fill in."""
    site = site_of(request)
    query, suffix = _found(site, request.path_params["name"])
    given = url_fields(request).single()
    # A form sends its empty fields, too.
    values = {name: value for name, value in given.items() if value}
    accept = request.headers.get("accept", "")
    offered = tuple(formats.ROWS)
    format = suffix or formats.choose(accept, offered)
    page = _page(query, values) if format == "html" else {}
    wanting = [p for p in query.params if p.required and p.name not in values]
    if page and wanting and not given:
        return _form(page)
    try:
        text = bound_text(query, values)
    except QueryError as error:
        if page:
            return _form({**page, "problem": str(error)}, status=400)
        raise Problem(400, str(error)) from error
    request.scope["state"]["query"] = query.name
    if page:
        page["paged"] = _paged(query, values)
    job = {"kind": "query", "text": text, "accept": accept, "format": suffix, "page": page}
    return StreamedAnswer(site.pool, job)


def _page(query: SavedQuery, values: Mapping[str, str]) -> dict[str, Any]:
    """What stands on the page of a query around its answer."""
    graph = query.form in ("CONSTRUCT", "DESCRIBE")
    return {
        "template": "saved",
        "saved": _described(query),
        "values": values,
        "problem": "",
        "suffix": "turtle" if graph else "html",
        "formats": _GRAPH_LINKS if graph else _ROW_LINKS,
        "paged": None,
    }


def _paged(query: SavedQuery, values: Mapping[str, str]) -> dict[str, Any] | None:
    """The rows of a page, and the parameters of the pages before and after it."""
    if not _in_pages(query):
        return None
    page = int(values.get(_PAGE, "1"))
    previous, following = (urlencode({**values, _PAGE: number}) for number in (page - 1, page + 1))
    return {"rows": query.pagination, "previous": previous if page > 1 else "", "next": following}


def _in_pages(query: SavedQuery) -> bool:
    return query.pagination is not None and _PAGE not in (parameter.name for parameter in query.params)


def bound_text(query: SavedQuery, values: Mapping[str, str]) -> str:
    """The text of a saved query with its parameters bound as RDF terms.

    ``page`` is the number of a page, where the query comes in pages and has no such parameter itself.

    Raises :class:`~kg.errors.ParameterError` for a missing, unknown or ill-typed one.
    """
    text, given = query.text, dict(values)
    if _in_pages(query):
        page = given.pop(_PAGE, "1")
        if not _NUMBER.fullmatch(page):
            raise ParameterError(f"parameter 'page' is a whole number, not {page!r}", query=query.name)
        text = page_text(query, int(page))
    return bind(text, read_values(query.name, query.params, given))


def _found(site: Site, path: str) -> tuple[SavedQuery, str | None]:
    """The query of this name, and the format that a suffix names."""
    name, _, suffix = path.rpartition(".")
    if path in site.queries:
        return site.queries[path], None
    if name in site.queries:
        known = (*formats.ROWS, *formats.GRAPHS)
        if suffix not in known:
            raise Problem(404, f"the query has no format of this name; there are {', '.join(known)}")
        return site.queries[name], suffix
    raise Problem(404, "there is no saved query of this name; /queries lists them")


def _form(page: Mapping[str, Any], *, status: int = 200) -> Response:
    """The page without an answer, and without links to one."""
    page = {**page, "formats": ()}
    return by_accept(page_response("saved", status=status, **page, columns=(), rows=(), most=0))
