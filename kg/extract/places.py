"""Where the places of an article lie: country, GeoNames id and coordinates, from the words around them and
the gazetteer.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from kg.extract.document import Document, Entity
from kg.extract.facilities import name_facilities
from kg.extract.gazetteer import City, Country, Gazetteer, Region, load_gazetteer
from kg.extract.gazetteer.nations import read_data
from kg.extract.place_setting import Hint, Setting, hints, named, read_setting, surroundings

_LARGE_CITY, _KNOWN_CITY, _LEAD = 250_000, 100_000, 4
"""A place named without any other hint must be a capital, in a country that the article names, of the first
size, or of the second and so many times larger than the next of its name."""
_STORY_SHARE, _STORY_COUNT = 0.8, 4
"""The share and number of an article's mentions of countries that make one of them the story's country."""
_MENTIONED, _CAPITAL, _SAME_STATE = 1.2, 1.5, 1.5
"""What a candidate gains, against the logarithm of its population, for its country being named, and so on."""


_NAME = re.compile(r"^[A-Z](?!.*-(?:led|backed|based|brokered)\b)")
"""How the name of a place can look at all."""
_PARTY = re.compile(r"^[RDI]-(?=[A-Z])")
"""The party letter in "R-Texas"."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a place lies, as far as that is known."""

    country: Country | None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    is_country: bool = False


def resolve_places(document: Document) -> None:
    """Fill in country, code, GeoNames id and coordinates of the article's places; first add buildings that
    are used as places.

    In order: a country or region by its name; a city that the words beside it put into a country or US state;
    a building of world politics; the city that population and the countries named in the article single out;
    for any other name, the country that the words around it tell. What none of these settles stays
    unresolved: no place rather than a wrong one.
    """
    gazetteer = load_gazetteer()
    name_facilities(document, gazetteer)
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
    """Words that belong around a place's name ("northern", "province")."""

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
        while first < last - 1 and words[first].lower().rstrip("-") in self.parts | {"the"}:
            first += 1
        while last - 1 > first and words[last - 1].lower() in self.kinds:
            last -= 1
        whole = first == sum(1 for w in words[:first] if w.lower() == "the")
        return " ".join(words[first:last]), whole and words[last:] in ([], ["city"], ["City"])


@dataclass(frozen=True, slots=True)
class _Resolver:
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
        for form in forms:
            found = self._by_name(form, beside, spans)
            if found is not None:
                return found
        for form in forms:
            found = self._by_core(form, beside, spans) or self._by_part(form, beside)
            if found is not None:
                return found
        return self._by_surroundings(spans, beside)

    def _by_name(self, name: str, beside: list[Hint], spans: list[Span]) -> Location | None:
        country = self._country(name, beside, spans)
        if country is not None:
            return country
        region = self._region(name, spans)
        if region is not None:
            return _of_region(region)
        facility = self._facility(name, beside)
        if facility is not None:
            return facility
        return self._city(name, beside)

    def _country(self, name: str, beside: list[Hint], spans: list[Span]) -> Location | None:
        country = self.gazetteer.country_named(name) or self._turned_round(spans) or self._korea(name)
        if country is None:
            return None
        if self.gazetteer.us_state_code(name) is not None and not self._means_country(country, spans, beside):
            return None
        return Location(country, country.geonames, country.latitude, country.longitude, is_country=True)

    def _turned_round(self, spans: list[Span]) -> Country | None:
        """The country of an official record: "Korea, Republic of"."""
        for span in spans:
            for length in (3, 4, 5, 6):
                text = span.doc[span.start : span.end + length].text
                if text.endswith(" of") and "," in text:
                    found = self.gazetteer.country_named(text)
                    if found is not None:
                        return found
        return None

    def _korea(self, name: str) -> Country | None:
        """Plain "Korea" is the one of the two that the article names otherwise, if it names just one."""
        if name != "Korea":
            return None
        codes = [code for code in ("KR", "KP") if self.setting.countries[code]]
        return self.gazetteer.country_by_code(codes[0]) if len(codes) == 1 else None

    def _means_country(self, country: Country, spans: list[Span], beside: list[Hint]) -> bool:
        """Whether a name of a country and of a US state ("Georgia") means the country here."""
        others = sum(
            n for code, n in self.setting.states.items() if code != self.gazetteer.us_state_code(country.name)
        )
        if any(_is_in_american_list(span, self.gazetteer) for span in spans):
            return False
        code = country.code or ""
        named_otherwise = self.setting.countries[code] > 0
        return named_otherwise or (others == 0 and not self._has_american_city(spans, country))

    def _has_american_city(self, spans: list[Span], country: Country) -> bool:
        """Whether the name qualifies an American city: "Atlanta, Georgia"."""
        for span in spans:
            if span.start > 1 and span.doc[span.start - 1].text == ",":
                cities = self.gazetteer.cities(span.doc[span.start - 2].text)
                if any(city.country_code == "US" for city in cities):
                    return True
        return False

    def _region(self, name: str, spans: list[Span]) -> Region | None:
        state = self.gazetteer.us_state(name)
        if state is not None and self.gazetteer.cities(name) and not self._means_state(name, spans):
            return None
        return self.gazetteer.region(name)

    def _means_state(self, name: str, spans: list[Span]) -> bool:
        """Whether a name of a US state and a city ("Washington", "New York") means the state: "Washington
        state".
        """
        cities = self.gazetteer.cities(name)
        if not any(city.population >= _LARGE_CITY for city in cities):
            return True
        return any(
            span.end < len(span.doc)
            and span.doc[span.end].lower_ == "state"
            or span.start > 1
            and span.doc[span.start - 2 : span.start].text.lower() == "state of"
            or _is_in_american_list(span, self.gazetteer)
            for span in spans
        )

    def _facility(self, name: str, beside: list[Hint]) -> Location | None:
        found = self.gazetteer.facility(name)
        if found is None or any(hint.country is not found[1] for hint in beside):
            return None
        city, country = found
        seat = next((c for c in self.gazetteer.cities(city) if c.country_code == country.code), None)
        if seat is None:
            return Location(country)
        return Location(country, None, seat.latitude, seat.longitude)

    def _city(self, name: str, beside: list[Hint]) -> Location | None:
        cities = self.gazetteer.cities(name)
        others = self.gazetteer.cities_known_as(name)
        candidates = cities + [c for c in others if not cities or self.setting.countries[c.country_code]]
        inside = [city for hint in beside for city in candidates if _lies_in(city, hint)]
        if inside:
            return self._of_city(inside[0])
        if not candidates or any(hint.state is not None for hint in beside):
            return None
        best = max(candidates, key=self._weight)
        leads = all(best.population >= _LEAD * c.population for c in candidates if c is not best)
        known = best.population >= _KNOWN_CITY and leads
        plausible = self._is_large(best) or known or (not beside and self._is_plausible(best))
        return self._of_city(best) if plausible else None

    def _weight(self, city: City) -> float:
        weight = math.log10(max(city.population, 1))
        if self._is_capital(city):
            weight += _CAPITAL
        if city.country_code == "US":
            return weight + (_SAME_STATE if self.setting.states[city.admin] else 0)
        return weight + (_MENTIONED if self.setting.countries[city.country_code] else 0)

    def _is_capital(self, city: City) -> bool:
        country = self.gazetteer.capital_of(city.name)
        return country is not None and country.code == city.country_code and city.population > 50_000

    def _is_large(self, city: City) -> bool:
        return city.population >= _LARGE_CITY or self._is_capital(city)

    def _is_plausible(self, city: City) -> bool:
        if city.country_code == "US":
            return self.setting.states[city.admin] > 0
        return self.setting.countries[city.country_code] > 0

    def _of_city(self, city: City) -> Location:
        country = self.gazetteer.country_by_code(city.country_code)
        return Location(country, city.geonames, city.latitude, city.longitude)

    def _by_core(self, name: str, beside: list[Hint], spans: list[Span]) -> Location | None:
        """ "northern Aleppo countryside" lies where Aleppo lies, "Anbar province" is Anbar."""
        division = self.gazetteer.division(name)
        if division is not None and self._fits(division, beside):
            return _of_region(division)
        core, whole = self.words.core(name)
        if core == name or core.casefold() in self.words.nowhere:
            return None
        found = self._by_name(core, beside, spans)
        if found is None:
            division = self.gazetteer.division(core)
            return _of_region(division) if division is not None and self._fits(division, beside) else None
        return found if whole else Location(found.country)

    def _by_part(self, name: str, beside: list[Hint]) -> Location | None:
        """Only the country, for a name made with another's: "Cabinet Room of the White House", "Kremlin wall"."""
        words = name.split()
        parts = [
            " ".join(words[i:]) for i in range(1, len(words)) if words[i - 1].lower() in ("of", "at", "the")
        ]
        parts += [" ".join(words[:i]) for i in range(len(words) - 1, 0, -1)]
        for part in parts:
            found = self._facility(part, beside)
            if found is not None:
                return Location(found.country)
        return None

    def _fits(self, region: Region, beside: Iterable[Hint]) -> bool:
        """Whether a province may be meant: its country stands beside it or is named in the article."""
        country = region.country
        if country is None or country.code is None:
            return False
        return self.setting.countries[country.code] > 0 or any(hint.country is country for hint in beside)

    def _by_surroundings(self, spans: list[Span], beside: list[Hint]) -> Location | None:
        """Only the country, for a name that the gazetteer lacks: from the words beside it, or the city that
        it is in.
        """
        if beside:
            return Location(beside[0].country)
        for found in self._around(spans):
            return Location(found.country)
        if not any(_NAME.match(span.text) for span in spans):
            return None
        story = self.setting.main_country(_STORY_SHARE, _STORY_COUNT)
        country = None if story is None else self.gazetteer.country_by_code(story)
        return None if country is None else Location(country)

    def _around(self, spans: list[Span]) -> Iterator[Location]:
        for span in spans:
            for outer in surroundings(span):
                found = self._by_name(outer.text, list(hints(outer, self.gazetteer)), [outer])
                if found is not None:
                    yield found


def _lies_in(city: City, hint: Hint) -> bool:
    return city.country_code == hint.country.code and hint.state in (None, city.admin)


def _of_region(region: Region) -> Location:
    return Location(region.country, region.geonames, region.latitude, region.longitude)


def _is_in_american_list(span: Span, gazetteer: Gazetteer) -> bool:
    """Whether a US state stands beside the name in an enumeration: "Oregon and Washington", "Florida,
    Georgia".
    """
    doc = span.doc
    for i, joint in ((span.start - 2, span.start - 1), (span.end + 1, span.end)):
        if not (0 <= i < len(doc) and 0 <= joint < len(doc)) or doc[joint].lower_ not in (",", "and", "or"):
            continue
        state = gazetteer.us_state_code(doc[i].text)
        if (
            state is not None
            and gazetteer.country_named(doc[i].text) is None
            and not gazetteer.cities(doc[i].text)
        ):
            return True
    return False
