"""Meetings counted by type and status."""

from __future__ import annotations

from kg.evaluation.breakdown import Row, by_status, by_type
from kg.evaluation.comparison import compare
from tests.evaluation.records import article, meeting, person

A, B, C = person("Anna Weber"), person("Luis Ortega"), person("Carla Rossi")


def test_a_row_counts_both_sides_and_what_they_agree_on() -> None:
    gold = article(meeting(A, B, type="talks"), meeting(B, C, id="m2", type="talks"))
    told = article(meeting(A, B, type="talks"), meeting(B, C, id="m2", type="call"), meeting(C, type="call"))
    rows = {row.name: row for row in by_type([compare(gold, told)])}
    assert rows["talks"] == Row("talks", gold=2, found=2, told=1, confirmed=1, same=1)
    assert rows["call"] == Row("call", gold=0, found=0, told=2, confirmed=1, same=0)
    assert (rows["call"].figure.precision, rows["talks"].figure.recall) == (0.5, 1.0)


def test_every_status_has_its_row() -> None:
    rows = by_status([compare(article(meeting(A, B, status="cancelled")), article())])
    assert [row.name for row in rows] == [
        "occurred", "ongoing", "planned", "cancelled", "denied", "hypothetical",
    ]  # fmt: skip
    assert rows[3] == Row("cancelled", gold=1, found=0, told=0, confirmed=0, same=0)
