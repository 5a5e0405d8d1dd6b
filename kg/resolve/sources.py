"""Copies of one text: the story of an agency in many papers is one independent source.

A text is known by its signature: of a longer one the MinHash of its shingles (runs of five words), of a short
one the words themselves. Two texts are copies where an estimated half of their shingles are the same (cut,
with another heading, or lightly edited); short ones where all words are, because records made from one
template ("… met with … on …") share most of their words and tell of different things. A. Broder, "On the
resemblance and containment of documents" (1997).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

_SHINGLE: Final = 5
_SHORT: Final = 100
"""Texts of fewer words are compared whole."""
_ALIKE: Final = 0.5
"""The least share of shingles that copies have in common; independent stories share less than a tenth."""
_PERMUTATIONS: Final = 128
_ROWS: Final = 4
# In 32 bands of 4 rows meet 87 % of the copies that share half of their shingles, of those that share two
# thirds 99.9 %.
_DIGITS: Final = 8
_SEED: Final = 1
_NOTHING: Final = "words:"
"""The signature of a text without words, which is a copy of none."""
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of an article (IRI), by its signature (:func:`signature_of`)."""

    article: str
    signature: str


Find = Callable[[Collection[str]], Iterable[SourceText]]
"""Gives every current text that has one of the keys."""


def signature_of(text: str) -> str:
    """The signature of a text: the same on every machine, and computed once, when the article is read."""
    words = _WORD.findall(text.casefold())
    if not words:
        return _NOTHING
    if len(words) < _SHORT:
        return "words:" + sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return "minhash:" + "".join(f"{value:0{_DIGITS}x}" for value in _minhash(words))


def _minhash(words: list[str]) -> list[int]:
    # Here, because it takes half a second to import.
    from datasketch import MinHash

    # The scheme is named, because the library's default one changed between versions.
    sketch = MinHash(num_perm=_PERMUTATIONS, seed=_SEED, scheme="affine32")
    shingles = {" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}
    sketch.update_batch([shingle.encode("utf-8", "surrogatepass") for shingle in sorted(shingles)])
    return [int(value) for value in sketch.hashvalues]


def keys_of(signature: str) -> frozenset[str]:
    """The blocking keys of a signature: copies have one in common, all but surely."""
    kind, _, value = signature.partition(":")
    if signature == _NOTHING:
        return frozenset()
    if kind == "words":
        return frozenset({f"text {value}"})
    width = _ROWS * _DIGITS
    bands = (value[start : start + width] for start in range(0, len(value), width))
    return frozenset(f"text {number} {band}" for number, band in enumerate(bands))


def are_copies(one: str, other: str) -> bool:
    """Whether the texts of two signatures are copies of one."""
    if one == other:
        return one != _NOTHING
    if not (one.startswith("minhash:") and other.startswith("minhash:")):
        return False
    pairs = zip(_values(one), _values(other), strict=True)
    return sum(mine == theirs for mine, theirs in pairs) >= _ALIKE * _PERMUTATIONS


def _values(signature: str) -> Iterator[str]:
    value = signature.partition(":")[2]
    return (value[start : start + _DIGITS] for start in range(0, len(value), _DIGITS))


def merge(changed: Iterable[SourceText], find: Find) -> tuple[tuple[str, ...], ...]:
    """The independent sources of the ``changed`` texts, each as the sorted IRIs of its articles; the first
    stands for all.

    A copy of a copy is one too. Sources are complete: every article of each is named, also those that did
    not change. ``changed`` must hold, besides what is new or different, the articles that shared a source
    with what changed or went; ``find`` gives the texts of a key (:func:`keys_of`), the changed ones too.
    """
    reached = {text.article: text for text in changed}
    found: defaultdict[str, dict[str, SourceText]] = defaultdict(dict)
    asked: set[str] = set()
    copies: defaultdict[str, set[str]] = defaultdict(set)
    frontier = list(reached.values())
    while frontier:
        keys = {key for text in frontier for key in keys_of(text.signature)}
        for text in find(keys - asked) if keys - asked else ():
            for key in keys_of(text.signature):
                found[key][text.article] = text
        asked |= keys
        reached.update((text.article, text) for text in frontier)
        linked = {other.article: other for text in frontier for other in _copies(text, found, copies)}
        frontier = [text for article, text in linked.items() if article not in reached]
    return _components(reached, copies)


def _copies(
    text: SourceText, found: dict[str, dict[str, SourceText]], copies: defaultdict[str, set[str]]
) -> Iterator[SourceText]:
    """The texts found that are copies of ``text``; notes them in ``copies``."""
    near = {a: t for key in keys_of(text.signature) for a, t in found[key].items() if a != text.article}
    for article, other in near.items():
        if article not in copies[text.article] and are_copies(text.signature, other.signature):
            copies[text.article].add(article)
            copies[article].add(text.article)
            yield other


def _components(articles: Iterable[str], copies: defaultdict[str, set[str]]) -> tuple[tuple[str, ...], ...]:
    components = []
    left = set(articles)
    while left:
        component: set[str] = set()
        waiting = [left.pop()]
        while waiting:
            article = waiting.pop()
            component.add(article)
            waiting += copies[article] - component
        left -= component
        components.append(tuple(sorted(component)))
    return tuple(sorted(components))
