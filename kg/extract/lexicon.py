"""The words for offices and occupations in English news: ``data/titles.toml``, loaded once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.extract.data_files import read_data


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists, all in lower case; see the comments in the data file for what each is."""

    heads: frozenset[str]
    plurals: dict[str, str]
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
        return self.abbreviations.get(word) or self.plurals.get(word)

    def is_plural_head(self, word: str) -> bool:
        """Whether ``word`` is a title head in the plural ("ministers", "Sens.")."""
        word = word.lower()
        return word in self.plurals or (word in self.abbreviations and word.endswith("s."))

    def singular(self, word: str) -> str:
        """A title head in the singular, in lower case; other words come back in lower case."""
        return self.plurals.get(word.lower(), word.lower())


def plural(noun: str) -> str:
    """The plural of a lower-case English noun, by its ending."""
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("person"):
        return noun[:-6] + "people"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The lexicon of titles, read from the package's data."""
    data = read_data("titles.toml")
    words, offices = data["words"], data["offices"]

    def listed(text: str) -> frozenset[str]:
        return frozenset(text.lower().split())

    heads = listed(data["heads"])
    return Lexicon(
        heads=heads,
        plurals={plural(head): head for head in heads if plural(head) not in heads},
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
