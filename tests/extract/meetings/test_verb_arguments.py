"""The parties of a verb that tells of a meeting."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read

BOTH = {"Ana Costa": "attendee", "Erik Hansen": "attendee"}

PARTIES = {
    "object": ("President Ana Costa met Prime Minister Erik Hansen.", BOTH),
    "with": ("President Ana Costa met with Prime Minister Erik Hansen.", BOTH),
    "coordinated_subject": ("President Ana Costa and Prime Minister Erik Hansen met in Lima.", BOTH),
    "relative_clause": (
        "President Ana Costa, who met Prime Minister Erik Hansen on Monday, was hopeful.",
        BOTH,
    ),
    "control": ("Jan Nowak urged President Ana Costa to meet Prime Minister Erik Hansen.", BOTH),
    "participle": ("President Ana Costa flew home after meeting Prime Minister Erik Hansen.", BOTH),
    "second_verb": ("President Ana Costa flew to Oslo and met Prime Minister Erik Hansen.", BOTH),
    "invitation_declined": (
        "President Ana Costa declined an invitation to meet Prime Minister Erik Hansen.",
        BOTH,
    ),
    "whose_plan": ("Ana Costa's decision to meet Prime Minister Erik Hansen drew criticism.", BOTH),
    "whom": (
        "Prime Minister Erik Hansen, whom President Ana Costa received on Friday, was hopeful.",
        {"Ana Costa": "host", "Erik Hansen": "attendee"},
    ),
    "we": ('"We met President Ana Costa yesterday," Prime Minister Erik Hansen said.', BOTH),
    "matter": ("President Ana Costa came to Lima to discuss trade with Prime Minister Erik Hansen.", BOTH),
    "brought_together": (
        "Mediator Jan Nowak brought the two delegations together in Geneva on Tuesday.",
        {"Jan Nowak": "mediator", "delegations": "attendee"},
    ),
    "briefed": (
        "The Security Council was briefed by envoy Jan Nowak on Monday.",
        {"Security Council": "attendee", "Jan Nowak": "attendee"},
    ),
    "heard_testimony": (
        "The Senate Intelligence Committee heard testimony from director Jan Nowak on Thursday.",
        {"Senate Intelligence Committee": "attendee", "Jan Nowak": "attendee"},
    ),
    "candidates_debate": (
        "The Republican candidates will debate on Thursday in Detroit.",
        {"Republican candidates": "attendee"},
    ),
    "clause_on_the_last": ("Ana Costa and Erik Hansen, who met in Lima, signed a deal.", BOTH),
    "face_to_face": ("Ana Costa met face to face with Erik Hansen.", BOTH),
    "accompanied_by": (
        "Prime Minister Erik Hansen, accompanied by Jan Nowak, met President Ana Costa on Monday.",
        {**BOTH, "Jan Nowak": "attendee"},
    ),
    "stopped_from": ("Police stopped Ana Costa from meeting Erik Hansen.", BOTH),
    "told_body": (
        "Envoy Jan Nowak told the U.N. Security Council on Monday that aid was needed.",
        {"U.N. Security Council": "attendee", "Jan Nowak": "attendee"},
    ),
    "ministers_gathered": (
        "The foreign ministers of Chile and Peru gathered in Lima on Sunday.",
        {"Foreign Minister of Chile": "attendee", "Foreign Minister of Peru": "attendee"},
    ),
    "list": (
        "President Ana Costa met with Erik Hansen, Rosa Vega and Jan Nowak.",
        {**BOTH, "Rosa Vega": "attendee", "Jan Nowak": "attendee"},
    ),
    "together_with": (
        "Together with Rosa Vega, President Ana Costa met Prime Minister Erik Hansen.",
        {**BOTH, "Rosa Vega": "attendee"},
    ),
    "host": (
        "President Ana Costa hosted Prime Minister Erik Hansen.",
        {"Ana Costa": "host", "Erik Hansen": "attendee"},
    ),
    "received": (
        "President Ana Costa received Prime Minister Erik Hansen in Lima.",
        {"Ana Costa": "host", "Erik Hansen": "attendee"},
    ),
    "received_by": (
        "Prime Minister Erik Hansen was received by President Ana Costa in Lima.",
        {"Ana Costa": "host", "Erik Hansen": "attendee"},
    ),
    "handshake": ("President Ana Costa shook hands with Prime Minister Erik Hansen.", BOTH),
    "matter_is_no_party": ("President Ana Costa discussed Peru with Prime Minister Erik Hansen.", BOTH),
    "spoke_by_phone": ("President Ana Costa spoke by phone to Prime Minister Erik Hansen.", BOTH),
    "met_for_talks_with": (
        "President Ana Costa met in Lima for talks with Prime Minister Erik Hansen.",
        BOTH,
    ),
    "visited": (
        "President Ana Costa visited Prime Minister Erik Hansen in Oslo.",
        {"Ana Costa": "attendee", "Erik Hansen": "host"},
    ),
    "testified": (
        "President Ana Costa testified before the Senate Intelligence Committee on Tuesday.",
        {"Ana Costa": "attendee", "Senate Intelligence Committee": "attendee"},
    ),
    "body": ("The U.N. Security Council met on Tuesday.", {"U.N. Security Council": "attendee"}),
    "dateline": (
        "LISBON — Portuguese President Ana Costa and Prime Minister Erik Hansen met on Tuesday.",
        BOTH,
    ),
    "agency_dateline": (
        "LISBON (Agency) - President Ana Costa and Prime Minister Erik Hansen met on Tuesday.",
        BOTH,
    ),
    "note_style": (
        "Foreign Minister Ana Costa traveled to Oslo. Met with Prime Minister Erik Hansen.",
        BOTH,
    ),
}


@pytest.mark.parametrize(("text", "parties"), PARTIES.values(), ids=PARTIES)
def test_the_parties_of_a_verb(read: Read, text: str, parties: dict[str, str]) -> None:
    assert read(text).only.parties == parties


NONE = {
    "addressed_crowd": "President Ana Costa addressed a crowd in Lima.",
    "told_reporters": "President Ana Costa told reporters that trade was growing.",
    "warned": "President Ana Costa warned that prices would rise.",
    "spoke_to_agency": "President Ana Costa spoke to the Associated Press on Monday.",
    "greeted_news": "President Ana Costa greeted the news with a smile.",
    "hosts_refugees": "The town of Porto hosts thousands of refugees.",
    "visited_school": "President Ana Costa visited a school in Porto on Monday.",
    "called_plan": "President Ana Costa called the plan a mistake.",
    "received_letter": "President Ana Costa received a letter from Prime Minister Erik Hansen.",
    "welcomed_decision": "President Ana Costa welcomed the decision of Prime Minister Erik Hansen.",
    "tear_gas": "Police met protesters with tear gas on Monday.",
    "mourners_gathered": "Mourners gathered in the square on Monday.",
    "storm_gathered": "A storm gathered over Lima on Monday.",
    "brought_news": "The war brought families together in the shelters.",
    "gathered_things": "Ana Costa gathered her papers and left.",
    "told_agency": "President Ana Costa told the news agency on Monday that trade was growing.",
    "heard_shots": "The committee heard shots on Monday.",
    "debated_bill": "Senators debated the bill on Monday.",
    "met_fans": "Actor Tom Hill met fans at a cinema in London.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_verbs_without_a_counterpart_tell_of_no_meeting(read: Read, text: str) -> None:
    assert read(text).meetings == ()
