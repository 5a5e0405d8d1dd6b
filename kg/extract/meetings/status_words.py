"""The word tables behind :mod:`kg.extract.meetings.status`, read from ``data/status.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from spacy.tokens import Token

from kg.extract.data_files import read_data
from kg.model import Status


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Status by the lemma of a governing verb (or adjective), of a governing adjective, of a governing noun,
    of the verb that has such a noun as its object, by the form of a modifier, and by the lemma of what a
    report of it is said to be.
    """

    governors: dict[str, Status]
    adjectives: dict[str, Status]
    answers: dict[str, Status]
    nouns: dict[str, Status]
    modifiers: dict[str, Status]
    verdicts: dict[str, Status]


@cache
def load_status_words() -> StatusWords:
    """Read the tables once per process."""
    data = read_data("status.toml")

    def by_word(table: str) -> dict[str, Status]:
        return {word: cast(Status, status) for status, words in data[table].items() for word in words.split()}

    return StatusWords(
        by_word("governors"),
        by_word("adjectives"),
        by_word("answers"),
        by_word("nouns"),
        by_word("modifiers"),
        by_word("verdicts"),
    )


def lemma_with_particle(verb: Token) -> str:
    """ "called off" is ``call_off``, "broke off" is ``break_off``."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), None)
    return f"{verb.lemma_.lower()}_{particle}" if particle else verb.lemma_.lower()
