"""The OpenAPI 3.1 description of the server, with one path for each saved query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any, Final

from kg.query import Parameter, SavedQuery
from kg.serve import formats

_PATTERNS: Final = {
    "integer": r"^[+-]?[0-9]+$",
    "decimal": r"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)$",
    "double": r"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?$",
    "boolean": "^(true|false)$",
}
_EXAMPLES: Final = {"date": "2016-10", "iri": "https://example.org/a", "integer": "12", "boolean": "true"}
_PROBLEM: Final = {
    "description": "The request is not answered; the detail says why.",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
_TEXT: Final = {"type": "string"}
# The name of the security scheme of updates.
_TOKEN: Final = "updateToken"


def description(base: str, queries: Mapping[str, SavedQuery], *, updates: bool = False) -> dict[str, Any]:
    """The description, for a server at the address ``base`` that takes ``updates`` or not."""
    paths = _protocols() | {f"/queries/{query.name}": _saved(query) for query in queries.values()}
    components: dict[str, Any] = {"schemas": {"Problem": _problem_schema()}}
    if updates:
        paths["/sparql"]["post"] = _with_updates(paths["/sparql"]["post"])
        components["securitySchemes"] = {_TOKEN: {"type": "http", "scheme": "bearer"}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "newsgraph",
            "version": version("newsgraph"),
            "description": "Who met whom, when, where and in what capacity: a graph of news articles.",
        },
        "servers": [{"url": base}],
        "paths": paths,
        "components": components,
    }


def _problem_schema() -> dict[str, Any]:
    properties = {"type": _TEXT, "title": _TEXT, "status": {"type": "integer"}, "detail": _TEXT}
    return {"type": "object", "required": list(properties), "properties": properties}


def _saved(query: SavedQuery) -> dict[str, Any]:
    parameters = [_parameter(parameter) for parameter in _distinct(query.params)]
    if query.pagination is not None and "page" not in (parameter["name"] for parameter in parameters):
        page = {"type": "integer", "minimum": 1, "default": 1}
        parameters.append(_in_url("page", f"The page, of {query.pagination} rows each.", page))
    operation = _get(query.summary, parameters, formats.ROWS.values())
    return {"get": operation | {"description": query.description, "tags": ["queries"]}}


def _distinct(parameters: Iterable[Parameter]) -> Iterable[Parameter]:
    return {parameter.name: parameter for parameter in parameters}.values()


def _parameter(parameter: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    if parameter.type in _PATTERNS:
        schema["pattern"] = _PATTERNS[parameter.type]
    if parameter.type in _EXAMPLES:
        schema["examples"] = [_EXAMPLES[parameter.type]]
    if parameter.choices:
        schema["enum"] = list(parameter.choices)
    if parameter.default is not None:
        schema["default"] = parameter.default
    return _in_url(parameter.name, parameter.help, schema, required=parameter.required)


def _in_url(name: str, help: str, schema: Mapping[str, Any], *, required: bool = False) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": required, "description": help, "schema": dict(schema)}


def _get(
    summary: str,
    parameters: Iterable[Mapping[str, Any]],
    media_types: Iterable[str],
    *,
    refusals: str = "400 406",
) -> dict[str, Any]:
    content: dict[str, Any] = {media_type.partition(";")[0]: {} for media_type in media_types}
    responses: dict[str, Any] = {"200": {"description": "The answer.", "content": content}}
    responses |= {status: _PROBLEM for status in (*refusals.split(), "503", "504")}
    return {"summary": summary, "parameters": list(parameters), "responses": responses}


def _protocols() -> dict[str, Any]:
    """The paths that every server has."""
    iris = {"type": "array", "items": {"type": "string", "format": "uri"}}
    dataset = [
        _in_url("default-graph-uri", "A graph of the query's default graph.", iris),
        _in_url("named-graph-uri", "A named graph of the query.", iris),
    ]
    query = _in_url("query", "A SPARQL 1.1 query; without it, the service describes itself.", _TEXT)
    answers = [*formats.ROWS.values(), *formats.GRAPHS.values()]
    graph = [
        _in_url("graph", "The IRI of a graph.", {"type": "string", "format": "uri"}),
        _in_url("default", "All graphs as one.", _TEXT),
    ]
    batch = [
        _in_url("queries", "A batch of queries as JSON; without it, the manifest.", _TEXT),
        _in_url("extend", "Entities and properties as JSON, whose values are wanted.", _TEXT),
    ]
    prefix = [
        _in_url("prefix", "The beginning of a name.", _TEXT),
        _in_url("cursor", "How many to leave out.", {"type": "integer", "minimum": 0}),
    ]
    of_type = [
        _in_url("type", "The IRI of a type; all properties without it.", _TEXT),
        _in_url("limit", "The most properties.", {"type": "integer", "minimum": 0}),
    ]
    entity = [_in_url("id", "The IRI of a person, organization or place.", _TEXT, required=True)]
    json = ["application/json"]
    matched = _post_form("Match names, or fill columns.", json, "queries", "extend")
    return {
        "/sparql": {
            "get": _get("Answer a SPARQL query.", [query, *dataset], answers, refusals="400 403 406"),
            "post": _post_form("Answer a SPARQL query.", answers, "query", also="application/sparql-query"),
        },
        "/graphs": {"get": _get("Read a graph.", graph, formats.GRAPHS.values(), refusals="400 404 406")},
        "/queries": {"get": _get("List the saved queries.", [], [*json, "text/html"])},
        "/reconcile": {
            "get": _get("Match names, or fill columns.", batch, json, refusals="400 413"),
            "post": matched,
        },
        "/reconcile/suggest/entity": {"get": _get("Complete a name.", prefix, json)},
        "/reconcile/suggest/type": {"get": _get("Complete a type.", prefix, json)},
        "/reconcile/suggest/property": {"get": _get("Complete a property.", prefix, json)},
        "/reconcile/properties": {"get": _get("Propose properties of a type.", of_type, json)},
        "/reconcile/preview": {
            "get": _get("A small page on an entity.", entity, ["text/html"], refusals="400 404"),
        },
        "/.well-known/void": {"get": _get("Describe the dataset.", [], formats.GRAPHS.values())},
        "/healthz": {"get": _get("Whether queries are answered.", [], json)},
        "/metrics": {"get": _get("Counters for Prometheus.", [], ["text/plain"])},
    }


def _post_form(summary: str, answers: Iterable[str], *fields: str, also: str = "") -> dict[str, Any]:
    """A POST of a form with these fields, or of the bare text of the media type ``also``."""
    operation = _get(summary, [], answers, refusals="400 401 403 406 408 413 415")
    form = {"type": "object", "minProperties": 1, "properties": {name: _TEXT for name in fields}}
    content: dict[str, Any] = {"application/x-www-form-urlencoded": {"schema": form}}
    if also:
        content[also] = {"schema": _TEXT}
    return operation | {"requestBody": {"required": True, "content": content}}


def _with_updates(query: Mapping[str, Any]) -> dict[str, Any]:
    """The POST of a query, which is a POST of an update, too. A query needs no token."""
    content = query["requestBody"]["content"]
    form = {"type": "object", "minProperties": 1, "properties": {"query": _TEXT, "update": _TEXT}}
    body = content | {
        "application/x-www-form-urlencoded": {"schema": form},
        "application/sparql-update": {"schema": _TEXT},
    }
    return {
        **query,
        "summary": "Answer a SPARQL query, or run a SPARQL update.",
        "requestBody": {"required": True, "content": body},
        "responses": query["responses"] | {"204": {"description": "The update was made."}},
        "security": [{}, {_TOKEN: []}],
    }
