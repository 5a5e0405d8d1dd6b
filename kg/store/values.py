"""RDF terms as Python values, for tables and JSON."""

from __future__ import annotations

from typing import Any, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS: Final = frozenset(
    _XSD + name
    for name in (
        "integer int long short byte nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger "
        "unsignedInt unsignedLong unsignedShort unsignedByte"
    ).split()
)
_FLOATS: Final = frozenset(_XSD + name for name in ("decimal", "double", "float"))
_BOOLEAN: Final = _XSD + "boolean"


def plain_value(term: NamedNode | BlankNode | Literal | Triple | None) -> Any:
    """``term`` as ``int``, ``float``, ``bool`` or ``str``; ``None`` stays ``None``.

    Dates stay text, because they have their own precision (``2016-10``). A literal whose text is not of its
    datatype stays text.
    """
    if term is None:
        return None
    if not isinstance(term, Literal):
        return term.value if isinstance(term, NamedNode) else str(term)
    datatype = term.datatype.value
    try:
        if datatype in _INTEGERS:
            return int(term.value)
        if datatype in _FLOATS:
            return float(term.value)
    except ValueError:
        return term.value
    if datatype == _BOOLEAN and term.value in ("true", "1", "false", "0"):
        return term.value in ("true", "1")
    return term.value
