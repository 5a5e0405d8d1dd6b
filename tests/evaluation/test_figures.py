"""Precision, recall and F1."""

from __future__ import annotations

import pytest

from kg.evaluation.comparison import Comparison, compare
from kg.evaluation.figures import Figure, Share, figures, shares, told_as_happened
from kg.evaluation.records import RoleRecord
from tests.evaluation.records import article, meeting, person

A, B, C = person("Anna Weber"), person("Luis Ortega"), person("Carla Rossi")


@pytest.fixture
def comparisons() -> list[Comparison]:
    """Two annotated meetings: one is found with a wrong date and one extra participant; one is invented."""
    gold = article(
        meeting(A, B, start="2015-06-15", place="Madrid"),
        meeting(A, C, id="m2", status="planned", start="2015-06-19"),
        roles={
            "Anna Weber": RoleRecord("Chancellor", "Germany"),
            "Luis Ortega": RoleRecord("President", "Spain"),
        },
    )
    told = article(
        meeting(A, B, C, start="2015-06", place="the city of Madrid"),
        meeting(B, id="m2", start="2015", place="Rome"),
        roles={"Weber": RoleRecord("Chancellor", "Germany")},
    )
    return [compare(gold, told)]


def counts(figure: Figure) -> tuple[int, int, int]:
    """Right, wrong, missed."""
    return figure.right, figure.wrong, figure.missed


def test_every_kind_of_fact_is_counted(comparisons: list[Comparison]) -> None:
    assert {name: counts(figure) for name, figure in figures(comparisons).items()} == {
        "who met whom": (1, 2, 0),
        "meetings": (1, 1, 1),
        "participants": (2, 2, 2),
        "dates": (0, 2, 2),
        "places": (1, 1, 0),
        "roles": (1, 0, 1),
    }


def test_pairs_are_weighed_on_their_own_side(comparisons: list[Comparison]) -> None:
    figure = figures(comparisons)["who met whom"]
    assert (figure.precision, figure.recall) == (pytest.approx(1 / 3), 1.0)


def test_precision_recall_and_f1_follow_from_the_counts() -> None:
    figure = Figure.counted(right=3, told=4, gold=6)
    assert (figure.precision, figure.recall, figure.f1) == (0.75, 0.5, 0.6)


def test_where_there_is_nothing_the_figures_are_zero() -> None:
    figure = figures([compare(article(), article())])["meetings"]
    assert (figure.precision, figure.recall, figure.f1) == (0.0, 0.0, 0.0)


def test_articles_are_added_up(comparisons: list[Comparison]) -> None:
    assert counts(figures(comparisons * 2)["participants"]) == (4, 4, 4)


def test_shares_are_of_what_was_matched(comparisons: list[Comparison]) -> None:
    assert shares(comparisons) == {
        "status": Share(1, 1),
        "type": Share(1, 1),
        "part": Share(2, 2),
        "former": Share(1, 1),
    }


def test_a_planned_meeting_told_as_held_is_told_as_happened() -> None:
    planned, held = article(meeting(A, B, status="planned")), article(meeting(A, B))
    assert told_as_happened([compare(planned, held)]) == 1
    assert told_as_happened([compare(held, planned)]) == 0
    assert told_as_happened([compare(article(meeting(A, B, status="ongoing")), held)]) == 0
    assert shares([compare(planned, held)])["status"] == Share(0, 1)
