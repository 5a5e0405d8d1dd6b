"""Told facts, judged."""

from __future__ import annotations

from kg.evaluation.comparison import compare
from kg.evaluation.judgements import judgements
from kg.evaluation.records import RoleRecord
from kg.evaluation.reliability import Judgement
from tests.evaluation.records import article, meeting, person


def test_each_told_fact_is_judged_with_its_own_confidence() -> None:
    gold = article(
        meeting(person("Anna Weber"), person("Luis Ortega"), start="2015-06-15", place="Madrid"),
        roles={"Anna Weber": RoleRecord("Chancellor")},
    )
    told = meeting(
        person("Weber", confidence=0.9), person("Ortega", confidence=0.8), person("Rossi", confidence=0.4),
        status="planned", start="2015-06-15", place="Rome",
        confidence=0.7, start_confidence=0.95, place_confidence=0.6,
    )  # fmt: skip
    roles = {"Weber": RoleRecord("Chancellor", confidence=0.99), "Rossi": RoleRecord("poet", confidence=0.3)}
    assert judgements([compare(gold, article(told, roles=roles))]) == {
        "meetings": [Judgement(0.7, False)],
        "participations": [Judgement(0.9, True), Judgement(0.8, True), Judgement(0.4, False)],
        "times": [Judgement(0.95, True)],
        "places": [Judgement(0.6, False)],
        "roles": [Judgement(0.99, True), Judgement(0.3, False)],
    }


def test_all_facts_of_an_extra_meeting_are_wrong() -> None:
    told = meeting(
        person("Weber", confidence=0.9), start="2015", place="Rome",
        confidence=0.7, start_confidence=0.8, place_confidence=0.6,
    )  # fmt: skip
    found = judgements([compare(article(), article(told))])
    assert {kind: [j.right for j in facts] for kind, facts in found.items()} == {
        "meetings": [False],
        "participations": [False],
        "times": [False],
        "places": [False],
        "roles": [],
    }


def test_annotations_have_no_confidence_and_are_not_judged() -> None:
    record = article(meeting(person("Weber"), start="2015"), roles={"Weber": RoleRecord("Chancellor")})
    assert all(facts == [] for facts in judgements([compare(record, record)]).values())
