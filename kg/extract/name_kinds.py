"""Of what kind a name is, by its uses in the whole article: the town that the model took for a person."""

from __future__ import annotations

from collections import Counter, defaultdict

from spacy.tokens import Doc

from kg.extract.name_clusters import name_words, plain
from kg.extract.name_writing import NameKind, NameSpan, span_text
from kg.extract.nations import us_state_of

_BODIES = frozenset(
    (
        "party firm group company newspaper daily weekly magazine consultancy website broadcaster network "
        "agency airline faction movement militia charity retailer bank carrier publisher think-tank"
    ).split()
)
_OF_BODIES = frozenset(
    (
        "international industries technologies systems holdings airlines airways motors pharmaceuticals "
        "petroleum energy electronics communications enterprises partners"
    ).split()
)
"""Last words of companies' names that are nobody's surname."""
_SETTLEMENTS = frozenset(
    (
        "city town village province district island suburb region capital county prefecture municipality "
        "neighborhood neighbourhood camp river valley airport"
    ).split()
)
_WITHIN = frozenset({"in", "near", "outside", "around", "inside", "across"})
_SEATED = frozenset({"university", "college", "institute", "committee", "council", "ministry"})
_DASHES = frozenset({"—", "–", "-", "--", "―"})
_DATELINE = 6
"""Tokens from the start of the article in which the dash of a dateline stands."""


def settle_kinds(doc: Doc, spans: list[NameSpan]) -> list[NameSpan]:
    """The ``spans`` with their kinds corrected by the words beside them and by the other uses of the name."""
    beside = [_by_neighbours(doc, span) for span in spans]
    texts = [span_text(doc, span) for span in beside]
    surnames = {
        name_words(text)[-1]
        for span, text in zip(beside, texts, strict=True)
        if span.kind == "person" and span.end - span.start > 1
    }
    keys = [plain(text) for text in texts]
    uses: dict[str, Counter[NameKind]] = defaultdict(Counter)
    within: Counter[str] = Counter()
    for span, key in zip(beside, keys, strict=True):
        uses[key][span.kind] += 1
        within[key] += _is_within(doc, span)
    chosen = {key: _choice(key, kinds, within[key], surnames) for key, kinds in uses.items()}
    return [NameSpan(s.start, s.end, chosen[key] or s.kind) for s, key in zip(beside, keys, strict=True)]


def _choice(key: str, kinds: Counter[NameKind], within: int, surnames: set[str]) -> NameKind | None:
    """The one kind of all uses of a name; ``None`` leaves each as it is."""
    if key in surnames:
        return None
    total = sum(kinds.values())
    if kinds["person"] == total:
        return "place" if within * 2 >= total and " " not in key else None
    if len(kinds) == 1:
        return None
    if kinds["place"] and " " not in key and within >= 2:
        return "place"
    (first, most), (_, second) = kinds.most_common(2)
    if most > second:
        return first
    if kinds["organization"] == most and " " in key:
        return "organization"  # "Northern Alliance", though somebody is "in" it
    return "place" if within or kinds["place"] == most else first


def _by_neighbours(doc: Doc, span: NameSpan) -> NameSpan:
    """The kind that a common noun right beside the name gives away, or a dateline, or a word of its own."""
    before = doc[span.start - 1].text if span.start > 0 else ""
    after = doc[span.end].text if span.end < len(doc) else ""
    words = [doc[i].lower_ for i in range(span.start, span.end)]
    kind = span.kind
    if kind == "person" and (
        before in _BODIES
        or (len(words) < 3 and after in _BODIES)
        or (len(words) > 1 and words[-1] in _OF_BODIES)
    ):
        kind = "organization"
    elif kind == "person" and len(words) < 3 and (before in _SETTLEMENTS or after in _SETTLEMENTS):
        kind = "place"
    elif kind != "place" and _is_dateline(doc, span):
        kind = "place"
    elif kind == "place" and (words[-1] in _SEATED or words[0] in _SEATED):
        kind = "organization"
    return NameSpan(span.start, span.end, kind)


def _is_dateline(doc: Doc, span: NameSpan) -> bool:
    """Whether the name opens the article in capitals, with a dash soon after: "OSLO —"."""
    if span.start > 1 or not doc[span.start : span.end].text.isupper():
        return False
    return any(doc[i].text in _DASHES for i in range(span.end, min(span.end + _DATELINE, len(doc))))


def _is_within(doc: Doc, span: NameSpan) -> bool:
    """Whether the name is told as where something is ("in X", "the town of X"), or in which state it lies."""
    if span.start == 0 or span.end - span.start > 2:
        return False
    if span.start > 1 and doc[span.start - 1].lower_ == "of" and doc[span.start - 2].lower_ in _SETTLEMENTS:
        return True
    if span.end + 1 < len(doc) and doc[span.end].text == "," and us_state_of(doc[span.end + 1].text):
        return True
    return doc[span.start - 1].lower_ in _WITHIN and doc[span.start : span.end].root.dep_ == "pobj"
