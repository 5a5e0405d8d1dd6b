"""The frozen report: ids, mentions, roles and coverage."""

from __future__ import annotations

from tests.extract.conftest import Read
from tests.extract.reading import entities

TEXT = (
    "Portuguese President Ana Costa met Norwegian Prime Minister Erik Hansen in Lisbon on Monday. "
    "Costa said the meeting with Hansen was useful.\n\n"
    "The foreign minister of Chile spoke with rebel commanders. The leaders often meet."
)


def test_ids_follow_the_text(read: Read) -> None:
    report = read(TEXT).report
    assert [(p.id, p.name) for p in report.persons] == [("p1", "Ana Costa"), ("p2", "Erik Hansen")]
    assert [m.id for m in report.meetings] == ["m1", "m2"]
    assert [(o.id, o.name) for o in report.offices] == [("f1", "Foreign Minister of Chile")]


def test_every_mention_is_exactly_its_words(read: Read) -> None:
    report = read(TEXT).report
    mentions = [m for e in entities(report) for m in e.mentions]
    mentions += [r.mention for r in report.roles] + [r.sentence for r in report.roles]
    for meeting in report.meetings:
        mentions += [*meeting.mentions, *meeting.sentences]
        mentions += [x for p in meeting.participations for x in (p.mention, p.sentence)]
        mentions += [t.mention for t in (meeting.start, meeting.end) if t]
    mentions += [*report.coverage.unexplained, *report.coverage.unresolved_names]
    assert len(mentions) > 20
    assert all(TEXT[m.begin : m.end] == m.text for m in mentions)


def test_the_mentions_of_a_person_come_in_text_order_and_once(read: Read) -> None:
    costa = read(TEXT).report.persons[0]
    assert [m.text for m in costa.mentions if m.form == "name"] == ["Ana Costa", "Costa"]
    assert [m.begin for m in costa.mentions] == sorted({m.begin for m in costa.mentions})


def test_participants_carry_the_office_that_they_hold(read: Read) -> None:
    first = read(TEXT).report.meetings[0]
    held = {p.participant: (p.kind, p.title, p.of) for p in first.participations}
    assert held == {
        "p1": ("person", "President", "Portugal"),
        "p2": ("person", "Prime Minister", "Norway"),
    }


def test_a_former_office_is_not_held_at_a_meeting(read: Read) -> None:
    report = read("Former Portuguese President Ana Costa met Erik Hansen in Lisbon.").report
    assert [(r.title, r.former) for r in report.roles] == [("President", True)]
    assert [p.title for p in report.meetings[0].participations] == [None, None]


def test_an_office_takes_part_as_itself(read: Read) -> None:
    second = read(TEXT).report.meetings[1]
    assert [(p.kind, p.title, p.of) for p in second.participations if p.participant == "f1"] == [
        ("office", "Foreign Minister", "Chile")
    ]


def test_a_country_takes_part_as_a_country(read: Read) -> None:
    report = read("Talks between Chile and Peru began on Monday.").report
    assert [p.kind for p in report.meetings[0].participations] == ["country", "country"]
    assert [(p.name, p.is_country, p.country_code) for p in report.places] == [
        ("Chile", True, "CL"),
        ("Peru", True, "PE"),
    ]


def test_each_sentence_of_a_meeting_is_given_once(read: Read) -> None:
    first = read(TEXT).report.meetings[0]
    assert [s.text for s in first.sentences] == [
        "Portuguese President Ana Costa met Norwegian Prime Minister Erik Hansen in Lisbon on Monday.",
        "Costa said the meeting with Hansen was useful.",
    ]


def test_the_time_carries_its_words_and_its_basis(read: Read) -> None:
    start = read(TEXT).report.meetings[0].start
    assert start is not None
    assert (start.value, start.basis, start.mention.text) == ("2014-03-10", "relative", "Monday")


def test_a_bare_weekday_is_the_coming_one_where_the_meeting_is_planned(read: Read) -> None:
    assert read("Ana Costa met Erik Hansen on Friday.").only.start == "2014-03-07"
    assert read("Ana Costa will meet Erik Hansen on Friday.").only.start == "2014-03-14"


def test_coverage_counts_sentences_and_lists_what_gave_no_meeting(read: Read) -> None:
    coverage = read(TEXT).report.coverage
    assert coverage.sentences == 4
    assert [m.text for m in coverage.unexplained] == ["The leaders often meet."]


def test_confidence_is_a_share(read: Read) -> None:
    report = read(TEXT).report
    values = [m.confidence for m in report.meetings]
    values += [p.confidence for m in report.meetings for p in m.participations]
    assert all(0 < value <= 1 for value in values)


def test_the_report_names_its_model_and_article(read: Read) -> None:
    report = read(TEXT).report
    assert (report.model, report.article.text) == ("model", TEXT)
