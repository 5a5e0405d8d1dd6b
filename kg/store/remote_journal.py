"""Updates that are whole or not at all on a server that has no transactions over several operations.

The update is first written down as text among the store's own bookkeeping, then done, then forgotten. Where
that is cut short, the next one who opens the store for writing does it again from its beginning, which has
the same effect, or forgets it where not even the text was complete. So an article is there whole or not at
all as soon as somebody writes again; until then a reader may see a part of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph import vocabulary as v
from kg.store import updates

_VALUE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#value")
_JOURNAL: Final = NamedNode(v.NEWSGRAPH + "journal")
_COMPLETE: Final = Literal("complete")
_CHARACTERS: Final = 200_000

FORGET: Final = f"DELETE WHERE {{ GRAPH {updates.BOOKKEEPING} {{ ?part {_VALUE} ?text }} }}"
"""The update that takes the journal out of the store."""

PARTS: Final = f"SELECT ?part ?text WHERE {{ GRAPH {updates.BOOKKEEPING} {{ ?part {_VALUE} ?text }} }}"
"""The query for what the journal holds."""


def write(update: str, run: Callable[[str], None]) -> None:
    """Write ``update`` down by means of ``run``, which runs one small update."""
    for number, begin in enumerate(range(0, len(update), _CHARACTERS)):
        part = NamedNode(f"{_JOURNAL.value}#{number:06}")
        run(_insert(Triple(part, _VALUE, Literal(update[begin : begin + _CHARACTERS]))))
    run(_insert(Triple(_JOURNAL, _VALUE, _COMPLETE)))


def read(rows: Iterator[dict[str, NamedNode | Literal]]) -> str | None:
    """The update that was written down, from the answer to :data:`PARTS`; ``None`` where it is incomplete."""
    parts = {row["part"].value: row["text"].value for row in rows}
    if parts.pop(_JOURNAL.value, None) is None:
        return None
    return "".join(parts[part] for part in sorted(parts))


def _insert(triple: Triple) -> str:
    return f"INSERT DATA {{ GRAPH {updates.BOOKKEEPING} {{\n{triple} .\n}} }}"
