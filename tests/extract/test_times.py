"""Times: what is found, at which precision, and what is left alone."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kg.extract.times import find_times, future_reading, tense_of

WEDNESDAY = date(2021, 6, 16)


def found(parse, text, published=WEDNESDAY):
    """Each time as (words, start, end)."""
    return [(t.span.text, t.start, t.end) for t in find_times(parse(text, published))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on May 3, 2019 in Oslo.", [("May 3, 2019", "2019-05-03", None)]),
        ("They met on 3 May 2019 in Oslo.", [("3 May 2019", "2019-05-03", None)]),
        ("They met on the 3rd of May, 2019.", [("3rd of May, 2019", "2019-05-03", None)]),
        ("They met in Oslo on 2019-05-03.", [("2019-05-03", "2019-05-03", None)]),
        ("They met in Oslo on 5/23/2019.", [("5/23/2019", "2019-05-23", None)]),
        ("They met on Friday, May 3, 2019.", [("Friday, May 3, 2019", "2019-05-03", None)]),
        ("They met in March 2011 in Oslo.", [("March 2011", "2011-03", None)]),
        ("They met in 2011 in Oslo.", [("2011", "2011", None)]),
        ("They met at the 2011 summit.", [("2011", "2011", None)]),
    ],
)
def test_a_date_with_a_year_needs_no_publication_date(parse, text, expected):
    assert found(parse, text, None) == expected


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("He visited Cairo from February 23, 1989 to February 25, 1989.", "1989-02-23", "1989-02-25"),
        ("He visited Cairo from December 30, 1988 to January 2, 1989.", "1988-12-30", "1989-01-02"),
        ("The congress takes place Oct. 15-17, 2016.", "2016-10-15", "2016-10-17"),
        ("The congress took place between 15 and 17 October 2016.", "2016-10-15", "2016-10-17"),
        ("The congress will be held Aug. 7 to 9.", "2021-08-07", "2021-08-09"),
        ("The congress was held on June 2 and 3.", "2021-06-02", "2021-06-03"),
        ("He was chancellor from 2004 to 2007.", "2004", "2007"),
        ("He was chancellor between 2004 and 2007.", "2004", "2007"),
    ],
)
def test_a_range_has_a_start_and_an_end(parse, text, start, end):
    assert [(s, e) for _, s, e in found(parse, text)] == [(start, end)]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The two met on Oct. 15 in Oslo.", "2020-10-15"),
        ("The two will meet on Oct. 15 in Oslo.", "2021-10-15"),
        ("The two met in December in Oslo.", "2020-12"),
        ("The two are due to meet in December in Oslo.", "2021-12"),
        ("The two met in early June in Oslo.", "2021-06"),
        ("The two met last March in Oslo.", "2021-03"),
    ],
)
def test_a_date_without_a_year_takes_the_year_that_the_tense_allows(parse, text, start):
    assert [s for _, s, _ in found(parse, text)] == [start]


def test_two_years_are_a_range_only_between_them(parse):
    assert found(parse, "He won in 2006 and 2011.") == [("2006", "2006", None), ("2011", "2011", None)]


def test_a_bare_weekday_has_a_past_and_a_future_reading(parse):
    (time,) = find_times(parse("The ministers met on Saturday.", WEDNESDAY))
    assert (time.start, time.future_start, time.weekday_only) == ("2021-06-12", "2021-06-19", True)
    assert time.basis == "relative"
    assert tense_of(time.span.root) == "past"


def test_the_weekday_of_publication_is_the_day_itself(parse):
    (time,) = find_times(parse("The ministers met Wednesday morning.", WEDNESDAY))
    assert (time.start, time.future_start) == ("2021-06-16", "2021-06-16")


def test_last_and_next_leave_a_weekday_one_reading(parse):
    document = parse("They met last Wednesday. They will meet again next Monday.", WEDNESDAY)
    assert [(t.start, t.future_start) for t in find_times(document)] == [
        ("2021-06-09", None),
        ("2021-06-21", None),
    ]


def test_a_range_of_weekdays_keeps_its_length_in_the_future(parse):
    (time,) = find_times(parse("The ministers will meet from Thursday to Saturday.", WEDNESDAY))
    assert (time.start, time.end) == ("2021-06-10", "2021-06-12")
    assert future_reading(time) == ("2021-06-17", "2021-06-19")


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("today", "2021-06-16"),
        ("yesterday", "2021-06-15"),
        ("tomorrow", "2021-06-17"),
        ("last night", "2021-06-15"),
        ("three days ago", "2021-06-13"),
        ("two weeks ago", "2021-06"),
        ("earlier this week", "2021-06"),
        ("last month", "2021-05"),
        ("next month", "2021-07"),
        ("last year", "2020"),
        ("two years ago", "2019"),
        ("later this year", "2021"),
    ],
)
def test_relative_words_keep_their_precision(parse, words, start):
    assert found(parse, f"The ministers had talks {words}.") == [(words, start, None)]


def test_nothing_relative_is_resolved_without_a_publication_date(parse):
    text = "They met on Saturday, after talks last week, on May 3 and yesterday."
    assert found(parse, text, None) == []


def test_a_dated_dateline_stands_in_for_the_publication_date(parse):
    text = "OSLO, June 16, 2021 (Agency) — The ministers met on Monday."
    assert found(parse, text, None) == [("Monday", "2021-06-14", None)]


def test_the_date_of_a_dateline_is_not_the_time_of_an_event(parse):
    assert found(parse, "OSLO, June 16 (Agency) — The ministers had talks.") == []


@pytest.mark.parametrize(
    "text",
    [
        "They meet every Monday and on Fridays.",
        "The Sept. 11 attacks changed the city.",
        "He was born in the 1990s and is 2000 days old.",
        "They talked for three days about two months of war.",
        "He may march in spring.",
        "The 10-year-old deal was worth $2,016 a day.",
        "Readers of the Sunday Times know it.",
        "They met on Good Friday.",
        "It happened more than a year ago.",
        "In today's world nobody writes letters.",
    ],
)
def test_habits_ages_durations_decades_and_names_are_not_dates(parse, text):
    assert found(parse, text) == []


def test_a_bound_is_less_certain_than_a_date(parse):
    (by,) = find_times(parse("The ministers want a deal by Friday.", WEDNESDAY))
    (on,) = find_times(parse("The ministers signed a deal on Friday.", WEDNESDAY))
    assert by.confidence < on.confidence


def test_a_duration_stretches_the_day_on_which_an_event_ends(parse):
    text = "The ministers on Tuesday ended their three-day retreat near Oslo."
    assert found(parse, text) == [("Tuesday", "2021-06-13", "2021-06-15")]


def test_a_duration_stretches_the_day_on_which_an_event_begins(parse):
    text = "The leaders opened a two-day summit in Oslo on June 14, 2021."
    assert found(parse, text) == [("June 14, 2021", "2021-06-14", "2021-06-15")]


def test_the_next_day_follows_the_day_told_before(parse):
    text = "The ministers met on June 3, 2021. The next day they flew home."
    assert [s for _, s, _ in found(parse, text)] == ["2021-06-03", "2021-06-04"]


def test_a_date_time_of_publication_counts_by_its_day(parse):
    assert found(parse, "They met yesterday.", datetime(2021, 6, 16, 23, 30)) == [
        ("yesterday", "2021-06-15", None)
    ]


def test_a_day_that_the_calendar_lacks_is_no_date(parse):
    assert found(parse, "They met on June 31, 2021.") == []


def test_times_in_boilerplate_are_not_read(parse):
    document = parse("Published on June 3, 2021.", WEDNESDAY)
    document.boilerplate = [True] * len(document.doc)
    assert find_times(document) == []


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The leaders will meet on Monday.", "future"),
        ("The leaders are scheduled to meet on Monday.", "future"),
        ("The leaders plan to meet on Monday.", "future"),
        ("The leaders are meeting on Monday.", "future"),
        ("He spoke ahead of Monday's talks.", "future"),
        ("The leaders meet on Monday.", "present"),
        ("The leaders met on Monday.", "past"),
        ("He arrived to meet the leaders on Monday.", "past"),
        ("He spoke after Monday's talks.", "past"),
        ("He said Monday he would not meet them.", "past"),
    ],
)
def test_the_tense_around_a_time_is_told_by_verb_or_preposition(parse, text, tense):
    (time,) = find_times(parse(text, WEDNESDAY))
    assert tense_of(time.span.root) == tense
