"""Reports in the shape of annotations."""

from __future__ import annotations

from kg.evaluation.records import ArticleRecord, MeetingRecord, ParticipantRecord, PersonRecord, RoleRecord
from kg.evaluation.told import record_of
from kg.model import Meeting, Office, Person, Place, Role, TimeValue
from tests.evaluation.records import participation, report, words

SENTENCE = words("They met.")


def test_a_meeting_keeps_everything_that_is_compared() -> None:
    told = report(
        persons=(Person("p1", "Anna Weber", ()),),
        places=(Place("l1", "Madrid", (), country="Spain"), Place("l2", "Portugal", (), country="Portugal")),
        offices=(Office("f1", "Foreign Minister", "Italy", ()),),
        meetings=(
            Meeting(
                "m1", "talks", "planned",
                TimeValue("2015-06-15", "relative", words("Monday"), 0.9),
                TimeValue("2015-06-16", "relative", words("Tuesday"), 0.8),
                "l1",
                (
                    participation("p1", "person", part="host", title="Chancellor", of="Peru", confidence=0.7),
                    participation("f1", "office", title="Foreign Minister", of="Italy"),
                    participation("l2", "country", sentence=words("Portugal, too.")),
                ),
                (words("met"),), (SENTENCE,), 0.6, 0.5,
            ),
        ),
    )  # fmt: skip
    assert record_of(told).meetings == (
        MeetingRecord(
            "talks", "planned", "m1", "2015-06-15", "2015-06-16", "relative", "Madrid", "Spain",
            (
                ParticipantRecord("Anna Weber", "person", "Chancellor", "Peru", "host", "They met.", 0.7),
                ParticipantRecord(
                    "Foreign Minister of Italy", "office", "Foreign Minister", "Italy", "attendee",
                    "They met.", 1.0,
                ),
                ParticipantRecord("Portugal", "country", None, None, "attendee", "Portugal, too.", 1.0),
            ),
            ("They met.", "Portugal, too."), 0.6, 0.9, 0.5,
        ),
    )  # fmt: skip


def test_a_meeting_without_time_and_place_has_none() -> None:
    told = report(meetings=(Meeting("m1", "call", "occurred", None, None, None, (), (), (SENTENCE,)),))
    assert record_of(told).meetings == (
        MeetingRecord("call", "occurred", "m1", quotes=("They met.",), confidence=1.0),
    )


def test_one_participant_told_twice_counts_once_but_two_offices_count_twice() -> None:
    told = report(
        persons=(Person("p1", "Anna Weber", ()), Person("p2", "anna weber", ())),
        offices=(Office("f1", "minister", None, ()), Office("f2", "minister", None, ())),
        meetings=(
            Meeting(
                "m1", "call", "occurred", None, None, None,
                (
                    participation("p1", "person"),
                    participation("p2", "person"),
                    participation("f1", "office", title="minister", of="Italy"),
                    participation("f2", "office", title="minister", of="Spain"),
                ),
                (), (SENTENCE,),
            ),
        ),
    )  # fmt: skip
    assert [(p.name, p.of) for p in record_of(told).meetings[0].participants] == [
        ("Anna Weber", None), ("minister", "Italy"), ("minister", "Spain"),
    ]  # fmt: skip


def test_one_role_told_twice_counts_once() -> None:
    told = report(
        persons=(Person("p1", "Anna Weber", ()), Person("p2", "Marta Gil", ())),
        roles=(
            Role("p1", "Chancellor", "Germany", words("Chancellor Weber"), SENTENCE, confidence=0.9),
            Role("p2", "director", None, words("director Gil"), SENTENCE, former=True),
            Role("p1", "chancellor", "the Germany", words("chancellor"), SENTENCE, confidence=0.5),
        ),
    )
    assert record_of(told) == ArticleRecord(
        "a",
        (
            PersonRecord("Anna Weber", (RoleRecord("Chancellor", "Germany", "They met.", False, 0.9),)),
            PersonRecord("Marta Gil", (RoleRecord("director", None, "They met.", True, 1.0),)),
        ),
    )


def test_quotes_are_of_the_participants_or_else_the_first_sentence() -> None:
    people = (Person("p1", "Anna Weber", ()), Person("p2", "Luis Ortega", ()))
    told = tuple(
        participation(i, "person", sentence=words(text)) for i, text in (("p1", "One."), ("p2", "Two."))
    )
    sentences = (words("Zero."), words("One."))
    meetings = tuple(
        Meeting(name, "call", "occurred", None, None, None, who, (), sentences)
        for name, who in (("m1", told[::-1]), ("m2", ()))
    )
    record = record_of(report(persons=people, meetings=meetings))
    assert [m.quotes for m in record.meetings] == [("Two.", "One."), ("Zero.",)]


def test_the_order_does_not_depend_on_that_of_the_report() -> None:
    people = (Person("p1", "Luis Ortega", ()), Person("p2", "Anna Weber", ()))
    told = tuple(participation(p.id, "person") for p in people)
    meetings = tuple(
        Meeting(f"m{n}", "call", "occurred", None, None, None, told, (), (SENTENCE,)) for n in (2, 1)
    )
    roles = tuple(Role(p.id, "guest", None, SENTENCE, SENTENCE) for p in people)
    record = record_of(report(persons=people, meetings=meetings, roles=roles))
    assert [m.id for m in record.meetings] == ["m1", "m2"]
    assert [p.name for p in record.meetings[0].participants] == ["Anna Weber", "Luis Ortega"]
    assert [p.name for p in record.people] == ["Anna Weber", "Luis Ortega"]
