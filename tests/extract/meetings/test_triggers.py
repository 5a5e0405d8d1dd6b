"""The words that may tell of a meeting, and those that only look so."""

from __future__ import annotations

import pytest

from kg.extract.meetings.captions import find_captions
from kg.extract.meetings.triggers import find_triggers
from tests.extract.conftest import Parse


def triggers(parse: Parse, text: str) -> list[tuple[str, str]]:
    document = parse(text)
    return [(c.span.text, c.type) for c in find_triggers(document, find_captions(document))]


FOUND = {
    "met": ("Ana Costa met Erik Hansen in Lisbon.", "met", "meeting"),
    "met_with": ("Ana Costa met with Erik Hansen in Lisbon.", "met with", "meeting"),
    "sat_down_with": ("Ana Costa sat down with Erik Hansen on Monday.", "sat down with", "meeting"),
    "conferred": ("Ana Costa conferred with Erik Hansen about the budget.", "conferred with", "meeting"),
    "hosted": ("Ana Costa hosted Erik Hansen at the palace.", "hosted", "meeting"),
    "due_to_see": ("Ana Costa was due to see Erik Hansen on Friday.", "see", "meeting"),
    "spoke_aside": (
        "Ana Costa and Erik Hansen spoke on the sidelines of the assembly.",
        "spoke",
        "meeting",
    ),
    "shook_hands": ("Ana Costa shook hands with Erik Hansen.", "shook", "meeting"),
    "light_verb": ("Ana Costa held talks with Erik Hansen.", "talks", "talks"),
    "negotiated": ("Ana Costa negotiated with Erik Hansen for hours.", "negotiated with", "talks"),
    "round": ("The latest round of talks opened in Oslo.", "The latest round of talks", "talks"),
    "series": ("A series of meetings opened in Oslo.", "A series of meetings", "meeting"),
    "discussions": ("Discussions between the two sides lasted all night.", "Discussions", "talks"),
    "held_dialogue": ("Ana Costa held a dialogue with farmers in Porto.", "a dialogue", "talks"),
    "summit": ("The NATO summit ended on Friday.", "The NATO summit", "summit"),
    "summit_meeting": ("The leaders held a summit meeting in Oslo.", "a summit meeting", "summit"),
    "conference": ("A donor conference opened in Lima.", "A donor conference", "conference"),
    "debate": (
        "The two candidates clashed in a televised debate.",
        "a televised debate",
        "conference",
    ),
    "session": (
        "An emergency session of the council was held on Monday.",
        "An emergency session",
        "session",
    ),
    "cabinet": ("A cabinet meeting was held on Monday.", "A cabinet meeting", "session"),
    "hearing": ("The committee held a hearing on Monday.", "a hearing", "session"),
    "testified": ("Ana Costa testified before a Senate committee.", "testified", "session"),
    "visit": ("The visit by Ana Costa to Oslo was short.", "The visit", "visit"),
    "phoned": ("Ana Costa phoned Erik Hansen on Monday night.", "phoned", "call"),
    "telephone_call": ("Ana Costa made a telephone call to Erik Hansen.", "a telephone call", "call"),
    "by_phone": ("Ana Costa spoke with Erik Hansen by phone.", "spoke with", "call"),
    "conversation": (
        "In a telephone conversation with Erik Hansen she was firm.",
        "a telephone conversation",
        "call",
    ),
    "spoke_by_phone_with": ("Ana Costa spoke by phone with Erik Hansen.", "spoke by phone with", "call"),
    "frank_conversation": (
        "Ana Costa had a frank conversation with Erik Hansen.",
        "a frank conversation",
        "meeting",
    ),
    "discussed_by_phone": ("Ana Costa and Erik Hansen discussed it by phone.", "discussed", "call"),
    "council_met": ("The Security Council met on Monday.", "met", "session"),
    "gathered": ("Ministers gathered in Oslo.", "gathered", "meeting"),
    "meeting_of_a_body": ("A meeting of the cabinet was held.", "A meeting", "session"),
    "had_lunch": ("Ana Costa had lunch with Erik Hansen.", "lunch", "meeting"),
}


@pytest.mark.parametrize(("text", "words", "kind"), FOUND.values(), ids=FOUND)
def test_words_that_tell_of_a_meeting(parse: Parse, text: str, words: str, kind: str) -> None:
    assert triggers(parse, text) == [(words, kind)]


LEFT = {
    "targets": "The company met its sales targets last year.",
    "demands": "The government has met the demands of the strikers.",
    "met_with_opposition": "The plan met with opposition in parliament.",
    "met_with_silence": "Her words were met with silence.",
    "news_conference": "Ana Costa gave a news conference in Lisbon.",
    "press_conference": "Ana Costa announced it at a press conference.",
    "policy_dialogue": "The two countries maintain a strategic dialogue on trade.",
    "saw": "Ana Costa saw the flooded fields from a helicopter.",
    "called_names": "Ana Costa called the plan a mistake.",
    "called_on": "Ana Costa called on the government to resign.",
    "called_off": "The company called off the merger.",
    "idle_talk": "There was talk of a new tax.",
    "budget_debate": "The debate over the budget went on.",
    "training_session": "The training session lasted two hours.",
    "court_hearing": "The court hearing was adjourned.",
    "shook_head": "Erik Hansen shook his head.",
    "sat": "Erik Hansen sat in the front row.",
    "discussed": "They discussed the budget.",
    "meeting_room": "The meeting room was empty.",
    "congress_votes": "Congress passed the bill on Monday.",
    "table": "The papers lay on the table.",
    "name_of_a_party": "Officials from the Forum for Change waited in Lima.",
    "brought": "Ana Costa brought the papers to Lisbon.",
    "gathered_papers": "Ana Costa gathered her papers.",
    "family_dinner": "Dinner was served at eight.",
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_words_that_only_look_like_a_meeting(parse: Parse, text: str) -> None:
    assert triggers(parse, text) == []


def test_boilerplate_has_no_triggers(parse: Parse) -> None:
    document = parse("Ana Costa met Erik Hansen. Meet our team of editors.")
    document.boilerplate[6:] = [True] * len(document.boilerplate[6:])
    assert [c.span.text for c in find_triggers(document, set())] == ["met"]


def test_attendance_without_an_event_only_points_back(parse: Parse) -> None:
    document = parse("The summit opens in Lima. Erik Hansen will also participate.")
    found = [(c.span.text, c.pointer) for c in find_triggers(document, set())]
    assert found == [("The summit", False), ("participate", True)]


def test_a_caption_may_show_somebody_speaking_to_somebody(parse: Parse) -> None:
    caption = "Ana Costa, left, talks to Erik Hansen in Lisbon."
    assert triggers(parse, caption) == [("talks", "meeting")]
    assert triggers(parse, "Ana Costa talked to a friend.") == []
