"""Values as RDF literals, in the canonical form that a store gives back, so that what is written is what is
read."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.errors import GraphError
from kg.graph.identifiers import published_text

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_INTEGER = NamedNode(_XSD + "integer")
_DECIMAL = NamedNode(_XSD + "decimal")
_DATE = NamedNode(_XSD + "date")
_DATE_TIME = NamedNode(_XSD + "dateTime")
_YEAR_MONTH = NamedNode(_XSD + "gYearMonth")
_YEAR = NamedNode(_XSD + "gYear")
_ANY_URI = NamedNode(_XSD + "anyURI")

TRUE: Final = Literal(True)

_SURROGATE = re.compile("[\ud800-\udfff]")
_TIME = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01])(?P<time>T.+)?)?)?", re.ASCII
)


def text(value: str) -> Literal:
    """A plain string. A lone surrogate, which no RDF text can hold, becomes U+FFFD one to one, so that
    offsets stay right."""
    try:
        return Literal(value)
    except ValueError:
        return Literal(_SURROGATE.sub("\ufffd", value))


def address(value: str) -> Literal:
    """A URL as the source gives it: a literal, since not everything that is given as a URL is a valid IRI."""
    return Literal(text(value).value, datatype=_ANY_URI)


def integer(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=_INTEGER)


def decimal(value: float, *, digits: int = 3) -> Literal:
    """A decimal number rounded to ``digits`` places, without trailing zeros ("0.87", "1").

    Raises :class:`~kg.errors.GraphError` for a value that is not a finite number.
    """
    if not abs(value) < float("inf"):
        raise GraphError(f"{value} is not a finite number, so it has no decimal form")
    plain = f"{value:.{digits}f}"
    short = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return Literal("0" if short == "-0" else short, datatype=_DECIMAL)


def time(value: str) -> Literal:
    """A calendar time at its own precision: ``xsd:gYear``, ``xsd:gYearMonth``, ``xsd:date`` or
    ``xsd:dateTime``, never padded.

    Raises :class:`~kg.errors.GraphError` where ``value`` is not an ISO 8601 time of one of these precisions.
    """
    match = _TIME.fullmatch(value)
    if match is None:
        raise _not_a_time(value)
    if match["day"] is None:
        return Literal(value, datatype=_YEAR if match["month"] is None else _YEAR_MONTH)
    try:
        published = datetime.fromisoformat(value) if match["time"] else date.fromisoformat(value)
    except ValueError as error:
        raise _not_a_time(value) from error
    return published_time(published)


def published_time(value: date | datetime) -> Literal:
    """A date as ``xsd:date``, a date-time as ``xsd:dateTime``."""
    kind = _DATE_TIME if isinstance(value, datetime) else _DATE
    return Literal(published_text(value) or "", datatype=kind)


def _not_a_time(value: str) -> GraphError:
    return GraphError(f"{value!r} is not a time; expected 2016, 2016-10, 2016-10-15 or 2016-10-15T09:30:00")
