"""The time and the place that belong to a meeting, and not to something else in its sentence."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read

DATES = {
    "weekday": ("Ana Costa met Erik Hansen on Monday.", "2014-03-10"),
    "bare_weekday": ("Ana Costa met Erik Hansen Tuesday.", "2014-03-11"),
    "last_weekday": ("Ana Costa met Erik Hansen last Friday.", "2014-03-07"),
    "future_weekday": ("Ana Costa will meet Erik Hansen on Friday.", "2014-03-14"),
    "yesterday": ("Ana Costa met Erik Hansen yesterday.", "2014-03-11"),
    "calendar_date": ("Ana Costa met Erik Hansen on January 5, 2013.", "2013-01-05"),
    "day_without_year": ("Ana Costa met Erik Hansen on March 3.", "2014-03-03"),
    "next_month": ("Ana Costa will meet Erik Hansen next month.", "2014-04"),
    "month": ("Ana Costa met Erik Hansen in December.", "2013-12"),
    "date_of_another_noun": ("Ana Costa met Erik Hansen after Monday's vote.", None),
    "year_of_a_treaty": ("Ana Costa met Erik Hansen over the 1977 Lima treaty.", None),
    "progressive_weekday": ("Ana Costa is meeting Erik Hansen on Friday.", "2014-03-14"),
    "progressive_today": ("Ana Costa is meeting Erik Hansen on Wednesday.", "2014-03-12"),
    "coming_month": ("Ana Costa will meet Erik Hansen during a trip to Peru in January.", "2015-01"),
    "present_weekday": ("Ana Costa meets Erik Hansen on Friday.", "2014-03-14"),
    "invited_for": ("Ana Costa invited Erik Hansen for talks on Friday.", "2014-03-14"),
    "called_for": ("Ana Costa called a meeting of party leaders for Sunday.", "2014-03-16"),
    "year": ("Ana Costa met Erik Hansen in 2011.", "2011"),
    "carried": ("Ana Costa held talks on Monday with Erik Hansen.", "2014-03-10"),
    "nearest_first": ("Ana Costa met Erik Hansen on Monday and flew home on Tuesday.", "2014-03-10"),
    "second_verb": ("Ana Costa arrived on Monday and met Erik Hansen on Tuesday.", "2014-03-11"),
    "date_of_saying": ("Ana Costa said on Tuesday that she met Erik Hansen on Sunday.", "2014-03-09"),
    "only_date_of_saying": ("Officials said on Tuesday that Ana Costa met Erik Hansen.", None),
    "date_of_something_else": ("Ana Costa met Erik Hansen, who was elected in 2010.", None),
    "none": ("Ana Costa met Erik Hansen.", None),
}


@pytest.mark.parametrize(("text", "start"), DATES.values(), ids=DATES)
def test_the_date_of_a_meeting(read: Read, text: str, start: str | None) -> None:
    assert read(text).only.start == start


def test_a_range_has_an_end(read: Read) -> None:
    told = read("Ana Costa will meet Erik Hansen in Lima on March 20-22.").only
    assert (told.start, told.end) == ("2014-03-20", "2014-03-22")


def test_without_a_day_of_publication_a_weekday_gives_no_date(read: Read) -> None:
    assert read("Ana Costa met Erik Hansen on Monday.", None).only.start is None


PLACES = {
    "in": ("Ana Costa met Erik Hansen in Lisbon.", "Lisbon", "Portugal"),
    "building": ("Ana Costa met Erik Hansen at the White House.", "White House", "United States"),
    "swiss_city": ("Ana Costa met Erik Hansen in the Swiss city of Basel.", "Basel", "Switzerland"),
    "carried": ("Ana Costa held talks in Oslo with Erik Hansen.", "Oslo", "Norway"),
    "before_noun": ("The Geneva talks between Chile and Peru began.", "Geneva", "Switzerland"),
    "relative_clause": ("Ana Costa went to Prague, where she met Erik Hansen.", "Prague", "Czech Republic"),
    "visited": ("Prime Minister Erik Hansen's visit to Finland was short.", "Finland", "Finland"),
    "province": ("Ana Costa met Erik Hansen in Finland's Turku region.", "Turku", "Finland"),
    "was_there_to": ("Ana Costa was in Lima to meet Erik Hansen.", "Lima", "Peru"),
    "country_only": ("Ana Costa met Erik Hansen in Peru.", "Peru", "Peru"),
    "city_and_country": ("Ana Costa met Erik Hansen in Cusco, Peru.", "Cusco", "Peru"),
    "place_of_second_verb": ("Ana Costa met Erik Hansen and flew to Madrid.", None, None),
    "topic": ("Ana Costa met Erik Hansen to discuss the war in Syria.", None, None),
    "adjective": ("Ana Costa met French Prime Minister Erik Hansen.", None, None),
    "home_of_party": ("Ana Costa met Erik Hansen of Norway.", None, None),
    "call": ("Ana Costa phoned Erik Hansen in Oslo.", None, None),
    "none": ("Ana Costa met Erik Hansen.", None, None),
}


@pytest.mark.parametrize(("text", "place", "country"), PLACES.values(), ids=PLACES)
def test_the_place_of_a_meeting(read: Read, text: str, place: str | None, country: str | None) -> None:
    reading = read(text)
    assert reading.only.place == place
    found = [p.country for p in reading.report.places if p.id == reading.report.meetings[0].place]
    assert found == ([country] if country else [])


def test_a_town_in_no_list_is_a_place_where_somebody_travels_to_it(read: Read) -> None:
    assert read("Ana Costa was to travel to Kasungwe to meet Erik Hansen.").only.place == "Kasungwe"


def test_two_meetings_of_a_sentence_keep_their_own_places_and_days(read: Read) -> None:
    first, second = read(
        "Ana Costa met Erik Hansen in Oslo on Sunday and met Rosa Vega in Lima on Tuesday."
    ).meetings
    assert (first.place, first.start) == ("Oslo", "2014-03-09")
    assert (second.place, second.start) == ("Lima", "2014-03-11")
