"""The questions to the merged graph: offices over time, who held them, conflicts, sources, first and last meetings,
and who is near whom.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from kg.build import bring_up_to_date
from kg.graph import article_iri, report_nquads
from kg.model import Article, Coverage, Mention, Person, Place, Report, Role
from kg.query import run
from kg.store import Solutions, memory_store
from tests.export.test_path import told
from tests.graph.reports import VIENNA_TEXT, vienna

Ask = Callable[..., list[dict[str, str]]]
FIRST, LAST = VIENNA_TEXT.split(". ")[0] + ".", VIENNA_TEXT.split(". ")[2]


def holder() -> Report:
    """An article that says who the finance minister of Chad is, whom the first one gives without a name."""
    text = "Finance Minister Idriss Faro of Chad spoke."
    name, chad = (Mention(text.index(w), text.index(w) + len(w), w) for w in ("Idriss Faro", "Chad"))
    said = Mention(0, len(text), text)
    words = Mention(0, text.index(" of"), text[: text.index(" of")])
    return Report(
        Article("faro", text, published=date(2021, 3, 8)),
        (Person("p1", name.text, (name,)),),
        (),
        (Place("l1", "Chad", (chad,), 2434508, "Chad", "TD", 15.0, 19.0, True),),
        (),
        (),
        (Role("p1", "Finance Minister", "Chad", words, said, confidence=0.9),),
        (),
        Coverage(1),
        "test_model 1.0",
    )


def undated(report: Report) -> Report:
    """The article without the day of its meeting."""
    [meeting] = report.meetings
    return replace(report, meetings=(replace(meeting, start=None),))


def published(report: Report, day: date) -> Report:
    """The article as one of this day."""
    return replace(report, article=replace(report.article, published=day))


REPORTS = [
    vienna(),
    holder(),
    told("a", "Ada Moss, Bea Nord", on="2019-02-02"),
    told("b", "Ada Moss, Bea Nord", on="2020-06-01"),
    told("c", "Bea Nord, Cy Orr", on="2020-03-05"),
    told("d", "Cy Orr, Dan Pike", on="2018-01-01"),
    told("e", "Ada Moss, Eve Quill", on="2021-07-01", status="planned"),
    # Two copies of one text.
    told("f", "Gil Roe, Hedda Sand, Ivo Tarn", on="2020-05-04"),
    told("g", "Gil Roe, Hedda Sand, Ivo Tarn", on="2020-05-04"),
    # One says that it happened, the other that it did not.
    told("h", "Jo Kane, Kit Lund, Lea Mohn", on="2020-05-04"),
    told("i", "Jo Kane, Kit Lund, Lea Mohn", on="2020-05-04", status="denied"),
    # One meeting of a pair has no date.
    told("j", "Mia Noor, Ned Olsen", on="2015-02-03"),
    undated(told("k", "Mia Noor, Ned Olsen", on="2019-01-01")),
    # What was planned took place.
    published(told("m", "Ola Rand, Per Sund", on="2020-06-05"), date(2020, 6, 6)),
    told("l", "Ola Rand, Per Sund", on="2020-06-05", status="planned"),
]


def iri(id: str) -> str:
    """The IRI of an article."""
    return next(article_iri(report.article) for report in REPORTS if report.article.id == id)


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """Runs a query by name with parameters; rows as texts by column, without the columns that are empty."""
    with memory_store() as store:
        for report in REPORTS:
            store.replace(report_nquads(report, digest=report.article.id, fingerprint="F"))
        bring_up_to_date(store)

        def rows(query: str, /, **params: str) -> list[dict[str, str]]:
            solutions = run(store, query, {name.rstrip("_"): value for name, value in params.items()})
            assert isinstance(solutions, Solutions)
            columns = solutions.variables
            return [{c: t for c, t in zip(columns, row, strict=True) if t} for row in solutions.texts()]

        yield rows


def picked(rows: list[dict[str, str]], *columns: str) -> list[tuple[str, ...]]:
    """These columns of the rows."""
    return [tuple(row.get(column, "") for column in columns) for row in rows]


def test_the_offices_of_a_person_over_time_tell_how_many_articles_say_so(ask: Ask) -> None:
    columns = ("person", "title", "of", "former", "first", "last", "articles", "sources")
    assert picked(ask("roles-over-time", person="anna berg"), *columns) == [
        ("Anna Berg", "Prime Minister", "Norway", "false", "2021-03-10", "2021-03-10", "1", "1")
    ]
    assert ask("roles-over-time", person="Moss") == []


def test_holders_of_an_office_are_stated_or_marked_as_inferred(ask: Ask) -> None:
    columns = ("title", "person", "inferred", "from", "to")
    assert picked(ask("office-holders", of="chad"), *columns) == [
        ("Finance Minister", "Idriss Faro", "false", "2021-03-08", "2021-03-08"),
        ("Finance Minister", "Idriss Faro", "true", "2021-03-09", "2021-03-09"),
    ]
    assert picked(ask("office-holders", title="chancellor"), "person") == [("Jonas Weiß",)]
    assert ask("office-holders", title="chancellor", of="Chad") == []
    assert picked(ask("office-holders", inferred="true"), "person") == [("Idriss Faro",)]
    assert picked(ask("office-holders", of="chad", inferred="false"), "inferred") == [("false",)]


def test_what_a_fact_rests_on_is_told_in_the_words_of_each_article(ask: Ask) -> None:
    [inferred] = {row["fact"] for row in ask("sources") if row["inferred"] == "true"}
    columns = ("kind", "value", "part", "article", "quote", "shows", "statement")
    assert picked(ask("sources", fact=inferred), *columns) == [
        ("actor", "Idriss Faro", "absent", "vienna", LAST, "false", f"{iri('vienna')}#m1-3"),
        ("actor", "Idriss Faro", "absent", "faro", REPORTS[1].article.text, "true", f"{iri('faro')}#r1"),
    ]


def test_a_participation_of_an_office_names_its_holder_where_that_was_worked_out(ask: Ask) -> None:
    rows = ask("participations")
    [holder] = {row["person"] for row in ask("office-holders", inferred="true")}
    named = {row["entity"]: row["name"] for row in rows}
    assert holder == "Idriss Faro" and holder not in named.values()
    with_holder = [row for row in rows if "holder" in row]
    assert picked(with_holder, "name", "article") == [("Finance Minister of Chad", "vienna")]
    assert "idriss-faro" in with_holder[0]["holder"]


def test_the_sources_of_a_meeting_are_those_of_all_its_facts(ask: Ask) -> None:
    [event] = {row["event"] for row in ask("meetings-of", person="Jonas Weiß")}
    found = [row for row in ask("sources", fact=event) if row["inferred"] == "false"]
    assert picked(found, "kind", "value", "quote") == [
        ("actor", "Anna Berg", FIRST),
        ("actor", "Jonas Weiß", FIRST),
        ("actor", "Finance Minister of Chad", LAST),
        ("place", "Vienna", FIRST),
        ("status", "occurred", FIRST),
        ("time", "2021-03-09", "Tuesday"),
    ]


def test_the_sources_of_a_meeting_tell_its_history_by_status_and_publication(ask: Ask) -> None:
    [event] = {row["event"] for row in ask("meetings-of", person="Ola Rand")}
    history = [row for row in ask("sources", fact=event) if row["kind"] == "status"]
    said = "Ola Rand, Per Sund met."
    assert sorted(picked(history, "published", "value", "article", "quote")) == [
        ("2020-06-01", "planned", "l", said),
        ("2020-06-06", "occurred", "m", said),
    ]


def test_conflicts_stand_side_by_side_with_who_says_what(ask: Ask) -> None:
    sentence = "Jo Kane, Kit Lund, Lea Mohn met."
    columns = ("kind", "value", "articles", "sources", "article", "published", "quote")
    assert picked(ask("conflicts"), *columns) == [
        ("status", "denied", "1", "1", "i", "2020-06-01", sentence),
        ("status", "occurred", "1", "1", "h", "2020-06-01", sentence),
    ]
    assert len({row["conflict"] for row in ask("conflicts")}) == 1


def test_the_first_and_the_last_meeting_of_two_people(ask: Ask) -> None:
    columns = ("person", "other", "which", "start", "meetings", "article")
    assert picked(ask("first-and-last-meeting", person="nord", other="Moss"), *columns) == [
        ("Bea Nord", "Ada Moss", "first", "2019-02-02", "2", "a"),
        ("Bea Nord", "Ada Moss", "last", "2020-06-01", "2", "b"),
    ]
    assert ask("first-and-last-meeting", person="Ada Moss", other="Cy Orr") == []
    assert ask("first-and-last-meeting", person="Ada Moss", other="Eve Quill") == []


def test_everybody_within_two_meetings(ask: Ask) -> None:
    columns = ("person", "other", "steps", "connections", "through")
    assert picked(ask("within-two-meetings", person="Moss"), *columns) == [
        ("Ada Moss", "Bea Nord", "1", "2", ""),
        ("Ada Moss", "Cy Orr", "2", "1", "Bea Nord"),
    ]
    assert picked(ask("within-two-meetings", person="Gil Roe"), *columns) == [
        ("Gil Roe", "Hedda Sand", "1", "1", ""),
        ("Gil Roe", "Ivo Tarn", "1", "1", ""),
    ]


def test_references_are_listed_with_the_iris_that_decisions_are_about(ask: Ask) -> None:
    columns = ("name", "called", "article", "reference")
    assert picked(ask("references-of", name="Ada Moss"), *columns) == [
        ("Ada Moss", "Ada Moss", id, f"{iri(id)}#p1") for id in ("a", "b", "e")
    ]


def test_who_met_whom_and_meetings_of_count_articles_and_independent_sources(ask: Ask) -> None:
    pairs = picked(ask("who-met-whom", person="Gil Roe"), "other", "meetings", "articles", "sources")
    # Both articles have one text, so they are one source.
    assert pairs == [("Hedda Sand", "1", "2", "1"), ("Ivo Tarn", "1", "2", "1")]
    rows = ask("meetings-of", person="Gil Roe")
    assert set(picked(rows, "articles", "sources")) == {("2", "1")}
    assert len({row["event"] for row in rows}) == 1


def test_a_meeting_without_a_date_hides_neither_the_first_nor_the_last(ask: Ask) -> None:
    pair = ("Mia Noor", "Ned Olsen")
    columns = ("person", "other", "meetings", "first", "last")
    assert picked(ask("who-met-whom", person="Mia Noor"), *columns) == [
        (*pair, "2", "2015-02-03", "2015-02-03")
    ]
    columns = ("person", "other", "which", "start", "meetings")
    assert picked(ask("first-and-last-meeting", person="Mia Noor", other="Ned Olsen"), *columns) == [
        (*pair, "first", "2015-02-03", "2"),
        (*pair, "last", "2015-02-03", "2"),
    ]
