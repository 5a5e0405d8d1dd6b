"""Questions about a dependency parse, asked of parsed sentences."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from kg.extract import syntax
from tests.extract.conftest import Parse


def token(parse: Parse, text: str, word: str) -> Token:
    return next(t for t in parse(text).doc if t.text == word)


def texts(tokens: list[Token]) -> list[str]:
    return [t.text for t in tokens]


SUBJECTS = {
    "own": ("Ana Costa met Erik Hansen.", "met", ["Costa"]),
    "list": ("Ana Costa and Erik Hansen met.", "met", ["Costa", "Hansen"]),
    "second_verb": ("Ana Costa flew to Oslo and met Erik Hansen.", "met", ["Costa"]),
    "relative": ("Ana Costa, who met Erik Hansen, was hopeful.", "met", ["Costa"]),
    "object_control": ("Jan Nowak urged Ana Costa to meet Erik Hansen.", "meet", ["Costa"]),
    "subject_control": ("Ana Costa promised Jan Nowak to meet Erik Hansen.", "meet", ["Costa"]),
    "infinitive": ("Ana Costa plans to meet Erik Hansen.", "meet", ["Costa"]),
    "participle": ("Ana Costa left after meeting Erik Hansen.", "meeting", ["Costa"]),
    "clause": ("Jan Nowak said Ana Costa met Erik Hansen.", "met", ["Costa"]),
    "passive": ("Erik Hansen was received by Ana Costa.", "received", ["Hansen"]),
    "fragment": ("Met with Erik Hansen.", "Met", []),
}


@pytest.mark.parametrize(("text", "word", "expected"), SUBJECTS.values(), ids=SUBJECTS)
def test_subjects_own_or_understood(parse: Parse, text: str, word: str, expected: list[str]) -> None:
    assert texts(syntax.subjects(token(parse, text, word))) == expected


OBJECTS = {
    "one": ("Ana Costa met Erik Hansen.", "met", ["Hansen"]),
    "two": ("Ana Costa met Erik Hansen and Rosa Vega.", "met", ["Hansen", "Vega"]),
    "with": ("Ana Costa met with Erik Hansen.", "met", []),
    "intransitive": ("Ana Costa slept.", "slept", []),
    "light_verb": ("Ana Costa held talks.", "held", ["talks"]),
}


@pytest.mark.parametrize(("text", "word", "expected"), OBJECTS.values(), ids=OBJECTS)
def test_direct_objects(parse: Parse, text: str, word: str, expected: list[str]) -> None:
    assert texts(syntax.objects(token(parse, text, word))) == expected


AFTER = {
    "with": ("Ana Costa met with Erik Hansen.", "met", {"with"}, ["Hansen"]),
    "list": ("Ana Costa met with Erik Hansen and Rosa Vega.", "met", {"with"}, ["Hansen", "Vega"]),
    "repeated": ("Ana Costa met with Erik Hansen and with Rosa Vega.", "met", {"with"}, ["Hansen", "Vega"]),
    "between": ("Talks between Chile and Peru began.", "Talks", {"between"}, ["Chile", "Peru"]),
    "along_with": ("Ana Costa left along with Erik Hansen.", "left", {"with"}, ["Hansen"]),
    "other": ("Ana Costa met with Erik Hansen.", "met", {"in"}, []),
    "nearest_only": ("Ana Costa slept in a house with Erik Hansen.", "slept", {"in"}, ["house"]),
}


@pytest.mark.parametrize(("text", "word", "prepositions", "expected"), AFTER.values(), ids=AFTER)
def test_heads_after_a_preposition(
    parse: Parse, text: str, word: str, prepositions: set[str], expected: list[str]
) -> None:
    assert texts(syntax.after_preposition(token(parse, text, word), prepositions)) == expected


PASSIVE = {
    "was": ("Erik Hansen was received by Ana Costa.", "received", True),
    "participle": ("Talks hosted by Chile began.", "hosted", True),
    "active": ("Ana Costa received Erik Hansen.", "received", False),
    "perfect": ("Ana Costa has received Erik Hansen.", "received", False),
    "perfect of a clause": ("Ana Costa denied reports that she had met Erik Hansen.", "met", False),
}


@pytest.mark.parametrize(("text", "word", "expected"), PASSIVE.values(), ids=PASSIVE)
def test_the_passive_voice(parse: Parse, text: str, word: str, expected: bool) -> None:
    assert syntax.is_passive(token(parse, text, word)) is expected


def test_who_does_what_a_passive_verb_says(parse: Parse) -> None:
    verb = token(parse, "Erik Hansen was received by Ana Costa and Rosa Vega.", "received")
    assert texts(syntax.agents(verb)) == ["Costa", "Vega"]


def test_a_semicolon_parts_a_note_from_the_next(parse: Parse) -> None:
    assert syntax.own_subjects(token(parse, "Official visit; met with Erik Hansen.", "met")) == []


def test_the_verb_above_a_noun(parse: Parse) -> None:
    verb = syntax.governing_verb(token(parse, "Ana Costa spoke after a round of talks.", "talks"))
    assert verb is not None
    assert verb.text == "spoke"


def test_a_heading_has_no_verb_above_its_noun(parse: Parse) -> None:
    assert syntax.governing_verb(token(parse, "A new round of talks.", "talks")) is None


def test_what_belongs_to_talks_may_hang_on_their_round(parse: Parse) -> None:
    talks = token(parse, "A round of talks began.", "talks")
    assert texts(syntax.event_nouns(talks)) == ["talks", "round"]
    end = token(parse, "The end of talks came.", "talks")
    assert texts(syntax.event_nouns(end)) == ["talks"]


def test_the_events_that_something_happens_at(parse: Parse) -> None:
    verb = token(parse, "They spoke on the sidelines of the summit.", "spoke")
    assert texts(syntax.frame_nouns(verb)) == ["sidelines", "summit"]


def test_a_noun_phrase_is_without_its_clauses(parse: Parse) -> None:
    head = token(parse, "The two old friends of Ana Costa who met in Oslo laughed.", "friends")
    assert syntax.noun_phrase(head).text == "The two old friends"


def test_ancestors_come_nearest_first(parse: Parse) -> None:
    head = token(parse, "Ana Costa spoke after talks.", "talks")
    assert texts(list(syntax.ancestors(head))) == ["after", "spoke"]


def test_tokens_are_found_by_their_lower_case_form(parse: Parse) -> None:
    doc = parse("The House met at the house, not in a hut.").doc
    assert [t.i for t in syntax.with_lower(doc, ("house", ","))] == [1, 5, 6]
    assert list(syntax.with_lower(doc, ("palace",))) == []
