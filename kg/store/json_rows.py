"""Rows of terms as a stream of SPARQL 1.1 Query Results JSON, so that the RDF library, which writes only rows
that it has found or read itself, can write others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode

if TYPE_CHECKING:
    from kg.store.results import Row, Term


class JsonRows:
    """A file to read from: ``rows`` under the names ``variables``, made as they are read."""

    def __init__(self, variables: Sequence[str], rows: Iterable[Row]) -> None:
        self._parts = _parts(variables, rows)
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most ``size`` where it is not negative; none at the end."""
        if size < 0:
            found, self._rest = self._rest + b"".join(self._parts), b""
            return found
        while len(self._rest) < size and (part := next(self._parts, b"")):
            self._rest += part
        found, self._rest = self._rest[:size], self._rest[size:]
        return found


def _parts(variables: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    yield f'{{"head":{{"vars":{json.dumps(list(variables))}}},"results":{{"bindings":['.encode()
    for number, row in enumerate(rows):
        found = {n: _value(term) for n, term in zip(variables, row, strict=True) if term is not None}
        yield (b"," if number else b"") + json.dumps(found).encode()
    yield b"]}}"


def _value(term: Term) -> dict[str, str]:
    """A term as §3.2.2 of the standard has it."""
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, Literal):
        raise ValueError("a quoted triple has no place in SPARQL 1.1 results")
    found = {"type": "literal", "value": term.value}
    if term.language:
        return found | {"xml:lang": term.language}
    return found | {"datatype": term.datatype.value}
