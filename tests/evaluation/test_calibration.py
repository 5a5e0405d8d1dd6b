"""Raw scores turned into shares of right facts."""

from __future__ import annotations

import pytest

from kg.evaluation.calibration import Calibration, fit_calibration
from kg.evaluation.reliability import Judgement, calibration_error, reliability_table
from tests.evaluation.test_reliability import judged


def test_a_score_means_the_share_that_was_right() -> None:
    calibration = fit_calibration(judged(0.5, right=10, wrong=30) + judged(0.9, right=30, wrong=10))
    assert calibration == Calibration((0.5, 0.9), (0.25, 0.75))
    assert [calibration(score) for score in (0.0, 0.5, 0.8, 0.9, 1.0)] == [0.25, 0.25, 0.25, 0.75, 0.75]


def test_a_higher_score_never_means_less() -> None:
    facts = judged(0.4, right=20, wrong=20) + judged(0.6, right=10, wrong=30) + judged(0.9, right=36, wrong=4)
    assert fit_calibration(facts) == Calibration((0.4, 0.9), (0.375, 0.9))


def test_a_step_rests_on_enough_facts() -> None:
    facts = judged(0.3, right=0, wrong=2) + judged(0.6, right=10, wrong=10) + judged(0.9, right=3, wrong=0)
    calibration = fit_calibration(facts)
    assert calibration.scores == (0.3,)
    assert calibration.shares == (13 / 25,)
    assert fit_calibration(facts, least=1).scores == (0.3, 0.6, 0.9)


def test_the_order_of_the_facts_does_not_matter() -> None:
    facts = [*judged(0.7, right=14, wrong=7), *judged(0.2, right=3, wrong=30)]
    assert fit_calibration(facts) == fit_calibration(facts[::-1])


def test_calibrated_confidences_are_reliable() -> None:
    facts = judged(0.95, right=30, wrong=20) + judged(0.55, right=5, wrong=20)
    calibration = fit_calibration(facts)
    corrected = [Judgement(calibration(fact.confidence), fact.right) for fact in facts]
    assert calibration_error(reliability_table(facts)) > 0.3
    assert calibration_error(reliability_table(corrected)) == pytest.approx(0.0)


def test_nothing_can_be_learnt_from_no_facts() -> None:
    with pytest.raises(ValueError, match="needs judged facts"):
        fit_calibration([])
