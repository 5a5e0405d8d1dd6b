"""``/sparql``: the SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/)."""

from __future__ import annotations

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
            form = Fields.parse(body)
            if form.all("query") and form.all("update"):
                raise Problem(400, "a request is either a query or an update")
            if form.all("update"):
                return await _update(request, form, form.one("update"))
            return _answer(request, form, form.one("query"))
        case "application/sparql-query":
            return _answer(request, url, _text(body))
        case "application/sparql-update":
            return await _update(request, url, _text(body))
    raise Problem(415, f"a POST has the content type {FORM}, {_QUERY} or {_UPDATE}")


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise Problem(400, "send the body in UTF-8") from None


def _answer(request: Request, fields: Fields, text: str | None) -> Response:
    if text is None or not text.strip():
        raise Problem(400, "there is no query; give one as the parameter query")
    default, named = fields.all("default-graph-uri"), fields.all("named-graph-uri")
    job: dict[str, Any] = {"kind": "query", "text": text, "accept": request.headers.get("accept", "")}
    if default or named:
        job |= {"default": default, "named": named}
    job["page"] = {"template": "answer", "query": text}
    _note_query(request, text)
    return StreamedAnswer(site_of(request).pool, job)


async def _update(request: Request, fields: Fields, text: str | None) -> Response:
    site: Site = site_of(request)
    check_token(request, site.options.token)
    if fields.all("using-graph-uri") or fields.all("using-named-graph-uri"):
        raise Problem(400, "say USING in the update instead of using-graph-uri")
    _note_query(request, text or "")
    await site.pool.update(text or "")
    return Response(status_code=204)


def _note_query(request: Request, text: str) -> None:
    """Let the log name a query without showing it: by the beginning of its hash."""
    request.scope["state"]["query"] = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
