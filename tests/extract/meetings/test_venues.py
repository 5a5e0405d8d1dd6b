"""Venues: buildings that no gazetteer knows, named after "at"."""

from __future__ import annotations

import pytest

from kg.extract.meetings.venues import find_venue
from tests.extract.conftest import Parse, Read
from tests.extract.reading import prepare

VENUES = {
    "palace": (
        "Ana Costa meets Erik Hansen at the Miraflor Palace in Lima, Peru.",
        "Miraflor Palace",
        "Peru",
    ),
    "lower_case": ("Ana Costa meets Erik Hansen at his residence in Lima, Peru.", "residence", "Peru"),
    "restaurant": (
        "Ana Costa meets Erik Hansen at Dora's Restaurant in Lisbon, Portugal.",
        "Dora's Restaurant",
        "Portugal",
    ),
    "hotel": ("Ana Costa meets Erik Hansen at the Grand Hotel in Oslo.", "Grand Hotel", "Norway"),
    "base": ("Ana Costa meets Erik Hansen at Fort Grayling in Texas.", "Fort Grayling", "United States"),
    "without_town": ("Ana Costa meets Erik Hansen at the Dorian Center.", "Dorian Center", None),
    "first_of_two": (
        "Ana Costa meets Erik Hansen at the Blue Room at the Miraflor Palace in Lima.",
        "Blue Room",
        "Peru",
    ),
    "embassy": ("Ana Costa meets Erik Hansen at the embassy in Lima.", "embassy", "Peru"),
}


@pytest.mark.parametrize(("text", "name", "country"), VENUES.values(), ids=VENUES)
def test_a_venue_is_a_place_in_its_country(parse: Parse, text: str, name: str, country: str | None) -> None:
    document = prepare(parse(text))
    found = find_venue(document, next(document.doc.sents), len(document.doc))
    assert found is not None
    venue, span = found
    assert (venue.name, venue.country, span.text) == (name, country, name)
    assert venue in document.entities


NO_VENUE = {
    "event": "Ana Costa meets Erik Hansen at the Lima Summit.",
    "time": "Ana Costa meets Erik Hansen at the time of the vote.",
    "end": "Ana Costa meets Erik Hansen at the end of May.",
    "clock": "Ana Costa meets Erik Hansen at 5 p.m.",
    "person": "Ana Costa smiles at Erik Hansen.",
    "common_thing": "Ana Costa looks at the sea.",
    "least": "At least five people meet.",
    "price": "Bread sells at a price of one dollar.",
    "no_at": "Ana Costa meets Erik Hansen in Lima.",
    "group": "Ana Costa shouts at the ministers.",
}


@pytest.mark.parametrize("text", NO_VENUE.values(), ids=NO_VENUE)
def test_what_is_no_venue(parse: Parse, text: str) -> None:
    document = prepare(parse(text))
    assert find_venue(document, next(document.doc.sents), len(document.doc)) is None


def test_a_caption_takes_place_at_its_venue(read: Read) -> None:
    told = read(
        "President Ana Costa, left, meets Prime Minister Erik Hansen at the Miraflor Palace in Lima, Peru, March 10, 2014."
    ).only
    assert (told.place, told.start) == ("Miraflor Palace", "2014-03-10")
