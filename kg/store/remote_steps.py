"""A store's update as steps that a server takes one by one.

Servers differ in how much one request may hold (Virtuoso compiles an update into at most 10,000 lines of
code) and in whether what a request does is one transaction. The updates of :mod:`kg.store.updates` have a
form that can be taken apart without a parser: operations end with ``;`` and a line feed, statements stand one
on a line, and no value holds a line feed, because N-Triples escapes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_DATA: Final = re.compile(
    r"(?P<verb>INSERT|DELETE) DATA \{ GRAPH <(?P<graph>[^>]*)> \{\n(?P<lines>.*)\} \}", re.DOTALL
)
_LINE: Final = re.compile(r"[^\n]*\n")


@dataclass(frozen=True, slots=True)
class Step:
    """One operation, ``text``. Where it only adds statements, ``graph`` is to hold ``ntriples`` as well."""

    text: str
    graph: str | None = None
    ntriples: bytes = b""


def steps(update: str, *, statements: int) -> Iterator[Step]:
    """The operations of ``update`` in their order, none with more than ``statements`` statements.

    Each has the same effect when it comes twice, and so have all of them in their order.
    """
    for operation in update.split(";\n"):
        data = _DATA.fullmatch(operation.strip())
        if data is None:
            yield Step(operation)
        else:
            yield from _parts(data, statements)


def _parts(data: re.Match[str], statements: int) -> Iterator[Step]:
    lines = _LINE.findall(data["lines"])  # splitlines would part a value at its U+2028
    adds = data["verb"] == "INSERT"
    for begin in range(0, len(lines), statements):
        part = "".join(lines[begin : begin + statements])
        text = f"{data['verb']} DATA {{ GRAPH <{data['graph']}> {{\n{part}}} }}"
        yield Step(text, data["graph"] if adds else None, part.encode() if adds else b"")
