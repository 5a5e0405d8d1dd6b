"""Pieces of a text, and the one Doc over them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from kg.extract.segments import MAX_BATCH, MAX_PIECE, batches, join, pieces

PIECES = {
    "one_line": ("Ana Costa left.", ["Ana Costa left."]),
    "paragraphs": ("One.\n\nTwo.", ["One.\n\n", "Two."]),
    "blank_lines": ("One.\n \n\n  Two.", ["One.\n \n\n  ", "Two."]),
    "windows_line_ends": ("One.\r\n\r\nTwo.", ["One.\r\n\r\n", "Two."]),
    "line_break_is_no_end": ("One\ntwo.", ["One\ntwo."]),
    "trailing_break": ("One.\n\n", ["One.\n\n"]),
    "leading_break": ("\n\nOne.", ["\n\n", "One."]),
    "run_in_heading": (
        "Hard work ahead-Ana Costa met Erik Hansen.",
        ["Hard work ahead-", "Ana Costa met Erik Hansen."],
    ),
    "empty": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), PIECES.values(), ids=PIECES)
def test_a_text_is_cut_at_paragraph_breaks(text: str, expected: list[str]) -> None:
    assert list(pieces(text)) == expected


@given(st.text(alphabet="aAb. -\n\t\r", max_size=200))
def test_the_pieces_are_a_partition_of_the_text(text: str) -> None:
    found = list(pieces(text))
    assert "".join(found) == text
    assert all(found)


LONG = {
    "sentences": "Ana Costa left. " * 4000,
    "lines": "Ana Costa left\n" * 4000,
    "words": "left " * 9000,
    "one_word": "x" * 50_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_no_piece_is_longer_than_the_bound(text: str) -> None:
    found = list(pieces(text))
    assert "".join(found) == text
    assert max(map(len, found)) <= MAX_PIECE
    assert len(found) <= 2 + 2 * len(text) // MAX_PIECE


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    first = next(iter(pieces("Ana Costa left. " * 4000)))
    assert first.endswith("left.")


def test_offsets_are_offsets_into_the_text(nlp: Language) -> None:
    text = "Ana Costa left.\n\nErik Hansen stayed.\n \nNobody saw it."
    doc = join(list(nlp.pipe(pieces(text))))
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)


def test_no_sentence_spans_a_paragraph_break(nlp: Language) -> None:
    text = "Ana Costa of\n\nErik Hansen stayed"
    doc = join(list(nlp.pipe(pieces(text))))
    assert [s.text.strip() for s in doc.sents] == ["Ana Costa of", "Erik Hansen stayed"]


def test_a_single_piece_is_its_own_doc(nlp: Language) -> None:
    doc = nlp("Ana Costa left.")
    assert join([doc]) is doc


def test_batches_keep_order_and_stay_within_their_bound() -> None:
    texts = ["x" * 15_000 for _ in range(10)]
    found = list(batches(texts))
    assert [len(batch) for batch in found] == [3, 3, 3, 1]
    assert max(sum(map(len, batch)) for batch in found) <= MAX_BATCH


def test_a_text_beyond_the_bound_is_a_batch_of_its_own() -> None:
    texts = ["a", "x" * (MAX_BATCH + 1), "b", "c"]
    assert list(batches(texts)) == [["a"], [texts[1]], ["b", "c"]]


def test_no_texts_give_no_batches() -> None:
    assert list(batches([])) == []
