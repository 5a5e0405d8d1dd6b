"""Whether a person is more likely "he" or "she": from titles and forms of address, else from the given name's word vector."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import numpy as np
from spacy.tokens import Token
from spacy.vocab import Vocab

from kg.extract.document import Document, Entity

Gender = Literal["he", "she"]

_SHE_TITLES = ("woman", "queen", "princess", "duchess", "baroness", "lady", "actress", "hostess", "empress", "heiress", "countess", "nun")
_HE_TITLES = ("man", "king", "prince", "duke", "baron", "lord", "actor", "emperor", "pope", "ayatollah", "mullah", "imam", "emir", "sultan")
_ADDRESS: dict[str, Gender] = {"mr": "he", "mr.": "he", "mrs": "she", "mrs.": "she", "ms": "she", "ms.": "she", "miss": "she", "sir": "he", "madam": "she"}
_SHE_WORDS = ("she", "her", "woman", "herself", "daughter", "mother")
_HE_WORDS = ("he", "his", "man", "himself", "son", "father")
# Of 49 male and 45 female given names of world politics, none of the male lies above the first and 36 of the female do.
_SURELY_SHE = 0.12
_LIKELY_HE = -0.05


def gender_of(document: Document, person: Entity) -> Gender | None:
    """The pronoun that fits ``person``, where something in the article or the name tells."""
    for claim in document.roles:
        if claim.person is person and claim.title:
            word = claim.title.lower().split(" of ")[0].split()[-1]
            if word.endswith(_SHE_TITLES):
                return "she"
            if word.endswith(_HE_TITLES) and not word.endswith("woman"):
                return "he"
    for mention in person.mentions:
        start = mention.span.start
        if mention.form == "name" and start > 0 and (told := _ADDRESS.get(document.doc[start - 1].lower_)):
            return told
    return _by_name(document.doc[0], person.name) if len(document.doc) else None


def _by_name(token: Token, name: str) -> Gender | None:
    words = name.split()
    if len(words) < 2 or not token.vocab.vectors_length:
        return None
    axis = _axis(token.vocab)
    lexeme = token.vocab[words[0]]
    if not lexeme.has_vector:
        return None
    score = float(_unit(lexeme.vector) @ axis)
    if score > _SURELY_SHE:
        return "she"
    return "he" if score < _LIKELY_HE else None


@lru_cache(maxsize=2)
def _axis(vocab: Vocab) -> np.ndarray:
    """The direction in the vector space that leads from "he" to "she"."""
    she = sum(_unit(vocab[word].vector) for word in _SHE_WORDS)
    he = sum(_unit(vocab[word].vector) for word in _HE_WORDS)
    return _unit(np.asarray(she - he))


def _unit(vector: np.ndarray) -> np.ndarray:
    return np.asarray(vector / (np.linalg.norm(vector) + 1e-9))
