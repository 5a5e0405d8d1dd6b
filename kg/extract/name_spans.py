"""Where the names in an article begin and end, and of what kind they are: the model's entities, corrected."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.extract.country_names import long_country_names
from kg.extract.lexicon import load_lexicon
from kg.extract.name_corrections import corrected
from kg.extract.name_cues import apposed_names, titled_names
from kg.extract.name_definitions import defined_names
from kg.extract.name_writing import NameSpan


def find_name_spans(doc: Doc, boilerplate: list[bool]) -> list[NameSpan]:
    """The names in ``doc`` outside ``boilerplate``, disjoint and in text order."""
    lexicon = load_lexicon()
    found: dict[int, NameSpan] = {}

    def put(span: NameSpan) -> None:
        if span.start < span.end and not any(boilerplate[span.start : span.end]):
            if all(i not in found for i in range(span.start, span.end)):
                for i in range(span.start, span.end):
                    found[i] = span

    for span in defined_names(doc):
        put(span)
    for span in titled_names(doc, lexicon):
        put(span)
    for span in apposed_names(doc, lexicon):
        put(span)
    for span in long_country_names(doc):
        put(span)
    for ent in doc.ents:
        for span in corrected(ent, lexicon):
            put(span)
    return sorted(set(found.values()), key=lambda s: s.start)
