"""What is only reported, denied, talked about or prepared is never told as held."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extract.conftest import Read

THIS_SPRING = date(2021, 3, 4)

REPORTS = {
    "false": ("Reports of talks between Peru and Chile were false, the ministry said.", "denied"),
    "not_true": ("Reports of a meeting between Ana Costa and Erik Hansen were not true.", "denied"),
    "that_untrue": ("Reports that Ana Costa met Erik Hansen are untrue, her office said.", "denied"),
    "turned_out": ("Reports that Ana Costa had met Erik Hansen turned out to be wrong.", "denied"),
    "turned_out_true": ("Reports that Ana Costa had met Erik Hansen turned out to be true.", "occurred"),
    "dismissed_as": ("Ana Costa dismissed as false reports that she met Erik Hansen.", "denied"),
    "fabrication": ("The claim that Ana Costa had met Erik Hansen was a fabrication.", "denied"),
    "it_is_false": ("It is false that Ana Costa met Erik Hansen in Lima.", "denied"),
    "it_is_a_lie": ("It is a lie that Ana Costa met Erik Hansen.", "denied"),
    "denied_of": ("Reports that Jan Nowak had met Ana Costa were denied by the ministry.", "denied"),
    "there_were": ("There were reports of a meeting between Ana Costa and Erik Hansen.", "hypothetical"),
    "rumours": ("Amid rumours of talks between Chile and Peru, shares fell.", "hypothetical"),
    "a_report_that": ("A report that Ana Costa met Erik Hansen appeared.", "hypothetical"),
    "unconfirmed": (
        "The ministry could not confirm reports of talks between Chile and Peru.",
        "hypothetical",
    ),
    "confirmed_that": ("The ministry confirmed reports that Ana Costa met Erik Hansen.", "occurred"),
    "of_the_talks": ("Reports of the talks between Chile and Peru reached the capital.", "occurred"),
    "after_talks": ("A report published after talks between Chile and Peru was wrong.", "occurred"),
    "alleged": ("The alleged meeting between Ana Costa and Erik Hansen caused an outcry.", "hypothetical"),
    "rumoured": (
        "The rumoured meeting between Ana Costa and Erik Hansen is the talk of Oslo.",
        "hypothetical",
    ),
    "news_false": ("News that Ana Costa met Erik Hansen was false.", "denied"),
    "no_evidence": ("There is no evidence that Ana Costa met Erik Hansen.", "hypothetical"),
    "allegedly": ("Ana Costa allegedly met Erik Hansen in Oslo.", "hypothetical"),
    "rumored_to": ("Ana Costa is rumored to have met Erik Hansen in Oslo.", "hypothetical"),
    "another_clause": ("Ana Costa met Erik Hansen on Monday; Jan Nowak was not there.", "occurred"),
    "support": ("President Ana Costa sought support for talks between Chile and Peru.", "hypothetical"),
    "a_meeting_with": ("Ana Costa discussed a meeting with President Erik Hansen.", "hypothetical"),
    "meeting": ("Jan Nowak and Ana Costa discussed meeting President Erik Hansen in Oslo.", "hypothetical"),
    "prospects": ("Prospects for a conference between Chile and Peru improved.", "hypothetical"),
}


@pytest.mark.parametrize(("text", "status"), REPORTS.values(), ids=list(REPORTS))
def test_what_stands_on_the_word_of_others(read: Read, text: str, status: str) -> None:
    assert read(text).only.status == status


@pytest.mark.parametrize(
    "matter",
    [
        "a peace conference",
        "the peace conference",
        "proposed peace conference",
        "the planned peace conference in Geneva",
        "the Geneva summit",
        "preparations for the summit in Geneva",
        "prospects for a peace conference in Geneva",
    ],
)
def test_an_event_that_people_discuss_has_not_been_held(read: Read, matter: str) -> None:
    reading = read(f"President Ana Costa discussed {matter} with President Erik Hansen in Oslo on Monday.")
    held = [m for m in reading.meetings if m.status in {"occurred", "ongoing"}]
    assert all(m.type == "meeting" and m.place != "Geneva" for m in held)


def test_what_is_discussed_on_a_journey_is_not_held_there(read: Read) -> None:
    text = "President Ana Costa traveled to Oslo, Norway, on March 10, 2014. Discussed {} with Erik Hansen."
    for matter, place in (("a possible meeting", None), ("preparations for the Geneva summit", "Geneva")):
        meetings = [m for m in read(text.format(matter)).meetings if m.status != "occurred"]
        assert [(m.start, m.place) for m in meetings] == [(None, place)]


def test_those_after_with_discuss_the_conference(read: Read) -> None:
    reading = read("President Ana Costa discussed the peace conference with senior Peruvian officials.")
    assert reading.only.type == "meeting"
    assert set(reading.only.parties) == {"Ana Costa", "senior Peruvian officials"}


def test_the_date_of_a_summit_that_is_prepared_is_not_that_of_the_meeting(read: Read) -> None:
    text = "Ana Costa met with Erik Hansen in Paris to prepare the Geneva summit of April 2021."
    held = [m for m in read(text, THIS_SPRING).meetings if m.status == "occurred"]
    assert [(m.place, m.start) for m in held] == [("Paris", None)]


@pytest.mark.parametrize(
    "stayed", ["was not present at", "was absent from", "stayed away from", "did not attend"]
)
def test_who_was_not_there_is_absent(read: Read, stayed: str) -> None:
    meeting = read(f"Jan Nowak {stayed} the talks between Ana Costa and Erik Hansen in Geneva.").only
    assert meeting.status == "occurred"
    assert meeting.parties == {"Ana Costa": "attendee", "Erik Hansen": "attendee", "Jan Nowak": "absent"}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("A meeting between Ana Costa and Erik Hansen planned for April 12 was cancelled.", "2021-04-12"),
        ("A summit of Chile and Peru planned for April was cancelled on Monday.", "2021-04"),
        ("Chile on Monday cancelled a summit with Peru scheduled for May.", "2021-05"),
        ("Talks between Chile and Peru, due in October, were called off.", "2021-10"),
        ("A summit between Chile and Peru set for January was called off.", "2022-01"),
    ],
)
def test_what_was_set_for_a_month_was_set_for_the_coming_one(read: Read, text: str, start: str) -> None:
    meeting = read(text, THIS_SPRING).only
    assert (meeting.status, meeting.start) == ("cancelled", start)


@pytest.mark.parametrize("verb", ["spoke", "discussed the matter", "conferred"])
def test_a_call_has_two_ends(read: Read, verb: str) -> None:
    meeting = read(f"President Ana Costa {verb} by telephone with Prime Minister Erik Hansen.").only
    assert meeting.type == "call"
    assert set(meeting.parties) == {"Ana Costa", "Erik Hansen"}


def test_the_first_of_a_list_that_the_parser_takes_for_an_adverb(read: Read) -> None:
    meeting = read("Ana Costa, Jan Nowak and Danish Foreign Minister Lars Berg met.").only
    assert set(meeting.parties) == {"Ana Costa", "Jan Nowak", "Lars Berg"}


def test_a_federal_district_is_nobody(read: Read) -> None:
    reading = read("Ana Costa met with President Erik Hansen in Mexico, D.F. on Monday.")
    assert set(reading.only.parties) == {"Ana Costa", "Erik Hansen"}
    assert not reading.report.organizations
