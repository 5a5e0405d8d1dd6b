"""The application: which path is answered by what."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.query import all_queries
from kg.serve.description import void
from kg.serve.graphs import graphs
from kg.serve.guard import Guard
from kg.serve.metrics import Metrics
from kg.serve.options import ServeOptions
from kg.serve.pool import Pool
from kg.serve.problems import Problem
from kg.serve.reconcile import preview, reconcile
from kg.serve.response import problem_response
from kg.serve.saved import saved_queries, saved_query
from kg.serve.site import Site
from kg.serve.sparql import sparql
from kg.serve.status import health, metrics, openapi, start_page, style
from kg.serve.suggest import propose_properties, suggest_entity, suggest_property, suggest_type
from kg.settings import Settings

_LOG: Final = logging.getLogger("kg.serve")
_NOT_CONFINED: Final = (
    "%s: the kernel cannot keep queries from the network here (that needs Linux on x86-64 or ARM64); "
    "only the reading of their text does"
)

Endpoint = Callable[[Request], Awaitable[Response]]

_ROUTES: Final[tuple[tuple[str, Endpoint, tuple[str, ...]], ...]] = (
    ("/", start_page, ("GET",)),
    ("/sparql", sparql, ("GET", "POST")),
    ("/graphs", graphs, ("GET",)),
    ("/queries", saved_queries, ("GET",)),
    ("/queries/{name}", saved_query, ("GET",)),
    ("/openapi.json", openapi, ("GET",)),
    ("/healthz", health, ("GET",)),
    ("/metrics", metrics, ("GET",)),
    ("/.well-known/void", void, ("GET",)),
    ("/reconcile", reconcile, ("GET", "POST")),
    ("/reconcile/suggest/entity", suggest_entity, ("GET",)),
    ("/reconcile/suggest/type", suggest_type, ("GET",)),
    ("/reconcile/suggest/property", suggest_property, ("GET",)),
    ("/reconcile/properties", propose_properties, ("GET",)),
    ("/reconcile/preview", preview, ("GET",)),
    ("/style.css", style, ("GET",)),
)


def create_app(location: str, options: ServeOptions, settings: Settings) -> Starlette:
    """The application over the store in the directory ``location``.

    Its life span starts and ends the query processes. Raises :class:`~kg.errors.QueryError` for a saved query
    that cannot be read.
    """
    counted = Metrics()
    pool = Pool(location, settings, counted, fetchable=options.fetchable)
    queries = all_queries(options.queries)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with pool.running():
            if not pool.confined:
                _LOG.warning(_NOT_CONFINED, location)
            yield

    app = Starlette(
        routes=[Route(path, _named(path, answer), methods=list(verbs)) for path, answer, verbs in _ROUTES],
        middleware=_middleware(options, counted),
        exception_handlers={Problem: _on_problem, HTTPException: _on_http_error},
        lifespan=lifespan,
    )
    app.state.site = Site(options, settings, pool, counted, queries)
    return app


def _named(path: str, endpoint: Endpoint) -> Endpoint:
    """``endpoint``, noting which one it is for the log."""

    async def answer(request: Request) -> Response:
        request.scope["state"]["endpoint"] = path
        return await endpoint(request)

    return answer


def _middleware(options: ServeOptions, counted: Metrics) -> list[Middleware]:
    layers = [
        Middleware(Guard, metrics=counted),
        Middleware(TrustedHostMiddleware, allowed_hosts=list(options.allowed_hosts), www_redirect=False),
    ]
    if options.origins:
        layers.append(
            Middleware(
                CORSMiddleware,
                allow_origins=list(options.origins),
                allow_methods=["GET", "POST"],
                allow_headers=["Accept", "Content-Type"],
            )
        )
    return layers


async def _on_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    request.scope["state"]["problem"] = error.detail
    return problem_response(error, request.scope)


async def _on_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = {name.replace("-", "_"): value for name, value in (error.headers or {}).items()}
    problem = Problem(error.status_code, _HINTS.get(error.status_code, error.detail), **headers)
    return problem_response(problem, request.scope)


_HINTS: Final = {
    404: "there is nothing at this path; the start page lists what there is",
    405: "this path does not take this method",
}
