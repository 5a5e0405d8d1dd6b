"""Personal names with something in brackets or quotation marks inside: "Karl (Carlo) Berg", "[Anna] Lund"."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.extract.name_writing import NameSpan, is_name_word

_CLOSING = {"(": ")", "[": "]", '"': '"', "“": "”"}
_LONGEST = 4
"""Tokens inside the brackets."""


def with_asides(doc: Doc, spans: list[NameSpan]) -> list[NameSpan]:
    """The ``spans``, with the parts of a personal name around an aside made one (a bracket before its first
    word stays outside).
    """
    by_start = {span.start: span for span in spans}
    result: list[NameSpan] = []
    covered = -1
    for span in spans:
        if span.start < covered:
            continue
        end = _end(doc, span, by_start) if span.kind == "person" else None
        if end is not None:
            span = NameSpan(span.start, end, "person")
        covered = span.end
        result.append(span)
    return result


def _closes(doc: Doc, i: int) -> bool:
    return i < len(doc) and doc[i].text == "]"


def _end(doc: Doc, span: NameSpan, by_start: dict[int, NameSpan]) -> int | None:
    """Where the name ends that goes on after an aside; ``None`` where it does not go on."""
    if _closes(doc, span.end):  # "[Anna] Lund"
        following = by_start.get(span.end + 1)
        return following.end if following is not None and following.kind == "person" else None
    closing = _CLOSING.get(doc[span.end].text) if span.end < len(doc) else None
    if closing is None:
        return None
    for i in range(span.end + 1, min(span.end + 2 + _LONGEST, len(doc) - 1)):
        if doc[i].text == closing:
            return _after(doc, i + 1, by_start) if i > span.end + 1 else None
        if not is_name_word(doc[i]) and doc[i].text != ".":
            return None
    return None


def _after(doc: Doc, i: int, by_start: dict[int, NameSpan]) -> int | None:
    """The end of the surname at ``i``: a person's name, or one capitalised word that is no other name."""
    following = by_start.get(i)
    if following is not None:
        return following.end if following.kind == "person" else None
    token = doc[i]
    return (
        i + 1 if is_name_word(token) and token.pos_ == "PROPN" and token.ent_type_ in {"", "PERSON"} else None
    )
