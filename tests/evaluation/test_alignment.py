"""Which told meeting is which annotated meeting."""

from __future__ import annotations

import pytest

from kg.evaluation.alignment import align, likeness, same_passage
from tests.evaluation.records import meeting, person

WEBER, ORTEGA, ROSSI = person("Anna Weber"), person("Luis Ortega"), person("Carla Rossi")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Weber met Ortega", "On Monday, Weber met Ortega in Madrid.", True),
        (
            "the leaders talked about trade and fishing",
            "talked about trade and fishing the leaders did",
            True,
        ),
        ("the leaders talked about trade and fishing", "the farmers talked of rain and hail", False),
        ("they met again", "again they met", False),  # too short to tell from chance
        ("…", "they met", False),
    ],
)
def test_a_passage_is_the_same_if_most_of_it_is(one: str, other: str, same: bool) -> None:
    assert same_passage([one], [other]) is same


def test_two_common_participants_make_a_match() -> None:
    assert likeness(meeting(WEBER, ORTEGA), meeting(ORTEGA, WEBER)) == 2.25


def test_one_common_participant_needs_the_date_or_the_place() -> None:
    gold = meeting(WEBER, ORTEGA, start="2015-06-15", place="Madrid")
    assert likeness(gold, meeting(WEBER, ROSSI)) is None
    assert likeness(gold, meeting(WEBER, ROSSI, start="2015-06-15")) == 1.0 + 0.5 + 0.25
    assert likeness(gold, meeting(WEBER, ROSSI, place="Madrid", status="planned")) == 1.0 + 0.5


def test_the_date_and_place_alone_make_no_match() -> None:
    gold, told = (meeting(who, start="2015-06-15", place="Madrid") for who in (WEBER, ORTEGA))
    assert likeness(gold, told) is None


def test_the_same_words_make_a_match_without_participants() -> None:
    gold, told = (meeting(quotes=("The cabinet met on Sunday.",)) for _ in range(2))
    assert likeness(gold, told) == 1.25


def test_two_meetings_of_the_same_people_are_told_apart_by_their_words() -> None:
    first = meeting(WEBER, ORTEGA, id="first", quotes=("Weber met Ortega in Madrid in spring",))
    second = meeting(WEBER, ORTEGA, id="second", quotes=("the two are to meet once more in Berlin",))
    matching = align([first, second], [second, first])
    assert matching.matched == ((first, first), (second, second))
