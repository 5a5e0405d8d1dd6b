"""Whether confidences mean what they say."""

from __future__ import annotations

import pytest

from kg.evaluation.reliability import Bin, Judgement, calibration_error, pooled, reliability_table


def judged(confidence: float, *, right: int, wrong: int) -> list[Judgement]:
    """So many right and wrong facts of one confidence."""
    return [Judgement(confidence, True)] * right + [Judgement(confidence, False)] * wrong


def test_facts_are_counted_in_the_bin_of_their_confidence() -> None:
    table = reliability_table(judged(0.25, right=1, wrong=3) + judged(0.75, right=3, wrong=0))
    assert [(b.lower, b.facts, b.right, b.share) for b in table] == [
        (0.0, 4, 1, 0.25),
        (0.5, 0, 0, None),
        (0.6, 0, 0, None),
        (0.7, 3, 3, 1.0),
        (0.8, 0, 0, None),
        (0.9, 0, 0, None),
    ]


@pytest.mark.parametrize(("confidence", "lower"), [(0.0, 0.0), (0.5, 0.5), (0.9, 0.9), (1.0, 0.9)])
def test_a_border_belongs_to_the_bin_above_it_and_one_to_the_last(confidence: float, lower: float) -> None:
    table = reliability_table([Judgement(confidence, True)])
    assert [b.lower for b in table if b.facts] == [lower]


def test_the_borders_may_be_chosen() -> None:
    table = reliability_table(judged(0.3, right=2, wrong=0), edges=(0.0, 0.5, 1.0))
    assert table == (Bin(0.0, 0.5, 2, 2, 0.3), Bin(0.5, 1.0, 0, 0, None))


@pytest.mark.parametrize("confidence", [-0.1, 1.5, float("nan")])
def test_a_confidence_outside_the_borders_is_refused(confidence: float) -> None:
    with pytest.raises(ValueError, match="is not between 0.0 and 1.0"):
        reliability_table([Judgement(confidence, True)])


def test_the_error_is_the_mean_distance_between_confidence_and_share() -> None:
    table = reliability_table(judged(0.75, right=3, wrong=1) + judged(0.95, right=2, wrong=2))
    assert calibration_error(table) == pytest.approx((4 * 0.0 + 4 * 0.45) / 8)


def test_without_facts_there_is_no_error() -> None:
    assert calibration_error(reliability_table([])) == 0.0
    assert pooled(reliability_table([])) is None


def test_bins_may_be_pooled() -> None:
    table = reliability_table(judged(0.6, right=1, wrong=1) + judged(0.8, right=2, wrong=0))
    assert pooled(table) == Bin(0.0, 1.0, 4, 3, pytest.approx(0.7))
