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
    "paid_a_visit": (
        "Prime Minister Erik Hansen paid a visit to Finland on Monday.",
        {"Erik Hansen": "attendee", "Finland": "host"},
    ),
    "on_a_visit": (
        "Prime Minister Erik Hansen, who is on a two-day visit to Finland, praised the accord.",
        {"Erik Hansen": "attendee", "Finland": "host"},
    ),
    "arrived_for_a_visit": (
        "Prime Minister Erik Hansen arrived in Lima on Monday for a two-day visit.",
        {"Erik Hansen": "attendee", "Peru": "host"},
    ),
    "said_on_a_visit": (
        "On a visit to Finland, Prime Minister Erik Hansen said the troops would stay.",
        {"Erik Hansen": "attendee", "Finland": "host"},
    ),
    "considers_a_visit": (
        "President Ana Costa is considering a visit to Finland in May.",
        {"Ana Costa": "attendee", "Finland": "host"},
    ),
    "ruled_out": ("President Ana Costa ruled out a meeting with Prime Minister Erik Hansen.", BOTH),
    "remarks_after": (
        "Ana Costa's remarks came after a meeting with Prime Minister Erik Hansen in Geneva.",
        BOTH,
    ),
    "told_at": ("President Ana Costa told Prime Minister Erik Hansen at a meeting in Lima to wait.", BOTH),
    "their_talks": (
        "Speaking beside Prime Minister Erik Hansen after their talks, President Ana Costa urged patience.",
        BOTH,
    ),
    "emerged_from": ("President Ana Costa emerged from a meeting with Erik Hansen smiling.", BOTH),
    "joined_for_lunch": ("President Ana Costa joined Prime Minister Erik Hansen for lunch in Rome.", BOTH),
    "dinner_for": ("President Ana Costa hosted a dinner for Prime Minister Erik Hansen.", HOSTED),
    "also_attending": (
        "Also attending the summit in Lima were President Ana Costa and Prime Minister Erik Hansen.",
        BOTH,
    ),
    "among_those_attending": (
        "Among those attending the summit in Lima were Ana Costa and Erik Hansen.",
        BOTH,
    ),
    "chaired_and_attended": (
        "The meeting was chaired by President Ana Costa and attended by Prime Minister Erik Hansen.",
        HOSTED,
    ),
    "failed_after": (
        "After four days of talks, Chile and Peru failed to reach a deal.",
        {"Chile": "attendee", "Peru": "attendee"},
    ),
    "negotiating_table": (
        "Jan Nowak urged Chile and Peru to return to the negotiating table.",
        {"Chile": "attendee", "Peru": "attendee"},
    ),
    "chairman_of_it": (
        "The chairman of the conference, Jan Nowak, opened it in Lima on Monday.",
        {"Jan Nowak": "host"},
    ),
    "told_a_conference": ("Analyst Jan Nowak told a conference in Oslo to wait.", {"Jan Nowak": "attendee"}),
    "expected_at": (
        "Prime Minister Erik Hansen is expected at the summit in Lima.",
        {"Erik Hansen": "attendee"},
    ),
    "attacked_in_debate": (
        "In Thursday's debate in Detroit, Ana Costa attacked Erik Hansen.",
        BOTH,
    ),
    "accompanied_at": (
        "President Ana Costa was accompanied by Jan Nowak at the talks with Prime Minister Erik Hansen.",
        {**BOTH, "Jan Nowak": "attendee"},
    ),
    "accompanied_to": (
        "Jan Nowak accompanied President Ana Costa to a meeting with Prime Minister Erik Hansen.",
        {**BOTH, "Jan Nowak": "attendee"},
    ),
    "walked_out": (
        "Jan Nowak walked out of the talks between Ana Costa and Erik Hansen.",
        {**BOTH, "Jan Nowak": "attendee"},
    ),
    "pulled_out": (
        "Jan Nowak pulled out of the talks between Ana Costa and Erik Hansen.",
        {**BOTH, "Jan Nowak": "absent"},
    ),
    "suspended_participation": (
        "Chile suspended its participation in the talks in Geneva on Monday.",
        {"Chile": "attendee"},
    ),
    "days_of_talks": ("Ana Costa and Erik Hansen began two days of talks in Lima on Tuesday.", BOTH),
    "leaders_posed": (
        "Foreign ministers pose at the start of a NATO meeting in Oslo, Norway, March 3, 2014.",
        {"Foreign ministers": "attendee", "NATO": "attendee"},
    ),
    "members_after_a_date": (
        "President Ana Costa met with rebel commanders, including Rosa Vega and Jan Nowak.",
        {
            "Ana Costa": "attendee",
            "rebel commanders": "attendee",
            "Rosa Vega": "attendee",
            "Jan Nowak": "attendee",
        },
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
    "called_useful": ("Senator Tom Hill called the talks between Ana Costa and Erik Hansen useful.", BOTH),
    "leaked": ("A newspaper printed notes from the meeting between Ana Costa and Erik Hansen.", BOTH),
}


@pytest.mark.parametrize(("text", "parties"), NOT_TIED.values(), ids=NOT_TIED)
def test_those_who_only_talk_about_an_event_take_no_part(
    read: Read, text: str, parties: dict[str, str]
) -> None:
    assert read(text).only.parties == parties
