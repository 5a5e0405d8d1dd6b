"""Gives each place of an article its country, GeoNames id and coordinates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from kg.extract.data_files import read_data
from kg.extract.document import Document, Entity
from kg.extract.gazetteer import City, Gazetteer, Region, load_gazetteer
from kg.extract.places.cities import LARGE_CITY, choose_city, is_mentioned
from kg.extract.places.facilities import name_facilities
from kg.extract.places.homonyms import country_meant, region_meant
from kg.extract.places.location import Location, of_building, of_city, of_country, of_region
from kg.extract.places.setting import Hint, Setting, hints, named, read_setting, surroundings
from kg.extract.places.settlements import name_settlements

_STORY_SHARE, _STORY_COUNT = 0.8, 4
"""The share and number of an article's mentions of countries that make one of them the story's country."""
_NAME = re.compile(r"^[A-Z](?!.*-(?:led|backed|based|brokered)\b)")
"""How the name of a place can look at all."""
_PARTY = re.compile(r"^[RDI]-(?=[A-Z])")
"""The party letter in "R-Ohio"."""


def resolve_places(document: Document) -> None:
    """Fill in country, code, GeoNames id and coordinates of the article's places; first add buildings that
    are used as places.

    In order: a country or region by its name; a building of world politics; the city that the words beside
    the name, or population and the countries named in the article, single out; for any other name, the
    country that the words around it tell, or else the country that the whole story is about. What none of
    these settles stays unresolved: no place rather than a wrong one.
    """
    gazetteer = load_gazetteer()
    name_facilities(document, gazetteer)
    name_settlements(document, gazetteer)
    resolver = _Resolver(gazetteer, read_setting(document.doc, gazetteer), _Words.load())
    for entity in document.entities:
        if entity.kind == "place":
            _fill(entity, resolver.locate(entity))


def _fill(entity: Entity, location: Location | None) -> None:
    country = None if location is None else location.country
    entity.country = None if country is None else country.name
    entity.country_code = None if country is None else country.code
    entity.geonames = None if location is None else location.geonames
    entity.latitude = None if location is None else location.latitude
    entity.longitude = None if location is None else location.longitude
    entity.is_country = location is not None and location.is_country


@dataclass(frozen=True, slots=True)
class _Words:
    """Words that belong around a place's name ("northern"), and names of parts of the world."""

    parts: frozenset[str]
    kinds: frozenset[str]
    nowhere: frozenset[str]

    @classmethod
    def load(cls) -> _Words:
        data = read_data("places.toml")
        nowhere = frozenset(name.casefold() for name in data["nowhere"])
        return cls(frozenset(data["parts"]), frozenset(data["kinds"]), nowhere)

    def core(self, name: str) -> tuple[str, bool]:
        """The bare name inside ``name``, and whether it is the same place."""
        words = name.split()
        first, last = 0, len(words)
        while first < last - 1 and words[first].lower().rstrip("-") in self.parts:
            first += 1
        while last - 1 > first and words[last - 1].lower() in self.kinds:
            last -= 1
        return " ".join(words[first:last]), first == 0 and [w.lower() for w in words[last:]] in ([], ["city"])


@dataclass(frozen=True, slots=True)
class _Resolver:
    """Locates places by the gazetteer and by what the article tells of its setting."""

    gazetteer: Gazetteer
    setting: Setting
    words: _Words

    def locate(self, entity: Entity) -> Location | None:
        """The location of a place entity, from all its mentions by name."""
        spans = [m.span for m in entity.mentions if m.form == "name"]
        name, _, rest = entity.name.partition(", ")
        beside = [*named(rest, self.gazetteer)] if rest else []
        beside += [hint for span in spans for hint in hints(span, self.gazetteer)]
        forms = list(dict.fromkeys([entity.name, name, *(_PARTY.sub("", span.text) for span in spans)]))
        if any(form.casefold() in self.words.nowhere for form in forms):
            return None
        return (
            next((found for form in forms if (found := self._by_name(form, beside, spans))), None)
            or next((found for form in forms if (found := self._by_part(form, beside, spans))), None)
            or self._by_surroundings(spans, beside)
        )

    def _by_name(self, name: str, beside: Sequence[Hint], spans: Sequence[Span]) -> Location | None:
        """A country, region, building or city that has just this name."""
        country = country_meant(name, spans, self.setting, self.gazetteer)
        if country is not None:
            return of_country(country)
        region = region_meant(name, spans, self.gazetteer)
        if region is not None:
            return of_region(region)
        building = self._building(name, beside)
        if building is not None:
            return building
        city = choose_city(name, beside, self.setting, self.gazetteer)
        division = self.gazetteer.division(name)
        if division is not None and not self._fits(division, beside):
            division = None
        if city is None or (division is not None and self._yields(city, division, beside)):
            return None if division is None else of_region(division)
        return of_city(city, self.gazetteer)

    def _building(self, name: str, beside: Sequence[Hint]) -> Location | None:
        found = self.gazetteer.facility(name)
        if found is None or any(hint.country is not found[1] for hint in beside):
            return None
        return of_building(found[0], found[1], self.gazetteer)

    def _fits(self, region: Region, beside: Sequence[Hint]) -> bool:
        """Whether a province may be meant: its country stands beside it or is named in the article."""
        country = region.country
        if country is None or country.code is None:
            return False
        return self.setting.countries[country.code] > 0 or any(hint.country is country for hint in beside)

    def _yields(self, city: City, division: Region, beside: Sequence[Hint]) -> bool:
        """Whether not the ``city`` is meant but the province of its name in another country, of which alone
        the article tells: "Ontario" in an article about Canada, and not about California.
        """
        if division.country is None or division.country.code == city.country_code:
            return False
        told = any(hint.country.code == city.country_code for hint in beside)
        return city.population < LARGE_CITY and not told and not is_mentioned(city, self.setting)

    def _by_part(self, name: str, beside: Sequence[Hint], spans: Sequence[Span]) -> Location | None:
        """A place whose name holds another's: "rural Lublin area", "East Gallery of the Kremlin"."""
        core, same = self.words.core(name)
        if core != name and core.casefold() not in self.words.nowhere:
            found = self._by_name(core, beside, spans)
            if found is not None:
                return found if same else Location(found.country)
        for part in _runs(name.split()):
            found = self._building(part, beside)
            if found is not None:
                return Location(found.country)
        return None

    def _by_surroundings(self, spans: Sequence[Span], beside: Sequence[Hint]) -> Location | None:
        """Only the country: told beside the name, that of the city around it, or that of the story."""
        if beside:
            return Location(beside[0].country)
        for found in self._around(spans):
            return Location(found.country)
        story = self.setting.main_country(_STORY_SHARE, _STORY_COUNT)
        if story is None or not any(_NAME.match(span.text) for span in spans):
            return None
        return Location(self.gazetteer.country_by_code(story))

    def _around(self, spans: Sequence[Span]) -> Iterator[Location]:
        for span in spans:
            for outer in surroundings(span):
                found = self._by_name(outer.text, list(hints(outer, self.gazetteer)), [outer])
                if found is not None:
                    yield found


def _runs(words: Sequence[str]) -> Iterator[str]:
    """The ends of a name after "of", "at" and "the", then its beginnings, the longest first."""
    for i in range(1, len(words)):
        if words[i - 1].lower() in ("of", "at", "the"):
            yield " ".join(words[i:])
    for i in range(len(words) - 1, 0, -1):
        yield " ".join(words[:i])
