"""The words for offices and occupations in English news: ``data/titles.toml``, loaded once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_PLURALS = {
    "men": "man",
    "women": "woman",
    "people": "person",
    "wives": "wife",
    "attorneys-general": "attorney-general",
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists, all in lower case; see the comments in the data file for what each is."""

    heads: frozenset[str]
    abbreviations: dict[str, str]
    address: frozenset[str]
    modifiers: frozenset[str]
    ornaments: frozenset[str]
    former: frozenset[str]
    acting: frozenset[str]
    ranks: frozenset[str]
    compounds: frozenset[tuple[str, str]]
    collectives: frozenset[str]
    honorifics: frozenset[str]
    bystanders: frozenset[str]
    of_bodies: frozenset[str]
    verbs: dict[str, str]
    national: frozenset[str]
    local: frozenset[str]
    united_states: frozenset[str]
    unnamed: frozenset[str]
    highest: frozenset[str]
    speakers: frozenset[str]
    portfolios: frozenset[str]
    for_whom: frozenset[str]
    party_titles: frozenset[str]
    organization_words: frozenset[str]

    def head(self, word: str) -> str | None:
        """The title head that ``word`` is, as a lower-case singular; ``None`` for other words."""
        word = word.lower()
        if word in self.heads:
            return word
        if word in self.abbreviations:
            return self.abbreviations[word]
        single = singular(word)
        return single if single in self.heads else None

    def is_plural_head(self, word: str) -> bool:
        """Whether ``word`` is a title head in the plural ("ministers", "Sens.")."""
        word = word.lower()
        if word in self.heads:
            return False
        if word in self.abbreviations:
            return word.endswith("s.")
        return singular(word) in self.heads


def singular(word: str) -> str:
    """A lower-case English noun in the singular, by its ending; other words come back as they are."""
    for plural, single in _PLURALS.items():
        if word.endswith(plural):
            return word[: -len(plural)] + single
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("esses", "ches")):
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The lexicon of titles, read from the package's data."""
    data = tomllib.loads(files("kg.extract").joinpath("data/titles.toml").read_text(encoding="utf-8"))
    words, offices = data["words"], data["offices"]

    def listed(text: str) -> frozenset[str]:
        return frozenset(text.lower().split())

    return Lexicon(
        heads=listed(data["heads"]),
        abbreviations={short.lower(): full for short, full in data["abbreviations"].items()},
        address=listed(words["address"]),
        modifiers=listed(words["modifiers"]),
        ornaments=listed(words["ornaments"]),
        former=listed(words["former"]),
        acting=listed(words["acting"]),
        ranks=listed(words["ranks"]),
        compounds=frozenset(
            (a, b) for a, _, b in (pair.partition("+") for pair in words["compounds"].lower().split())
        ),
        collectives=listed(words["collectives"]),
        honorifics=listed(words["honorifics"]),
        of_bodies=listed(words["of_bodies"]),
        bystanders=listed(words["bystanders"]),
        verbs=dict(data["verbs"]),
        national=listed(offices["national"]),
        local=listed(offices["local"]),
        united_states=frozenset(
            title.strip().replace("\n", " ") for title in offices["united_states"].lower().split("|")
        ),
        unnamed=listed(offices["unnamed"]),
        highest=listed(offices["highest"]),
        speakers=listed(offices["speakers"]),
        portfolios=listed(offices["portfolios"]),
        for_whom=listed(offices["for_whom"]),
        party_titles=listed(offices["party_titles"]),
        organization_words=listed(words["organization_words"]),
    )
