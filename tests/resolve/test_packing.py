"""Records as JSON and back."""

from __future__ import annotations

import pytest

from kg.errors import GraphError
from kg.resolve.packing import pack, unpack
from kg.resolve.places import Where
from kg.resolve.records import MeetingReport, ParticipationRecord, Reference, RoleRecord, TimeRecord
from kg.resolve.tellings import Actor, Inference, Telling

REPORT = MeetingReport(
    "a#m1",
    "call",
    "planned",
    start="2021-05",
    times=(TimeRecord("a#m1-start", "2021-05", "stated", 0.5),),
    participations=(ParticipationRecord("a#m1-1", "a#p1", "person", "host", None, "Chad"),),
    words=("a call", "“talks”\n\x01"),
)


@pytest.mark.parametrize(
    "record",
    [
        REPORT,
        Reference(
            "a#p1", "person", "Ann", roles=(RoleRecord("a#r1", "", "Chad", since="2001"),), forms=("A.", "B")
        ),
        Reference("a#l1", "place", "Oslo", 7, "Norway", "NO", 59.9, -10.7),
        Telling(
            REPORT,
            "a",
            (
                Actor("a#m1-1", "e", "office", "host", holder=Inference("h", ("b#r1",), 0.9)),
                Actor("x", None, "", ""),
            ),
            "place",
            Where("geonames:7", "oslo", ("country:NO",), "point", 59.9, 10.7),
        ),
        Telling(REPORT, "a"),
    ],
)
def test_a_record_comes_back_as_it_was(record: object) -> None:
    assert unpack(type(record), pack(record)) == record


def test_a_record_with_other_fields_says_what_to_do() -> None:
    with pytest.raises(GraphError, match="run: kg resolve"):
        unpack(RoleRecord, '["iri","title"]')
