"""What the words around a place's name tell of where it lies: "the Swiss city of …", "…, Austria", "Turkey's
capital, …".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span

from kg.extract.gazetteer import Country, Gazetteer
from kg.extract.gazetteer.records import fold

_LONGEST_NAME = 6
_LOOK_BACK = 5
_SIZEABLE = 50_000
_INSIDE = frozenset({"in", "near", "outside", "at", "inside"})


@dataclass(frozen=True, slots=True)
class Hint:
    """The country, and perhaps the US state (its two letters), in which a place lies by the words beside its
    name.
    """

    country: Country
    state: str | None = None
    sure: bool = False


@dataclass(slots=True)
class Setting:
    """How often an article names each country (by code, adjectives included), and which US states it names
    (two letters).
    """

    countries: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)

    def main_country(self, share: float, count: int) -> str | None:
        """The code of the country that has ``share`` of all mentions of countries and at least ``count`` of
        them.
        """
        counts = self.countries + Counter({"US": self.states.total()})
        if not counts:
            return None
        code, number = counts.most_common(1)[0]
        return code if number >= max(count, share * counts.total()) else None


def read_setting(doc: Doc, gazetteer: Gazetteer) -> Setting:
    """Count the countries and US states that the model's entities name; a city of government counts for its
    country.
    """
    setting = Setting()
    for ent in doc.ents:
        if ent.label_ not in ("GPE", "NORP", "LOC"):
            continue
        state = gazetteer.us_state_code(ent.text)
        if state is not None:
            setting.states[state] += 1
            continue
        country = gazetteer.country(ent.text) or _capital(ent.text, gazetteer)
        if country is not None and country.code is not None:
            setting.countries[country.code] += 1
    return setting


def _capital(name: str, gazetteer: Gazetteer) -> Country | None:
    """The country whose capital ``name`` is, if no other city of the name is likely to be meant."""
    country = gazetteer.capital_of(name)
    if country is None or sum(city.population >= _SIZEABLE for city in gazetteer.cities(name)) > 1:
        return None
    return country


def hints(span: Span, gazetteer: Gazetteer) -> Iterator[Hint]:
    """What stands beside ``span`` and tells where it lies, the surest first; a name of both a state and a
    country gives two.
    """
    yield from after_comma(span.doc, span.end, gazetteer)
    yield from _before(span, gazetteer)


def after_comma(doc: Doc, end: int, gazetteer: Gazetteer) -> Iterator[Hint]:
    """The country or state after a comma: "Bergen, Norway", "Paris, Texas", "Seoul, Korea, Republic
    of".
    """
    if end + 1 >= len(doc) or doc[end].text not in (",", "("):
        return
    for length in range(min(_LONGEST_NAME, len(doc) - end - 1), 0, -1):
        text = doc[end + 1 : end + 1 + length].text
        found = list(named(text, gazetteer)) if text[:1].isupper() and "\n" not in text else []
        if found:
            if _closes(doc, end + 1 + length) and not _is_listed(doc, end + 1, length, gazetteer):
                yield from (replace(hint, sure=True) for hint in found)
            return


def _closes(doc: Doc, i: int) -> bool:
    """Whether what ends before ``i`` can be an apposition: "in Geneva, Iran's minister said" goes on, so it
    is none.
    """
    if i >= len(doc):
        return True
    following = doc[i]
    if following.ent_type_ == "DATE":
        return True
    goes_on = following.text in ("'s", "’s", "'", "’", "-")
    return not goes_on and following.pos_ not in ("NOUN", "ADJ", "VERB", "AUX", "PROPN", "CCONJ")


def _is_listed(doc: Doc, start: int, length: int, gazetteer: Gazetteer) -> bool:
    """Whether what could be in apposition is a city state in a list: "Tokyo, Hong Kong, Shanghai and
    Seoul".
    """
    name, after = doc[start : start + length].text, start + length
    if (
        after + 1 >= len(doc)
        or doc[after].lower_ not in (",", "and")
        or not doc[after + 1].text[:1].isupper()
    ):
        return False
    country = gazetteer.country_named(name) or next((hint.country for hint in named(name, gazetteer)), None)
    return any(
        fold(city.name) == fold(name) and country is not None and city.country_code == country.code
        for city in gazetteer.cities(name)
    )


def named(text: str, gazetteer: Gazetteer) -> Iterator[Hint]:
    """``text`` as the name of a US state, a country or a region of one."""
    state, united_states = gazetteer.us_state_code(text), gazetteer.country_by_code("US")
    if state is not None and united_states is not None:
        yield Hint(united_states, state)
    country = gazetteer.country_named(text)
    if country is None:
        place = gazetteer.region(text) if state is None else None
        country = place.country if place is not None else None
    if country is not None:
        yield Hint(country)


def _before(span: Span, gazetteer: Gazetteer) -> Iterator[Hint]:
    """A nationality or a possessive before the name: "the Turkish resort of …", "Egypt's …", "the Iraqi
    capital, …".
    """
    doc, start = span.doc, span.start
    if start == 0:
        return
    previous = doc[start - 1].lower_
    if previous in ("of", ",") and start > 1 and _is_head(doc, start - 2):
        yield from _nationality(doc, start - 3, gazetteer)
    elif _is_head(doc, start - 1):
        yield from _nationality(doc, start - 2, gazetteer)
    else:
        yield from _nationality(doc, start - 1, gazetteer, reach=2)


def _is_head(doc: Doc, i: int) -> bool:
    return doc[i].pos_ in ("NOUN", "PROPN") and doc[i].lower_ in _HEADS


_HEADS = frozenset(
    "city town village capital resort port province region district suburb island state hamlet enclave "
    "neighborhood neighbourhood metropolis stronghold county area canton municipality spa airport".split()
)


def _nationality(doc: Doc, last: int, gazetteer: Gazetteer, *, reach: int = _LOOK_BACK) -> Iterator[Hint]:
    """The nearest country, adjective or possessive among the words up to ``last``, not across a comma or a
    verb.
    """
    for i in range(last, max(last - reach, -1), -1):
        token = doc[i]
        if token.pos_ in ("VERB", "AUX", "ADP", "CCONJ") or (token.is_punct and token.text not in ("-", "–")):
            return
        for begin in (i - 1, i):
            if begin < 0 or not doc[begin].text[:1].isupper():
                continue
            text = doc[begin : i + 1].text
            possessive = i + 1 < len(doc) and doc[i + 1].text in ("'s", "’s", "'", "’")
            adjective = gazetteer.country_named(text) is None or text.isupper()
            country = gazetteer.country(text)
            if country is None and possessive:
                country = gazetteer.capital_of(text)
            if country is not None and (adjective or possessive):
                yield Hint(country)
                return


def surroundings(span: Span) -> Iterator[Span]:
    """Names in which the place lies by a preposition: "the Newseum in Washington" gives "Washington"."""
    doc, i = span.doc, span.end
    if i + 1 < len(doc) and doc[i].lower_ in _INSIDE:
        i += 2 if doc[i + 1].lower_ == "the" else 1
    elif i + 2 < len(doc) and doc[i].text == "," and doc[i + 1].lower_ in _INSIDE:
        i += 3 if doc[i + 2].lower_ == "the" else 2
    else:
        return
    for ent in doc.ents:
        if ent.start <= i < ent.end and ent.label_ in ("GPE", "LOC"):
            yield doc[i : ent.end]
