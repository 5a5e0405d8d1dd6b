"""Run-in headings, which end at a hyphen between two sentences."""

from __future__ import annotations

import pytest

from kg.extract.headings import heading_ends

HEADINGS = {
    "a_few_small_words": ("Hard work ahead-Ana Costa met Erik Hansen in Lima.", "Hard work ahead-"),
    "before_a_starter": (
        "Ana Costa Returns to Oslo-The talks began on Monday.",
        "Ana Costa Returns to Oslo-",
    ),
    "quoted_sentence": ("A long day ends-“We agreed,” Ana Costa said.", "A long day ends-"),
    "after_a_full_stop": ("Talks fail again.-They will meet in May.", "Talks fail again.-"),
}


@pytest.mark.parametrize(("text", "heading"), HEADINGS.values(), ids=HEADINGS)
def test_a_run_in_heading_ends_behind_its_hyphen(text: str, heading: str) -> None:
    assert [text[:end] for end in heading_ends(text)] == [heading]


WHOLE = {
    "two_nations": "Chilean-Peruvian talks began in Lima.",
    "pro": "A group of pro-Russian rebels met in Lima.",
    "name": "The family of Omar al-Assad left for Oslo.",
    "double_name": "President Ana Costa-Pinto met Erik Hansen.",
    "ex": "The former aide of ex-President Ana Costa left.",
    "small_letters": "The four-hour talks were hard.",
    "number": "The G-20 summit began on Monday.",
    "month": "The plan for mid-March failed again.",
    "one_word": "Anti-Costa rallies were held in Lima.",
    "dash_with_spaces": "Ana Costa left - Erik Hansen stayed.",
    "plain": "Ana Costa met Erik Hansen.",
    "empty": "",
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_hyphenated_words_stay_whole(text: str) -> None:
    assert list(heading_ends(text)) == []
