"""Two bodies that the model took for one: "Example Bank and Bank of Examples"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extract.name_clusters import is_trade, plain
from kg.extract.name_writing import NameSpan, span_text, trimmed

_JOINTS = frozenset({"and", "&"})


def parted(doc: Doc, spans: list[NameSpan]) -> list[NameSpan]:
    """The ``spans``, with a body's name of the form "A and B" as two where A or B stands alone elsewhere.

    "Securities and Exchange Commission" stays one: nowhere is an "Exchange Commission".
    """
    known = {plain(span_text(doc, span)) for span in spans if span.kind != "person"}
    return [part for span in spans for part in _parts(doc, span, known)]


def _parts(doc: Doc, span: NameSpan, known: set[str]) -> Iterator[NameSpan]:
    if span.kind == "organization":
        for i in range(span.start + 1, span.end - 1):
            if doc[i].lower_ in _JOINTS:
                sides = [
                    NameSpan(*side, "organization")
                    for side in (trimmed(doc, span.start, i), trimmed(doc, i + 1, span.end))
                ]
                names = [plain(span_text(doc, side)) for side in sides]
                if not is_trade(names[1]) and not known.isdisjoint(names):
                    yield from sides
                    return
    yield span
