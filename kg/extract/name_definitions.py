"""Short names that the article defines: "Fund for Open Lakes (FOL)"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extract.name_clusters import SMALL_WORDS
from kg.extract.name_writing import NameSpan
from kg.extract.nations import country_of
from kg.extract.syntax import with_lower

_SMALL = SMALL_WORDS | {"-", "'s", "’s"}
_LONGEST = 10
"""Tokens of a long form."""


def defined_names(doc: Doc) -> Iterator[NameSpan]:
    """The long forms of bodies whose initials follow in brackets, and every use of the short ones."""
    short_forms = set()
    for bracket in with_lower(doc, {"("}):
        i = bracket.i
        if 0 < i < len(doc) - 2 and doc[i + 2].text == ")" and _is_short(doc[i + 1].text):
            start = _long_form(doc, i, doc[i + 1].text.lower())
            if start is not None:
                short_forms.add(doc[i + 1].text)
                yield NameSpan(start, i, "organization")
    for token in with_lower(doc, {short.lower() for short in short_forms}):
        if token.text in short_forms:
            yield NameSpan(token.i, token.i + 1, "organization")


def _is_short(text: str) -> bool:
    return text.isupper() and text.isalpha() and 2 <= len(text) <= 7 and country_of(text) is None


def _long_form(doc: Doc, end: int, short: str) -> int | None:
    """Where the capitalised words before ``end`` begin whose initials are ``short``."""
    rest = short
    for i in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        text = doc[i].text
        if text.lower() in _SMALL and text[:1].islower() or not text[0].isalpha():
            continue
        if not text[:1].isupper():
            return None
        letters = text.replace(".", "").lower() if "." in text else text[0].lower()
        if not rest.endswith(letters):
            return None
        rest = rest[: -len(letters)]
        if not rest:
            return i
    return None
