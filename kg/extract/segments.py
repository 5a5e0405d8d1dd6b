"""Cutting a text into pieces that the language model reads, and joining what it read into one Doc again.

A piece never spans a paragraph break or a run-in heading, so no sentence does; and no piece is longer than
:data:`MAX_PIECE`, so that memory stays bounded for texts of any length. The pieces are a partition of the
text: joined, they are the text, and offsets are offsets into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from kg.extract.headings import heading_ends

MAX_PIECE = 20_000
"""Characters; the longest paragraph that is read in one go. A longer one is cut at white space."""

MAX_BATCH = 50_000
"""Characters of the pieces that are read at a time, unless one alone is longer."""

_PARAGRAPH_END = re.compile(r"\n[ \t\r\f\v]*\n\s*")


def pieces(text: str) -> Iterator[str]:
    """Yield the consecutive pieces of ``text``; their concatenation is ``text``."""
    start = 0
    for match in _PARAGRAPH_END.finditer(text):
        yield from _paragraph(text[start : match.end()])
        start = match.end()
    if start < len(text):
        yield from _paragraph(text[start:])


def batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """Group texts, in their order, with at most :data:`MAX_BATCH` characters (or one text) in each."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > MAX_BATCH:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


def join(docs: list[Doc]) -> Doc:
    """One Doc over the pieces of an article; ``token.idx`` is the offset in the article's text."""
    if len(docs) == 1:
        return docs[0]
    joined = Doc.from_docs(docs, ensure_whitespace=False)
    assert joined is not None  # from_docs gives None only for no docs
    return joined


def _paragraph(paragraph: str) -> Iterator[str]:
    """The run-in headings of a paragraph and the rest of it, each cut to length."""
    start = 0
    for end in heading_ends(paragraph):
        yield from _cut(paragraph[start:end])
        start = end
    yield from _cut(paragraph[start:])


def _cut(paragraph: str) -> Iterator[str]:
    while len(paragraph) > MAX_PIECE:
        cut = max(paragraph.rfind(mark, 0, MAX_PIECE) for mark in (". ", "\n"))
        if cut <= 0:
            cut = paragraph.rfind(" ", 0, MAX_PIECE)
        end = cut + 1 if cut > 0 else MAX_PIECE
        yield paragraph[:end]
        paragraph = paragraph[end:]
    if paragraph:
        yield paragraph
