"""Of which country somebody is president, where the article only says "President X"."""

from __future__ import annotations

from dataclasses import dataclass
from math import log1p

from kg.extract.document import Document, Entity
from kg.extract.name_vectors import country_lean
from kg.extract.nations import country_of

_NEAR = 25
"""Tokens; a country this near to a name speaks for it the more the nearer it is."""
_HOME_WORDS = frozenset(
    "congress senate republican republicans democrats democrat democratic pentagon capitol administration gop".split()
)
"""Words for the institutions of the United States, which international news uses without naming the country."""
# Weights of a log-linear choice among the countries of the article, fitted on annotated articles by gradient ascent and rounded.
_MENTIONED, _TOGETHER, _BESIDE, _NAME, _TAKEN, _HOME, _UNITED_STATES = 1.0, 2.0, 1.5, 5.0, -3.0, 1.5, 1.0


@dataclass(frozen=True, slots=True)
class CountryContext:
    """Where the article names countries (or uses their adjectives), as token index and country, in text order."""

    document: Document
    positions: tuple[tuple[int, str], ...]

    def likeliest(self, person: Entity, taken: frozenset[str] | set[str]) -> str | None:
        """The country whose office ``person`` most likely holds; those in ``taken`` have another holder of the same office."""
        countries = {country for _, country in self.positions}
        if not countries:
            return None
        return max(sorted(countries), key=lambda country: self._score(person, country, country in taken))

    def _score(self, person: Entity, country: str, taken: bool) -> float:
        doc = self.document.doc
        at = [position for position, named in self.positions if named == country]
        names = [mention.span for mention in person.mentions if mention.form == "name"]
        sentences = {(span.sent.start, span.sent.end) for span in names}
        together = sum(1 for position in at for start, end in sentences if start <= position < end)
        beside = 0.0
        for span in names:
            for position in at:
                distance = span.start - position
                if 0 < distance < _NEAR:
                    beside += 1 / distance
                elif -_NEAR < distance < 0:
                    beside -= 0.5 / distance
        given = person.name.split()[0]
        lean = country_lean(doc.vocab, given, country)
        score = _MENTIONED * log1p(len(at)) + _TOGETHER * log1p(together) + _BESIDE * log1p(beside) + _NAME * lean
        if taken:
            score += _TAKEN
        if country == "United States":
            home = sum(doc[i].lower_ in _HOME_WORDS for start, end in sentences for i in range(start, end))
            score += _UNITED_STATES + _HOME * log1p(home)
        return score


def read_country_context(document: Document) -> CountryContext:
    """Collect the places at which the article names countries; names must have been found."""
    found: set[tuple[int, str]] = set()
    for entity in document.entities:
        if entity.is_country and entity.country:
            found.update((mention.span.start, entity.country) for mention in entity.mentions)
    for ent in document.doc.ents:
        if ent.label_ == "NORP" and not document.boilerplate[ent.start]:
            country = country_of(ent.text)
            if country:
                found.add((ent.start, country))
    return CountryContext(document, tuple(sorted(found)))
