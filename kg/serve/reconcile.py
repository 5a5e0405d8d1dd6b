"""``/reconcile``: Reconciliation Service API 0.2 (https://www.w3.org/community/reports/reconciliation/), for
OpenRefine.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from kg.serve import extension
from kg.serve.matching import TYPES
from kg.serve.problems import Problem
from kg.serve.requests import FORM, Fields, content_type, read_body, url_fields
from kg.serve.response import StreamedAnswer, json_response, page_response
from kg.serve.site import base_of, site_of

_IDENTIFIERS: Final = "https://w3id.org/newsgraph/"
_SCHEMA: Final = "https://schema.org/"
_MOST_QUERIES: Final = 200
_MOST_CONDITIONS: Final = 20


async def reconcile(request: Request) -> Response:
    """The service's manifest (§3), the candidates of a batch of queries (§4), or values (§7)."""
    fields = url_fields(request)
    if request.method == "POST":
        body = await read_body(request, site_of(request).settings)
        if content_type(request) != FORM:
            raise Problem(415, f"a POST has the content type {FORM}")
        fields = Fields.parse(body)
    if (batch := fields.one("queries")) is not None:
        return _answer(request, _batch(_json("queries", batch)))
    if (query := fields.one("extend")) is not None:
        job = {"kind": "extend", "query": extension.checked(_json("extend", query))}
        return StreamedAnswer(site_of(request).pool, job)
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
            "property": {"service_url": base, "service_path": "/reconcile/suggest/property"},
        },
        "extend": {
            "propose_properties": {"service_url": base, "service_path": "/reconcile/properties"},
            "property_settings": extension.SETTINGS,
        },
        "batchSize": _MOST_QUERIES,
        "documentation": f"{base}/",
        "serviceVersion": version("newsgraph"),
    }


def _json(name: str, text: str) -> Any:
    try:
        value = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Problem(400, f"the parameter {name} is JSON") from None
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise Problem(400, f"the parameter {name} has half a character (\\ud800 to \\udfff)") from None
    return value


def _no_number(name: str) -> None:
    """Refuse ``NaN`` and ``Infinity``, which are Python's and not JSON's."""
    raise ValueError(name)


def _single(query: str) -> Any:
    """One query by itself, a text or JSON: what clients of earlier versions send."""
    return _json("query", query) if query.lstrip().startswith("{") else {"query": query}


def _batch(batch: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(batch, dict):
        raise Problem(400, "queries is a JSON object")
    if len(batch) > _MOST_QUERIES:
        raise Problem(413, f"a batch has at most {_MOST_QUERIES} queries")
    return {key: _checked(query) for key, query in batch.items()}


def _checked(query: Any) -> dict[str, Any]:
    """The parts of a query that matter here; ``type_strict`` changes no candidate."""
    if not isinstance(query, dict) or not isinstance(query.get("query", ""), str):
        raise Problem(400, "a query is a JSON object whose query is a text")
    kinds = query.get("type") or []
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
        raise Problem(400, "the type of a query is a text or a list of texts")
    limit = 10 if query.get("limit") is None else query["limit"]
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
        raise Problem(400, "the limit of a query is a whole number from 1")
    properties = _conditions(query.get("properties") or [])
    return {
        "query": query.get("query", ""),
        "type": kinds,
        "limit": min(limit, 1_000),
        "properties": properties,
    }


def _conditions(properties: Any) -> list[dict[str, Any]]:
    """The properties that a candidate should have: each with the list of the values that will do."""
    if not isinstance(properties, list) or len(properties) > _MOST_CONDITIONS:
        raise Problem(400, f"the properties of a query are a list of at most {_MOST_CONDITIONS}")
    if not all(isinstance(given, dict) and isinstance(given.get("pid"), str) for given in properties):
        raise Problem(400, "a property of a query is a JSON object with a text pid and a value v")
    values = [given.get("v") for given in properties]
    return [
        {"pid": given["pid"], "v": value if isinstance(value, list) else [value]}
        for given, value in zip(properties, values, strict=True)
    ]


async def preview(request: Request) -> Response:
    """A small page on an entity (§5), for a frame in the client's own page."""
    id = url_fields(request).one("id") or ""
    entity = await site_of(request).pool.value({"kind": "describe", "id": id})
    if not entity:
        raise Problem(404, "there is no entity of this name")
    return page_response("preview", entity=entity)
