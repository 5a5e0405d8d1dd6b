"""Whether a person is more likely "he" or "she": from titles and forms of address, else from the given name's
word vector.
"""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from kg.extract.document import Document, Entity
from kg.extract.name_vectors import gender_lean

Gender = Literal["he", "she"]

_SHE_TITLES = (
    "woman",
    "queen",
    "princess",
    "duchess",
    "baroness",
    "lady",
    "actress",
    "hostess",
    "empress",
    "heiress",
    "countess",
    "nun",
)
_HE_TITLES = (
    "man",
    "king",
    "prince",
    "duke",
    "baron",
    "lord",
    "actor",
    "emperor",
    "pope",
    "ayatollah",
    "mullah",
    "imam",
    "emir",
    "sultan",
)
_ADDRESS: dict[str, Gender] = {
    "mr": "he",
    "mr.": "he",
    "mrs": "she",
    "mrs.": "she",
    "ms": "she",
    "ms.": "she",
    "miss": "she",
    "sir": "he",
    "madam": "she",
}
# Of 49 male and 45 female given names of world politics, none of the male lies above the first and 36 of the
# female do.
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
    if len(words) < 2:
        return None
    score = gender_lean(token.vocab, words[0])
    if score is None:
        return None
    if score > _SURELY_SHE:
        return "she"
    return "he" if score < _LIKELY_HE else None
