"""Whether a meeting took place: never told as happened where it did not."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read

STATUS = {
    "past": ("President Ana Costa met Prime Minister Erik Hansen.", "occurred"),
    "past_perfect": ("President Ana Costa had met Prime Minister Erik Hansen twice.", "occurred"),
    "present_perfect": ("President Ana Costa has met Prime Minister Erik Hansen.", "occurred"),
    "said_after": ("President Ana Costa spoke after talks with Prime Minister Erik Hansen.", "occurred"),
    "that_clause": ("Jan Nowak said President Ana Costa met Prime Minister Erik Hansen.", "occurred"),
    "relative_clause": (
        "President Ana Costa, who met Prime Minister Erik Hansen, will run again.",
        "occurred",
    ),
    "future_after_it": ("President Ana Costa met Prime Minister Erik Hansen, who will retire.", "occurred"),
    "was_held": (
        "A meeting between President Ana Costa and Prime Minister Erik Hansen was held.",
        "occurred",
    ),
    "negated_speech_at_it": (
        "President Ana Costa did not speak at the summit in Prague on Monday.",
        "occurred",
    ),
    "progressive": ("President Ana Costa is meeting Prime Minister Erik Hansen in Lima.", "ongoing"),
    "has_been_meeting": ("President Ana Costa has been meeting with rebel leaders.", "ongoing"),
    "continuing": ("Talks between Chile and Peru are continuing in Lima.", "ongoing"),
    "ongoing_talks": ("The ongoing talks between Chile and Peru cover fish.", "ongoing"),
    "will": ("President Ana Costa will meet Prime Minister Erik Hansen.", "planned"),
    "is_to": ("President Ana Costa is to meet Prime Minister Erik Hansen.", "planned"),
    "due_to": ("President Ana Costa was due to meet Prime Minister Erik Hansen.", "planned"),
    "plans_to": ("President Ana Costa plans to meet Prime Minister Erik Hansen.", "planned"),
    "expected": ("President Ana Costa is expected to hold talks with Prime Minister Erik Hansen.", "planned"),
    "scheduled": ("A meeting between Ana Costa and Erik Hansen is scheduled for Friday.", "planned"),
    "agreed_to": ("President Ana Costa agreed to meet Prime Minister Erik Hansen.", "planned"),
    "reported_future": ("President Ana Costa said she would meet Prime Minister Erik Hansen.", "planned"),
    "ahead_of": ("President Ana Costa left ahead of a meeting with Prime Minister Erik Hansen.", "planned"),
    "upcoming": ("The upcoming meeting between Ana Costa and Erik Hansen is no secret.", "planned"),
    "purpose": ("President Ana Costa is in Oslo to meet Prime Minister Erik Hansen.", "planned"),
    "left_for": ("President Ana Costa left for Oslo for talks with Prime Minister Erik Hansen.", "planned"),
    "date_ahead": ("The talks between Chile and Peru on March 20 are the first.", "planned"),
    "supposed_to": ("President Ana Costa was supposed to meet Prime Minister Erik Hansen.", "planned"),
    "due_to_begin": ("Talks between Chile and Peru are due to begin in Oslo.", "planned"),
    "will_not_attend": ("Prime Minister Erik Hansen will not attend the summit.", "planned"),
    "canceled": ("President Ana Costa canceled a meeting with Prime Minister Erik Hansen.", "cancelled"),
    "called_off": ("The talks between Chile and Peru were called off.", "cancelled"),
    "postponed": ("The talks between Chile and Peru have been postponed.", "cancelled"),
    "plan_called_off": (
        "A meeting between Ana Costa and Erik Hansen was to take place in Lima but was called off.",
        "cancelled",
    ),
    "cancellation": ("The cancellation of the talks between Chile and Peru was a surprise.", "cancelled"),
    "refused": ("President Ana Costa refused to meet Prime Minister Erik Hansen.", "denied"),
    "denied": ("President Ana Costa denied that she had met Prime Minister Erik Hansen.", "denied"),
    "denied_reports": (
        "President Ana Costa denied reports that she had met Prime Minister Erik Hansen.",
        "denied",
    ),
    "denied_reports_of": (
        "Chile denied reports of talks between Ana Costa and Prime Minister Erik Hansen.",
        "denied",
    ),
    "reports_denied": (
        "Reports of talks between Ana Costa and Erik Hansen were denied on Monday.",
        "denied",
    ),
    "did_not_deny_reports": (
        "Chile did not deny reports of talks between Ana Costa and Prime Minister Erik Hansen.",
        "hypothetical",
    ),
    "confirmed_reports": (
        "Chile confirmed reports of talks between Ana Costa and Prime Minister Erik Hansen.",
        "occurred",
    ),
    "unable": ("President Ana Costa was unable to meet Prime Minister Erik Hansen.", "denied"),
    "did_not": ("President Ana Costa did not meet Prime Minister Erik Hansen.", "denied"),
    "never": ("President Ana Costa never met Prime Minister Erik Hansen.", "denied"),
    "failed_to": ("President Ana Costa and Prime Minister Erik Hansen failed to meet.", "denied"),
    "will_not": ("President Ana Costa will not meet Prime Minister Erik Hansen.", "denied"),
    "no_meeting": ("There was no meeting between Ana Costa and Erik Hansen.", "denied"),
    "neither": ("President Ana Costa met neither Erik Hansen nor Rosa Vega.", "denied"),
    "instead_of": ("Instead of meeting Prime Minister Erik Hansen, President Ana Costa flew home.", "denied"),
    "not_true": ("A spokesman said it was not true that Ana Costa met Erik Hansen.", "denied"),
    "ruled_out": ("President Ana Costa ruled out a meeting with Prime Minister Erik Hansen.", "denied"),
    "if": (
        "If President Ana Costa meets Prime Minister Erik Hansen, they will discuss trade.",
        "hypothetical",
    ),
    "could": ("President Ana Costa could meet Prime Minister Erik Hansen.", "hypothetical"),
    "urged": ("Jan Nowak urged President Ana Costa to meet Prime Minister Erik Hansen.", "hypothetical"),
    "offered": ("President Ana Costa offered to meet Prime Minister Erik Hansen.", "hypothetical"),
    "hopes": ("President Ana Costa hopes to meet Prime Minister Erik Hansen.", "hypothetical"),
    "ready": ("President Ana Costa is ready to meet Prime Minister Erik Hansen.", "hypothetical"),
    "possible": ("A possible meeting between Ana Costa and Erik Hansen was on the agenda.", "hypothetical"),
    "proposal": ("The proposal for talks between Chile and Peru came late.", "hypothetical"),
    "no_plans": ("There are no plans for a meeting between Ana Costa and Erik Hansen.", "denied"),
    "yet_to": ("President Ana Costa has yet to meet Prime Minister Erik Hansen.", "denied"),
    "talks_yet_to_begin": ("Talks between Chile and Peru have yet to begin.", "planned"),
    "left_without": ("President Ana Costa left without meeting Prime Minister Erik Hansen.", "denied"),
    "without_talks": ("Without talks between Chile and Peru the strike will go on.", "hypothetical"),
    "declined_invitation": (
        "President Ana Costa declined an invitation to meet Prime Minister Erik Hansen.",
        "denied",
    ),
    "accepted_invitation": (
        "President Ana Costa accepted an invitation to meet Prime Minister Erik Hansen.",
        "planned",
    ),
    "dropped_plans": (
        "President Ana Costa scrapped plans to meet Prime Minister Erik Hansen.",
        "cancelled",
    ),
    "considering": ("President Ana Costa is considering a visit to Finland.", "hypothetical"),
    "planned_visit_scrapped": (
        "Prime Minister Erik Hansen's planned visit to Finland was scrapped.",
        "cancelled",
    ),
    "never_took_place": ("The meeting between Ana Costa and Erik Hansen never took place.", "denied"),
    "is_in_for_talks": (
        "President Ana Costa is in Oslo for talks with Prime Minister Erik Hansen.",
        "planned",
    ),
    "is_on_a_visit": ("President Ana Costa is on a state visit to Finland.", "ongoing"),
    "meets_on_a_weekday": ("President Ana Costa meets Prime Minister Erik Hansen on Friday.", "planned"),
    "called_for_a_weekday": ("President Ana Costa called a meeting of party leaders for Sunday.", "planned"),
    "before_leaving_for": (
        "President Ana Costa spoke before flying to Oslo for talks with Prime Minister Erik Hansen.",
        "occurred",
    ),
    "opened": ("President Ana Costa opened the summit in Prague on Monday.", "occurred"),
    "open_to": ("President Ana Costa is open to talks with Prime Minister Erik Hansen.", "hypothetical"),
    "efforts": ("Jan Nowak made efforts to restart talks between Chile and Peru.", "hypothetical"),
    "aimed_at": ("The plan is aimed at bringing Chile and Peru to the negotiating table.", "hypothetical"),
    "to_the_table": ("Peru and Chile are expected to return to the negotiating table.", "hypothetical"),
    "participation_suspended": ("Chile suspended its participation in talks with Peru.", "cancelled"),
    "is_meeting_on": ("President Ana Costa is meeting Erik Hansen on Friday.", "planned"),
    "caption_of_a_plan": ("FILE - President Ana Costa will speak at a summit in Lima.", "planned"),
    "turned_down": ("President Ana Costa turned down talks with Prime Minister Erik Hansen.", "denied"),
    "never_started": ("Talks between Chile and Peru failed to start.", "denied"),
    "failed_to_yield": ("Talks between Chile and Peru failed to yield a deal.", "occurred"),
    "barred": ("Ana Costa was barred from meeting Erik Hansen.", "denied"),
    "stopped_from": ("Police stopped Ana Costa from meeting Erik Hansen.", "denied"),
    "aborted": ("The meeting between Ana Costa and Erik Hansen was aborted.", "cancelled"),
    "efforts_to_arrange": (
        "Efforts to arrange a meeting between Ana Costa and Erik Hansen failed.",
        "hypothetical",
    ),
    "rejected_offer": ("Chile rejected an offer of talks from Peru.", "denied"),
}


@pytest.mark.parametrize(("text", "status"), STATUS.values(), ids=STATUS)
def test_the_status_of_a_meeting(read: Read, text: str, status: str) -> None:
    assert read(text).only.status == status


def test_a_caption_shows_what_was(read: Read) -> None:
    caption = "President Ana Costa meets Prime Minister Erik Hansen in Lima, March 10, 2014."
    assert read(caption).only.status == "occurred"


def test_those_who_do_not_attend_say_nothing_against_the_event(read: Read) -> None:
    told = read("President Ana Costa did not attend the summit in Prague on Monday.").only
    assert (told.status, told.parties) == ("occurred", {"Ana Costa": "absent"})


def test_later_words_of_the_article_call_off_a_plan(read: Read) -> None:
    told = read(
        "President Ana Costa will meet Prime Minister Erik Hansen on Friday.\n\n"
        "The two countries quarrel over fish.\n\nOfficials said late on Tuesday that the meeting was canceled."
    ).only
    assert told.status == "cancelled"


def test_without_a_day_of_publication_only_the_grammar_decides(read: Read) -> None:
    told = read("Ana Costa met Erik Hansen on March 20, 2035.", None).only
    assert told.status == "occurred"
