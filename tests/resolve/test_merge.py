"""References with the same full name are one entity; every report of a meeting is an event of its own."""

from __future__ import annotations

import pytest

from kg.resolve import Entity, Event, MeetingReport, Reference, merge
from kg.resolve.keys import entity_key, name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Berg", "ANNA  BERG"),
        ("José Peña", "Jose Pena"),
        ("Jonas Weiß", "JONAS WEISS"),
        ("Adel al-Noor", "Adel Al Noor"),
        ("John F. Clark", "John F Clark"),
        ("the Arctic Board", "Arctic Board"),
        ("Arctic Board's", "Arctic Board"),
    ],
)
def test_names_that_differ_only_in_writing_are_one(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Anna Berg", "Berg"), ("Thea Berg", "The A Berg"), ("X", "Y")])
def test_other_names_are_others(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("name", ["the", "...", "’s", "北京", " "])
def test_a_name_of_nothing_but_marks_still_has_a_key(name: str) -> None:
    assert name_key(name)


def test_a_place_is_its_geonames_number_whatever_its_name() -> None:
    vienna = Reference("a#l1", "place", "Vienna", geonames=2761369)
    assert entity_key(vienna) == entity_key(Reference("b#l1", "place", "Wien", geonames=2761369))
    assert entity_key(vienna) != entity_key(Reference("c#l1", "place", "Vienna"))


@pytest.mark.parametrize("name", ["Norlux Inc.", "Norlux, Inc", "NORLUX S.A.", "Norlux Co. Ltd."])
def test_a_company_is_its_name_without_the_legal_form(name: str) -> None:
    assert entity_key(Reference("a#g1", "organization", name)) == "norlux"


@pytest.mark.parametrize("name", ["Norlux Air", "Limited", "Co-op Bank", "Norlux Group"])
def test_words_that_are_part_of_the_name_stay(name: str) -> None:
    assert entity_key(Reference("a#g1", "organization", name)) == name_key(name)


def test_a_person_has_no_legal_form() -> None:
    assert entity_key(Reference("a#p1", "person", "Anna Co")) == "anna co"


def test_a_post_is_its_title_and_the_body_it_belongs_to() -> None:
    chad = Reference("a#o1", "post", "finance minister of Chad", title="finance minister", of="Chad")
    assert entity_key(chad) == "finance minister of chad"
    assert entity_key(Reference("b#o1", "post", "Pope", title="Pope")) == "pope"


def test_the_most_used_name_is_the_name_and_the_others_are_kept() -> None:
    names = ["ANNA BERG", "Anna Berg", "Anna Bérg", "Anna Berg"]
    references = [Reference(f"a{n}#p1", "person", name) for n, name in enumerate(names)]
    assert merge(references, []).entities == (
        Entity(
            kind="person",
            key="anna berg",
            name="Anna Berg",
            alternatives=("ANNA BERG", "Anna Bérg"),
            references=("a0#p1", "a1#p1", "a2#p1", "a3#p1"),
        ),
    )


def test_one_name_of_a_person_and_of_a_place_is_two_things() -> None:
    merged = merge([Reference("a#p1", "person", "Victoria"), Reference("a#l1", "place", "Victoria")], [])
    assert [(e.kind, e.references) for e in merged.entities] == [("person", ("a#p1",)), ("place", ("a#l1",))]


def test_a_report_becomes_an_event_of_entities() -> None:
    references = [
        Reference("a#p1", "person", "Anna Berg"),
        Reference("a#l1", "place", "Vienna", geonames=2761369),
    ]
    report = MeetingReport("a#m1", "talks", "planned", "2021-03", None, "a#l1", ("a#p1", "a#x1"))
    # a#x1 is a group without a name: it denotes nobody in particular.
    assert merge(references, [report]).events == (
        Event(
            reports=("a#m1",),
            type="talks",
            status="planned",
            start="2021-03",
            end=None,
            place=("place", "geonames:2761369"),
            actors=(("person", "anna berg"),),
        ),
    )


def test_one_entity_under_two_references_is_one_actor() -> None:
    references = [Reference("a#p1", "person", "Anna Berg"), Reference("a#p2", "person", "ANNA BERG")]
    report = MeetingReport("a#m1", "call", "occurred", actors=("a#p1", "a#p2"))
    assert merge(references, [report]).events[0].actors == (("person", "anna berg"),)


def test_the_order_of_articles_does_not_matter() -> None:
    references = [
        Reference("b#l1", "place", "Wien", geonames=1, country="Austria"),
        Reference("a#l1", "place", "Vienna", geonames=1, country="Republic of Austria"),
        Reference("a#p1", "person", "Anna Berg"),
        Reference("b#p1", "person", "anna berg"),
    ]
    meetings = [MeetingReport("b#m1", "call", "occurred"), MeetingReport("a#m1", "call", "occurred")]
    assert merge(references, meetings) == merge(references[::-1], meetings[::-1])
