"""What reconciliation clients complete while a person types, and which columns they propose (Reconciliation
API 0.2, §6 and §7).
"""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from kg.serve.matching import TYPES
from kg.serve.problems import Problem
from kg.serve.properties import PROPERTIES, proposed
from kg.serve.requests import Fields, url_fields
from kg.serve.response import StreamedAnswer, json_response
from kg.serve.site import site_of

_LONGEST_NUMBER: Final = 9  # digits


async def suggest_entity(request: Request) -> Response:
    """Entities whose name begins with ``prefix``, after the first ``cursor`` of them (§6)."""
    fields = url_fields(request)
    job = {"kind": "suggest", "prefix": fields.one("prefix") or "", "skip": _number(fields, "cursor")}
    return StreamedAnswer(site_of(request).pool, job)


async def suggest_type(request: Request) -> Response:
    """Types whose name begins with ``prefix`` (§6)."""
    return _begun(request, [{"id": id, "name": name} for id, name in TYPES.items()])


async def suggest_property(request: Request) -> Response:
    """Properties whose name begins with ``prefix`` (§6)."""
    told = [{"id": p.id, "name": p.name, "description": p.description} for p in PROPERTIES.values()]
    return _begun(request, told)


def _begun(request: Request, items: list[dict[str, str]]) -> Response:
    """Those of ``items`` whose name or id begins with ``prefix``."""
    fields = url_fields(request)
    prefix = (fields.one("prefix") or "").casefold()
    found = [i for i in items if i["name"].casefold().startswith(prefix) or i["id"].casefold() == prefix]
    return json_response({"result": found[_number(fields, "cursor") :]})


def _number(fields: Fields, name: str, default: int = 0) -> int:
    given = fields.one(name) or str(default)
    if not (given.isascii() and given.isdecimal()) or len(given) > _LONGEST_NUMBER:
        raise Problem(400, f"the parameter {name} is a whole number")
    return int(given)


async def propose_properties(request: Request) -> Response:
    """The properties that entities of ``type`` have, at most ``limit`` (§7)."""
    fields = url_fields(request)
    type, limit = fields.one("type") or "", _number(fields, "limit", len(PROPERTIES))
    found = [{"id": p.id, "name": p.name} for p in proposed(type)[:limit]]
    return json_response({"type": type, "limit": limit, "properties": found})
