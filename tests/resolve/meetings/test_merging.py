"""Which tellings are one event: the cases that news presents, and what may never be joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from itertools import permutations
from random import Random
from zlib import crc32

import pytest

from kg.resolve.decisions import Decision, Judgements, judgements
from kg.resolve.meetings import keys_of, merge
from kg.resolve.tellings import Inference, Telling
from tests.resolve.tellings import body, country, office, person, told

ILMA = person("Ilma Reko", "Foreign Minister", "Finland")
JUDE = person("Jude Aster", "Secretary of State", "United States")
OMAR = person("Omar Dine", "Foreign Minister", "Algeria")
LEAGUE = body("Harbour League")
DAY = "2016-10-15"


def finder(tellings: Iterable[Telling]) -> Callable[[Collection[str]], list[Telling]]:
    """Look up ``tellings`` by their keys."""
    by_key: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for key in (*keys_of(telling), f"iri:{telling.report.iri}"):
            by_key[key].append(telling)
    return lambda keys: [telling for key in keys for telling in by_key[key]]


def events(*tellings: Telling) -> tuple[tuple[str, ...], ...]:
    """The events of all ``tellings``, the same in every order that is tried."""
    found = merge(tellings, finder(tellings))
    for order in [*permutations(tellings)][1:24:5]:
        assert merge(order, finder(order)) == found
    return found


def are_one(*tellings: Telling) -> bool:
    """Whether all are one event."""
    return len(events(*tellings)) == 1


def with_holder(telling: Telling, person: str) -> Telling:
    """``telling`` with the holder of its first participation, an office, worked out."""
    first, *others = telling.actors
    return replace(telling, actors=(replace(first, holder=Inference(person, ("x",), 0.9)), *others))


# What is one event.


def test_two_who_meet_on_a_day_are_one_event_in_all_articles() -> None:
    assert are_one(
        told("a1#m1", ILMA, JUDE, start=DAY),
        told("a2#m3", JUDE, ILMA, start=DAY, type="talks", place="Geneva"),
        told("a3#m1", JUDE, ILMA, OMAR, start=DAY, place="Switzerland"),
    )


def test_five_reports_of_one_summit_are_one_event() -> None:
    assert are_one(
        told("a1#m1", ILMA, JUDE, OMAR, start=DAY, place="Geneva", type="summit"),
        told("a2#m1", ILMA, JUDE, start=DAY, place="Geneva"),
        told("a3#m1", JUDE, OMAR, LEAGUE, start=DAY, type="summit"),
        told(
            "a4#m1",
            LEAGUE,
            ILMA,
            OMAR,
            start="2016-10-14",
            end="2016-10-15",
            place="Switzerland",
            type="conference",
        ),
        told("a5#m1", ILMA, start=DAY, place="Geneva", type="summit"),
    )


def test_a_planned_meeting_and_its_later_occurrence_are_one() -> None:
    planned = told("a1#m1", ILMA, JUDE, start=DAY, status="planned", published="2016-10-09")
    assert are_one(planned, told("a2#m1", ILMA, JUDE, start=DAY, published="2016-10-16"))


def test_a_meeting_planned_for_a_month_is_the_one_that_took_place_in_it() -> None:
    planned = told("a1#m1", ILMA, JUDE, start="2016-10", status="planned", published="2016-09-09")
    assert are_one(planned, told("a2#m1", ILMA, JUDE, start=DAY))
    assert not are_one(planned, told("a2#m1", ILMA, JUDE, start="2016-11-01", published="2016-11-02"))


def test_a_meeting_planned_without_a_day_is_the_one_of_the_days_after() -> None:
    planned = told("a1#m1", ILMA, JUDE, status="planned", published="2016-10-12")
    assert are_one(planned, told("a2#m1", ILMA, JUDE, start=DAY))
    assert not are_one(planned, told("a2#m1", ILMA, JUDE, start="2016-10-10", published="2016-10-11"))
    assert not are_one(planned, told("a2#m1", ILMA, JUDE, start="2016-11-10", published="2016-11-11"))


def test_a_planned_meeting_is_the_one_of_its_day_though_an_article_dates_that_to_the_next() -> None:
    at = {"place": "Geneva"}
    planned = told("a1#m1", ILMA, JUDE, start=DAY, status="planned", published="2016-10-09", **at)
    next_day = told("a3#m1", OMAR, ILMA, JUDE, start="2016-10-16", published="2016-10-17", **at)
    assert events(planned, told("a2#m1", ILMA, JUDE, OMAR, start=DAY, **at), next_day) == (
        ("a1#m1", "a2#m1", "a3#m1"),
    )
    # Of one who is nowhere among those of the other days, nobody says that it is the same.
    assert events(planned, told("a2#m1", ILMA, OMAR, start=DAY, **at), next_day) == (
        ("a1#m1",),
        ("a2#m1",),
        ("a3#m1",),
    )


def test_a_cancelled_meeting_is_the_one_that_was_planned() -> None:
    planned = told("a1#m1", ILMA, JUDE, start=DAY, status="planned", published="2016-10-09")
    assert are_one(planned, told("a2#m1", ILMA, JUDE, start=DAY, status="cancelled", published="2016-10-12"))


def test_an_office_counts_as_its_holder() -> None:
    named = told("a1#m1", person("Ilma Reko"), JUDE, start=DAY)
    unnamed = told("a2#m1", office("Foreign Minister", "Finland"), JUDE, start=DAY)
    assert not are_one(named, unnamed)
    assert are_one(named, with_holder(unnamed, "person:Ilma Reko"))


def test_who_is_named_with_an_office_is_the_one_who_is_named_by_it_on_that_day() -> None:
    named = told("a1#m1", ILMA, JUDE, start=DAY)
    assert are_one(named, told("a2#m1", office("Minister of Foreign Affairs", "Finland"), JUDE, start=DAY))
    assert not are_one(named, told("a2#m1", office("Foreign Minister", "Norway"), JUDE, start=DAY))


def test_two_who_are_named_are_the_same_by_name_and_not_by_their_office() -> None:
    other = person("Otso Salmi", "Foreign Minister", "Finland")
    assert not are_one(told("a1#m1", ILMA, JUDE, start=DAY), told("a2#m1", other, JUDE, start=DAY))


def test_a_president_and_a_minister_of_one_country_meet_their_host_in_one_event() -> None:
    president = person("Wren Hale", "President", "United States")
    at = {"start": "2016-10-14", "end": DAY, "place": "Geneva"}
    assert are_one(told("a1#m1", president, OMAR, **at), told("a2#m1", JUDE, OMAR, **at))
    assert are_one(
        told("a1#m1", person("Wren Hale", "President"), OMAR, **at), told("a2#m1", JUDE, OMAR, **at)
    )
    assert not are_one(told("a1#m1", president, OMAR, start=DAY), told("a2#m1", JUDE, OMAR, start=DAY))


def test_countries_are_represented_by_their_ministers_on_the_same_day_in_the_same_place() -> None:
    ministers = told("a1#m1", ILMA, JUDE, start=DAY, place="Geneva")
    assert are_one(
        ministers, told("a2#m1", country("Finland"), country("United States"), start=DAY, place="Geneva")
    )
    assert not are_one(
        ministers, told("a2#m1", country("Finland"), country("Algeria"), start=DAY, place="Geneva")
    )


def test_a_body_and_its_session_are_one_whoever_spoke_there() -> None:
    at = {"start": DAY, "place": "Geneva", "type": "session"}
    assert are_one(told("a1#m1", LEAGUE, ILMA, **at), told("a2#m1", LEAGUE, OMAR, **at))


def test_a_gathering_with_a_name_is_one_whoever_is_told_to_attend() -> None:
    at = {"start": DAY, "place": "Geneva", "type": "conference"}
    one = told("a1#m1", ILMA, words=("the annual Geneva Harbour Congress", "attended"), **at)
    assert are_one(one, told("a2#m1", JUDE, words=("Harbour Congress",), **at))
    assert not are_one(one, told("a2#m1", JUDE, words=("the Geneva Forest Congress",), **at))
    assert not are_one(one, told("a2#m1", JUDE, words=("the congress",), **at))
    assert not are_one(one, told("a2#m1", JUDE, words=("Harbour Congress",), **{**at, "start": "2017-10-15"}))


def test_a_range_of_days_holds_its_days() -> None:
    days = told("a1#m1", ILMA, JUDE, start="2016-10-14", end="2016-10-16")
    assert are_one(days, told("a2#m1", ILMA, JUDE, start="2016-10-15"))
    assert not are_one(days, told("a2#m1", ILMA, JUDE, start="2016-10-17", published="2016-10-18"))


def test_undated_tellings_are_one_with_strong_evidence_alone() -> None:
    first = told("a1#m1", ILMA, JUDE, place="Geneva", published="2016-10-16")
    assert are_one(first, told("a2#m1", ILMA, JUDE, place="Geneva", published="2016-10-18"))
    assert not are_one(first, told("a2#m1", ILMA, JUDE, place="Geneva", published="2016-10-28"))
    assert not are_one(first, told("a2#m1", ILMA, JUDE, published="2016-10-17"))
    assert not are_one(first, told("a2#m1", ILMA, place="Geneva", published="2016-10-17"))
    assert not are_one(first, told("a2#m1", ILMA, JUDE, place="Geneva", published=None))


def test_a_part_of_the_world_is_no_place_where_two_meet() -> None:
    first = told("a1#m1", ILMA, JUDE, place="Baltic", published="2016-10-16")
    assert not are_one(first, told("a2#m1", ILMA, JUDE, place="Baltic", published="2016-10-17"))


def test_copies_of_one_text_tell_of_one_meeting() -> None:
    one = told("a1#m1", ILMA, type="visit", published="2016-10-16")
    assert are_one(one, told("a2#m1", ILMA, type="visit", published="2016-10-16", source="a1"))
    assert not are_one(one, told("a2#m1", ILMA, type="visit", published="2016-10-16"))


def test_a_summit_told_with_the_day_before_is_one_with_dates_at_odds() -> None:
    at = {"place": "Geneva", "type": "summit"}
    one = told("a1#m1", ILMA, JUDE, OMAR, start="2016-10-14", **at)
    assert are_one(one, told("a2#m1", ILMA, JUDE, LEAGUE, start=DAY, **at))
    assert not are_one(one, told("a2#m1", ILMA, JUDE, LEAGUE, start="2016-10-16", **at))


# What is not.


def test_a_call_and_a_visit_on_one_day_are_two() -> None:
    call = told("a1#m1", ILMA, JUDE, start=DAY, type="call")
    for kind in ("visit", "meeting", "talks", "summit"):
        assert not are_one(call, told("a2#m1", ILMA, JUDE, start=DAY, type=kind))


def test_a_visit_is_the_meeting_of_the_visitor_with_the_host() -> None:
    at = {"start": DAY, "place": "Geneva"}
    visit = told("a1#m1", ILMA, JUDE, type="visit", **at)
    assert are_one(visit, told("a2#m1", ILMA, JUDE, **at))
    assert not are_one(visit, told("a2#m1", ILMA, LEAGUE, **at))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the second round of talks", "the first round"),
        ("the third meeting", "their fourth meeting"),
        ("the 70th session", "the 71st session"),
        ("round two of the talks", "the third round"),
    ],
)
def test_another_round_is_another_meeting(one: str, other: str) -> None:
    at = {"start": "2016-10", "place": "Geneva"}
    first = told("a1#m1", ILMA, JUDE, words=(one,), **at)
    assert not are_one(first, told("a2#m1", ILMA, JUDE, words=(other,), **at))
    assert are_one(first, told("a2#m1", ILMA, JUDE, words=("the talks",), **at))


def test_another_city_or_country_is_another_meeting_even_on_one_day() -> None:
    one = told("a1#m1", ILMA, JUDE, start=DAY, place="Geneva")
    assert not are_one(one, told("a2#m1", ILMA, JUDE, start=DAY, place="Vienna"))
    assert not are_one(one, told("a2#m1", ILMA, JUDE, start=DAY, place="Bern"))


def test_a_call_takes_place_where_either_is() -> None:
    call = told("a1#m1", ILMA, JUDE, start=DAY, place="Geneva", type="call")
    assert are_one(call, told("a2#m1", ILMA, JUDE, start=DAY, place="Vienna", type="call"))


def test_meetings_of_one_with_two_others_are_two() -> None:
    at = {"start": DAY, "place": "Geneva"}
    assert not are_one(told("a1#m1", ILMA, JUDE, **at), told("a2#m1", ILMA, OMAR, **at))
    assert not are_one(told("a1#m1", ILMA, LEAGUE, **at), told("a2#m1", ILMA, JUDE, **at))


def test_the_same_two_on_the_next_day_meet_again() -> None:
    at = {"place": "Geneva"}
    assert not are_one(
        told("a1#m1", ILMA, JUDE, start=DAY, **at), told("a2#m1", ILMA, JUDE, start="2016-10-16", **at)
    )


def test_talks_that_go_on_the_next_day_are_two_where_several_articles_tell_of_each() -> None:
    first, second = {"start": DAY, "place": "Geneva"}, {"start": "2016-10-16", "place": "Geneva"}
    assert events(
        told("a1#m1", ILMA, JUDE, **first),
        told("a2#m1", ILMA, JUDE, OMAR, LEAGUE, **first),
        told("a3#m1", ILMA, JUDE, OMAR, LEAGUE, **second),
        told("a4#m1", ILMA, JUDE, **second),
    ) == (("a1#m1", "a2#m1"), ("a3#m1", "a4#m1"))


def test_a_call_and_another_round_stay_apart_from_a_meeting_with_two_dates() -> None:
    at = {"start": DAY, "place": "Geneva"}
    two_dates = [
        told("a1#m1", ILMA, JUDE, OMAR, **at),
        told("a2#m1", ILMA, JUDE, OMAR, words=("the first round",), **{**at, "start": "2016-10-16"}),
    ]
    for what in ({"type": "call"}, {"words": ("the second round",)}, {"place": "Vienna"}):
        found = events(*two_dates, told("a3#m1", ILMA, JUDE, **{**at, **what}))
        assert not any({"a2#m1", "a3#m1"} <= set(event) for event in found)


def test_the_same_journey_in_another_year_is_another_meeting() -> None:
    at = {"place": "Geneva", "type": "summit"}
    assert not are_one(
        told("a1#m1", ILMA, JUDE, OMAR, start=DAY, **at),
        told("a2#m1", ILMA, JUDE, OMAR, start="2017-10-15", **at),
    )


def test_two_journeys_that_touch_in_one_day_are_two() -> None:
    one = told("a1#m1", ILMA, JUDE, start="2016-10-13", end=DAY, place="Geneva")
    assert not are_one(one, told("a2#m1", ILMA, JUDE, start=DAY, end="2016-10-18", place="Geneva"))


def test_an_article_tells_of_each_meeting_once() -> None:
    at = {"start": DAY, "place": "Geneva"}
    tellings = [
        told("a1#m1", ILMA, JUDE, **at),
        told("a1#m2", ILMA, JUDE, **at),
        told("a2#m1", ILMA, JUDE, **at),
    ]
    assert events(*tellings) == (("a1#m1", "a2#m1"), ("a1#m2",))


def test_who_was_absent_does_not_make_a_meeting_one() -> None:
    absent = person("Jude Aster", "Secretary of State", "United States", part="absent")
    assert not are_one(told("a1#m1", ILMA, JUDE, start=DAY), told("a2#m1", ILMA, absent, start=DAY))


def test_what_is_only_wished_for_is_no_occasion_without_a_day() -> None:
    wish = told("a1#m1", ILMA, JUDE, place="Geneva", status="hypothetical", published="2016-10-16")
    assert not are_one(wish, told("a2#m1", ILMA, JUDE, place="Geneva", published="2016-10-17"))


def test_what_an_article_tells_as_over_did_not_happen_after_it() -> None:
    over = told("a1#m1", ILMA, JUDE, OMAR, place="Geneva", published="2016-10-14")
    assert not are_one(over, told("a2#m1", ILMA, JUDE, OMAR, place="Geneva", start=DAY))
    assert not are_one(over, told("a2#m1", ILMA, JUDE, OMAR, place="Geneva", start="2016-10-13", end=DAY))
    assert are_one(over, told("a2#m1", ILMA, JUDE, OMAR, place="Geneva", start="2016-10-13"))


def test_no_chain_joins_two_that_contradict_each_other() -> None:
    # A telling without a place would link the meetings in two cities; it joins the one that it shares more with.
    at_geneva = told("a1#m1", ILMA, JUDE, OMAR, start=DAY, place="Geneva")
    at_vienna = told("a2#m1", ILMA, JUDE, start=DAY, place="Vienna")
    between = told("a3#m1", ILMA, JUDE, OMAR, start=DAY)
    assert events(at_geneva, at_vienna, between) == (("a1#m1", "a3#m1"), ("a2#m1",))


# What people judged.


def judged(tellings: Iterable[Telling], **pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, ...], ...]:
    """The events of ``tellings`` under judgements, the same from wherever one starts."""
    known = list(tellings)
    found = merge(known, finder(known), Judgements(**pairs))
    for telling in known:
        assert set(merge([telling], finder(known), Judgements(**pairs))) <= set(found)
    return found


def test_reports_that_people_judged_to_be_of_two_meetings_stay_apart() -> None:
    # Equal accounts of one meeting, which nothing but a person could tell apart.
    three = [told(f"a{n}#m1", ILMA, JUDE, start=DAY, place="Geneva") for n in (1, 2, 3)]
    assert judged(three) == (("a1#m1", "a2#m1", "a3#m1"),)
    assert judged(three, apart=(("a1#m1", "a2#m1"),)) == (("a1#m1", "a3#m1"), ("a2#m1",))


def test_no_chain_of_reports_joins_what_people_judged_to_be_two() -> None:
    at = {"start": DAY, "place": "Geneva"}
    chain = [
        told("a1#m1", ILMA, JUDE, **at),
        told("a2#m1", ILMA, JUDE, OMAR, **at),
        told("a3#m1", JUDE, OMAR, **at),
    ]
    assert len(judged(chain[:2])) == len(judged(chain[1:])) == 1
    for event in judged(chain, apart=(("a1#m1", "a3#m1"),)):
        assert not {"a1#m1", "a3#m1"} <= set(event)


def test_reports_that_people_judged_to_be_of_one_meeting_are_joined_against_all_evidence() -> None:
    geneva = told("a1#m1", ILMA, JUDE, start=DAY, place="Geneva")
    vienna = told("a2#m1", ILMA, OMAR, start="2016-12-01", place="Vienna")
    beside_geneva = told("a3#m1", ILMA, JUDE, start=DAY)
    beside_vienna = told("a4#m1", OMAR, ILMA, start="2016-12-01")
    four = [geneva, vienna, beside_geneva, beside_vienna]
    assert judged(four) == (("a1#m1", "a3#m1"), ("a2#m1", "a4#m1"))
    # And what tells of either goes with both, though it contradicts one of them.
    assert judged(four, together=(("a1#m1", "a2#m1"),)) == (("a1#m1", "a2#m1", "a3#m1", "a4#m1"),)
    # What contradicts both does not, though it is linked to one of those.
    elsewhere = told("a5#m1", ILMA, JUDE, start=DAY, place="Vienna")
    assert ("a5#m1",) in judged([*four, elsewhere], together=(("a1#m1", "a2#m1"),))


def test_meetings_that_people_judged_to_be_one_are_joined_whole() -> None:
    # The second article tells of the meeting twice, and who judged knows that the two are one.
    at_geneva = {"start": DAY, "place": "Geneva"}
    three = [
        told("a1#m1", ILMA, JUDE, **at_geneva),
        told("a2#m1", ILMA, JUDE, **at_geneva),
        told("a2#m2", ILMA, OMAR, start="2016-12-01"),
    ]
    assert judged(three) == (("a1#m1", "a2#m1"), ("a2#m2",))
    for one in ("a1#m1", "a2#m1"):
        assert judged(three, together=((one, "a2#m2"),)) == (("a1#m1", "a2#m1", "a2#m2"),)
    # Unless people also said of one of them that it is not.
    assert judged(three, together=(("a1#m1", "a2#m2"),), apart=(("a2#m1", "a2#m2"),)) == (
        ("a1#m1", "a2#m2"),
        ("a2#m1",),
    )


@pytest.mark.parametrize("seed", range(12))
def test_a_judgement_joins_two_events_whole_and_nothing_else(seed: int) -> None:
    tellings, random = many(seed), Random(seed)
    before = merge(tellings, finder(tellings))
    one, other = random.sample([event for event in before], 2)
    pair = tuple(sorted((random.choice(one), random.choice(other))))
    after = judged(tellings, together=(pair,))  # type: ignore[arg-type]
    rest = set(before) - {one, other}
    assert set(after) == rest | {tuple(sorted(one + other))}


def test_two_reports_of_one_article_are_one_meeting_if_people_say_so() -> None:
    two = [told("a1#m1", ILMA, JUDE, start=DAY), told("a1#m2", ILMA, JUDE, start=DAY)]
    assert judged(two, together=(("a1#m1", "a1#m2"),)) == (("a1#m1", "a1#m2"),)


def test_a_judgement_about_a_report_that_is_not_there_waits() -> None:
    one = [told("a1#m1", ILMA, JUDE, start=DAY)]
    assert judged(one, together=(("a1#m1", "a9#m1"),)) == (("a1#m1",),)


# Updates.


def many(seed: int) -> list[Telling]:
    """Tellings of a few people on a few days in a few places, in no particular order."""
    random = Random(seed)
    people = [ILMA, JUDE, OMAR, LEAGUE, country("Finland"), office("Foreign Minister", "Finland")]
    found = []
    for number in range(40):
        who = random.sample(people, random.choice((1, 2, 2, 3)))
        what = {
            "start": random.choice((None, "2016-10", DAY, DAY, "2016-10-16")),
            "place": random.choice((None, "Geneva", "Geneva", "Vienna", "Switzerland")),
            "type": random.choice(("meeting", "meeting", "talks", "summit", "call")),
            "status": random.choice(("occurred", "occurred", "planned")),
            "published": random.choice(("2016-10-14", "2016-10-16", "2016-10-18")),
        }
        found.append(told(f"a{number % 25}#m{number}", *who, source=f"a{random.randrange(25)}", **what))
    return found


@pytest.mark.parametrize("seed", range(12))
def test_an_update_gives_the_events_of_a_rebuild(seed: int) -> None:
    tellings = many(seed)
    find = finder(tellings)
    whole = merge(tellings, find)
    assert sorted(iri for event in whole for iri in event) == sorted(t.report.iri for t in tellings)
    for telling in tellings:
        for event in merge([telling], find):
            assert event in whole


@pytest.mark.parametrize("seed", range(12))
def test_an_update_gives_the_events_of_a_rebuild_whatever_people_judged(seed: int) -> None:
    tellings, random = many(seed), Random(seed)
    iris = sorted(t.report.iri for t in tellings)
    decided = [
        Decision(
            *random.sample(iris, 2), random.choice(("same", "different")), "eve", f"2024-05-01T10:00:{n:02}Z"
        )
        for n in range(12)
    ]
    asked = judgements(decided)
    whole = judged(tellings, together=asked.together, apart=asked.apart)
    event_of = {iri: event for event in whole for iri in event}
    assert sorted(event_of) == iris
    assert all(event_of[one] == event_of[other] for one, other in asked.together)
    assert all(event_of[one] != event_of[other] for one, other in asked.apart)


@pytest.mark.parametrize("seed", range(12))
def test_the_events_do_not_depend_on_the_order_of_the_tellings(seed: int) -> None:
    tellings = many(seed)
    whole = merge(tellings, finder(tellings))
    Random(seed).shuffle(tellings)
    assert merge(tellings, finder(tellings)) == whole


@pytest.mark.parametrize("seed", range(12))
def test_the_events_do_not_depend_on_what_entities_are_called(seed: int) -> None:
    def called(telling: Telling) -> Telling:
        actors = (
            replace(a, entity=f"id{crc32(a.entity.encode(), seed)}" if a.entity else None)
            for a in telling.actors
        )
        return replace(telling, actors=tuple(actors))

    tellings = many(seed)
    renamed = [called(t) for t in tellings]
    assert merge(renamed, finder(renamed)) == merge(tellings, finder(tellings))


def test_a_visitor_who_sees_two_at_home_has_two_meetings() -> None:
    at = {"start": DAY, "place": "Geneva"}
    president = person("Urs Matter", "President", "Switzerland")
    minister = person("Regula Frei", "Foreign Minister", "Switzerland")
    assert not are_one(told("a1#m1", OMAR, president, **at), told("a2#m1", OMAR, minister, **at))
    assert are_one(told("a1#m1", OMAR, president, **at), told("a2#m1", OMAR, president, **at))


def test_a_visit_told_with_a_fellow_traveller_is_the_one_told_with_the_host() -> None:
    at = {"start": DAY, "end": "2016-10-17", "place": "Geneva"}
    leader = person("Wren Hale", "President", "United States")
    host = person("Urs Matter", "President", "Switzerland")
    assert are_one(
        told("a1#m1", leader, host, type="visit", **at), told("a2#m1", leader, JUDE, type="visit", **at)
    )
    assert not are_one(told("a1#m1", leader, host, **at), told("a2#m1", leader, OMAR, **at))
