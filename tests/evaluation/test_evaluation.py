"""Whole evaluations, and how they are shown."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kg.evaluation import Evaluation, evaluate, evaluate_records, mistake_table, summary, tables
from kg.evaluation.records import RoleRecord
from kg.model import Article, Meeting, Person
from tests.evaluation.records import article, meeting, participation, person, report, words

WEBER, ORTEGA = Person("p1", "Anna Weber", ()), Person("p2", "Luis Ortega", ())
TOLD = report(
    persons=(WEBER, ORTEGA),
    meetings=(
        Meeting(
            "m1", "meeting", "occurred", None, None, None,
            (participation("p1", "person", confidence=0.9), participation("p2", "person", confidence=0.7)),
            (), (words("They met."),), 0.8,
        ),
    ),
)  # fmt: skip
GOLD = {
    "a": article(
        meeting(person("Anna Weber"), person("Luis Ortega"), type="talks", status="planned", place="Rome"),
        roles={"Anna Weber": RoleRecord("Chancellor", quote="Chancellor Weber")},
    )
}


@pytest.fixture
def evaluation() -> Evaluation:
    """One article of which something is wrong."""
    return evaluate(GOLD, [TOLD])


def test_reports_are_compared_with_their_annotations(evaluation: Evaluation) -> None:
    assert evaluation.figures["participants"].f1 == 1.0
    assert evaluation.told_as_happened == 1
    assert [m.kind for m in evaluation.mistakes] == ["wrong status", "missing place", "role missed"]
    assert [j.confidence for j in evaluation.judgements["participations"]] == [0.9, 0.7]


def test_an_annotated_article_without_report_counts_as_missed() -> None:
    assert evaluate(GOLD, []).figures["meetings"].missed == 1


def test_of_an_article_without_annotation_nothing_is_said() -> None:
    other = replace(TOLD, article=Article("b", "They met."))
    assert evaluate(GOLD, [other, TOLD]).figures == evaluate(GOLD, [TOLD]).figures


def test_of_two_reports_of_one_article_the_first_counts() -> None:
    assert evaluate(GOLD, [TOLD, report()]).figures["meetings"].right == 1


def test_two_annotators_can_be_compared() -> None:
    evaluation = evaluate_records(GOLD, GOLD)
    assert {figure.f1 for name, figure in evaluation.figures.items()} == {0.0, 1.0}
    assert [name for name, figure in evaluation.figures.items() if not figure.gold] == [
        "who met whom",
        "dates",
    ]
    assert evaluation.mistakes == ()


def test_the_tables_show_all_figures(evaluation: Evaluation) -> None:
    shown = {table.title: table for table in tables(evaluation)}
    assert list(shown) == [
        "Figures over 1 article",
        "Of what was found",
        "Meetings by type",
        "Meetings by status",
        "Mistakes",
        "Reliability: of facts given this confidence, how many are right",
    ]
    assert shown["Figures over 1 article"].rows[1] == ("meetings", "1.000", "1.000", "1.000", "1", "0", "0")
    assert shown["Of what was found"].rows[0] == ("status right, of matched meetings", "0", "1", "0.000")
    assert shown["Of what was found"].rows[-1] == ("told as having happened that did not", "1", "", "")
    assert shown["Meetings by type"].rows[:2] == (
        ("meeting", "1.000", "", "0.000", "0", "0", "1", "1", "0"),
        ("talks", "", "1.000", "0.000", "1", "1", "0", "0", "0"),
    )
    assert ("wrong status", "1") in shown["Mistakes"].rows


def test_the_reliability_table_shows_filled_bins_and_the_whole(evaluation: Evaluation) -> None:
    reliability = list(tables(evaluation))[-1]
    assert reliability.rows == (
        ("meetings", "0.8–0.9", "1", "0", "0.800", "0.000", "0.800"),
        ("meetings", "all", "1", "0", "0.800", "0.000", "0.800"),
        ("participations", "0.7–0.8", "1", "1", "0.700", "1.000", "0.300"),
        ("participations", "0.9–1.0", "1", "1", "0.900", "1.000", "0.100"),
        ("participations", "all", "2", "2", "0.800", "1.000", "0.200"),
    )


def test_every_mistake_is_listed_with_its_words(evaluation: Evaluation) -> None:
    assert mistake_table(evaluation).rows == (
        ("wrong status", "a", "m1", "planned", "occurred", "They met."),
        ("missing place", "a", "m1", "Rome", "", "They met."),
        ("role missed", "a", "", "Anna Weber: Chancellor", "", "Chancellor Weber"),
    )


def test_the_summary_is_json_with_the_same_figures(evaluation: Evaluation) -> None:
    values = json.loads(json.dumps(summary(evaluation, errors=True)))
    assert values["articles"] == 1
    assert values["figures"]["places"] == {
        "precision": 0.0, "recall": 0.0, "f1": 0.0, "right": 0, "wrong": 0, "missed": 1,
    }  # fmt: skip
    assert values["shares"]["status"] == {"right": 0, "all": 1, "share": 0.0}
    assert values["told_as_happened"] == 1
    assert values["by_status"]["planned"] == {
        "precision": None, "recall": 1.0, "f1": 0.0, "annotated": 1, "found": 1, "told": 0,
        "confirmed": 0, "same": 0,
    }  # fmt: skip
    assert values["mistakes"]["role missed"] == 1
    assert values["reliability"]["participations"]["mean_distance"] == 0.2
    assert values["reliability"]["participations"]["bins"][3] == {
        "from": 0.7, "to": 0.8, "facts": 1, "right": 1, "confidence": 0.7, "share": 1.0,
    }  # fmt: skip
    assert values["errors"][1]["expected"] == "Rome"


def test_without_errors_the_summary_lists_no_single_mistake(evaluation: Evaluation) -> None:
    assert "errors" not in summary(evaluation)
