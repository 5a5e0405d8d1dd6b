"""Words as they are compared: in small Latin letters without accents, and by their sound."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import jellyfish
from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

_NOT_A_WORD = re.compile(r"[^a-z0-9&.\-' ]+")
_POSSESSIVE = re.compile(r" ?'s?(?= |$)")
_ALIKE = 0.93
_NEARLY_EQUAL = 0.92
_SOUNDS_ALIKE = 0.78
_SHORT_SOUNDS_ALIKE = 0.87
_SHORT = 5
_SHORTEST_SPELLING = 4
# What the romanisations of Arabic, Persian, Hebrew and Cyrillic names write in several ways (those of the
# Library of Congress and of BGN/PCGN, and the French and German ones), in this order: "Youssef" is "Yousef",
# "Sergei" is "Sergey", "Qasim" is "Kassem".
_ROMANISATIONS = (
    (re.compile(r"sch"), "sh"),
    (re.compile(r"tch"), "ch"),
    (re.compile(r"dj"), "j"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|kh|gh|q|c(?!h)"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"^y(?=e)"), ""),
    (re.compile(r"ou|oo|o"), "u"),
    (re.compile(r"[ae][iy]"), "ai"),
    (re.compile(r"ee|ie|[ey]"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@cache
def read_data(name: str) -> dict[str, Any]:
    """The TOML file ``name`` of this package's data; read once and not to be changed."""
    return tomllib.loads((files("kg.resolve.linkage") / "data" / name).read_text(encoding="utf-8"))


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """``text`` in small Latin letters: transliterated, without accents, possessive endings and odd signs."""
    small = anyascii(text).casefold().replace("`", "'")
    return " ".join(_POSSESSIVE.sub("", _NOT_A_WORD.sub(" ", small)).split())


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """How ``word`` sounds in English (Metaphone): the same for most transliterations of one name.

    A word without consonants or letters sounds as it is written.
    """
    return jellyfish.metaphone(word).replace(" ", "").replace("H", "") or word


@lru_cache(maxsize=65536)
def romanised(word: str) -> str:
    """``word`` in one spelling for those that romanisations of one foreign name give: the same for "yousef"
    and "youssef".
    """
    for pattern, letters in _ROMANISATIONS:
        word = pattern.sub(letters, word)
    return word


def one_spelling(one: str, other: str) -> bool:
    """Whether two words are one in another romanisation, or with "j" for "y"; of very short ones nothing is
    known.
    """
    spelling = spelling_of(one)
    return len(spelling) >= _SHORTEST_SPELLING and spelling == spelling_of(other)


def spelling_of(word: str) -> str:
    """:func:`romanised`, and "i" for "j"."""
    return romanised(word).replace("j", "i").replace("ii", "i")


def nearly_equal(one: str, other: str) -> bool:
    """Whether two spellings have nearly the same letters."""
    return JaroWinkler.similarity(one, other) >= _NEARLY_EQUAL


@lru_cache(maxsize=262144)
def alike(one: str, other: str) -> bool:
    """Whether two different spellings may be one name: nearly the same letters, or the same sound with
    similar letters.
    """
    if one == other:
        return True
    similarity = JaroWinkler.similarity(one, other)
    long = min(len(one), len(other)) > _SHORT
    if sound(one) == sound(other):
        return similarity >= (_SOUNDS_ALIKE if long else _SHORT_SOUNDS_ALIKE)
    return long and similarity >= _ALIKE
