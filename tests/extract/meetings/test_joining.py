"""Which mentions tell of one event."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read

ONE = {
    "the_talks": (
        "President Ana Costa held talks with Prime Minister Erik Hansen in Lima on Monday. The talks ended without a deal.",
        ("talks", "The talks"),
    ),
    "the_meeting": (
        "President Ana Costa met Prime Minister Erik Hansen on Monday. The meeting lasted two hours.",
        ("met", "The meeting"),
    ),
    "their_meeting": (
        "President Ana Costa met Prime Minister Erik Hansen on Monday. Their meeting lasted two hours.",
        ("met", "Their meeting"),
    ),
    "told_twice": (
        "President Ana Costa met Prime Minister Erik Hansen in Lima.\n\nCosta met Hansen at the palace.",
        ("met", "met"),
    ),
    "noun_then_verb": (
        "A summit opened in Prague on Monday. The summit was the first in years.",
        ("A summit", "The summit"),
    ),
    "same_sentence": (
        "President Ana Costa met Prime Minister Erik Hansen for a meeting in Lima.",
        ("met", "a meeting"),
    ),
    "call": (
        "President Ana Costa phoned Prime Minister Erik Hansen on Monday. The phone call lasted an hour.",
        ("phoned", "The phone call"),
    ),
    "caption_and_story": (
        "President Ana Costa, left, shakes hands with Prime Minister Erik Hansen in Lima, March 10, 2014.\n\n"
        "Ana Costa met Erik Hansen in Lima on Monday.",
        ("shakes", "met"),
    ),
    "plan_and_its_cancellation": (
        "President Ana Costa will meet Prime Minister Erik Hansen on Friday. The meeting was later canceled.",
        ("meet", "The meeting"),
    ),
    "spoke_and_call": (
        "President Ana Costa spoke with Prime Minister Erik Hansen. In the call, Costa thanked Hansen.",
        ("spoke with", "the call"),
    ),
    "named_plan": (
        "President Ana Costa will visit Finland on Friday. Critics praised Ana Costa's visit to Finland.",
        ("visit", "Ana Costa's visit"),
    ),
    "session_of_a_summit": (
        "The ministers gathered for a summit in Oslo. They left the second session of the summit.",
        ("gathered", "a summit", "the summit"),
    ),
    "attendance": (
        "President Ana Costa hosted a summit in Lima on Monday. Prime Minister Erik Hansen also participated.",
        ("a summit", "participated"),
    ),
}


@pytest.mark.parametrize(("text", "words"), ONE.values(), ids=ONE)
def test_mentions_of_one_meeting_are_joined(read: Read, text: str, words: tuple[str, ...]) -> None:
    assert read(text).only.words == words


TWO = {
    "other_day": "Ana Costa met Erik Hansen on Monday. Ana Costa met Erik Hansen on March 3.",
    "other_place": "Ana Costa met Erik Hansen in Lima. Ana Costa met Erik Hansen in Oslo.",
    "other_people": "Ana Costa met Erik Hansen in Lima. Rosa Vega met Jan Nowak in Lima.",
    "call_and_meeting": "Ana Costa phoned Erik Hansen on Monday. Ana Costa met Erik Hansen on Tuesday.",
    "past_and_plan": "Ana Costa met Erik Hansen on Monday. Ana Costa will meet Erik Hansen again next month.",
    "a_new_one": "Ana Costa met Erik Hansen on Monday. A meeting with Rosa Vega followed on Tuesday.",
    "summit_and_aside": "President Ana Costa met Prime Minister Erik Hansen at the NATO summit in Prague.",
    "coordinated": "Ana Costa met Erik Hansen on Monday and met Rosa Vega on Tuesday.",
    "agreed_to_meet_again": "Ana Costa and Erik Hansen met on Tuesday. They agreed to meet again in Oslo next month.",
    "one_after_another": "President Ana Costa visited Finland a week after she met Rosa Vega in Lima.",
    "before_flying": "Ana Costa met Erik Hansen in Oslo before flying to Rome for talks with Rosa Vega.",
    "aside_told_first": "On the sidelines of the NATO summit in Prague, Ana Costa met with Erik Hansen.",
    "talks_and_speech": "Ana Costa held talks with Erik Hansen and addressed the Senate.",
    "denied_and_told": "Ana Costa met Erik Hansen in Lima. Ana Costa refused to meet Rosa Vega.",
}


@pytest.mark.parametrize("text", TWO.values(), ids=TWO)
def test_different_meetings_stay_apart(read: Read, text: str) -> None:
    assert len(read(text).meetings) == 2


def test_a_joined_meeting_has_all_that_its_mentions_tell(read: Read) -> None:
    told = read(
        "President Ana Costa met Prime Minister Erik Hansen on Monday. "
        "The meeting in Lima was also attended by Rosa Vega."
    ).only
    assert told.parties == {"Ana Costa": "attendee", "Erik Hansen": "attendee", "Rosa Vega": "attendee"}
    assert (told.type, told.start, told.place) == ("meeting", "2014-03-10", "Lima")


def test_the_more_telling_type_wins(read: Read) -> None:
    told = read("Ana Costa and Erik Hansen met in Lima on Monday. The talks lasted two hours.").only
    assert (told.type, told.words) == ("talks", ("met", "The talks"))


def test_the_more_precise_time_wins(read: Read) -> None:
    told = read(
        "President Ana Costa met Prime Minister Erik Hansen in March. The meeting was held on March 5."
    ).only
    assert told.start == "2014-03-05"


def test_three_who_met_at_a_summit_are_the_summit(read: Read) -> None:
    told = read(
        "Presidents Ana Costa, Rosa Vega and Jan Nowak met at the Southern Peoples Summit in Lima on Monday."
    ).only
    assert (told.type, told.place, told.start) == ("summit", "Lima", "2014-03-10")
    assert sorted(told.parties) == ["Ana Costa", "Jan Nowak", "Rosa Vega"]


def test_the_name_of_a_summit_is_no_place(read: Read) -> None:
    told = read("Prime Minister Costa met President Hansen at the Arctic Rim Summit in Reykjavik on Monday.")
    assert {meeting.place for meeting in told.meetings} == {"Reykjavik"}


def test_a_meeting_at_a_summit_is_held_where_and_when_that_is(read: Read) -> None:
    aside, summit = read(
        "Ana Costa and Erik Hansen spoke on the sidelines of the NATO summit in Prague."
    ).meetings
    assert (aside.type, aside.place, sorted(aside.parties)) == (
        "meeting",
        "Prague",
        ["Ana Costa", "Erik Hansen"],
    )
    assert (summit.type, summit.place, sorted(summit.parties)) == ("summit", "Prague", ["NATO"])


WHO_CAME = {
    "also attended": {"Jan Nowak": "attendee"},
    "did not attend": {"Jan Nowak": "absent"},
    "did not take part": {"Jan Nowak": "absent"},
    "declined to attend": {"Jan Nowak": "absent"},
    "was unable to attend": {"Jan Nowak": "absent"},
    "hoped to attend": {},
    "was expected to take part": {},
}


@pytest.mark.parametrize(("told", "part"), WHO_CAME.items(), ids=WHO_CAME)
def test_only_who_is_told_to_have_come_was_at_a_meeting_told_just_before(
    read: Read, told: str, part: dict[str, str]
) -> None:
    text = (
        f"President Ana Costa held talks with Prime Minister Erik Hansen in Lima on Monday. Jan Nowak {told}."
    )
    assert read(text).only.parties == {"Ana Costa": "attendee", "Erik Hansen": "attendee", **part}
