"""Journeys set the place and the time of the meetings told right after them."""

from __future__ import annotations

import pytest

from kg.extract.meetings.frames import find_journeys
from tests.extract.conftest import Parse, Read
from tests.extract.reading import PUBLISHED, prepare

JOURNEYS = {
    "traveled": ("Ana Costa traveled to Oslo on Monday.", ["Ana Costa"], "Oslo", "2014-03-10"),
    "flew": ("Ana Costa flew to Lima on Sunday.", ["Ana Costa"], "Lima", "2014-03-09"),
    "arrived": ("Ana Costa arrived in Prague on March 3.", ["Ana Costa"], "Prague", "2014-03-03"),
    "left_for": ("Ana Costa left for Madrid on Tuesday.", ["Ana Costa"], "Madrid", "2014-03-11"),
    "visited": ("Ana Costa visited Cairo in December.", ["Ana Costa"], "Cairo", "2013-12"),
    "returned": ("Ana Costa returned to Lisbon.", ["Ana Costa"], "Lisbon", None),
    "was_in_to": ("Ana Costa was in Oslo on Monday to meet friends.", ["Ana Costa"], "Oslo", "2014-03-10"),
    "due_in": ("Ana Costa is due in Oslo on March 14.", ["Ana Costa"], "Oslo", "2014-03-14"),
    "two": ("Ana Costa and Erik Hansen traveled to Oslo.", ["Ana Costa", "Erik Hansen"], "Oslo", None),
    "country": ("Ana Costa traveled to Peru.", ["Ana Costa"], "Peru", None),
}


@pytest.mark.parametrize(("text", "who", "place", "start"), JOURNEYS.values(), ids=JOURNEYS)
def test_a_journey(parse: Parse, text: str, who: list[str], place: str, start: str | None) -> None:
    (journey,) = find_journeys(prepare(parse(text, PUBLISHED)))
    assert [e.name for e in journey.travellers] == who
    assert journey.place.name == place
    assert (journey.time.start if journey.time else None) == start


NONE = {
    "no_place": "Ana Costa traveled by train.",
    "thing": "The parcel arrived in Oslo on Monday.",
    "prices": "Prices went up in Peru.",
    "lives": "Ana Costa was in Oslo.",
    "standing": "Ana Costa stayed in Oslo.",
    "noun": "Her flight to Oslo was late.",
    "born": "Ana Costa was born in Lima.",
    "idea": "The idea came to nothing.",
    "went_home": "Ana Costa went home.",
    "works": "Ana Costa works in Madrid.",
    "letter": "The letter went to Lima.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_journey(parse: Parse, text: str) -> None:
    assert find_journeys(prepare(parse(text, PUBLISHED))) == []


def test_a_meeting_after_a_journey_is_held_there_and_then(read: Read) -> None:
    told = read(
        "Foreign Minister Ana Costa traveled to Oslo on Monday. She met with Prime Minister Erik Hansen."
    ).only
    assert (told.place, told.start) == ("Oslo", "2014-03-10")
    assert told.parties == {"Ana Costa": "attendee", "Erik Hansen": "attendee"}


def test_a_travel_record_gives_one_meeting_for_each_stop(read: Read) -> None:
    first, second = read(
        "Foreign Minister Ana Costa traveled to Oslo, Norway, on March 3, 2014. She met with Prime Minister Erik Hansen.\n\n"
        "Foreign Minister Ana Costa traveled to Lima, Peru, on March 5, 2014. She met with President Rosa Vega."
    ).meetings
    assert (first.place, first.start, sorted(first.parties)) == (
        "Oslo",
        "2014-03-03",
        ["Ana Costa", "Erik Hansen"],
    )
    assert (second.place, second.start, sorted(second.parties)) == (
        "Lima",
        "2014-03-05",
        ["Ana Costa", "Rosa Vega"],
    )


def test_a_meeting_with_a_place_of_its_own_keeps_it(read: Read) -> None:
    told = read("Ana Costa traveled to Oslo on Monday. She met Erik Hansen in Bergen.").only
    assert told.place == "Bergen"


def test_the_journey_of_somebody_else_says_nothing(read: Read) -> None:
    told = read("Jan Nowak traveled to Oslo on Monday. Ana Costa met Erik Hansen.").only
    assert (told.place, told.start) == (None, None)


def test_a_call_is_made_from_nowhere(read: Read) -> None:
    told = read("Ana Costa traveled to Oslo on Monday. She phoned Erik Hansen.").only
    assert told.place is None


def test_a_journey_reaches_only_so_far(read: Read) -> None:
    told = read(
        "Ana Costa traveled to Oslo on Monday. " + "It rained. " * 6 + "Ana Costa met Erik Hansen."
    ).only
    assert told.place is None
