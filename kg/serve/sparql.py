"""``/sparql``: the SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/)."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from kg.serve.description import service_description
from kg.serve.problems import Problem
from kg.serve.requests import FORM, Fields, check_token, content_type, read_body, url_fields
from kg.serve.response import StreamedAnswer
from kg.serve.site import Site, site_of

_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
# The parameters of the protocol, by what they are for: the text, the dataset of a query, that of an update.
_TEXT: Final = ("query", "update")
_DATASET: Final = ("default-graph-uri", "named-graph-uri")
_USING: Final = ("using-graph-uri", "using-named-graph-uri")


async def sparql(request: Request) -> Response:
    """Answer a query or run an update, as §2.1 and §2.2 have them."""
    url = url_fields(request)
    if request.method != "POST":
        if url.all("update"):
            raise Problem(400, "an update is sent by POST")
        if not url.all("query"):
            return service_description(request)
        return _answer(request, url, url.one("query"))
    body = await read_body(request, site_of(request).settings)
    match content_type(request):
        case "application/x-www-form-urlencoded":
            _refuse(url, (*_TEXT, *_DATASET, *_USING), "stands in the URL; send it in the form")
            return await _posted(request, Fields.parse(body))
        case "application/sparql-query":
            _refuse(url, _TEXT, "stands in the URL, and the body is the query; leave one of them out")
            return _answer(request, url, _text(body))
        case "application/sparql-update":
            _refuse(url, _TEXT, "stands in the URL, and the body is the update; leave one of them out")
            return await _update(request, url, _text(body))
    raise Problem(415, f"a POST has the content type {FORM}, {_QUERY} or {_UPDATE}")


async def _posted(request: Request, form: Fields) -> Response:
    if form.all("query") and form.all("update"):
        raise Problem(400, "a request is either a query or an update")
    if form.all("update"):
        return await _update(request, form, form.one("update"))
    return _answer(request, form, form.one("query"))


def _refuse(fields: Fields, names: Iterable[str], why: str) -> None:
    """Raise :class:`Problem` for a parameter that stands where it would be passed over: an answer from other
    graphs than those that were named, or an update of them, is worse than none.
    """
    for name in names:
        if fields.all(name):
            raise Problem(400, f"the parameter {name} {why}")


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise Problem(400, "send the body in UTF-8") from None


def _answer(request: Request, fields: Fields, text: str | None) -> Response:
    if text is None or not text.strip():
        raise Problem(400, "there is no query; give one as the parameter query")
    _refuse(fields, _USING, "is for updates; name the graphs of a query with default-graph-uri")
    default, named = fields.all("default-graph-uri"), fields.all("named-graph-uri")
    job: dict[str, Any] = {"kind": "query", "text": text, "accept": request.headers.get("accept", "")}
    if default or named:
        job |= {"default": default, "named": named}
    job["page"] = {"template": "answer", "query": text, "problem": ""}
    _note_query(request, text)
    return StreamedAnswer(site_of(request).pool, job)


async def _update(request: Request, fields: Fields, text: str | None) -> Response:
    site: Site = site_of(request)
    check_token(request, site.options.token)
    _refuse(fields, _USING, "is not taken; say USING in the update")
    _refuse(fields, _DATASET, "is for queries; say USING in the update")
    _note_query(request, text or "")
    await site.pool.update(text or "")
    return Response(status_code=204)


def _note_query(request: Request, text: str) -> None:
    """Let the log name a query without showing it: by the beginning of its hash."""
    request.scope["state"]["query"] = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
