"""Records → quads: vocabulary, identifiers, provenance, validation; and the way back to plain records for
resolution."""

from kg.graph.identifiers import HISTORY_GRAPH, MERGED_GRAPH, article_iri, entity_iri, event_iri
from kg.graph.merged import denotes_quad, entity_quads, event_quads, replaced_quad
from kg.graph.records import read_records
from kg.graph.report import report_nquads, report_quads
from kg.graph.validation import Violation, validate

__all__ = [
    "HISTORY_GRAPH",
    "MERGED_GRAPH",
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
