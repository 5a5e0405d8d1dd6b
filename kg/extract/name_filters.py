"""What the model takes for a name and is none: code, adjectives of countries, "pro-Moscow", words in lower
case."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from kg.extract.name_writing import NameSpan
from kg.extract.nations import country_of, is_country_name

_SMALL_WORD = re.compile(r"\b[a-z]+\b")
_CODE = re.compile(r"[{}()<>=@\\|/]|\.\w+\.\w+\(")
_STATE_MARK = re.compile(r"^(?:[RDI]|Rep|Dem)\.?[-–]\s?[A-Z]")
_STANCE = re.compile(r"^(?:pro|anti|non|ex|un)[-–]", re.IGNORECASE)
_DISTRICT = re.compile(r"^(?:D\.\s?[CF]\.?|B\.\s?C\.?|DF|DC)$")
_OCCASIONS = frozenset({"summit", "conference", "talks", "meeting", "meetings", "convention"})
_MODEL_NUMBER = re.compile(r"^\d{3,}s?$")
_CALENDAR = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
        "august september october november december"
    ).split()
)
_PREPOSITIONS = frozenset("of for at in on to from with by and the".split())


def filtered(doc: Doc, spans: list[NameSpan]) -> list[NameSpan]:
    """The ``spans`` that are names, each without the words at its end that are no part of it."""
    small = set(_SMALL_WORD.findall(doc.text)) if spans else set()
    tidy = (_tidied(doc, span) for span in spans)
    return [span for span in tidy if span.start < span.end and not _is_junk(doc, span, small)]


def _tidied(doc: Doc, span: NameSpan) -> NameSpan:
    """Without a preposition or hyphen left hanging, and without a model number ("Boeing 737s")."""
    end = span.end
    while end > span.start and (
        doc[end - 1].text in {"-", "–"}
        or (end - span.start > 1 and doc[end - 1].lower_ in _PREPOSITIONS and doc[end - 1].text.islower())
        or (end - span.start > 1 and span.kind == "organization" and _MODEL_NUMBER.match(doc[end - 1].text))
    ):
        end -= 1
    return NameSpan(span.start, end, span.kind)


def _is_junk(doc: Doc, span: NameSpan, small: set[str]) -> bool:
    text = doc[span.start : span.end].text
    if _CODE.search(text) or not any(c.isupper() for c in text) and not any(c.isdigit() for c in text):
        return True
    if _STATE_MARK.match(text) or _STANCE.match(text) or _joins_countries(text):
        return True
    if _DISTRICT.match(text) and _qualifies(doc, span):
        return True  # "Mexico, D.F."
    if span.kind == "person" and doc[span.end - 1].text.isdigit():
        return True  # "Bill 12"
    if span.kind == "place" and (_is_adjective(doc, span, text) or _is_occasion(doc, span)):
        return True
    if span.end - span.start > 1:
        return False
    return text.lower() in _CALENDAR or _is_kind_of_visit(doc, span) or _opens_sentence(doc, span, small)


def _qualifies(doc: Doc, span: NameSpan) -> bool:
    """Whether a district stands after the city that it belongs to, and is no place of its own."""
    if span.start < 2 or doc[span.start - 1].text != ",":
        return False
    return span.kind != "place" or doc[span.start - 2].lower_ == "washington"


def _joins_countries(text: str) -> bool:
    """ "U.S.-Mexico" before a noun names neither; nor does the "U.S.-" of a compound."""
    if "-" not in text and "–" not in text:
        return False
    parts = [part for part in re.split(r"[-–]", text) if part]
    joined = len(parts) > 1 or text.endswith(("-", "–"))
    return joined and not is_country_name(text) and all(country_of(part) is not None for part in parts)


def _is_adjective(doc: Doc, span: NameSpan, text: str) -> bool:
    """ "Kenyan" before a noun, which the model took for the country."""
    if country_of(text) is None or is_country_name(text):
        return False
    return span.end < len(doc) and doc[span.end].pos_ in {"NOUN", "ADJ", "PROPN"}


def _is_occasion(doc: Doc, span: NameSpan) -> bool:
    """Whether the "place" is the name of what was held there: "at the Northern Lakes Summit"."""
    return span.end - span.start > 1 and doc[span.end - 1].lower_ in _OCCASIONS


def _is_kind_of_visit(doc: Doc, span: NameSpan) -> bool:
    """ "a State visit" is nobody's."""
    return span.end < len(doc) and doc[span.start].lower_ == "state" and doc[span.end].pos_ == "NOUN"


def _opens_sentence(doc: Doc, span: NameSpan, small: set[str]) -> bool:
    """Whether the one word is a common noun of the article, in capitals because it opens a sentence."""
    token = doc[span.start]
    return token.is_sent_start is True and token.tag_ != "NNP" and token.lower_ in small
