"""Results as files: the W3C's formats, JSON Lines, Parquet, Arrow; graphs as RDF."""

from __future__ import annotations

from typing import BinaryIO, Final, Literal, get_args

from pyoxigraph import QueryResultsFormat, RdfFormat

from kg.errors import FormatError
from kg.store import Answer, Results, Solutions, Statements
from kg.store.json_lines import json_line
from kg.store.tables import record_batches

RowFormat = Literal["csv", "tsv", "json", "xml", "jsonl", "parquet", "arrow"]
GraphFormat = Literal["turtle", "ntriples", "nquads", "trig", "jsonld", "xml"]
ROW_FORMATS: Final[tuple[str, ...]] = get_args(RowFormat)
GRAPH_FORMATS: Final[tuple[str, ...]] = get_args(GraphFormat)

_W3C: Final = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
# Without a column, yes and no are a line of their own.
_LINES: Final = ("csv", "tsv", "jsonl")
_RDF: Final = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
    "xml": RdfFormat.RDF_XML,
}


def write_results(results: Results, format: str, stream: BinaryIO, *, name: str = "query") -> None:
    """Write ``results`` to ``stream`` row by row, so that memory does not grow with them.

    Rows and answers go out as one of :data:`ROW_FORMATS`, the graph of a CONSTRUCT query as one of
    :data:`GRAPH_FORMATS`. CSV is that of the SPARQL standard: every value exactly as it is. Raises
    :class:`~kg.errors.FormatError`, which calls the query ``name``, for a format that these results do not
    have.
    """
    what, formats = _possible(results)
    if format not in formats:
        cure = f"use {', '.join(formats)}"
        raise FormatError(f"gives {what}, which cannot be written as {format}; {cure}", query=name)
    if isinstance(results, Statements):
        results.serialize(stream, _RDF[format])
    elif isinstance(results, Answer) and format in _LINES:
        stream.write(b"true\n" if results else b"false\n")
    elif format in _W3C:
        results.serialize(stream, _W3C[format])
    elif isinstance(results, Solutions):
        _write_rows(results, format, stream)


def _write_rows(results: Solutions, format: str, stream: BinaryIO) -> None:
    """Write rows in a format that is not the W3C's."""
    if format == "jsonl":
        _write_json_lines(results, stream)
    elif format == "parquet":
        _write_parquet(results, stream)
    else:
        _write_arrow(results, stream)


def _possible(results: Results) -> tuple[str, tuple[str, ...]]:
    """What ``results`` are, in words, and the formats that they can have."""
    if isinstance(results, Statements):
        return "a graph", GRAPH_FORMATS
    return ("yes or no", (*_W3C, "jsonl")) if isinstance(results, Answer) else ("rows", ROW_FORMATS)


def _write_json_lines(solutions: Solutions, stream: BinaryIO) -> None:
    for row in solutions:
        stream.write(json_line(solutions.variables, row))


def _write_parquet(solutions: Solutions, stream: BinaryIO) -> None:
    schema, batches = record_batches(solutions)
    from pyarrow import parquet

    with parquet.ParquetWriter(stream, schema) as writer:
        for batch in batches:
            writer.write_batch(batch)


def _write_arrow(solutions: Solutions, stream: BinaryIO) -> None:
    """Arrow's IPC streaming format."""
    schema, batches = record_batches(solutions)
    from pyarrow import ipc

    with ipc.new_stream(stream, schema) as writer:
        for batch in batches:
            writer.write_batch(batch)
