"""The names in the model's entities: without titles, split where two were taken for one, dropped where
there is none."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span

from kg.extract.lexicon import Lexicon
from kg.extract.name_writing import (
    PARTICLES,
    NameKind,
    NameSpan,
    is_code,
    is_given_name,
    is_name_word,
    run_end,
    trimmed,
)
from kg.extract.nations import country_of, us_state_of

_KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_ORGANISED = frozenset({"workers", "teachers", "farmers", "nurses", "employees", "engineers", "drivers"})
"""What the members of trade unions are in the unions' names: "United Auto Workers"."""
_OF_PORTFOLIOS = frozenset({"minister", "ministers", "secretary", "commissioner"})
_FORCES = frozenset({"army", "police", "navy", "government", "party", "military", "union"})


def corrected(ent: Span, lexicon: Lexicon) -> list[NameSpan]:
    """The names in one entity of the model: none, one or two."""
    kind = _KINDS.get(ent.label_)
    if re.search(r"[-–](?:led|backed|based|born|run|owned|held|controlled)$", ent.text):
        return []
    if ent.label_ == "NORP":
        kind = _people_as_body(ent)
    if kind is None:
        return []
    start, end = trimmed(ent.doc, ent.start, ent.end)
    if start >= end:
        return []
    if kind == "person":
        return _corrected_person(ent.doc, start, end, lexicon)
    return _corrected_body(ent.doc, start, end, kind, lexicon)


def _people_as_body(ent: Span) -> NameKind | None:
    """A NORP that is a body rather than a nationality or creed: "the Taliban"."""
    if (
        ent[0].tag_ == "NNP"
        and ent.start > 0
        and ent.doc[ent.start - 1].lower_ == "the"
        and country_of(ent.text) is None
    ):
        following = ent.doc[ent.end] if ent.end < len(ent.doc) else None
        if following is None or following.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            return "organization" if not ent.text.endswith("s") else None
    return None


def _corrected_person(doc: Doc, start: int, end: int, lexicon: Lexicon) -> list[NameSpan]:
    while start < end and not is_name_word(doc[start]) and doc[start].lower_ not in PARTICLES:
        start += 1
    cut = next((i for i in range(start, end) if _ends_name(doc, i, start)), end)
    end = cut  # "J. Smith/AP"
    end = next((i for i in range(start + 1, end) if doc[i].text in {"of", "at", "in", "for"}), end)
    start = _without_titles(doc, start, end, lexicon)
    if all(doc[i].lower_ in lexicon.portfolios for i in range(start, end)):
        return []
    if (
        is_code(doc[start:end].text)
        or lexicon.head(doc[end - 1].lower_)
        and end - start == 1
        and doc[start].text.lower() in lexicon.heads
        or _is_title(doc, start, end, lexicon)
    ):
        return []
    if (
        start > 1
        and doc[start - 1].lower_ == "the"
        and _stands_alone(doc, end)
        or _is_qualified_body(doc, start)
    ):
        return [NameSpan(start, end, "organization")]
    spans = []
    if end - start >= 3 and country_of(doc[start].text) is not None:
        spans.append(NameSpan(start, start + 1, "place"))
        start += 1
    if start < end and country_of(doc[start:end].text) is not None and doc[start].ent_iob_ == "B":
        return [NameSpan(start, end, "place")]
    while (
        start > 0
        and start < end
        and doc[start - 1].lower_ in PARTICLES
        and doc[start - 1].text[:1].isupper() is False
        and _joins(doc, start - 1)
    ):
        start -= 1
    if start >= end or not any(is_name_word(doc[i]) for i in range(start, end)):
        return spans
    end = max(end, run_end(doc, start)) if doc[end - 1].text in {"-"} or _continues(doc, end) else end
    return [*spans, NameSpan(start, end, "person")]


def _ends_name(doc: Doc, i: int, start: int) -> bool:
    """Whether the mark at ``i`` ends a name; the bracket in "[Anna] Lund" does not."""
    if doc[i].text == "]" and start > 0 and doc[start - 1].text == "[":
        return False
    return re.search(r"[/()\[\]@#]", doc[i].text) is not None


def _is_title(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the words are a title of several words without a name: "Rear Adm."."""
    if end - start < 2 or lexicon.head(doc[end - 1].lower_) is None:
        return False
    return all(lexicon.head(doc[i].lower_) or doc[i].lower_ in lexicon.modifiers for i in range(start, end))


def _stands_alone(doc: Doc, end: int) -> bool:
    """Whether no noun follows: "the Front said" against "the Smith government"."""
    return end >= len(doc) or doc[end].pos_ not in {"NOUN", "PROPN", "ADJ", "PART"} and doc[end].text != "-"


def _is_qualified_body(doc: Doc, start: int) -> bool:
    """Whether "28-member", "-based" or the like stands before the name: nobody is told of so."""
    if start > 0 and re.search(r"-(?:member|strong|based|backed|led)$", doc[start - 1].text):
        return True
    return (
        start >= 2
        and doc[start - 2].text == "-"
        and doc[start - 1].lower_ in {"member", "strong", "based", "backed", "led", "run", "owned"}
    )


def _joins(doc: Doc, i: int) -> bool:
    """Whether the particle at ``i`` belongs to the name after it: not the preposition-like "de facto", nor a
    word of its own.
    """
    return doc[i].lower_ not in {"do", "la", "e", "y", "den", "ten", "le"}


def _continues(doc: Doc, end: int) -> bool:
    """Whether a name goes on past ``end`` with a hyphen or a particle."""
    if end + 1 >= len(doc):
        return False
    if doc[end].text == "-" and not doc[end].whitespace_ and not doc[end - 1].whitespace_:
        return doc[end + 1].text[:1].isupper() or end + 2 < len(doc) and len(doc[end + 1].text) <= 4
    return doc[end].lower_ in PARTICLES - {"y", "e", "do", "la"} and is_name_word(doc[end + 1])


def _without_titles(doc: Doc, start: int, end: int, lexicon: Lexicon) -> int:
    """Past the title words, with the countries and bodies before them, that the model took into a personal
    name.
    """
    last = None
    for i in range(start, end - 1):
        word = doc[i].lower_
        if is_given_name(doc[i], lexicon):
            break
        if lexicon.head(word) is not None or word in lexicon.address:
            last = i
        elif not (
            word in lexicon.modifiers
            or word in lexicon.ornaments
            or word in lexicon.former
            or doc[i].is_punct
            or country_of(doc[i].text) is not None
            or us_state_of(doc[i].text) is not None
            or word in lexicon.acting
        ):
            break
    return start if last is None else last + 1


def _corrected_body(doc: Doc, start: int, end: int, kind: NameKind, lexicon: Lexicon) -> list[NameSpan]:
    """An organisation or place, without the titles that the model took into it."""
    if _is_portfolio(doc, start, lexicon):
        first = start
        while start < end and doc[start].lower_ in lexicon.portfolios | {"and"}:
            start += 1
        return [NameSpan(start, end, "person")] if first < start < end else []
    last = doc[end - 1].lower_
    if (
        lexicon.is_plural_head(last)
        and end - start <= 3
        and last not in lexicon.organization_words
        and not (last in _ORGANISED and end - start > 2)
    ):
        return []  # "Prime Ministers"
    for i in range(start, end - 1):
        if lexicon.is_plural_head(doc[i].lower_) and doc[i + 1].lower_ == "of":  # "Kings of Belgium"
            return _place_or(kind, doc, *trimmed(doc, i + 2, end))
    title = next((i for i in range(start, end) if _is_title_at(doc, i, end, lexicon)), None)
    if title is None:
        return [] if _is_common(doc, start, end, lexicon) else [NameSpan(start, end, kind)]
    stop = title
    while stop > start and (doc[stop - 1].lower_ in lexicon.modifiers or doc[stop - 1].text == "-"):
        if doc[stop - 1].lower_ in lexicon.organization_words:
            break
        stop -= 1
    return _place_or("organization", doc, *trimmed(doc, start, stop))


def _is_portfolio(doc: Doc, start: int, lexicon: Lexicon) -> bool:
    """Whether the "body" at ``start`` is what a minister or secretary is of: "Secretary of Defense"."""
    if start < 2 or doc[start - 1].lower_ != "of" or doc[start].lower_ not in lexicon.portfolios:
        return False
    return lexicon.head(doc[start - 2].lower_) is not None


def _place_or(kind: NameKind, doc: Doc, start: int, end: int) -> list[NameSpan]:
    """The name from ``start`` to ``end``, a place if it is a country, else of ``kind``; nothing if it is
    empty."""
    if start >= end:
        return []
    return [NameSpan(start, end, "place" if country_of(doc[start:end].text) is not None else kind)]


def _is_common(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the capitalised words are a title or part of one ("Armed Forces" before "Minister") and no
    name."""
    head = doc[end].lower_ if end < len(doc) else ""
    if head in _OF_PORTFOLIOS:
        start = _past_nation(doc, start, end)
    words = [doc[i].lower_ for i in range(start, end)]
    if lexicon.head(head) and all(w in lexicon.modifiers for w in words):
        if (
            words[-1] not in lexicon.organization_words
            or head in {"minister", "secretary"}
            or words[0] in _FORCES
        ):
            return True
    if all(lexicon.head(w) or w in lexicon.former or w in lexicon.ornaments for w in words):
        return True
    return len(words) == 1 and words[0].rstrip("s") in {"democrat", "republican"}


def _past_nation(doc: Doc, start: int, end: int) -> int:
    """Past a country or its adjective that words follow: "Australian Trade" before "Minister"."""
    for length in (2, 1):
        if start + length < end and country_of(doc[start : start + length].text) is not None:
            return start + length
    return start


def _is_title_at(doc: Doc, i: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the word at ``i`` in the name of a body is a person's title rather than part of the body's
    name.
    """
    if (
        lexicon.head(doc[i].lower_) is None
        or doc[i].lower_ in lexicon.organization_words
        or doc[i].lower_.endswith("s")
    ):
        return False
    rest = [doc[k].lower_ for k in range(i + 1, end)]
    if (
        any(w in lexicon.organization_words for w in rest)
        or doc[i].lower_ in {"general", "national", "chief"}
        and rest
    ):
        return False
    return (
        not rest
        or rest[0] in {"of", "for"}
        or i + 1 == end
        or doc[i + 1].lower_ in lexicon.address
        or lexicon.head(rest[-1]) is not None
    )
