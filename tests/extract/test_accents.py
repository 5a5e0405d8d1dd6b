"""Letters without accents."""

from __future__ import annotations

import pytest

from kg.extract.accents import without_accents


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Zoë Müller", "Zoe Muller"), ("Nguye\u0302\u0303n", "Nguyen"), ("O'Neil-Smith", "O'Neil-Smith")],
)
def test_accents_are_taken_off_whether_composed_or_not(text, expected):
    assert without_accents(text) == expected


def test_letters_that_are_no_composition_stay_and_ligatures_are_taken_apart():
    assert without_accents("Sørensen, Łódź, ﬁrst") == "Sørensen, Łodz, first"
