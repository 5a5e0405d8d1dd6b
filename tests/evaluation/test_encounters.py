"""Who met whom."""

from __future__ import annotations

from kg.evaluation.encounters import Encounter, encounters, same_encounter
from kg.evaluation.records import ParticipantRecord
from tests.evaluation.records import meeting, person

A, B, C = person("Anna Weber"), person("Luis Ortega"), person("Carla Rossi")


def test_three_people_make_three_pairs_of_half_the_weight() -> None:
    assert encounters([meeting(A, B, C)]) == (
        Encounter("Anna Weber", "Luis Ortega", 0.5),
        Encounter("Anna Weber", "Carla Rossi", 0.5),
        Encounter("Luis Ortega", "Carla Rossi", 0.5),
    )


def test_a_pair_that_met_twice_counts_once_with_its_largest_weight() -> None:
    pairs = encounters([meeting(A, B, C), meeting(person("Ortega"), person("Weber"))])
    assert pairs[0] == Encounter("Anna Weber", "Luis Ortega", 1.0)
    assert len(pairs) == 3


def test_only_named_people_who_were_there_count() -> None:
    absent = person("Carla Rossi", role="absent")
    country = ParticipantRecord("Spain", "country")
    assert encounters([meeting(A, B, absent, country)]) == (Encounter("Anna Weber", "Luis Ortega", 1.0),)


def test_a_meeting_that_did_not_take_place_gives_no_pair() -> None:
    assert encounters([meeting(A, B, status="planned"), meeting(A, B, status="denied")]) == ()
    assert len(encounters([meeting(A, B, status="ongoing")])) == 1


def test_the_order_of_a_pair_does_not_matter() -> None:
    one, other = Encounter("Weber", "Ortega", 1.0), Encounter("Luis Ortega", "Anna Weber", 0.5)
    assert same_encounter(one, other)
    assert not same_encounter(one, Encounter("Weber", "Rossi", 1.0))
