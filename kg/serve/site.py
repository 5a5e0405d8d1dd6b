"""What all endpoints of one server share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request

from kg.query import SavedQuery
from kg.serve.metrics import Metrics
from kg.serve.options import ServeOptions
from kg.serve.pool import Pool
from kg.settings import Settings


@dataclass(frozen=True, slots=True)
class Site:
    """A server's parts."""

    options: ServeOptions
    settings: Settings
    pool: Pool
    metrics: Metrics
    queries: Mapping[str, SavedQuery]


def site_of(request: Request) -> Site:
    """The site that a request is for."""
    site: Site = request.app.state.site
    return site


def base_of(request: Request) -> str:
    """The address of the server as the client knows it, without a slash at the end."""
    return str(request.base_url).rstrip("/")
