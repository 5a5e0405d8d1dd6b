"""Records → quads: vocabulary, identifiers, provenance, validation; and the way back to plain records for
resolution."""

from kg.graph.identifiers import MERGED_GRAPH, article_iri, entity_iri, event_iri
from kg.graph.merged import merged_quads
from kg.graph.records import read_records
from kg.graph.report import report_nquads, report_quads
from kg.graph.validation import Violation, validate

__all__ = [
    "MERGED_GRAPH",
    "Violation",
    "article_iri",
    "entity_iri",
    "event_iri",
    "merged_quads",
    "read_records",
    "report_nquads",
    "report_quads",
    "validate",
]
