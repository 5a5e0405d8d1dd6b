"""Copies of one text are one independent source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from itertools import permutations

import pytest

from kg.resolve.sources import SourceText, are_copies, keys_of, merge, signature_of

PARAGRAPHS = [
    f"Delegates of the {word} fisheries board spent {number} hours on quotas for {fish}, and agreed that boats from the {side} coast "
    f"may land {number * 40} tonnes before the {word} season ends, while harbour masters keep daily lists of every crate."
    for number, (word, fish, side) in enumerate(
        [
            ("northern", "herring", "west"),
            ("island", "cod", "south"),
            ("inner", "sprat", "east"),
            ("coastal", "flounder", "north"),
            ("joint", "salmon", "outer"),
            ("older", "perch", "inner"),
        ],
        start=2,
    )
]
STORY = "\n\n".join(PARAGRAPHS)
OTHER = (
    "The opera house reopens in spring with a new roof, a larger stage and seats for twelve hundred guests, its director said. "
    "Painters restored the ceiling over three winters, working from photographs that a caretaker had kept in a drawer. "
    "Tickets for the first evening sold out within an hour; a second evening follows a week later with the same singers. "
    "The city paid for two thirds of the work and a foundation for the rest, after a vote that passed by a single voice. "
    "Neighbours complained about noise in the yard, so the builders stopped at six and never worked on Sundays."
)


def finder(texts: Iterable[SourceText]) -> Callable[[Collection[str]], list[SourceText]]:
    """Look up ``texts`` by their keys."""
    by_key: defaultdict[str, list[SourceText]] = defaultdict(list)
    for text in texts:
        for key in keys_of(text.signature):
            by_key[key].append(text)
    return lambda keys: [text for key in keys for text in by_key[key]]


def texts(**articles: str) -> list[SourceText]:
    """Articles by name as texts."""
    return [SourceText(article, signature_of(text)) for article, text in articles.items()]


@pytest.mark.parametrize(
    "copy",
    [
        STORY,
        "HARBOUR NEWS\n\n" + STORY.upper(),
        STORY.replace("spent", "passed").replace("\n\n", " "),
        "\n\n".join(PARAGRAPHS[:4]),
        "By our own staff. " + "\n\n".join(PARAGRAPHS[1:]) + " More soon.",
    ],
)
def test_a_text_under_another_heading_edited_or_cut_is_a_copy(copy: str) -> None:
    one, other = signature_of(STORY), signature_of(copy)
    assert are_copies(one, other)
    assert keys_of(one) & keys_of(other)


def test_another_story_is_no_copy() -> None:
    assert not are_copies(signature_of(STORY), signature_of(OTHER))
    assert keys_of(signature_of(STORY)).isdisjoint(keys_of(signature_of(OTHER)))


def test_records_of_one_template_are_no_copies_and_equal_ones_are() -> None:
    record = "Minister Ilma Reko travelled to Turku on 4 May 2011. She met with Mayor Aino Kivi."
    assert are_copies(signature_of(record), signature_of(record.upper() + "\n"))
    assert not are_copies(signature_of(record), signature_of(record.replace("4 May", "9 May")))


def test_a_signature_is_the_same_on_every_machine() -> None:
    assert signature_of("Reko met Kivi.") == "words:6ad94eb6ac74bd8b889993b262c7b32e"
    assert signature_of(STORY)[:40] == "minhash:0403491503922ead010c84f2020a8e67"


def test_a_copy_of_a_copy_is_one_source_and_each_text_has_its_own() -> None:
    all_texts = texts(
        c=STORY,
        b=" ".join(PARAGRAPHS[:4]),
        a=" ".join(PARAGRAPHS[2:]),
        d=OTHER,
    )
    assert not are_copies(all_texts[1].signature, all_texts[2].signature)
    assert merge(all_texts, finder(all_texts)) == (("a", "b", "c"), ("d",))


def test_the_sources_of_a_new_text_are_complete_whatever_the_order() -> None:
    all_texts = texts(c=STORY, b=" ".join(PARAGRAPHS[:4]), a=" ".join(PARAGRAPHS[2:]), d=OTHER)
    for order in permutations(all_texts):
        assert merge(order[:1], finder(order))[0] in (("a", "b", "c"), ("d",))
    assert merge(all_texts[2:3], finder(all_texts)) == (("a", "b", "c"),)


def test_texts_without_words_are_not_copies() -> None:
    empty = texts(a=".", b="***")
    assert not are_copies(empty[0].signature, empty[1].signature)
    assert merge(empty, finder(empty)) == (("a",), ("b",))
