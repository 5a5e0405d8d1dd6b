"""What the model's word vectors tell of a given name: how near it stands to "she" or to a country's name."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.vocab import Vocab

Vector = NDArray[np.float32]

_SHE_WORDS = ("she", "her", "woman", "herself", "daughter", "mother")
_HE_WORDS = ("he", "his", "man", "himself", "son", "father")
# Frequent names of many countries and many countries: what names and countries have in common, which tells
# nothing.
_NAMES = (
    "John David Ali Mohamed Ivan Jean Juan Kim Lee Chen Singh Smith Khan Abdul Maria Peter Viktor Hans"
).split()
_COUNTRIES = (
    "Afghanistan Argentina Australia Brazil China Cuba Egypt England France Germany Greece India Indonesia "
    "Iran Iraq Israel Italy Japan Jordan Kenya Libya Mexico Nigeria Pakistan Poland Russia Spain Syria "
    "Thailand Turkey Uganda Ukraine Vietnam Yemen"
).split()
# A country whose name is made of common words is better found by these.
_BETTER_WORDS = {"United States": ("American", "Washington"), "United Kingdom": ("British", "London")}


def gender_lean(vocab: Vocab, name: str) -> float | None:
    """How much nearer the given name stands to "she" than to "he" (cosine, about -0.3 to 0.4); ``None``
    without a vector.
    """
    if not vocab.vectors_length or not vocab[name].has_vector:
        return None
    return float(_unit(vocab[name].vector) @ _gender_axis(vocab))


def country_lean(vocab: Vocab, name: str, country: str) -> float:
    """How near the given name stands to the name of ``country`` (cosine, both without what all have in
    common); 0 if unknown.
    """
    if not vocab.vectors_length or not vocab[name].has_vector:
        return 0.0
    return float(_unit(_unit(vocab[name].vector) - _mean(vocab, tuple(_NAMES))) @ _country(vocab, country))


@lru_cache(maxsize=2)
def _gender_axis(vocab: Vocab) -> Vector:
    """The direction in the vector space that leads from "he" to "she"."""
    return _unit(_mean(vocab, _SHE_WORDS) - _mean(vocab, _HE_WORDS))


@lru_cache(maxsize=512)
def _country(vocab: Vocab, country: str) -> Vector:
    words = _BETTER_WORDS.get(country, tuple(country.split()))
    return _unit(_unit(_mean(vocab, words)) - _mean(vocab, tuple(_COUNTRIES)))


@lru_cache(maxsize=8)
def _mean(vocab: Vocab, words: tuple[str, ...]) -> Vector:
    return np.asarray(np.mean([_unit(vocab[word].vector) for word in words], axis=0))


def _unit(vector: Any) -> Vector:
    """``vector`` at length 1; spaCy types its vectors by its own array protocol."""
    return np.asarray(vector / (np.linalg.norm(vector) + 1e-9))
