"""How names are written: capitals, particles, hyphens, and the marks that are no part of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from kg.extract.lexicon import Lexicon

NameKind = Literal["person", "organization", "place"]

PARTICLES = frozenset(
    (
        "al el bin bint ibn ben abu abd abdel abdul de da do dos das del della di du la le van von der "
        "den ter ten zu st. y e ul ur"
    ).split()
)
_GIVEN_OR_TITLE = frozenset({"dean", "earl", "duke"})
_NOT_NAMES = frozenset("file photo video watch related image mr. mrs. ms. dr. mr mrs ms dr".split())
_CALENDAR = {"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"}
_STARTS = frozenset("the a an our this that these those in on at as from of for and but".split())


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name: token indexes ``start`` to ``end`` (exclusive) and what it is the name of."""

    start: int
    end: int
    kind: NameKind


def span_text(doc: Doc, span: NameSpan) -> str:
    """The words of a name, with single spaces between them."""
    return " ".join(doc[span.start : span.end].text.split())


def is_name_word(token: Token) -> bool:
    """Whether ``token`` is written as part of a name: a capital, and not a day, number or other calendar
    word.
    """
    return (
        token.text[:1].isupper()
        and token.is_alpha | ("." in token.text) | ("'" in token.text) | ("’" in token.text)
        and (token.ent_type_ not in _CALENDAR)
    )


def is_given_name(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word that may be a title is here the given name of who bears another one: "Secretary of State
    Dean X".
    """
    if token.lower_ not in _GIVEN_OR_TITLE or token.i + 1 >= len(token.doc) or not token.text[:1].isupper():
        return False
    return is_name_word(token.nbor(1)) and lexicon.head(token.nbor(1).lower_) is None


def run_end(doc: Doc, start: int) -> int:
    """The end of the capitalised personal name that begins at ``start``: particles, hyphens and initials
    included.
    """
    i = start
    sentence_end = doc[start].sent.end
    while i < sentence_end:
        token = doc[i]
        if is_name_word(token) and (
            token.pos_ in {"PROPN", "NOUN", "ADJ", "X"} or i == start or _hyphened(doc, i)
        ):
            if i > start and token.ent_type_ in {"GPE", "NORP"} and doc[i - 1].ent_type_ == "PERSON":
                break
            i += 1
        elif (
            token.text in {"-", "–"}
            and not token.whitespace_
            and i > start
            and not doc[i - 1].whitespace_
            and i + 1 < sentence_end
        ):
            if doc[i + 1].is_stop and doc[i + 1].lower_ not in PARTICLES:
                break
            i += 1
            if not doc[i].text[:1].isupper() and doc[i].is_alpha and i > start:
                i += 1
        elif (
            token.lower_ in PARTICLES
            and i + 1 < sentence_end
            and (doc[i + 1].text == "-" or is_name_word(doc[i + 1]) or doc[i + 1].lower_ in PARTICLES)
        ):
            i += 1
        else:
            break
    while i > start and doc[i - 1].text in {"-", "–"}:
        i -= 1
    return i


def _hyphened(doc: Doc, i: int) -> bool:
    return doc[i - 1].text in {"-", "–"} and not doc[i - 1].whitespace_


def is_code(text: str) -> bool:
    """An abbreviation rather than a name: "ID", "IDs"."""
    return len(text) <= 3 and sum(c.isupper() for c in text) >= 2 and text.isalpha()


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Without leading articles, labels and punctuation and without trailing possessives and punctuation."""
    while start < end and (
        doc[start].lower_ in _STARTS
        and doc[start].pos_ != "PROPN"
        or doc[start].lower_ in _NOT_NAMES
        or doc[start].lower_ == "the"
        or doc[start].is_punct
        or doc[start].is_space
    ):
        start += 1
    for i in range(start, end):
        if "\n" in doc[i].text or doc[i].is_space:
            end = i
            break
    while start < end and (
        doc[end - 1].text in {"'s", "’s", "'", "’"} or doc[end - 1].is_punct or doc[end - 1].is_space
    ):
        end -= 1
    return start, end
