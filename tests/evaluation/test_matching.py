"""One-to-one matching."""

from __future__ import annotations

from kg.evaluation.matching import match_best_first, match_in_order


def test_each_told_item_is_matched_once() -> None:
    matching = match_in_order(["a", "a", "b"], ["a", "c"], lambda x, y: x == y)
    assert matching.matched == (("a", "a"),)
    assert matching.missed == ("a", "b")
    assert matching.extra == ("c",)


def test_the_most_alike_are_matched_first() -> None:
    matching = match_best_first([10, 20], [18, 11], lambda x, y: -float(abs(x - y)))
    assert matching.matched == ((10, 11), (20, 18))


def test_of_equal_scores_the_first_pair_wins() -> None:
    matching = match_best_first(["a", "b"], ["x"], lambda x, y: 1.0)
    assert matching.matched == (("a", "x"),)
    assert matching.missed == ("b",)


def test_items_without_likeness_are_never_matched() -> None:
    matching = match_best_first(["a"], ["x"], lambda x, y: None)
    assert (matching.matched, matching.missed, matching.extra) == ((), ("a",), ("x",))
