"""Words that number a meeting."""

from __future__ import annotations

import pytest

from kg.resolve.meetings.rounds import Round, contradict, rounds


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the second round of talks", {("round", 2)}),
        ("their third face-to-face meeting", {("meeting", 3)}),
        ("the 70th session", {("meeting", 70)}),
        ("the 23d meeting", {("meeting", 23)}),
        ("the 3rd meeting", {("meeting", 3)}),
        ("the eleventh annual conference", {("meeting", 11)}),
        ("round three", {("round", 3)}),
        ("Summit 7", {("meeting", 7)}),
        ("Lakeside II", {("meeting", 2)}),
        ("the 6th and 7th Meetings", {("meeting", 6), ("meeting", 7)}),
        ("the second day of the meeting", set()),
        ("the first time the two talked", set()),
        ("a two-day summit", set()),
        ("met with", set()),
        ("the 2015 conference", set()),
    ],
)
def test_the_number_of_a_meeting_is_read(words: str, expected: set[Round]) -> None:
    assert rounds([words]) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("second round of talks", "first round", True),
        ("second round of talks", "the talks", False),
        ("second round of talks", "third meeting", False),
        ("the 6th and 7th Meetings", "7th session", False),
    ],
)
def test_two_numbers_of_the_same_kind_contradict(one: str, other: str, expected: bool) -> None:
    assert contradict(rounds([one]), rounds([other])) is expected
