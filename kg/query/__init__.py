"""Questions to the graph: saved queries, their parameters, and their results as files."""

from kg.query.parameters import Parameter
from kg.query.peeked import peek
from kg.query.run import run
from kg.query.saved import SavedQuery, all_queries, find_query, load_queries, parse_query, read_query
from kg.query.writers import GRAPH_FORMATS, ROW_FORMATS, write_results
from kg.store import Answer, Results, Solutions, Statements

__all__ = [
    "GRAPH_FORMATS",
    "ROW_FORMATS",
    "Answer",
    "Parameter",
    "Results",
    "SavedQuery",
    "Solutions",
    "Statements",
    "all_queries",
    "find_query",
    "load_queries",
    "parse_query",
    "peek",
    "read_query",
    "run",
    "write_results",
]
