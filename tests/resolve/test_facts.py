"""The facts of an event: what rests on what, who says so, and what is at odds."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from kg.resolve.events import Conflict, Event, Evidence, Involvement, StatusFact, TimeFact
from kg.resolve.facts import event
from kg.resolve.tellings import Inference, Telling
from tests.resolve.tellings import office, person, told

ILMA = person("Ilma Reko", "Foreign Minister", "Finland")
JUDE = person("Jude Aster", "Secretary of State", "United States")


def with_holder(telling: Telling, person: str, *basis: str) -> Telling:
    """``telling`` with the holder of its first participation worked out."""
    first, *others = telling.actors
    holder = Inference(person, basis, 0.9)
    return replace(telling, actors=(replace(first, holder=holder), *others))


def involvement(found: Event, actor: str) -> list[Involvement]:
    """The involvements of ``actor``."""
    return [i for i in found.involvements if i.actor == actor]


def test_a_fact_counts_its_articles_and_its_independent_sources() -> None:
    found = event(
        [
            told("a1#m1", ILMA, JUDE, start="2016-10-15"),
            told("a2#m1", ILMA, start="2016-10-15", source="a1"),
            told("a3#m4", ILMA, start="2016-10"),
        ]
    )
    assert found.reports == ("a1#m1", "a2#m1", "a3#m4")
    assert (found.articles, found.sources) == (3, 2)
    assert involvement(found, "person:Ilma Reko")[0].evidence == Evidence(
        ("a1#m1-1", "a2#m1-1", "a3#m4-1"), 3, 2, 0.8
    )
    assert involvement(found, "person:Jude Aster")[0].evidence == Evidence(("a1#m1-2",), 1, 1, 0.8)
    assert found.times == (
        TimeFact("start", "2016-10", "stated", Evidence(("a3#m4-start",), 1, 1, 0.9)),
        TimeFact("start", "2016-10-15", "stated", Evidence(("a1#m1-start", "a2#m1-start"), 2, 1, 0.9)),
    )
    assert found.start == "2016-10-15"
    assert found.conflicts == ()


def test_the_facts_do_not_depend_on_the_order_of_the_reports() -> None:
    tellings = [
        told("a1#m1", ILMA, JUDE, start="2016-10-15", place="Geneva", type="talks"),
        told(
            "a2#m1", JUDE, ILMA, start="2016-10-16", place="Vienna", status="planned", published="2016-10-01"
        ),
        told("a3#m1", ILMA, start="2016-10", place="Switzerland", published=None),
    ]
    assert len({event(order) for order in permutations(tellings)}) == 1


def test_a_status_has_a_history_and_what_happened_settles_what_was_planned() -> None:
    found = event(
        [
            told("a2#m1", ILMA, published="2016-10-16"),
            told("a1#m1", ILMA, status="planned", published="2016-10-10"),
            told("a3#m1", ILMA, status="planned", published="2016-10-20"),
        ]
    )
    assert found.status == "occurred"
    assert found.statuses == (
        StatusFact("occurred", "2016-10-16", "2016-10-16", Evidence(("a2#m1",), 1, 1, 1.0)),
        StatusFact("planned", "2016-10-10", "2016-10-20", Evidence(("a1#m1", "a3#m1"), 2, 2, 1.0)),
    )
    assert found.conflicts == ()


def test_a_planned_meeting_that_was_called_off_is_cancelled() -> None:
    found = event(
        [
            told("a1#m1", ILMA, status="planned", published="2016-10-10"),
            told("a2#m1", ILMA, status="cancelled", published="2016-10-12"),
        ]
    )
    assert (found.status, found.conflicts) == ("cancelled", ())


def test_of_what_is_settled_the_latest_word_counts() -> None:
    early = told("a1#m1", ILMA, status="ongoing", published="2016-10-15")
    late = told("a2#m1", ILMA, status="occurred", published="2016-10-16T09:00:00Z")
    assert event([early, late]).status == "occurred"


def test_an_inferred_holder_stands_beside_the_office_and_is_no_actor() -> None:
    found = event(
        [
            with_holder(
                told("a1#m1", office("Foreign Minister", "Finland")), "person:Ilma Reko", "a2#r1", "a7#r3"
            ),
            with_holder(told("a3#m1", office("Foreign Minister", "Finland")), "person:Ilma Reko", "a2#r1"),
        ]
    )
    assert found.actors == ("post:Foreign Minister of Finland",)
    assert involvement(found, "person:Ilma Reko") == [
        Involvement(
            "person:Ilma Reko",
            "attendee",
            "Foreign Minister",
            "Finland",
            Evidence(("a1#m1-1", "a3#m1-1"), 2, 2, 0.72),
            inferred=True,
            basis=("a2#r1", "a7#r3"),
        )
    ]


def test_dates_places_parts_and_states_at_odds_stand_side_by_side() -> None:
    found = event(
        [
            told("a1#m1", ILMA, JUDE, start="2016-10-15", place="Geneva"),
            told("a2#m1", ILMA, JUDE, start="2016-10-16", place="Vienna"),
            told(
                "a3#m1",
                ILMA,
                person("Jude Aster", part="absent"),
                start="2016-10",
                status="denied",
                place="Switzerland",
            ),
        ]
    )
    assert set(found.conflicts) == {
        Conflict("status", ("denied", "occurred")),
        Conflict("start", ("2016-10-15", "2016-10-16")),
        Conflict("place", ("place:Geneva", "place:Switzerland", "place:Vienna")),
        Conflict("part", ("person:Jude Aster",)),
    }


def test_a_day_inside_a_meeting_of_several_days_is_no_conflict() -> None:
    found = event(
        [
            told("a1#m1", ILMA, start="2016-10-15", end="2016-10-17"),
            told("a2#m1", ILMA, start="2016-10-16"),
        ]
    )
    assert (found.start, found.end, found.conflicts) == ("2016-10-15", "2016-10-17", ())


def test_the_place_of_an_event_is_the_narrowest_that_most_tell() -> None:
    found = event(
        [
            told("a1#m1", ILMA, place="Switzerland"),
            told("a2#m1", ILMA, place="Switzerland"),
            told("a3#m1", ILMA, place="Geneva"),
        ]
    )
    assert found.place == "place:Geneva"
    assert [p.place for p in found.places] == ["place:Switzerland", "place:Geneva"]


def test_the_type_of_an_event_is_the_most_telling_one() -> None:
    found = event([told("a1#m1", ILMA), told("a2#m1", ILMA), told("a3#m1", ILMA, type="summit")])
    assert (found.type, found.types) == ("summit", ("meeting", "summit"))


def test_whether_it_took_place_is_what_most_sources_say_and_else_what_was_said_last() -> None:
    reports = [told(f"a{n}#m1", ILMA, published=f"2016-10-1{n}") for n in (6, 7)]
    denials = [told(f"d{n}#m1", ILMA, status="denied", published=f"2016-11-1{n}") for n in (1, 2)]
    assert event([*reports, denials[0]]).status == "occurred"
    assert event([*reports, *denials]).status == "denied"
    assert event([reports[0], *denials]).status == "denied"
    called_off = told("c1#m1", ILMA, status="cancelled", published="2016-10-10")
    assert event([called_off, reports[0]]).status == "occurred"
