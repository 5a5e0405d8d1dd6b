"""The parties inside the phrase of an event noun."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read

BOTH = {"Ana Costa": "attendee", "Erik Hansen": "attendee"}
CHILE_PERU = {"Chile": "attendee", "Peru": "attendee"}

PARTIES = {
    "between": (
        "A meeting between President Ana Costa and Prime Minister Erik Hansen lasted two hours.",
        BOTH,
    ),
    "possessive": ("Ana Costa's meeting with Prime Minister Erik Hansen lasted two hours.", BOTH),
    "countries": ("Talks between Chile and Peru began on Monday.", CHILE_PERU),
    "adjective_before": ("Chilean talks with Peru began on Monday.", CHILE_PERU),
    "nation_pair": ("Chilean-Peruvian talks began in Lima on Monday.", CHILE_PERU),
    "named_body": ("The NATO summit began in Prague on Monday.", {"NATO": "attendee"}),
    "session_of": (
        "An emergency session of the Security Council was held on Monday.",
        {"Security Council": "attendee"},
    ),
    "hosted_by": (
        "Talks between Chile and Peru hosted by Norway began on Monday.",
        {**CHILE_PERU, "Norway": "host"},
    ),
    "mediated_by": (
        "The talks between Chile and Peru, mediated by Norway, began on Monday.",
        {**CHILE_PERU, "Norway": "mediator"},
    ),
    "brokered": (
        "UN-brokered talks between Chile and Peru began on Monday.",
        {**CHILE_PERU, "United Nations": "mediator"},
    ),
    "brokered_by_nation": (
        "Norwegian-brokered talks between Chile and Peru began on Monday.",
        {**CHILE_PERU, "Norway": "mediator"},
    ),
    "organization": (
        "Talks between NATO and Chile began on Monday.",
        {"NATO": "attendee", "Chile": "attendee"},
    ),
    "round_of_talks": ("A new round of talks between Chile and Peru began on Monday.", CHILE_PERU),
    "offer_rejected": ("Chile has rejected an offer of talks from Peru.", CHILE_PERU),
    "visit": (
        "The visit by Foreign Minister Ana Costa to Finland was her first.",
        {"Ana Costa": "attendee", "Finland": "host"},
    ),
    "owned_visit": (
        "Prime Minister Erik Hansen's visit to Finland lasted three days.",
        {"Erik Hansen": "attendee", "Finland": "host"},
    ),
    "call_to": ("Ana Costa's phone call to Prime Minister Erik Hansen lasted an hour.", BOTH),
    "our": ('"Our talks with Ana Costa were long," Prime Minister Erik Hansen said.', BOTH),
    "party_convention": (
        "The Republican convention in Denver began on Monday.",
        {"Republican Party": "attendee"},
    ),
    "group_and_person": (
        "A meeting between opposition leaders and President Ana Costa was held on Monday.",
        {"opposition leaders": "attendee", "Ana Costa": "attendee"},
    ),
}


@pytest.mark.parametrize(("text", "parties"), PARTIES.values(), ids=PARTIES)
def test_the_parties_in_the_phrase_of_a_noun(read: Read, text: str, parties: dict[str, str]) -> None:
    assert read(text).only.parties == parties


def test_the_name_of_an_event_is_no_party_of_it(read: Read) -> None:
    reading = read("President Ana Costa spoke at the Lima Climate Summit on Monday.")
    assert [m.parties for m in reading.meetings] == [{"Ana Costa": "attendee"}]


def test_those_after_with_meet_those_after_of(read: Read) -> None:
    parties = read("A meeting of rebels with President Ana Costa ended without agreement.").only.parties
    assert parties["Ana Costa"] == "attendee"


def test_the_matter_of_talks_is_no_party(read: Read) -> None:
    assert read("Talks between Chile and Peru on Bolivia began on Monday.").only.parties == CHILE_PERU


NONE = {
    "no_parties": "The meeting was long.",
    "plural_habit": "President Ana Costa raises the matter in meetings with students.",
    "rally": "Thousands of people gathered at a rally in Lisbon on Saturday.",
    "dialogue": "The two countries maintain a strategic dialogue on trade.",
    "talk_of": "There was talk of a new tax between the two houses.",
    "visit_to_zone": "Her visit to the flood zone was short.",
    "home_visit": "A visit to the dentist costs more now.",
    "call_for": "The call for reform came from the streets.",
    "debate": "The debate about the new tax goes on.",
    "meeting_point": "The square is a meeting point for students.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_nouns_without_parties_tell_of_no_meeting(read: Read, text: str) -> None:
    assert read(text).meetings == ()
