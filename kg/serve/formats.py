"""The formats of answers and their media types."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

import mimeparse
from pyoxigraph import QueryResultsFormat, RdfFormat

ROWS: Final[Mapping[str, str]] = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "jsonl": "application/x-ndjson",
    "html": "text/html; charset=utf-8",
}
"""Formats of rows and of yes and no, the default first."""

GRAPHS: Final[Mapping[str, str]] = {
    "turtle": "text/turtle; charset=utf-8",
    "ntriples": "application/n-triples",
    "rdfxml": "application/rdf+xml",
    "jsonld": "application/ld+json",
    "nquads": "application/n-quads",
    "trig": "application/trig",
}
"""Formats of graphs, the default first."""

QUERY_RESULTS: Final[Mapping[str, QueryResultsFormat]] = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
RDF: Final[Mapping[str, RdfFormat]] = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
}

# What clients ask for besides the registered names.
_ALSO: Final[Mapping[str, str]] = {
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/jsonl": "jsonl",
    "text/plain": "ntriples",
}

# A parameter's quoted value, at whose commas and semicolons mimeparse would divide; no format has one.
_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"')


def choose(accept: str, formats: Sequence[str]) -> str | None:
    """The one of ``formats`` (names, the preferred first) that an ``Accept`` header asks for, or ``None``.

    RFC 9110, §12.5.1: no header means anything. What the preferred formats are called besides their
    registered names comes after those.
    """
    if not accept.strip():
        return formats[0]
    offers = {mime(name): name for name in formats}
    for media_type, name in _ALSO.items():
        if name in formats:
            offers.setdefault(media_type, name)
    try:
        # mimeparse takes the last of equals.
        found = mimeparse.best_match(list(reversed(offers)), _QUOTED.sub("x", accept))
    except mimeparse.MimeTypeParseException:
        return None
    return offers.get(found)


def mime(name: str) -> str:
    """The media type of a format, without its charset."""
    return (ROWS.get(name) or GRAPHS[name]).partition(";")[0]
