"""Which states have which offices."""

from __future__ import annotations

import pytest

from kg.extract.governments import may_have


@pytest.mark.parametrize(
    ("country", "office"),
    [
        ("Germany", "chancellor"),
        ("Austria", "chancellor"),
        ("France", "president"),
        ("France", "prime minister"),
        ("United Kingdom", "prime minister"),
        ("Jordan", "king"),
        ("Japan", "emperor"),
        ("United States", "president"),
        ("Kenya", "ambassador"),
    ],
)
def test_a_state_may_have_the_office(country: str, office: str) -> None:
    assert may_have(country, office)


@pytest.mark.parametrize(
    ("country", "office"),
    [
        ("United States", "prime minister"),
        ("United States", "chancellor"),
        ("United Kingdom", "president"),
        ("Japan", "president"),
        ("France", "king"),
        ("Russia", "emir"),
        ("Mexico", "prime-minister"),
    ],
)
def test_a_state_without_the_office(country: str, office: str) -> None:
    assert not may_have(country, office)
