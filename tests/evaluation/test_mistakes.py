"""The single mistakes and their classes."""

from __future__ import annotations

import pytest

from kg.evaluation.comparison import compare
from kg.evaluation.mistakes import Mistake, MistakeClass, count_mistakes, mistakes
from kg.evaluation.records import ArticleRecord, MeetingRecord, RoleRecord
from tests.evaluation.records import article, meeting, person

A, B, C = person("Anna Weber"), person("Luis Ortega"), person("Carla Rossi")
WORDS = ("Weber met Ortega in Madrid on Monday",)


def found(gold: ArticleRecord, told: ArticleRecord) -> list[Mistake]:
    """The mistakes in one article."""
    return list(mistakes([compare(gold, told)]))


def test_a_perfect_report_has_no_mistake() -> None:
    record = article(
        meeting(A, B, start="2015", place="Madrid"), roles={"Anna Weber": RoleRecord("Chancellor")}
    )
    assert found(record, record) == []


def test_a_missed_meeting_is_one_mistake_with_its_words() -> None:
    gold = article(meeting(A, B, start="2015-06-15", place="Madrid", quotes=WORDS))
    brief = "meeting occurred 2015-06-15 Madrid: Anna Weber; Luis Ortega"
    assert found(gold, article()) == [Mistake("missed meeting", "a", "m1", brief, "", WORDS[0])]


def test_an_extra_meeting_is_one_mistake_with_its_words() -> None:
    told = article(meeting(A, quotes=WORDS, id="m7"))
    expected = Mistake("extra meeting", "a", "m7", "", "meeting occurred: Anna Weber", WORDS[0])
    assert found(article(), told) == [expected]


@pytest.mark.parametrize(
    ("gold", "told", "kind", "expected", "got"),
    [
        (meeting(A, B, status="planned"), meeting(A, B), "wrong status", "planned", "occurred"),
        (meeting(A, B, start="2015"), meeting(A, B, start="2016"), "wrong date", "2015", "2016"),
        (meeting(A, B, start="2015"), meeting(A, B), "missing date", "2015", ""),
        (meeting(A, B), meeting(A, B, start="2016"), "extra date", "", "2016"),
        (meeting(A, B, place="Rome"), meeting(A, B, place="Milan"), "wrong place", "Rome", "Milan"),
        (meeting(A, B, place="Rome"), meeting(A, B), "missing place", "Rome", ""),
        (meeting(A, B), meeting(A, B, place="Milan"), "extra place", "", "Milan"),
        (meeting(A, B, C), meeting(A, B), "missing participant", "Carla Rossi (person)", ""),
        (meeting(A, B), meeting(A, B, C), "extra participant", "", "Carla Rossi (person)"),
    ],
)
def test_a_difference_in_a_matched_meeting_has_its_class(
    gold: MeetingRecord, told: MeetingRecord, kind: MistakeClass, expected: str, got: str
) -> None:
    assert found(article(gold), article(told)) == [Mistake(kind, "a", "m1", expected, got, "")]


def test_an_extra_participant_comes_with_the_sentence_that_was_read_so() -> None:
    told = meeting(A, B, person("Carla Rossi", quote="Rossi stayed away."), quotes=WORDS)
    assert found(article(meeting(A, B)), article(told))[0].words == "Rossi stayed away."


def test_roles_are_listed_with_person_title_and_office() -> None:
    gold = article(roles={"Anna Weber": RoleRecord("Chancellor", "Germany", "Chancellor Weber")})
    told = article(roles={"Anna Weber": RoleRecord(None, "Greens", "Weber of the Greens")})
    assert found(gold, told) == [
        Mistake("role missed", "a", "", "Anna Weber: Chancellor of Germany", "", "Chancellor Weber"),
        Mistake("role extra", "a", "", "", "Anna Weber: ? of Greens", "Weber of the Greens"),
    ]


def test_classes_without_mistakes_are_counted_as_none() -> None:
    counts = count_mistakes(found(article(meeting(A, B)), article(meeting(A, B, C, start="2015"))))
    assert {kind: n for kind, n in counts.items() if n} == {"extra participant": 1, "extra date": 1}
    assert len(counts) == 13
