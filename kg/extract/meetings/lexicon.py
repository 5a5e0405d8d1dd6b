"""The words that tell of a meeting, read from ``ontologies/event-types.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import cast

from kg.model import MeetingType
from kg.resources import resource_dir


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Type of meeting by the lemma of a noun, of a verb with an object, and of a verb that needs ``with``."""

    nouns: dict[str, MeetingType]
    plain_verbs: dict[str, MeetingType]
    with_verbs: dict[str, MeetingType]

    @property
    def words(self) -> set[str]:
        """Every lemma of it."""
        return {*self.nouns, *self.plain_verbs, *self.with_verbs}


@cache
def load_lexicon() -> Lexicon:
    """Read the event types once per process."""
    tables = tomllib.loads((resource_dir("ontologies") / "event-types.toml").read_text(encoding="utf-8"))

    def by_lemma(key: str) -> dict[str, MeetingType]:
        return {lemma: cast(MeetingType, kind) for kind, table in tables.items() for lemma in table[key]}

    return Lexicon(by_lemma("nouns"), by_lemma("plain"), by_lemma("with"))
