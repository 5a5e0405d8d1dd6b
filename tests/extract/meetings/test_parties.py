"""From the head of a noun phrase to those whom it denotes as parties."""

from __future__ import annotations

import pytest

from kg.extract.document import Document
from kg.extract.meetings.parties import country_entity, denoted
from tests.extract.conftest import Parse
from tests.extract.reading import prepare


def named(document: Document, word: str) -> list[tuple[str, str, str]]:
    """Name, kind and words of each party that the phrase with the head ``word`` denotes."""
    head = next(t for t in document.doc if t.text == word)
    return [(entity.name, entity.kind, span.text) for entity, span in denoted(document, head)]


DENOTED = {
    "person": ("Ana Costa met Erik Hansen.", "Hansen", [("Erik Hansen", "person")]),
    "office": (
        "Ana Costa met the Chilean foreign minister.",
        "minister",
        [("Foreign Minister of Chile", "office")],
    ),
    "offices": (
        "Foreign ministers from Chile, Peru and Bolivia met in Lima.",
        "ministers",
        [
            ("Foreign Minister of Chile", "office"),
            ("Foreign Minister of Peru", "office"),
            ("Foreign Minister of Bolivia", "office"),
        ],
    ),
    "country": ("Talks between Chile and Peru began.", "Peru", [("Peru", "place")]),
    "body": ("The Security Council met on Monday.", "Council", [("Security Council", "organization")]),
    "group": ("Ana Costa met rebel commanders.", "commanders", [("rebel commanders", "group")]),
    "group_of": (
        "Ana Costa met the leaders of the opposition.",
        "leaders",
        [("leaders of the opposition", "group")],
    ),
    "groups_by_origin": (
        "Officials from Chile and Peru met in Lima.",
        "Officials",
        [("Officials from Chile", "group"), ("Officials from Peru", "group")],
    ),
    "apposition": (
        "The two presidents, Ana Costa and Erik Hansen, met on Monday.",
        "presidents",
        [("Ana Costa", "person"), ("Erik Hansen", "person")],
    ),
    "misread_apposition": (
        "The presidents of Chile and Peru, Ana Costa and Erik Hansen, met in Lima.",
        "presidents",
        [("Ana Costa", "person"), ("Erik Hansen", "person")],
    ),
    "misread_after_in": (
        "Ana Costa met with the top U.S. commander in Afghanistan, General Jan Nowak.",
        "commander",
        [("Jan Nowak", "person")],
    ),
    "misread_list": (
        "President Ana Costa met with Erik Hansen, Rosa Vega and Jan Nowak.",
        "Hansen",
        [("Erik Hansen", "person"), ("Rosa Vega", "person"), ("Jan Nowak", "person")],
    ),
    "including": (
        "She met rebel commanders, including Rosa Vega and Jan Nowak.",
        "commanders",
        [("rebel commanders", "group"), ("Rosa Vega", "person"), ("Jan Nowak", "person")],
    ),
    "led_by": (
        "A delegation led by Ana Costa arrived in Lima.",
        "delegation",
        [("delegation", "group"), ("Ana Costa", "person")],
    ),
    "speaker": ('"I met him on Monday," Ana Costa said.', "I", [("Ana Costa", "person")]),
    "pronoun": (
        "Ana Costa and Erik Hansen met in Lima. They agreed on fish.",
        "They",
        [("Ana Costa", "person"), ("Erik Hansen", "person")],
    ),
}


@pytest.mark.parametrize(("text", "word", "expected"), DENOTED.values(), ids=DENOTED)
def test_what_a_phrase_denotes(parse: Parse, text: str, word: str, expected: list[tuple[str, str]]) -> None:
    found = named(prepare(parse(text)), word)
    assert [(name, kind) for name, kind, _ in found] == expected


NOBODY = {
    "reporters": ("Ana Costa spoke with reporters in Lima.", "reporters"),
    "supporters": ("Ana Costa greeted supporters in Lima.", "supporters"),
    "crowd": ("Ana Costa met a cheering crowd.", "crowd"),
    "press": ("Ana Costa met the press on Monday.", "press"),
    "thing": ("Ana Costa met a deadline.", "deadline"),
    "region": ("Ana Costa visited the flood zone.", "zone"),
    "lone_pronoun": ("He arrived in the evening.", "He"),
    "unnamed_speaker": ('"I met him," he said.', "I"),
    "animal": ("Ana Costa met two dogs.", "dogs"),
    "single_teacher": ("Ana Costa met her teacher.", "teacher"),
}


@pytest.mark.parametrize(("text", "word"), NOBODY.values(), ids=NOBODY)
def test_phrases_that_denote_no_party(parse: Parse, text: str, word: str) -> None:
    assert named(prepare(parse(text)), word) == []


def test_the_words_of_a_party_are_those_of_its_phrase(parse: Parse) -> None:
    document = prepare(parse("Ana Costa met Erik Hansen. Costa later met rebel commanders."))
    assert named(document, "Hansen") == [("Erik Hansen", "person", "Erik Hansen")]
    assert named(document, "commanders") == [("rebel commanders", "group", "rebel commanders")]


def test_a_group_is_made_once_for_its_words(parse: Parse) -> None:
    document = prepare(parse("Ana Costa met rebel commanders."))
    first, second = named(document, "commanders"), named(document, "commanders")
    assert first == second
    assert [e.name for e in document.entities if e.kind == "group"] == ["rebel commanders"]


def test_an_adjective_stands_for_its_country(parse: Parse) -> None:
    document = prepare(parse("Chilean talks with Peru were long."))
    chile = country_entity(document, document.doc[0:1])
    assert chile is not None
    assert (chile.name, chile.is_country) == ("Chile", True)


def test_a_capital_stands_for_its_government_only_where_asked(parse: Parse) -> None:
    document = prepare(parse("Talks with Lisbon were long."))
    lisbon = document.doc[2:3]
    assert country_entity(document, lisbon) is None
    portugal = country_entity(document, lisbon, capital=True)
    assert portugal is not None
    assert portugal.name == "Portugal"


def test_an_ordinary_word_stands_for_no_country(parse: Parse) -> None:
    document = prepare(parse("Long talks with Peru."))
    assert country_entity(document, document.doc[0:1]) is None
