"""The whole chain over a sentence: what it tells, what it leaves, and what it says it did not understand."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from tests.extract.reading import Told

A = "attendee"

TOLD = {
    "met": (
        "French President Marie Duval met with Brazilian Foreign Minister Carlos Pinto in Geneva on Monday.",
        Told(
            "meeting",
            "occurred",
            "2014-03-10",
            None,
            "Geneva",
            {"Marie Duval": A, "Carlos Pinto": A},
            ("met with",),
        ),
    ),
    "counterpart": (
        "Italian Foreign Minister Paolo Ricci held talks with his Egyptian counterpart, Hassan Fahmy, in Cairo on Tuesday.",
        Told(
            "talks",
            "occurred",
            "2014-03-11",
            None,
            "Cairo",
            {"Paolo Ricci": A, "Hassan Fahmy": A},
            ("talks",),
        ),
    ),
    "hosted": (
        "Chancellor Anna Weber hosted Polish Prime Minister Jan Nowak in Berlin on Thursday.",
        Told(
            "meeting",
            "occurred",
            "2014-03-06",
            None,
            "Berlin",
            {"Anna Weber": "host", "Jan Nowak": A},
            ("hosted",),
        ),
    ),
    "called": (
        "Defense Secretary Tom Baker called Japanese Defense Minister Ken Sato on Sunday.",
        Told("call", "occurred", "2014-03-09", None, None, {"Tom Baker": A, "Ken Sato": A}, ("called",)),
    ),
    "planned_summit": (
        "A summit between President Ana Costa and Prime Minister Erik Hansen will take place in Oslo next month.",
        Told("summit", "planned", "2014-04", None, "Oslo", {"Ana Costa": A, "Erik Hansen": A}, ("A summit",)),
    ),
    "offices": (
        "The foreign ministers of France, Germany and Poland will meet in Weimar next Monday.",
        Told(
            "meeting",
            "planned",
            "2014-03-17",
            None,
            "Weimar",
            {
                "Foreign Minister of France": A,
                "Foreign Minister of Germany": A,
                "Foreign Minister of Poland": A,
            },
            ("meet",),
        ),
    ),
    "counterpart_offices": (
        "Mexico's foreign minister met his Cuban counterpart in Havana on Monday.",
        Told(
            "meeting",
            "occurred",
            "2014-03-10",
            None,
            "Havana",
            {"Foreign Minister of Mexico": A, "Foreign Minister of Cuba": A},
            ("met",),
        ),
    ),
    "countries": (
        "Talks between Israel and Egypt are continuing in Cairo.",
        Told("talks", "ongoing", None, None, "Cairo", {"Israel": A, "Egypt": A}, ("Talks",)),
    ),
    "parliament": (
        "The parliament will hold a special session on Thursday.",
        Told("session", "planned", "2014-03-13", None, None, {"parliament": A}, ("a special session",)),
    ),
    "visit": (
        "The visit by Foreign Minister Ivan Petrov to Finland last month was his first.",
        Told(
            "visit",
            "occurred",
            "2014-02",
            None,
            "Finland",
            {"Ivan Petrov": A, "Finland": "host"},
            ("The visit",),
        ),
    ),
    "quoted": (
        '"I met with Prime Minister Hansen yesterday," President Ana Costa said.',
        Told("meeting", "occurred", "2014-03-11", None, None, {"Ana Costa": A, "Hansen": A}, ("met with",)),
    ),
    "caption": (
        "FILE - President Ana Costa speaks with Prime Minister Erik Hansen during a meeting in Lisbon, Portugal, Jan. 5, 2012.",
        Told(
            "meeting",
            "occurred",
            "2012-01-05",
            None,
            "Lisbon",
            {"Ana Costa": A, "Erik Hansen": A},
            ("speaks with", "a meeting"),
        ),
    ),
}


@pytest.mark.parametrize(("text", "told"), TOLD.values(), ids=TOLD)
def test_what_a_sentence_tells(read: Read, text: str, told: Told) -> None:
    assert read(text).only == told


WITHOUT_MEETING_WORD = {
    "rally": "Thousands of people gathered at a rally in Lisbon on Saturday.",
    "gathering": "Mourners gathered in the square on Monday.",
    "brought": "The rain brought relief to the farmers.",
    "table": "The book lay on the table.",
    "vote": "Lawmakers voted on the bill on Monday.",
    "news_conference": "President Ana Costa told a news conference in Lisbon that trade was growing.",
    "dialogue": "The two countries maintain a strategic dialogue on trade.",
    "targets": "The company met its sales targets last year.",
    "opposition": "The plan met with opposition in parliament.",
    "strike": "Workers went on strike in Lima on Monday.",
    "trial": "The trial of Jan Nowak opened in Lima on Monday.",
    "interview": "President Ana Costa gave an interview to a newspaper.",
    "fight": "Rebels and soldiers fought near the town on Monday.",
}


@pytest.mark.parametrize("text", WITHOUT_MEETING_WORD.values(), ids=WITHOUT_MEETING_WORD)
def test_what_is_no_meeting_leaves_nothing_to_explain(read: Read, text: str) -> None:
    reading = read(text)
    assert reading.meetings == ()
    assert reading.unexplained == []


UNEXPLAINED = {
    "habit": "The leaders often meet in Geneva.",
    "usual": "President Ana Costa usually meets Prime Minister Erik Hansen in May.",
    "place": "Senator Tom Hill visited the flood zone on Sunday.",
    "supporters": "President Ana Costa greeted supporters in Porto on Saturday.",
    "meetings_in_general": "She spends her days in meetings with clients.",
    "fans": "Actor Tom Hill met fans at a cinema in London.",
    "refugees": "The town of Porto hosts thousands of refugees.",
    "private_trip": "Jan Nowak enjoyed his trip to Norway.",
    "never": "He said the meeting never took place.",
    "lone_conference": "The conference was too long.",
}


@pytest.mark.parametrize("text", UNEXPLAINED.values(), ids=UNEXPLAINED)
def test_a_sentence_with_a_meeting_word_and_no_meeting_is_listed(read: Read, text: str) -> None:
    reading = read("It rained. " + text)
    assert reading.meetings == ()
    assert reading.unexplained == [text]
    assert reading.report.coverage.sentences == 2


def test_a_sentence_that_gave_a_meeting_is_explained(read: Read) -> None:
    assert read("Ana Costa met Erik Hansen. The leaders often meet in Geneva.").unexplained == [
        "The leaders often meet in Geneva."
    ]


def test_a_sentence_is_listed_once(read: Read) -> None:
    text = "They often meet, and sometimes talk with students."
    assert read(text).unexplained == [text]


def test_a_date_ahead_makes_a_meeting_planned(read: Read) -> None:
    told = read("The summit on March 20 in Prague brings together Ana Costa and Erik Hansen.").only
    assert (told.status, told.start) == ("planned", "2014-03-20")


def test_an_empty_text_tells_nothing(read: Read) -> None:
    reading = read("")
    assert (reading.meetings, reading.unexplained, reading.report.coverage.sentences) == ((), [], 0)
