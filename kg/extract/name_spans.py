"""Where the names in an article begin and end, and of what kind they are: the model's entities, corrected."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from kg.extract.lexicon import Lexicon, load_lexicon
from kg.extract.nations import country_of

NameKind = Literal["person", "organization", "place"]

_KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
PARTICLES = frozenset(
    "al el bin bint ibn ben abu abd abdel abdul de da do dos das del della di du la le van von der den ter ten zu st. y e ul ur".split()
)
_NOT_NAMES = frozenset("file photo video watch related image mr. mrs. ms. dr. mr mrs ms dr".split())
_FORCES = frozenset({"army", "police", "navy", "government", "party", "military", "union"})
_CALENDAR = {"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"}
_STARTS = frozenset("the a an our this that these those in on at as from of for and but".split())


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name: token indexes ``start`` to ``end`` (exclusive) and what it is the name of."""

    start: int
    end: int
    kind: NameKind


def find_name_spans(doc: Doc, boilerplate: list[bool]) -> list[NameSpan]:
    """The names in ``doc`` outside ``boilerplate``, disjoint and in text order."""
    lexicon = load_lexicon()
    found: dict[int, NameSpan] = {}

    def put(span: NameSpan) -> None:
        if span.start < span.end and not any(boilerplate[span.start : span.end]):
            if all(i not in found for i in range(span.start, span.end)):
                for i in range(span.start, span.end):
                    found[i] = span

    for span in _titled_names(doc, lexicon):
        put(span)
    for span in _apposed_names(doc, lexicon):
        put(span)
    for ent in doc.ents:
        for span in _corrected(ent, lexicon):
            put(span)
    return sorted(set(found.values()), key=lambda s: s.start)


def is_name_word(token: Token) -> bool:
    """Whether ``token`` is written as part of a name: a capital, and not a day, number or other calendar
    word.
    """
    return (
        token.text[:1].isupper()
        and token.is_alpha | ("." in token.text) | ("'" in token.text) | ("’" in token.text)
        and (token.ent_type_ not in _CALENDAR)
    )


def run_end(doc: Doc, start: int, lexicon: Lexicon) -> int:
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


def _titled_names(doc: Doc, lexicon: Lexicon) -> list[NameSpan]:
    """People that a title or a form of address right before the name gives away, whatever the model says."""
    found = []
    for token in doc:
        if token.i + 1 >= len(doc) or not token.is_alpha and not token.text.endswith("."):
            continue
        start = _after_title(doc, token, lexicon)
        if start is None or start >= len(doc):
            continue
        end = run_end(doc, start, lexicon)
        if end > start and _may_be_person(doc, start, end, lexicon):
            found.append(NameSpan(start, end, "person"))
    return found


def _apposed_names(doc: Doc, lexicon: Lexicon) -> list[NameSpan]:
    """People that a title in apposition gives away where the model saw a body or nothing: "said Hughes,
    deputy director of".
    """
    found = []
    for comma in doc:
        if (
            comma.text != ","
            or comma.i < 1
            or comma.i + 2 >= len(doc)
            or not _opens_title(doc, comma.i + 1, lexicon)
        ):
            continue
        start = comma.i
        while (
            start > 0
            and comma.i - start < 4
            and is_name_word(doc[start - 1])
            and doc[start - 1].pos_ == "PROPN"
        ):
            start -= 1
        words = [doc[i].lower_ for i in range(start, comma.i)]
        labels = {doc[i].ent_type_ for i in range(start, comma.i)}
        if (
            not words
            or "PERSON" in labels
            or (len(words) == 1 and labels != {"ORG"})
            or (start > 0 and doc[start - 1].lower_ == "the")
        ):
            continue
        if any(w in lexicon.organization_words or lexicon.head(w) for w in words) or country_of(
            doc[start : comma.i].text
        ):
            continue
        if any(doc[i].text.isupper() for i in range(start, comma.i)) or not labels <= {"ORG", "", "NORP"}:
            continue
        found.append(NameSpan(start, comma.i, "person"))
    return found


def _opens_title(doc: Doc, i: int, lexicon: Lexicon) -> bool:
    """Whether a title that only a person can have begins at ``i``: "a deputy director of", "analyst at"."""
    for k in range(i, min(i + 6, len(doc) - 1)):
        word = doc[k].lower_
        head = lexicon.head(word)
        if (
            head is not None
            and doc[k].pos_ == "NOUN"
            and lexicon.head(doc[k + 1].lower_) is None
            and doc[k + 1].pos_ != "NOUN"
        ):
            return not lexicon.is_plural_head(word) and head not in lexicon.of_bodies | lexicon.bystanders
        if doc[k].pos_ not in {"DET", "ADJ", "NOUN", "ADV"} or doc[k].lower_ in {"the", "that", "which"}:
            return False
    return False


def _after_title(doc: Doc, token: Token, lexicon: Lexicon) -> int | None:
    """The token at which a name may begin because ``token`` is the title (or opens the title) before it."""
    word = token.lower_
    following = doc[token.i + 1]
    if (
        following.text == "."
        and not token.whitespace_
        and f"{word}." in lexicon.abbreviations
        and token.i + 2 < len(doc)
    ):
        following = doc[token.i + 2]
    if word in lexicon.address and token.text[:1].isupper():
        return following.i if is_name_word(following) else None
    head = lexicon.head(word)
    if head is None or token.pos_ not in {"NOUN", "PROPN"} or lexicon.is_plural_head(word):
        return None
    if following.lower_ in {"of", "for"} and token.i + 3 < len(doc):
        return _after_complement(doc, token.i + 2, lexicon)
    if _is_title_word(following, lexicon) or not is_name_word(following):
        return None
    return following.i


def _after_complement(doc: Doc, start: int, lexicon: Lexicon) -> int | None:
    """Past "State", "Foreign Affairs" or "Syria" in "Secretary of State X", "Minister of Foreign Affairs X",
    "Envoy for Syria X".
    """
    i = start + 1 if doc[start].lower_ == "the" else start
    first = i
    while i < len(doc) and doc[i].lower_ in lexicon.portfolios:
        i += 1
    if i == first:
        while i < len(doc) and doc[i].ent_type_ in {"GPE", "LOC"} and (i == first or doc[i].ent_iob_ == "I"):
            i += 1
        if i == first or country_of(doc[first:i].text) is None:
            return None
    if i < len(doc) and is_name_word(doc[i]) and not _is_title_word(doc[i], lexicon):
        return i
    return None


def _is_title_word(token: Token, lexicon: Lexicon) -> bool:
    return lexicon.head(token.lower_) is not None or token.lower_ in lexicon.address


def _may_be_person(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a capitalised run after a title can be a personal name: not a body, a country, or a longer name
    of something else.
    """
    words = [doc[i].lower_ for i in range(start, end)]
    if doc[start].is_stop or _is_code(doc[start:end].text):
        return False
    if (
        words[-1].rstrip(".") in lexicon.organization_words
        or words[0] in lexicon.modifiers
        and doc[start].ent_type_ != "PERSON"
    ):
        return False
    if country_of(doc[start:end].text) is not None or (
        end < len(doc) and lexicon.head(doc[end].lower_) and end - start == 1
    ):
        return False
    ent = doc[start].ent_type_
    if (
        ent in {"ORG", "GPE", "FAC", "LOC", "NORP"}
        and doc[start].ent_iob_ == "I"
        and lexicon.head(doc[start - 1].lower_) is None
    ):
        return False
    if ent in {"ORG", "PRODUCT"} and start > 0 and doc[start - 1].text.islower() and end - start == 1:
        return False
    if ent in {"ORG", "FAC", "WORK_OF_ART", "LAW", "EVENT"}:
        return not any(w in lexicon.organization_words for w in words) and end - start <= 4
    return True


def _corrected(ent: Span, lexicon: Lexicon) -> list[NameSpan]:
    """The names in one entity of the model: none, one or two."""
    kind = _KINDS.get(ent.label_)
    if re.search(r"[-–](?:led|backed|based|born|run|owned|held|controlled)$", ent.text):
        return []
    if ent.label_ == "NORP":
        kind = _people_as_body(ent)
    if kind is None:
        return []
    start, end = _trimmed(ent.doc, ent.start, ent.end)
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


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
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


def _corrected_person(doc: Doc, start: int, end: int, lexicon: Lexicon) -> list[NameSpan]:
    while start < end and not is_name_word(doc[start]) and doc[start].lower_ not in PARTICLES:
        start += 1
    cut = next((i for i in range(start, end) if re.search(r"[/()\[\]@#]", doc[i].text)), end)
    end = cut  # "J. Smith/AP"
    start = _without_titles(doc, start, end, lexicon)
    if all(doc[i].lower_ in lexicon.portfolios for i in range(start, end)):
        return []
    if (
        _is_code(doc[start:end].text)
        or lexicon.head(doc[end - 1].lower_)
        and end - start == 1
        and doc[start].text.lower() in lexicon.heads
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
    end = (
        max(end, run_end(doc, start, lexicon)) if doc[end - 1].text in {"-"} or _continues(doc, end) else end
    )
    return [*spans, NameSpan(start, end, "person")]


def _is_code(text: str) -> bool:
    """An abbreviation rather than a name: "ID", "IDs"."""
    return len(text) <= 3 and sum(c.isupper() for c in text) >= 2 and text.isalpha()


def _stands_alone(doc: Doc, end: int) -> bool:
    """Whether no noun follows: "the Front said" against "the Smith government"."""
    return end >= len(doc) or doc[end].pos_ not in {"NOUN", "PROPN", "ADJ", "PART"} and doc[end].text != "-"


def _is_qualified_body(doc: Doc, start: int) -> bool:
    """Whether "3,000-member", "-based" or the like stands before the name: nobody is told of so."""
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
        if lexicon.head(word) is not None or word in lexicon.address:
            last = i
        elif not (
            word in lexicon.modifiers
            or word in lexicon.ornaments
            or word in lexicon.former
            or doc[i].is_punct
            or country_of(doc[i].text) is not None
            or word in lexicon.acting
        ):
            break
    return start if last is None else last + 1


def _corrected_body(doc: Doc, start: int, end: int, kind: NameKind, lexicon: Lexicon) -> list[NameSpan]:
    """An organisation or place, without the titles that the model took into it, and without being a title's
    portfolio.
    """
    if (
        start > 1
        and doc[start - 1].lower_ == "of"
        and lexicon.head(doc[start - 2].lower_)
        and doc[start].lower_ in lexicon.portfolios
    ):
        first = start
        while start < end and doc[start].lower_ in lexicon.portfolios | {"and"}:
            start += 1
        if start < end and start > first:
            return [NameSpan(start, end, "person")]
        return []
    if (
        lexicon.is_plural_head(doc[end - 1].lower_)
        and end - start <= 3
        and doc[end - 1].lower_ not in lexicon.organization_words
    ):
        return []  # "Prime Ministers"
    plural = next(
        (
            i
            for i in range(start, end - 1)
            if lexicon.is_plural_head(doc[i].lower_) and doc[i + 1].lower_ == "of"
        ),
        None,
    )
    if plural is not None:  # "Kings of Belgium"
        start, end = _trimmed(doc, plural + 2, end)
        if start >= end:
            return []
        return [NameSpan(start, end, "place" if country_of(doc[start:end].text) else kind)]
    title = next((i for i in range(start, end) if _is_title_at(doc, i, end, lexicon)), None)
    if title is None:
        words = [doc[i].lower_ for i in range(start, end)]
        head = doc[end].lower_ if end < len(doc) else ""
        if lexicon.head(head) and all(w in lexicon.modifiers for w in words):
            if (
                words[-1] not in lexicon.organization_words
                or head in {"minister", "secretary"}
                or words[0] in _FORCES
            ):
                return []
        if all(lexicon.head(w) or w in lexicon.former or w in lexicon.ornaments for w in words):
            return []
        if len(words) == 1 and words[0].rstrip("s") in {"democrat", "republican"}:
            return []
        return [NameSpan(start, end, kind)]
    stop = title
    while stop > start and (doc[stop - 1].lower_ in lexicon.modifiers or doc[stop - 1].text == "-"):
        if doc[stop - 1].lower_ in lexicon.organization_words:
            break
        stop -= 1
    start, stop = _trimmed(doc, start, stop)
    if start >= stop:
        return []
    is_country = country_of(doc[start:stop].text) is not None
    return [NameSpan(start, stop, "place" if is_country else "organization")]


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
