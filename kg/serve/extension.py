"""Data extension: columns of a client's table filled from the graph (Reconciliation API 0.2, §7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Any, Final

from kg.serve.matching import Index
from kg.serve.problems import Problem
from kg.serve.properties import PROPERTIES, Property, values_of
from kg.store import Store

_MOST_ENTITIES: Final = 500
_MOST_PROPERTIES: Final = 50
_LIMIT: Final = "limit"

SETTINGS: Final[Sequence[Mapping[str, Any]]] = (
    {
        "name": _LIMIT,
        "label": "Limit",
        "type": "number",
        "default": 0,
        "help_text": "The most values for each row; 0 for all",
    },
)
"""What a client may set for each property."""


def checked(query: Any) -> dict[str, Any]:
    """The parts of a data extension query that matter here. Raises :class:`Problem` for one of another shape,
    or for a property that there is not.
    """
    if not isinstance(query, dict):
        raise Problem(400, "extend is a JSON object")
    ids, properties = query.get("ids"), query.get("properties")
    if not isinstance(ids, list) or not all(isinstance(id, str) for id in ids):
        raise Problem(400, "ids is a list of texts")
    if not isinstance(properties, list) or not all(isinstance(p, dict) for p in properties):
        raise Problem(400, "properties is a list of JSON objects")
    if len(ids) > _MOST_ENTITIES or len(properties) > _MOST_PROPERTIES:
        raise Problem(413, f"ask for at most {_MOST_ENTITIES} entities and {_MOST_PROPERTIES} properties")
    return {"ids": ids, "properties": {_known(p.get("id")): _limit(p) for p in properties}}


def _known(id: Any) -> str:
    if not isinstance(id, str) or id not in PROPERTIES:
        raise Problem(400, f"there is no property of this id; there are {', '.join(PROPERTIES)}")
    return id


def _limit(property: Mapping[str, Any]) -> int | None:
    """The most values of a property, as its settings say; numbers may come as texts from a form."""
    settings = property.get("settings") or {}
    given = str(settings.get(_LIMIT) or 0) if isinstance(settings, dict) else ""
    if not (given.isascii() and given.isdecimal()) or len(given) > 9:
        raise Problem(400, "the setting limit is a whole number")
    return int(given) or None


def extended(store: Store, index: Index, query: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to a query that was :func:`checked`: for each entity the values of each property."""
    wanted = {PROPERTIES[id]: limit for id, limit in query["properties"].items()}
    known = [id for id in query["ids"] if index.name(id) is not None]
    rows: dict[str, dict[str, list[Any]]] = {id: {} for id in query["ids"]}
    for property, limit in wanted.items():
        values = values_of(store, property, known)
        for id, row in rows.items():
            row[property.id] = [_cell(index, property, value) for value in values.get(id, ())[:limit]]
    return {"meta": [property.described() for property in wanted], "rows": rows}


def _cell(index: Index, property: Property, value: Any) -> dict[str, Any]:
    """A value as the API writes it."""
    if property.type is not None:
        return {"id": value, "name": index.name(value) or value}
    match value:
        case int():
            return {"int": value}
        case float() if isfinite(value):  # JSON has no other
            return {"float": value}
    return {"str": str(value)}
