"""Text is read in its own encoding or refused: no wrong character gets through."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles import find_boilerplate
from tests.articles.samples import STORY, read_all, write_json_lines

WESTERN = (
    "“Señor Núñez met François Hollande in the café,” said Zürich’s mayor – and the minister agreed.\n"
    "The meeting took place on Tuesday."
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_the_encoding_of_a_text_file_is_found(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WESTERN.encode(encoding))
    [article], errors = read_all(path)
    assert (article.text, errors) == (WESTERN, [])


def test_russian_in_an_old_encoding_is_read_well_enough_to_tell_its_language(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(
        "Министры иностранных дел Норвегии и Чили встретились в Осло во вторник.".encode("cp1251")
    )
    articles, [error] = read_all(path)
    assert (articles, error.reason) == ([], "article 'a' is not in English but in 'ru'; skipped")


def test_bytes_that_fit_no_encoding_are_reported_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Ministers met in Oslo. " + bytes([0x81, 0xFF, 0x8D, 0x9D, 0x90, 0xFE]) * 30)
    articles, [error] = read_all(path)
    assert articles == []
    assert error.reason.startswith("not UTF-8 (byte 0x81 at 23) and no other encoding fits")


def test_a_sign_inside_a_word_shows_that_the_western_page_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Lech Wałęsa met ministers in Gdańsk on Tuesday, his office said.".encode("cp1250"))
    articles, errors = read_all(path)
    assert "Wa³êsa" not in "".join(article.text for article in articles)
    assert len(articles) + len(errors) == 1


def test_csv_of_a_spreadsheet_in_windows_encoding_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(('id,text\r\n1,Plain row about ministers.\r\n2,"' + WESTERN + '"\r\n').encode("cp1252"))
    articles, errors = read_all(path)
    assert ([article.text for article in articles], errors) == (["Plain row about ministers.", WESTERN], [])


def test_csv_and_json_lines_in_utf16_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(f'id\ttext\n1\t"{WESTERN}"\n'.encode("utf-16"))
    (tmp_path / "b.jsonl").write_bytes(
        (json.dumps({"text": WESTERN}, ensure_ascii=False) + "\n").encode("utf-16")
    )
    articles, errors = read_all(tmp_path)
    assert ([article.text for article in articles], errors) == ([WESTERN, WESTERN], [])


def test_a_csv_row_with_an_undecodable_line_is_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(
        b'id,text\n1,"Ministers met.\n\x81\xff\x8d\x9d\x90\xfe\x81\xff"\n2,Ministers met again.\n'
    )
    articles, [error] = read_all(path)
    assert [article.id for article in articles] == ["2"]
    assert error.line == 3
    assert error.reason.startswith("not UTF-8 (byte 0x81 at 0)")


def test_a_wrongly_declared_charset_does_not_garble_a_page(tmp_path: Path) -> None:
    page = (
        f"<html><head><meta charset='iso-8859-1'></head><body><p>{WESTERN}</p><p>{WESTERN}</p></body></html>"
    )
    (tmp_path / "a.html").write_bytes(page.encode("utf-8"))
    [article], _ = read_all(tmp_path)
    assert "“Señor Núñez met François Hollande in the café,” said Zürich’s mayor – and" in article.text


def test_lone_surrogates_become_replacement_characters_one_to_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"text": "Ministers \\ud83d met \\ude00\\ud83d in Oslo \\ud83c\\udfa3.", "title": "x\\udc00"}\n'
    )
    [article], errors = read_all(path)
    assert (article.text, article.title, errors) == (
        "Ministers \ufffd met \ufffd\ufffd in Oslo 🎣.",
        "x\ufffd",
        [],
    )


def test_control_characters_and_marks_stay_where_they_are(tmp_path: Path) -> None:
    text = "Ministers\x00 met\x1b[0m in\u202e Oslo\u2028 on\x85 \u200fTuesday 👩‍👩‍👧.\r\nThey\tagreed."
    [article], _ = read_all(write_json_lines(tmp_path / "a.jsonl", {"text": text}))
    assert article.text == text
    (tmp_path / "b.txt").write_text(STORY + "\x00", encoding="utf-8")
    [article], _ = read_all(tmp_path / "b.txt")
    assert article.text == STORY + "\x00"


def test_huge_texts_and_lines_are_read_whole(tmp_path: Path) -> None:
    names = " ".join(f"Minister {chr(65 + n % 26)}{n} Roe met Minister Doe in Oslo." for n in range(10_000))
    lines = "The ministers met in Oslo on Tuesday to talk about fishing.\n" * 80_000
    one_line = "The ministers met in Oslo on Tuesday. " * 27_000
    texts = [names, lines, one_line]
    articles, errors = read_all(write_json_lines(tmp_path / "a.jsonl", *({"text": text} for text in texts)))
    assert errors == []
    assert [article.text for article in articles] == texts
    assert find_boilerplate(one_line) == []


@given(st.text(st.characters(), max_size=50))
def test_any_text_keeps_its_length_and_its_characters(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = write_json_lines(Path(folder) / "a.jsonl", {"text": "Ministers met: " + text, "lang": "en"})
        [article], errors = read_all(path)
    expected = "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    assert (article.text, errors) == ("Ministers met: " + expected, [])
