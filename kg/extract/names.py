"""Named people, organisations and places: the model's entities, corrected and clustered inside the
article."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from kg.extract.document import Document, Entity
from kg.extract.lexicon import load_lexicon
from kg.extract.name_asides import with_asides
from kg.extract.name_clusters import (
    Cluster,
    cluster_bodies,
    cluster_people,
    name_words,
    plain,
    shortens,
)
from kg.extract.name_filters import filtered
from kg.extract.name_kinds import settle_kinds
from kg.extract.name_pairs import parted
from kg.extract.name_spans import find_name_spans
from kg.extract.name_writing import PARTICLES, NameKind, NameSpan, is_name_word, span_text
from kg.extract.nations import country_of, is_country_name
from kg.extract.places.homonyms import STATE, is_state_of_city
from kg.extract.syntax import with_lower

_WELL_KNOWN = {"un": "United Nations", "eu": "European Union"}
_LOCATIVE = frozenset({"in", "near", "outside", "across", "around"})


def find_names(document: Document) -> None:
    """Add an entity with its name mentions for each person, organisation and place that the article names."""
    doc = document.doc
    spans = with_asides(doc, filtered(doc, find_name_spans(doc, document.boilerplate)))
    spans = settle_kinds(doc, parted(doc, spans))
    spans = _with_surnames(doc, spans, document.boilerplate)
    spans = [_settled(doc, span) for span in spans]
    entities: dict[int, Entity] = {}
    for kind in ("person", "organization", "place"):
        _add_kind(document, spans, kind, entities)
    for span in spans:
        entity = entities[span.start]
        if entity not in document.entities:
            document.entities.append(entity)
        document.add_mention(entity, doc[span.start : span.end], "name")


def _settled(doc: Doc, span: NameSpan) -> NameSpan:
    """Countries are places and world bodies organisations, whatever the model took them for."""
    if span.kind == "person":
        return span
    text = doc[span.start : span.end].text
    if plain(text) in _WELL_KNOWN or plain(text) in {name.lower() for name in _WELL_KNOWN.values()}:
        return NameSpan(span.start, span.end, "organization")
    if country_of(text) is not None:
        return NameSpan(span.start, span.end, "place")
    return span


def _add_kind(document: Document, spans: list[NameSpan], kind: NameKind, entities: dict[int, Entity]) -> None:
    doc = document.doc
    names = [(s.start, span_text(doc, s)) for s in spans if s.kind == kind]
    if kind == "person":
        names = [(at, _without_brackets(name)) for at, name in names]
        clusters = cluster_people(names)
    elif kind == "organization":
        clusters = cluster_bodies(names, _parenthesised(doc, spans))
    else:
        ends = {span.start: span.end for span in spans}
        names = [(at, name + STATE if is_state_of_city(doc[at : ends[at]]) else name) for at, name in names]
        clusters = cluster_bodies([(at, country_of(name) or name) for at, name in names], [])
    known: dict[int, Entity] = {}
    forms = dict(names)
    for position, cluster in clusters.items():
        if id(cluster) not in known:
            known[id(cluster)] = _entity(kind, [forms[p] for p in cluster.positions])
        entities[position] = known[id(cluster)]


def _entity(kind: NameKind, forms: list[str]) -> Entity:
    name = Cluster(forms=forms).fullest
    if kind == "organization":
        return Entity(kind, _WELL_KNOWN.get(plain(name), name))
    country = country_of(name) if kind == "place" else None
    if country is None:
        return Entity(kind, name)
    if name.replace(".", "").isupper() or not is_country_name(name):
        name = country
    return Entity(kind, name, is_country=True, country=country)


def _without_brackets(name: str) -> str:
    """ "Karl (Carlo) Berg" as "Karl Berg", "[Anna] Lund" as "Anna Lund"."""
    return " ".join(re.sub(r"\([^)]*\)|[\[\]]", " ", name).split()) or name


def _parenthesised(doc: Doc, spans: list[NameSpan]) -> list[tuple[int, int]]:
    """Pairs of organisations told as one: "United Nations (UN)"."""
    pairs = []
    for first, second in zip(spans, spans[1:], strict=False):
        if second.start - first.end > 2:
            continue
        between = doc[first.end : second.start].text.strip()
        if (
            between in {"(", "[", "’s (", "'s ("}
            and second.end < len(doc)
            and doc[second.end].text in {")", "]"}
        ):
            text = doc[second.start : second.end].text
            if second.kind == "organization" and text.isupper() and " " not in text:
                pairs.append((first.start, second.start))
    return pairs


def _with_surnames(doc: Doc, spans: list[NameSpan], boilerplate: list[bool]) -> list[NameSpan]:
    """Also the surnames of people named in full where the model saw something else or nothing."""
    surnames = _surnames(doc, spans)
    if not surnames:
        return spans
    taken = {i: span for span in spans for i in range(span.start, span.end)}
    houses = _houses(doc, spans)
    result = [span for span in spans if not _is_surname(doc, span, surnames - houses)]
    covered = {i for span in result for i in range(span.start, span.end)}
    for token in with_lower(doc, surnames | _last_words(doc, spans)):
        if token.i in covered or boilerplate[token.i] or not is_name_word(token):
            continue
        start, end = _surname_at(doc, token.i)
        if plain(doc[start:end].text) not in surnames and plain(token.text) not in surnames:
            continue
        if token.i not in taken and country_of(token.text) is not None:
            continue
        while start in covered:
            start += 1
        covered.update(range(start, end))
        result.append(NameSpan(start, end, "person"))
    return sorted(result, key=lambda s: s.start)


def _last_words(doc: Doc, spans: list[NameSpan]) -> set[str]:
    """The last words of personal names as they are written: surnames are compared without accents."""
    return {doc[span.end - 1].lower_ for span in spans if span.kind == "person"}


def _surname_at(doc: Doc, i: int) -> tuple[int, int]:
    """The token at ``i`` with the particles and hyphens that stand before it."""
    start = i
    while start > 0 and (
        doc[start - 1].lower_ in PARTICLES - {"abu", "abdul", "la"}
        and not doc[start - 1].text.isupper()
        or (
            doc[start - 1].text == "-"
            and not doc[start - 1].whitespace_
            and start > 1
            and doc[start - 2].lower_ in PARTICLES
        )
    ):
        start -= 1
    return start, i + 1


def _surnames(doc: Doc, spans: list[NameSpan]) -> set[str]:
    """Surnames (with and without particles) of the people who are named with more than one word."""
    found = set()
    for span in spans:
        text = doc[span.start : span.end].text
        if span.kind == "person" and " " in text and len(name_words(text)) > 1:
            last = plain(text).split()[-1]
            if len(last) > 2 and not last.isdigit():
                found.add(last)
                found.add(name_words(text)[-1])
    return found


def _houses(doc: Doc, spans: list[NameSpan]) -> set[str]:
    """The first words of companies' names, by which alone they may be called, as "Ford Motor Company" is,
    also where a Ford speaks.
    """
    bodies = (plain(span_text(doc, span)) for span in spans if span.kind == "organization")
    return {first for body in bodies for first in body.split()[:1] if shortens(first, body)}


def _is_surname(doc: Doc, span: NameSpan, surnames: set[str]) -> bool:
    """Whether a one-word organisation or place is really the surname of somebody in this article."""
    if span.kind == "person" or span.end - span.start != 1:
        return False
    text = doc[span.start].text
    if plain(text) not in surnames or country_of(text) is not None:
        return False
    if span.start > 0 and doc[span.start - 1].lower_ in _LOCATIVE and span.kind == "place":
        return False
    following = doc[span.end].lower_ if span.end < len(doc) else ""
    return following not in load_lexicon().organization_words
