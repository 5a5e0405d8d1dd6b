"""Articles in, reports out: in order, lazily, and each with its errors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from kg.errors import ExtractionError, NewsgraphError
from kg.extract import Extractor
from kg.model import Article
from kg.settings import Settings
from tests.extract.reading import told

MET = "President Ana Costa met Prime Minister Erik Hansen in Lisbon on Monday."


def article(name: str, text: str = MET) -> Article:
    return Article(id=name, text=text, published=date(2014, 3, 12), language="en")


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """An extractor whose limits are small enough to meet."""
    return Extractor(Settings(max_chars=400, batch_size=2))


def test_an_article_gives_its_report(extractor: Extractor) -> None:
    (report,) = extractor.extract([article("a")])
    (meeting,) = told(report)
    assert (meeting.type, meeting.status, meeting.start, meeting.place) == (
        "meeting",
        "occurred",
        "2014-03-10",
        "Lisbon",
    )
    assert meeting.parties == {"Ana Costa": "attendee", "Erik Hansen": "attendee"}


def test_reports_come_in_the_order_of_the_articles(extractor: Extractor) -> None:
    ids = [f"a{n}" for n in range(5)]
    assert [r.article.id for r in extractor.extract(article(i) for i in ids)] == ids


def test_articles_of_one_batch_do_not_mix(extractor: Extractor) -> None:
    texts = ["Ana Costa met Erik Hansen.\n\nIt rained.", "Rosa Vega met Jan Nowak."]
    reports = list(extractor.extract(article(str(n), text) for n, text in enumerate(texts)))
    assert [sorted(m.parties) for r in reports for m in told(r)] == [
        ["Ana Costa", "Erik Hansen"],
        ["Jan Nowak", "Rosa Vega"],
    ]
    assert [r.coverage.sentences for r in reports] == [2, 1]


def test_articles_are_read_lazily(extractor: Extractor) -> None:
    taken: list[str] = []

    def source() -> Iterator[Article]:
        for name in "abcdef":
            taken.append(name)
            yield article(name)

    next(extractor.extract(source()))
    assert taken == ["a", "b"]


def test_no_articles_give_no_reports(extractor: Extractor) -> None:
    assert list(extractor.extract([])) == []


def test_an_empty_text_gives_an_empty_report(extractor: Extractor) -> None:
    (report,) = extractor.extract([article("a", "")])
    assert (report.meetings, report.persons, report.coverage.sentences) == ((), (), 0)


def test_a_text_of_white_space_gives_an_empty_report(extractor: Extractor) -> None:
    (report,) = extractor.extract([article("a", " \n\n \n")])
    assert (report.meetings, report.persons) == ((), ())


def test_a_text_beyond_the_limit_is_an_error_that_says_what_to_do(extractor: Extractor) -> None:
    with pytest.raises(
        ExtractionError, match=r"article 'long' has 500 characters, more than the limit of 400; split it"
    ):
        list(extractor.extract([article("long", "x" * 500)]))


def test_the_other_articles_are_read_where_errors_are_handled(extractor: Extractor) -> None:
    errors: list[tuple[str, NewsgraphError]] = []
    source = [article("a"), article("long", "x" * 500), article("b")]
    reports = list(extractor.extract(source, on_error=lambda error, about: errors.append((about.id, error))))
    assert [r.article.id for r in reports] == ["a", "b"]
    assert [name for name, _ in errors] == ["long"]
    assert isinstance(errors[0][1], ExtractionError)


def test_the_same_article_gives_the_same_report(extractor: Extractor) -> None:
    first, second = extractor.extract([article("a"), article("a")])
    assert first == second


def test_offsets_hold_beyond_the_basic_plane(extractor: Extractor) -> None:
    text = "😀 “Olá”\n\n" + MET
    (report,) = extractor.extract([article("a", text)])
    (mention,) = report.meetings[0].mentions
    assert text[mention.begin : mention.end] == mention.text == "met"


def test_model_and_fingerprint_tell_what_made_a_report(extractor: Extractor) -> None:
    assert extractor.model == "en_core_web_md 3.7.1"
    assert extractor.model in extractor.fingerprint
    (report,) = extractor.extract([article("a")])
    assert report.model == extractor.model
