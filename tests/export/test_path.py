"""The shortest chains of meetings between two people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import pytest

from kg.build import bring_up_to_date
from kg.export.path import Quote, paths
from kg.graph import report_nquads
from kg.model import (
    Article,
    Coverage,
    Meeting,
    Mention,
    Organization,
    Participation,
    Person,
    Report,
    Status,
    TimeValue,
)
from kg.store import Store, memory_store
from kg.store.lookup import find


def told(id: str, names: str, *, on: str | None = None, status: Status = "occurred") -> Report:
    """An article of one sentence: these people (and boards) met."""
    text = f"{names} met."
    words = [Mention(text.index(n), text.index(n) + len(n), n) for n in names.split(", ")]
    sentence = Mention(0, len(text), text)
    parts = tuple(
        Participation(f"p{n}", _kind(word), "attendee", None, None, word, sentence)
        for n, word in enumerate(words, 1)
    )
    start = None if on is None else TimeValue(on, "stated", sentence)
    met = Mention(len(text) - 4, len(text) - 1, "met")
    meeting = Meeting("m1", "meeting", status, start, None, None, parts, (met,), (sentence,))
    known = list(enumerate(words, 1))
    persons = tuple(Person(f"p{n}", w.text, (w,)) for n, w in known if _kind(w) == "person")
    boards = tuple(Organization(f"p{n}", w.text, (w,)) for n, w in known if _kind(w) == "organization")
    article = Article(id, text, published=date(2020, 6, 1))
    return Report(article, persons, boards, (), (), (), (), (meeting,), Coverage(1), "test_model 1.0")


def _kind(word: Mention) -> Literal["person", "organization"]:
    return "organization" if word.text.endswith("Board") else "person"


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """Ada Moss met Bea Nord twice, who met Cy Orr, as did Dan Pike, whom Ada met too; Eve Quill only plans to."""
    reports = [
        told("a", "Ada Moss, Bea Nord", on="2020-02-02"),
        told("b", "Ada Moss, Bea Nord", on="2019"),
        told("c", "Bea Nord, Cy Orr", on="2020-03"),
        told("d", "Ada Moss, Dan Pike"),
        told("e", "Cy Orr, Dan Pike", on="2018-01-01"),
        told("f", "Ada Moss, Eve Quill", on="2020-07-01", status="planned"),
        told("g", "Eve Quill, Flo Rush", on="2020-01-01"),
        told("h", "Flo Rush, Port Board", on="2020-01-02"),
        told("i", "Ada Moss, Port Board", on="2020-01-03"),
    ]
    with memory_store() as opened:
        for report in reports:
            opened.replace(report_nquads(report, digest=report.article.id, fingerprint="F"))
        bring_up_to_date(opened)
        yield opened


def chains(store: Store, one: str, other: str, **options: bool | int) -> list[list[tuple[str, str, int]]]:
    """The chains by names and numbers of meetings."""
    found = paths(store, (find(store, one).iri, find(store, other).iri), **options)  # type: ignore[arg-type]
    return [[(step.one, step.other, step.count) for step in chain] for chain in found]


def test_every_shortest_chain_is_found(store: Store) -> None:
    assert chains(store, "Ada Moss", "Cy Orr") == [
        [("Ada Moss", "Bea Nord", 2), ("Bea Nord", "Cy Orr", 1)],
        [("Ada Moss", "Dan Pike", 1), ("Dan Pike", "Cy Orr", 1)],
    ]
    assert chains(store, "Ada Moss", "Bea Nord") == [[("Ada Moss", "Bea Nord", 2)]]
    assert len(chains(store, "Ada Moss", "Cy Orr", limit=1)) == 1


def test_a_link_shows_the_words_that_tell_of_its_meetings_the_earliest_first(store: Store) -> None:
    [[step]] = paths(store, (find(store, "Bea Nord").iri, find(store, "Ada Moss").iri))
    sentence = "Ada Moss, Bea Nord met."
    assert [(met.type, met.date, met.place, met.quotes) for met in step.encounters] == [
        ("meeting", "2019", "", (Quote("b", sentence, "stated", "1", "0", "23"),)),
        ("meeting", "2020-02-02", "", (Quote("a", sentence, "stated", "1", "0", "23"),)),
    ]
    [[step]] = paths(store, (find(store, "Bea Nord").iri, find(store, "Ada Moss").iri), shown=1)
    assert (step.count, [met.date for met in step.encounters]) == (2, ["2019"])


def test_what_is_only_planned_connects_nobody(store: Store) -> None:
    assert chains(store, "Ada Moss", "Eve Quill") == []
    assert chains(store, "Ada Moss", "Flo Rush") == []


def test_organisations_connect_people_only_when_asked_to(store: Store) -> None:
    assert chains(store, "Ada Moss", "Flo Rush", people_only=False) == [
        [("Ada Moss", "Port Board", 1), ("Port Board", "Flo Rush", 1)]
    ]


def test_nobody_is_connected_to_themselves(store: Store) -> None:
    assert chains(store, "Ada Moss", "Ada Moss") == []
