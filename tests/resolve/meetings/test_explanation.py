"""Why two reports are of one meeting: the figures are those by which they are joined."""

from __future__ import annotations

from itertools import combinations

import pytest

from kg.resolve.meetings.account import account
from kg.resolve.meetings.comparison import contradicts, strength
from kg.resolve.meetings.explanation import explain
from tests.resolve.meetings.test_merging import DAY, ILMA, JUDE, OMAR, many
from tests.resolve.tellings import told


def test_each_comparison_has_its_words_and_its_weight() -> None:
    one = told("a1#m1", ILMA, JUDE, start=DAY, place="Geneva")
    found = explain(one, told("a2#m1", JUDE, ILMA, OMAR, start=DAY, place="Switzerland", type="talks"))
    assert [(field.name, field.level, field.weight) for field in found.fields] == [
        ("type", "meeting and talks", 0),
        ("time", "the same days", 4),
        ("dates", "equal", 1),
        ("place", "one place in the other", 1),
        ("participants", "2 in both, 0 and 1 in one alone", 6),
        ("countries", "0 more in both, by somebody of theirs", 0),
    ]
    assert (found.weight, found.contradict, found.linked) == (12, False, True)


def test_what_can_never_be_one_is_told() -> None:
    call = told("a1#m1", ILMA, JUDE, start=DAY, type="call")
    found = explain(call, told("a2#m1", ILMA, JUDE, start=DAY, type="visit"))
    assert found.fields[0].level == "call and visit: never one"
    assert (found.contradict, found.linked) == (True, False)
    first = told("a1#m1", ILMA, JUDE, start="2016-10", words=("the first round",))
    second = told("a2#m1", ILMA, JUDE, start="2016-10", words=("the second round",))
    assert explain(first, second).fields[-1].level == "another round: never one"


@pytest.mark.parametrize("seed", range(3))
def test_the_figures_are_those_by_which_meetings_are_joined(seed: int) -> None:
    for one, other in combinations(many(seed), 2):
        found = explain(one, other)
        a, b = account(one), account(other)
        weight = strength(a, b, one_source=one.source == other.source)
        assert found.contradict == contradicts(a, b)
        assert found.linked == (bool(weight) and not found.contradict)
        assert found.weight == weight or not weight
