"""Files, folders and patterns are found completely, once, and in the same order every time."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from tests.articles.samples import read_all

TEXT = "The ministers of Norway and Chile met in Oslo on Tuesday to talk about fishing."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in [
        "b.txt",
        "a.txt",
        "B.txt",
        "sub/deep/c.md",
        "sub/a.html",
        ".hidden.txt",
        ".git/x.txt",
        "notes.docx",
    ]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<html><body><p>{TEXT}</p></body></html>" if name.endswith("html") else TEXT)
    return tmp_path


def names(folder: Path, *sources: object) -> list[str]:
    articles, errors = read_all(*sources)
    assert errors == []
    return [os.path.relpath(str(article.source), folder) for article in articles]


def test_a_folder_is_read_with_all_below_it_in_sorted_order(folder: Path) -> None:
    assert names(folder, folder) == ["B.txt", "a.txt", "b.txt", "sub/a.html", "sub/deep/c.md"]


def test_a_pattern_is_read_in_sorted_order(folder: Path) -> None:
    assert names(folder, folder / "[ab].txt") == ["a.txt", "b.txt"]
    assert names(folder, folder / "**/*.md") == ["sub/deep/c.md"]
    assert names(folder, folder / "su*") == ["sub/a.html", "sub/deep/c.md"]


def test_sources_are_read_in_the_order_given(folder: Path) -> None:
    assert names(folder, folder / "b.txt", folder / "sub", folder / "a.txt") == [
        *("b.txt", "sub/a.html", "sub/deep/c.md", "a.txt")
    ]


def test_a_name_with_pattern_signs_that_exists_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "[1].txt").write_text(TEXT)
    assert names(tmp_path, tmp_path / "[1].txt") == ["[1].txt"]


def test_a_link_back_to_its_folder_does_not_go_round_for_ever(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path)
    assert names(tmp_path, tmp_path) == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", "a"),
        ("a.txt.gz", "a"),
        ("a", "a"),
        ("U.S. talks.txt", "U.S. talks"),
        ("v1.2.txt", "v1.2"),
        ("x.foo", "x"),
    ],
)
def test_the_id_is_the_name_without_extensions(tmp_path: Path, name: str, expected: str) -> None:
    data = TEXT.encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    [article], _ = read_all(tmp_path / name)
    assert (article.id, article.id_from_file, article.text) == (expected, True, TEXT)


def test_one_file_with_an_error_does_not_end_the_folder(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"%PDF-1.7")
    articles, [error] = read_all(folder)
    assert ([article.id for article in articles], error.source) == (
        ["B", "b", "a", "c"],
        str(folder / "a.txt"),
    )


def test_a_file_name_that_is_not_utf8_is_read_and_can_be_printed(tmp_path: Path) -> None:
    for name in (b"caf\xe9.txt", b"caf\xe8.html"):
        with open(os.fsencode(tmp_path) + b"/" + name, "wb") as file:
            file.write(TEXT.encode() if name.endswith(b"txt") else b"")
    [article], [error] = read_all(tmp_path)
    assert (article.id, article.source) == ("caf\ufffd", f"{tmp_path}/caf\ufffd.txt")
    assert str(error) == f"{tmp_path}/caf\ufffd.html: the file is empty"
