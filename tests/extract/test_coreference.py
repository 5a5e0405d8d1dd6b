"""Coreference: pronouns and noun phrases that refer back, and those that must be left alone."""

from __future__ import annotations

import pytest

from kg.extract.coreference import resolve_coreference
from kg.extract.document import Document
from kg.extract.names import find_names
from kg.extract.offices import find_offices
from kg.extract.roles import find_roles
from tests.extract.conftest import Parse


def resolved(document: Document) -> Document:
    find_names(document)
    find_roles(document)
    find_offices(document)
    resolve_coreference(document)
    return document


def meant(document: Document, word: str, nth: int = 0) -> set[str]:
    """The names of what the ``nth`` token ``word`` denotes."""
    tokens = [t for t in document.doc if t.text == word]
    return {e.name for e in document.entities_at(tokens[nth])}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Erik Dahl arrived on Monday. He left on Tuesday.", "He", {"Erik Dahl"}),
        ("Erik Dahl met Anna Kowalska. She thanked the hosts.", "She", {"Anna Kowalska"}),
        ("Anna Kowalska said that she would meet Erik Dahl.", "she", {"Anna Kowalska"}),
        ("Erik Dahl spoke about his plan.", "his", {"Erik Dahl"}),
        ("Erik Dahl, an analyst, spoke first. The analyst warned of war.", "analyst", {"Erik Dahl"}),
        (
            "Polish President Anna Kowalska flew to Rome. The president will meet bankers.",
            "president",
            {"Anna Kowalska"},
        ),
        (
            "Presidents Ana Torres and Luis Rojas met in Lima. The two leaders agreed on trade.",
            "leaders",
            {"Ana Torres", "Luis Rojas"},
        ),
        (
            "Ana Torres and Luis Rojas met in Lima. They agreed on trade.",
            "They",
            {"Ana Torres", "Luis Rojas"},
        ),
        (
            "Norway and Chile signed a treaty. The two countries will trade more.",
            "countries",
            {"Norway", "Chile"},
        ),
        ("Rebel commanders came to Geneva. They refused to talk.", "They", {"Rebel commanders"}),
        ('"We must act," said Erik Dahl. "There is no time," he added.', "he", {"Erik Dahl"}),
        ("Chilean Foreign Minister Rosa Diaz spoke. The minister left early.", "minister", {"Rosa Diaz"}),
    ],
)
def test_what_a_word_refers_back_to(parse: Parse, text: str, word: str, expected: set[str]) -> None:
    document = resolved(parse(text))
    index = -1 if word in {"analyst", "president", "leaders"} else 0
    assert meant(document, word, index) == expected


def test_a_pronoun_mention_is_recorded_with_its_form(parse: Parse) -> None:
    document = resolved(parse("Erik Dahl arrived on Monday. He left on Tuesday."))
    person = next(e for e in document.entities if e.name == "Erik Dahl")
    assert [(m.span.text, m.form) for m in person.mentions] == [("Erik Dahl", "name"), ("He", "pronoun")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He left on Tuesday. Erik Dahl arrived.", "He"),
        ("Mrs. Anna Kowalska arrived. He left on Tuesday.", "He"),
        ("The analyst warned of war.", "analyst"),
        ("It rained in Oslo. They stayed at home.", "They"),
        ("Ana Torres, Luis Rojas and Evo Mamani met. The two leaders agreed.", "leaders"),
        ("Norway signed a treaty. The two countries will trade more.", "countries"),
        ("Erik Dahl arrived. A president must travel.", "president"),
    ],
)
def test_what_must_be_left_alone(parse: Parse, text: str, word: str) -> None:
    document = resolved(parse(text))
    people = {e.name for e in document.entities if e.kind in {"person", "place", "office"}}
    assert not meant(document, word) & people


def test_a_pronoun_does_not_reach_far_back(parse: Parse) -> None:
    document = resolved(
        parse("Erik Dahl arrived. It rained. It rained. It rained. It rained. It rained. He left.")
    )
    assert meant(document, "He") == set()


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Carla Weyde met Peter Holm. They agreed on trade.", "They", {"Carla Weyde", "Peter Holm"}),
        (
            "Carla Weyde held talks with Peter Holm. They will meet again.",
            "They",
            {"Carla Weyde", "Peter Holm"},
        ),
        ("NATO said it would not take part in the talks.", "it", {"NATO"}),
        ("Norway says it will host a meeting.", "it", {"Norway"}),
    ],
)
def test_both_sides_of_a_meeting_and_bodies_that_speak_of_themselves(
    parse: Parse, text: str, word: str, expected: set[str]
) -> None:
    assert meant(resolved(parse(text)), word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Carla Weyde praised Peter Holm. They were glad.", "They"),
        ("Norway is cold, and it rains.", "it"),
        ("Carla Weyde said it was late.", "it"),
    ],
)
def test_no_partners_and_no_body_where_none_is_meant(parse: Parse, text: str, word: str) -> None:
    assert meant(resolved(parse(text)), word) == set()


def test_a_surname_means_whom_the_article_is_about(parse: Parse) -> None:
    text = (
        "Karl Berger spoke first. Karl Berger and Karl Berger's wife, Ida Berger, left. Berger will be back."
    )
    document = resolved(parse(text))
    assert {
        e.name for e in document.entities_at(next(t for t in document.doc if t.text == "will").nbor(-1))
    } == {"Karl Berger"}


def test_one_verb_has_two_people_and_a_person_one_gender(parse: Parse) -> None:
    text = (
        "Carla Weyde extended an invitation for Peter Holm to visit when he spoke to her on Sunday. "
        "He thanked her."
    )
    document = resolved(parse(text))
    assert meant(document, "he") == meant(document, "He") == {"Peter Holm"}
    assert meant(document, "her") == meant(document, "her", 1) == {"Carla Weyde"}


def test_the_object_of_a_verb_is_not_its_subject(parse: Parse) -> None:
    document = resolved(parse("Erik Dahl arrived. Carl Berg met him in Oslo."))
    assert meant(document, "him") == {"Erik Dahl"}
