"""Names of countries, US states and cities that are alike: Georgia, Washington, New York, Korea."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from kg.extract.gazetteer import Country, Gazetteer, Region, load_gazetteer
from kg.extract.places.cities import LARGE_CITY
from kg.extract.places.setting import Setting

STATE = " state"
"""How the name of a US state ends where the city of its name could be meant."""
_DISTRICT = "DC"
"""What stands beside Washington as a state does, and tells that it is the city."""
_LONGEST_CITY = 3
"""Words of the name of a city in front of its state."""
_LONGEST_FORM = 6
"""Words of "Former Yugoslav Republic of", with the comma before them."""


def country_meant(name: str, spans: Sequence[Span], setting: Setting, gazetteer: Gazetteer) -> Country | None:
    """The country called ``name``, unless the article means the US state of the name."""
    country = gazetteer.country_named(name)
    if country is None:
        return _turned_round(spans, gazetteer) or _korea(name, setting, gazetteer)
    state = gazetteer.us_state_code(name)
    return country if state is None or _is_abroad(country, state, spans, setting, gazetteer) else None


def region_meant(name: str, spans: Sequence[Span], gazetteer: Gazetteer) -> Region | None:
    """The region called ``name``; a US state only if the city of the name ("Washington") is not meant, which
    ``name`` itself may tell ("Washington state").
    """
    state = gazetteer.us_state(name.removesuffix(STATE)) if name.endswith(STATE) else None
    if state is not None:
        return state
    if gazetteer.us_state(name) is None or _means_state(name, spans, gazetteer):
        return gazetteer.region(name)
    return None


def _turned_round(spans: Sequence[Span], gazetteer: Gazetteer) -> Country | None:
    """The country of an official record: "Korea, Republic of"."""
    for span in spans:
        for length in range(3, _LONGEST_FORM + 1):
            text = span.doc[span.start : span.end + length].text
            if text.endswith(" of") and "," in text and (found := gazetteer.country_named(text)) is not None:
                return found
    return None


def _korea(name: str, setting: Setting, gazetteer: Gazetteer) -> Country | None:
    """Plain "Korea" is the one of the two that the article names otherwise, if it names just one."""
    if name != "Korea":
        return None
    codes = [code for code in ("KR", "KP") if setting.countries[code]]
    return gazetteer.country_by_code(codes[0]) if len(codes) == 1 else None


def _is_abroad(
    country: Country, state: str, spans: Sequence[Span], setting: Setting, gazetteer: Gazetteer
) -> bool:
    """Whether a name of a country and of a US state ("Georgia") means the country here."""
    if any(_beside_state(span, gazetteer) or _after_american_city(span, gazetteer) for span in spans):
        return False
    if country.code is not None and setting.countries[country.code] > 0:
        return True
    return all(code == state for code in setting.states)


def _after_american_city(span: Span, gazetteer: Gazetteer) -> bool:
    """Whether the name qualifies an American city: "Atlanta, Georgia"."""
    doc = span.doc
    if span.start < 2 or doc[span.start - 1].text != ",":
        return False
    return any(city.country_code == "US" for city in gazetteer.cities(doc[span.start - 2].text))


def is_state_of_city(span: Span) -> bool:
    """Whether a name of a US state and of a large city follows a city of that state: "Albany, New York"."""
    doc, start = span.doc, span.start
    if start < 2 or doc[start - 1].text != ",":
        return False
    gazetteer = load_gazetteer()
    code = gazetteer.us_state_code(span.text)
    if code is None or not any(city.population >= LARGE_CITY for city in gazetteer.cities(span.text)):
        return False
    before = (doc[max(0, start - 1 - length) : start - 1].text for length in range(1, _LONGEST_CITY + 1))
    return any(city.admin == code for name in before for city in gazetteer.cities(name))


def _means_state(name: str, spans: Sequence[Span], gazetteer: Gazetteer) -> bool:
    """Whether a name of a US state and of a large city ("Washington", "New York") means the state:
    "Washington state".
    """
    if not any(city.population >= LARGE_CITY for city in gazetteer.cities(name)):
        return True
    said = sum(_called_state(span) or _beside_state(span, gazetteer) for span in spans)
    return 2 * said > len(spans)


def _called_state(span: Span) -> bool:
    doc = span.doc
    if span.end < len(doc) and doc[span.end].lower_ == "state":
        return True
    return span.start > 1 and doc[span.start - 2 : span.start].text.lower() == "state of"


def _beside_state(span: Span, gazetteer: Gazetteer) -> bool:
    """Whether a US state stands beside the name in a list: "Oregon and Washington", "Florida, Georgia"."""
    doc = span.doc
    for i, joint in ((span.start - 2, span.start - 1), (span.end + 1, span.end)):
        if not (0 <= i < len(doc) and 0 <= joint < len(doc)) or doc[joint].lower_ not in (",", "and", "or"):
            continue
        word = doc[i].text
        is_state = gazetteer.us_state_code(word) not in (None, _DISTRICT)
        if is_state and gazetteer.country_named(word) is None and not gazetteer.cities(word):
            return True
    return False
