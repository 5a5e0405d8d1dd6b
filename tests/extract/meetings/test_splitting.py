"""One mention that tells of several meetings."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read

SEVERAL = {
    "separate_talks": (
        "President Ana Costa held separate talks with Erik Hansen and Rosa Vega on Sunday.",
        [("Erik Hansen", "2014-03-09"), ("Rosa Vega", "2014-03-09")],
    ),
    "separate_meetings": (
        "President Ana Costa had separate meetings with Erik Hansen and Rosa Vega on Sunday.",
        [("Erik Hansen", "2014-03-09"), ("Rosa Vega", "2014-03-09")],
    ),
    "met_separately": (
        "President Ana Costa met separately with Erik Hansen and Rosa Vega on Monday.",
        [("Erik Hansen", "2014-03-10"), ("Rosa Vega", "2014-03-10")],
    ),
    "separate_calls": (
        "President Ana Costa spoke with Erik Hansen and Rosa Vega in separate phone calls on Sunday.",
        [("Erik Hansen", "2014-03-09"), ("Rosa Vega", "2014-03-09")],
    ),
    "two_days": (
        "President Ana Costa met Erik Hansen on Monday and Rosa Vega on Tuesday.",
        [("Erik Hansen", "2014-03-10"), ("Rosa Vega", "2014-03-11")],
    ),
    "and_separately": (
        "President Ana Costa met Erik Hansen and, separately, Chancellor Rosa Vega.",
        [("Erik Hansen", None), ("Rosa Vega", None)],
    ),
}


@pytest.mark.parametrize(("text", "meetings"), SEVERAL.values(), ids=SEVERAL)
def test_each_counterpart_has_a_meeting_of_its_own(
    read: Read, text: str, meetings: list[tuple[str, str | None]]
) -> None:
    found = [(sorted(m.parties), m.start) for m in read(text).meetings]
    assert found == [(["Ana Costa", other], start) for other, start in meetings]


ONE = {
    "talks_with_two": "President Ana Costa held talks with Erik Hansen and Rosa Vega on Sunday.",
    "met_two": "President Ana Costa met Erik Hansen and Rosa Vega on Monday.",
    "joint": "President Ana Costa held a joint meeting with Erik Hansen and Rosa Vega.",
    "between": "Separate talks between Ana Costa, Erik Hansen and Rosa Vega ended on Monday.",
    "all_subjects": "Ana Costa, Erik Hansen and Rosa Vega met on Monday and Tuesday.",
    "called_together": "Ana Costa spoke with Erik Hansen and Rosa Vega in a phone call on Sunday.",
}


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_people_who_meet_together_have_one_meeting(read: Read, text: str) -> None:
    assert sorted(read(text).only.parties) == ["Ana Costa", "Erik Hansen", "Rosa Vega"]
