"""Countries whose names have several words, whatever the model made of them: "Trinidad and Tobago"."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.extract.gazetteer import load_gazetteer
from kg.extract.name_writing import NameSpan, is_name_word
from kg.extract.nations import is_country_name

_LONGEST = 9  # words of the longest name, "United Kingdom of Great Britain and Northern Ireland"


def long_country_names(doc: Doc) -> list[NameSpan]:
    """The countries named with more than one word, in text order, as places.

    The model often splits such a name at its "and", or takes a saint for a person. A name inside a longer
    one ("United States Steel", an entity that reaches further) is left to the model.
    """
    starts = load_gazetteer().first_words
    spans: list[NameSpan] = []
    for token in doc:
        if token.lower_ in starts and token.text[:1].isupper() and (not spans or spans[-1].end <= token.i):
            end = _end(doc, token.i)
            if end is not None and _is_whole(doc, token.i, end):
                spans.append(NameSpan(token.i, end, "place"))
    return spans


def _end(doc: Doc, start: int) -> int | None:
    """The end of the longest country's name of several words that begins at ``start``."""
    for end in range(min(start + _LONGEST, len(doc)), start + 1, -1):
        if doc[end - 1].text[:1].isupper() and is_country_name(doc[start:end].text):
            return end
    return None


def _is_whole(doc: Doc, start: int, end: int) -> bool:
    """Whether neither an entity of the model nor a capitalised word carries the name on."""
    if end < len(doc) and (doc[end].ent_iob_ == "I" or is_name_word(doc[end])):
        return False
    return doc[start].ent_iob_ != "I" or not is_name_word(doc[start - 1])
