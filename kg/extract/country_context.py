"""Of which country somebody is president, where the article only says "President X"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import log1p

from spacy.tokens import Token

from kg.extract.document import Document, Entity
from kg.extract.governments import may_have
from kg.extract.name_vectors import country_lean
from kg.extract.nations import country_of
from kg.extract.syntax import after_preposition, objects, subjects, with_lemma, with_lower

_OFTEN = 3
"""Mentions that make a country one that the article is about."""
_NEAR = 25
"""Tokens; a country this near to a name speaks for it the more the nearer it is."""
_HOME_WORDS = frozenset(
    (
        "congress senate republican republicans democrats democrat democratic pentagon capitol "
        "administration gop"
    ).split()
)
"""Words for the institutions of the United States, which international news uses without naming the country.
"""
_AMERICAN_WORDS = frozenset("republican republicans democrats democrat pentagon capitol gop".split())
"""Those that other countries do not have."""
# Weights of a log-linear choice among the countries of the article, fitted on annotated articles by gradient
# ascent and rounded.
_MENTIONED, _TOGETHER, _BESIDE, _NAME, _HOME, _UNITED_STATES = 1.0, 2.0, 1.5, 5.0, 1.5, 1.0
TAKEN = -3.0
"""What it weighs that somebody else holds the same office in the country."""
_FAMILIAR = {("president", "United States"): 3.0, ("chancellor", "Germany"): 1.5}
"""Whose office news in English means more often than any other's where it names no country."""


_TRAVEL = frozenset("travel visit arrive fly tour journey".split())
_HOST, _GUEST = 2.5, -2.0
"""Who does not travel is likely of the country that others travel to, and unlikely of the travellers' own."""


@dataclass(frozen=True, slots=True)
class CountryContext:
    """Where the article names countries (or uses their adjectives, or names places in them), as token index
    and country, in text order.

    ``visited`` are the countries that people are told to travel to: those whose offices the travellers do not
    hold.
    """

    document: Document
    positions: tuple[tuple[int, str], ...]
    visited: dict[Entity, frozenset[str]]

    @property
    def is_american(self) -> bool:
        """Whether the article names the United States or their parties, or no country at all."""
        countries = {country for _, country in self.positions}
        if not countries or "United States" in countries:
            return True
        return any(with_lower(self.document.doc, _AMERICAN_WORDS))

    def scores(self, person: Entity, office: str, guests: set[str]) -> dict[str, float]:
        """How well each country of the article fits as the one whose ``office`` ``person`` holds; empty where
        the article gives no choice.

        States that do not have the office are left out; ``guests`` are countries of people who travel.
        """
        countries = {country for _, country in self.positions} - self.visited.get(person, frozenset())
        if person in self.visited:  # told of abroad: only what is said of the traveller himself counts
            often = Counter(country for _, country in self.positions)
            countries = countries & self._beside(person) or {c for c in countries if often[c] >= _OFTEN}
        return {
            country: self._evidence(person, country)
            + self._from_travel(person, country, guests)
            + _FAMILIAR.get((office, country), 0.0)
            for country in sorted(countries)
            if may_have(country, office)
        }

    def _beside(self, person: Entity) -> set[str]:
        """The countries in the sentences that name ``person``."""
        sentences = [mention.span.sent for mention in person.mentions if mention.form == "name"]
        return {c for position, c in self.positions if any(s.start <= position < s.end for s in sentences)}

    def _from_travel(self, person: Entity, country: str, guests: set[str]) -> float:
        if not self.visited or person in self.visited:
            return 0.0
        score = _HOST if any(country in places for places in self.visited.values()) else 0.0
        return score + (_GUEST if country in guests else 0.0)

    def _evidence(self, person: Entity, country: str) -> float:
        doc = self.document.doc
        at = [position for position, named in self.positions if named == country]
        names = [mention.span for mention in person.mentions if mention.form == "name"]
        sentences = {(span.sent.start, span.sent.end) for span in names}
        together = sum(1 for position in at for start, end in sentences if start <= position < end)
        beside = sum(_nearness(span.start - position) for span in names for position in at)
        lean = country_lean(doc.vocab, person.name.split()[0], country)
        score = (
            _MENTIONED * log1p(len(at)) + _TOGETHER * log1p(together) + _BESIDE * log1p(beside) + _NAME * lean
        )
        if country == "United States":
            home = sum(doc[i].lower_ in _HOME_WORDS for start, end in sentences for i in range(start, end))
            score += _UNITED_STATES + _HOME * log1p(home)
        return score


def _nearness(distance: int) -> float:
    """How much a country ``distance`` tokens before a name (negative: after it) speaks for it."""
    if 0 < distance < _NEAR:
        return 1 / distance
    return -0.5 / distance if -_NEAR < distance < 0 else 0.0


def read_country_context(document: Document) -> CountryContext:
    """Collect the places at which the article names countries and places in them; names must have been found
    and places resolved."""
    found: set[tuple[int, str]] = set()
    for entity in document.entities:
        if entity.kind == "place" and entity.country:
            found.update((mention.span.start, entity.country) for mention in entity.mentions)
    for ent in document.doc.ents:
        if ent.label_ in {"NORP", "GPE"} and not document.boilerplate[ent.start]:
            country = country_of(ent.text)
            if country:
                found.add((ent.start, country))
    return CountryContext(document, tuple(sorted(found)), _visited(document))


def _visited(document: Document) -> dict[Entity, frozenset[str]]:
    """The countries that each person is told to travel to."""
    found: dict[Entity, frozenset[str]] = {}
    for verb in with_lemma(document.doc, _TRAVEL):
        if verb.pos_ != "VERB" or document.boilerplate[verb.i]:
            continue
        countries = _countries_below(document, verb)
        for subject in subjects(verb) if countries else []:
            for person in document.entities_at(subject):
                if person.kind == "person":
                    found[person] = found.get(person, frozenset()) | countries
    everywhere = frozenset[str]().union(*found.values())
    for person in _companions(document) if everywhere else ():
        found[person] = found.get(person, frozenset()) | everywhere
    return found


def _companions(document: Document) -> Iterator[Entity]:
    """Who is accompanied: no host of the travellers."""
    for verb in with_lemma(document.doc, {"accompany"}):
        if verb.pos_ == "VERB" and not document.boilerplate[verb.i]:
            for target in objects(verb):
                yield from (e for e in document.entities_at(target) if e.kind == "person")


def _countries_below(document: Document, verb: Token) -> frozenset[str]:
    """The countries of the places that ``verb`` governs as object or after "to", "in" or "for"."""
    heads = objects(verb) + after_preposition(verb, {"to", "in", "for", "at"})
    places = {entity for head in heads for entity in document.entities_at(head) if entity.kind == "place"}
    if heads:  # "to Ottawa, Canada" puts the country in apposition
        end = heads[0].i + 1
        for i in range(end, min(end + 6, len(document.doc))):
            if document.doc[i].text not in {",", "(", ")", "and"} and i not in document.referents:
                break
            places.update(entity for entity in document.referents.get(i, ()) if entity.kind == "place")
    return frozenset(place.country for place in places if place.country)
