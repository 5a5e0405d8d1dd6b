"""``/reconcile``: Reconciliation Service API 0.2 (https://www.w3.org/community/reports/reconciliation/), for
OpenRefine.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from kg.serve.matching import TYPES
from kg.serve.problems import Problem
from kg.serve.requests import FORM, Fields, content_type, read_body, url_fields
from kg.serve.response import StreamedAnswer, json_response, page_response
from kg.serve.site import base_of, site_of

_IDENTIFIERS: Final = "https://w3id.org/newsgraph/"
_SCHEMA: Final = "https://schema.org/"
_MOST_QUERIES: Final = 200


async def reconcile(request: Request) -> Response:
    """The service's manifest (§3), or the candidates of a batch of queries (§4)."""
    fields = url_fields(request)
    if request.method == "POST":
        body = await read_body(request, site_of(request).settings)
        if content_type(request) != FORM:
            raise Problem(415, f"a POST has the content type {FORM}")
        fields = Fields.parse(body)
    if (batch := fields.one("queries")) is not None:
        return _answer(request, _batch(_json("queries", batch)))
    if (query := fields.one("query")) is not None:
        return _answer(request, _batch({"q0": _single(query)}))
    return json_response(_manifest(base_of(request)))


def _answer(request: Request, queries: Mapping[str, Any]) -> Response:
    return StreamedAnswer(site_of(request).pool, {"kind": "reconcile", "queries": queries})


def _manifest(base: str) -> dict[str, Any]:
    return {
        "versions": ["0.2"],
        "name": "newsgraph: people, organizations and places in the news",
        "identifierSpace": _IDENTIFIERS,
        "schemaSpace": _SCHEMA,
        "defaultTypes": [{"id": id, "name": name} for id, name in TYPES.items()],
        "view": {"url": f"{base}/reconcile/preview?id={{{{id}}}}"},
        "preview": {"url": f"{base}/reconcile/preview?id={{{{id}}}}", "width": 400, "height": 160},
        "suggest": {
            "entity": {"service_url": base, "service_path": "/reconcile/suggest/entity"},
            "type": {"service_url": base, "service_path": "/reconcile/suggest/type"},
        },
    }


def _json(name: str, text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Problem(400, f"the parameter {name} is JSON") from None


def _single(query: str) -> Any:
    """One query by itself, a text or JSON: what clients of earlier versions send."""
    return _json("query", query) if query.lstrip().startswith("{") else {"query": query}


def _batch(batch: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(batch, dict) or len(batch) > _MOST_QUERIES:
        raise Problem(400, f"queries is a JSON object of at most {_MOST_QUERIES} queries")
    return {key: _checked(query) for key, query in batch.items()}


def _checked(query: Any) -> dict[str, Any]:
    """The parts of a query that matter here. Properties and ``type_strict`` change no candidate."""
    if not isinstance(query, dict) or not isinstance(query.get("query", ""), str):
        raise Problem(400, "a query is a JSON object whose query is a text")
    kinds = query.get("type") or []
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
        raise Problem(400, "the type of a query is a text or a list of texts")
    limit = query.get("limit") or 10
    if not isinstance(limit, int | float):
        raise Problem(400, "the limit of a query is a number")
    return {"query": query.get("query", ""), "type": kinds, "limit": int(min(limit, 1_000))}


async def suggest_entity(request: Request) -> Response:
    """Entities whose name begins with ``prefix`` (§6)."""
    prefix = url_fields(request).one("prefix") or ""
    return StreamedAnswer(site_of(request).pool, {"kind": "suggest", "prefix": prefix})


async def suggest_type(request: Request) -> Response:
    """Types whose name begins with ``prefix`` (§6)."""
    prefix = (url_fields(request).one("prefix") or "").casefold()
    found = [{"id": id, "name": name} for id, name in TYPES.items() if name.casefold().startswith(prefix)]
    return json_response({"result": found})


async def preview(request: Request) -> Response:
    """A small page on an entity (§5), for a frame in the client's own page."""
    id = url_fields(request).one("id") or ""
    entity = await site_of(request).pool.value({"kind": "describe", "id": id})
    if not entity:
        raise Problem(404, "there is no entity of this name")
    return page_response("preview", entity=entity)
