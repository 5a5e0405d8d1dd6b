"""Records → quads: vocabulary, identifiers, provenance, validation; and the way back to plain records for
resolution.

A name is imported when it is first used: a query needs a few constants of this package, none of resolution.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from kg.graph.identifiers import HISTORY_GRAPH, MERGED_GRAPH, article_iri, entity_iri, event_iri
    from kg.graph.merged import denotes_quad, entity_quads, event_quads, replaced_quad
    from kg.graph.records import RECORD_PROPERTIES, read_records
    from kg.graph.report import report_nquads, report_quads
    from kg.graph.validation import Violation, validate

__all__ = [
    "HISTORY_GRAPH",
    "MERGED_GRAPH",
    "RECORD_PROPERTIES",
    "Violation",
    "article_iri",
    "denotes_quad",
    "entity_iri",
    "entity_quads",
    "event_iri",
    "event_quads",
    "read_records",
    "replaced_quad",
    "report_nquads",
    "report_quads",
    "validate",
]

_HOMES: Final = {
    "HISTORY_GRAPH": "kg.graph.identifiers",
    "MERGED_GRAPH": "kg.graph.identifiers",
    "RECORD_PROPERTIES": "kg.graph.records",
    "Violation": "kg.graph.validation",
    "article_iri": "kg.graph.identifiers",
    "denotes_quad": "kg.graph.merged",
    "entity_iri": "kg.graph.identifiers",
    "entity_quads": "kg.graph.merged",
    "event_iri": "kg.graph.identifiers",
    "event_quads": "kg.graph.merged",
    "read_records": "kg.graph.records",
    "replaced_quad": "kg.graph.merged",
    "report_nquads": "kg.graph.report",
    "report_quads": "kg.graph.report",
    "validate": "kg.graph.validation",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
