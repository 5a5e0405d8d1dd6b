"""What operators and newcomers look at first: the start page, health and metrics."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from kg.serve.metrics import CONTENT_TYPE
from kg.serve.openapi import description
from kg.serve.pages import style_sheet
from kg.serve.problems import Problem
from kg.serve.response import json_response, page_response
from kg.serve.site import base_of, site_of


async def start_page(request: Request) -> Response:
    """What there is, with links."""
    return page_response("start", base=base_of(request))


async def health(request: Request) -> Response:
    """Whether queries can be answered."""
    if not site_of(request).pool.healthy:
        raise Problem(503, "no query process runs")
    return json_response({"status": "ok"})


async def metrics(request: Request) -> Response:
    """Counters for Prometheus."""
    return Response(site_of(request).metrics.text(), media_type=CONTENT_TYPE)


async def openapi(request: Request) -> Response:
    """The description of this interface in OpenAPI."""
    site = site_of(request)
    updates = site.options.token is not None
    return json_response(description(base_of(request), site.queries, updates=updates))


async def style(request: Request) -> Response:
    """The style sheet of all pages."""
    return Response(style_sheet(), media_type="text/css", headers={"Cache-Control": "max-age=3600"})
