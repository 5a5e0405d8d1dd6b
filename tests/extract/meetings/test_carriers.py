"""Parties that a verb ties to an event noun."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read

BOTH = {"Ana Costa": "attendee", "Erik Hansen": "attendee"}
HOSTED = {"Ana Costa": "host", "Erik Hansen": "attendee"}

PARTIES = {
    "held": ("President Ana Costa held talks with Prime Minister Erik Hansen.", BOTH),
    "held_together": ("President Ana Costa and Prime Minister Erik Hansen held talks in Lima.", BOTH),
    "had_lunch": ("President Ana Costa had lunch with Prime Minister Erik Hansen.", BOTH),
    "began": ("President Ana Costa began talks with Prime Minister Erik Hansen in Lima.", BOTH),
    "attended": ("President Ana Costa attended a meeting with Prime Minister Erik Hansen.", BOTH),
    "said_after": (
        "President Ana Costa said after a meeting with Prime Minister Erik Hansen that she was hopeful.",
        BOTH,
    ),
    "agreed_during": (
        "President Ana Costa and Prime Minister Erik Hansen agreed on fish during talks in Lima.",
        BOTH,
    ),
    "arrived_for": ("President Ana Costa arrived in Oslo for talks with Prime Minister Erik Hansen.", BOTH),
    "speaking_after": (
        "Speaking after a meeting with President Ana Costa, Prime Minister Erik Hansen said it was close.",
        BOTH,
    ),
    "canceled": ("President Ana Costa canceled a meeting with Prime Minister Erik Hansen.", BOTH),
    "brought_together": (
        "The summit in Prague brought together President Ana Costa and Prime Minister Erik Hansen.",
        BOTH,
    ),
    "told_in_a_call": (
        "In a telephone call on Saturday, President Ana Costa told Prime Minister Erik Hansen to wait.",
        BOTH,
    ),
    "chaired": (
        "President Ana Costa chaired a meeting with Prime Minister Erik Hansen.",
        HOSTED,
    ),
    "hosted": ("President Ana Costa hosted talks with Prime Minister Erik Hansen.", HOSTED),
    "mediated": (
        "Jan Nowak mediated talks between Ana Costa and Erik Hansen.",
        {**BOTH, "Jan Nowak": "mediator"},
    ),
    "absent": (
        "Jan Nowak did not attend the meeting between President Ana Costa and Prime Minister Erik Hansen.",
        {**BOTH, "Jan Nowak": "absent"},
    ),
    "skipped": (
        "Jan Nowak skipped the meeting between President Ana Costa and Prime Minister Erik Hansen.",
        {**BOTH, "Jan Nowak": "absent"},
    ),
    "boycotted": ("Prime Minister Erik Hansen boycotted the summit in Prague.", {"Erik Hansen": "absent"}),
    "unable": (
        "Ana Costa was unable to attend the meeting with Erik Hansen.",
        {"Ana Costa": "absent", "Erik Hansen": "attendee"},
    ),
    "gathered_for": (
        "Rebel commanders gathered in Lima on Monday for a meeting with President Ana Costa.",
        {"Rebel commanders": "attendee", "Ana Costa": "attendee"},
    ),
    "called_for": (
        "Senator Tom Hill called for talks with Prime Minister Erik Hansen.",
        {"Tom Hill": "attendee", "Erik Hansen": "attendee"},
    ),
    "took_part": (
        "Prime Minister Erik Hansen took part in the summit in Prague.",
        {"Erik Hansen": "attendee"},
    ),
    "spoke_at": (
        "President Ana Costa spoke at the conference in Prague on Monday.",
        {"Ana Costa": "attendee"},
    ),
    "attended_by": (
        "The summit in Prague was attended by President Ana Costa and Prime Minister Erik Hansen.",
        BOTH,
    ),
    "convened_by": (
        "The talks in Prague were convened by President Ana Costa.",
        {"Ana Costa": "host"},
    ),
    "will_chair": ("President Ana Costa will chair a donor conference in Kuwait.", {"Ana Costa": "host"}),
}


@pytest.mark.parametrize(("text", "parties"), PARTIES.values(), ids=PARTIES)
def test_the_parties_that_a_verb_ties_to_a_noun(read: Read, text: str, parties: dict[str, str]) -> None:
    assert read(text).only.parties == parties


NOT_TIED = {
    "commented": ("Senator Tom Hill praised the talks between Ana Costa and Erik Hansen.", BOTH),
    "watched": ("Senator Tom Hill said the talks between Ana Costa and Erik Hansen were useful.", BOTH),
    "not_invited": ("Turkey was not invited to the talks between Ana Costa and Erik Hansen.", BOTH),
    "doubted": ("Senator Tom Hill doubts the meeting between Ana Costa and Erik Hansen will help.", BOTH),
    "leaked": ("A newspaper printed notes from the meeting between Ana Costa and Erik Hansen.", BOTH),
}


@pytest.mark.parametrize(("text", "parties"), NOT_TIED.values(), ids=NOT_TIED)
def test_those_who_only_talk_about_an_event_take_no_part(
    read: Read, text: str, parties: dict[str, str]
) -> None:
    assert read(text).only.parties == parties
