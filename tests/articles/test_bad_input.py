"""What is wrong with the input is named with its place and reason, and the rest is read."""

from __future__ import annotations

import bz2
import gzip
import json
import os
from datetime import date
from pathlib import Path

import pytest

from kg.articles import read_articles
from kg.errors import ArticleError
from tests.articles.samples import PAGE, STORY, read_all, warc_record, write_json_lines


def messages(*sources: object, **options: object) -> list[str]:
    """What is reported of ``sources``, none of which gives an article."""
    articles, errors = read_all(*sources, **options)
    assert articles == []
    return [str(error) for error in errors]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_a_path_that_does_not_exist_is_named_and_other_sources_are_read(tmp_path: Path, good: Path) -> None:
    missing = tmp_path / "missing.txt"
    articles, [error] = read_all(missing, good)
    assert [article.id for article in articles] == ["good"]
    assert str(error) == f"{missing}: no such file or folder"


def test_without_a_handler_the_first_error_is_raised(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such file or folder") as caught:
        list(read_articles([str(tmp_path / "missing.txt")]))
    assert caught.value.source == str(tmp_path / "missing.txt")


def test_a_folder_with_no_article_and_a_pattern_without_match_are_named(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert messages(tmp_path, tmp_path / "*.txt") == [
        f"{tmp_path}: no article in this folder: no file with the extension of a known format",
        f"{tmp_path}/*.txt: no file matches this pattern",
    ]


def without_rights() -> bool:
    return os.geteuid() == 0


@pytest.mark.skipif(without_rights(), reason="the superuser may read everything")
def test_a_file_without_read_permission_is_named(tmp_path: Path, good: Path) -> None:
    secret = tmp_path / "a.txt"
    secret.write_text(STORY)
    secret.chmod(0)
    articles, [error] = read_all(tmp_path)
    assert ([a.id for a in articles], str(error)) == (["good"], f"{secret}: no permission to read it")


def test_refused_permission_is_put_into_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text(STORY)
    monkeypatch.setattr("builtins.open", refuse)
    assert messages(tmp_path / "a.txt") == [f"{tmp_path}/a.txt: no permission to read it"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt.gz", gzip.compress(b"", mtime=0), "the file is empty"),
        ("a.jsonl", b"\n\n", "no article in this file"),
        ("a.csv", b"id,text\n", "no article in this file"),
        ("a.txt", b" \n\t\n", "the text is empty"),
        (
            "a.txt",
            b"Share on Facebook\n\nRead more: Ministers meet\n",
            "nothing but boilerplate (menus, credits, links)",
        ),
        ("a.txt", b"%PDF-1.4\n...", "not text but a PDF document"),
        ("a.md", b"PK\x03\x04abc", "not text but a ZIP archive or office document"),
        ("a.jsonl", bytes(range(32)) * 20, "not text but binary data"),
        ("a.csv", b"\x89PNG\r\n\x1a\n", "not text but a PNG image"),
        ("a.unknown", b"\x7fELF\x02", "not text but a program"),
        ("a.xml", b"<?xml version='1.0'?><note>Hello</note>", "XML, but neither a feed nor a web page"),
        (
            "a.rss",
            b"<html><body>Not found</body></html>",
            "no RSS or Atom feed: expected <rss>, <rdf:RDF> or <feed>",
        ),
        ("a.html", b"<html><body></body></html>", "no story found on this HTML page"),
        (
            "a.warc",
            b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
            "no article in this file",
        ),
    ],
)
def test_a_file_without_an_article_is_named_with_the_reason(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert messages(path) == [f"{path}: {reason}"]


def test_an_article_of_one_dot_is_an_article(tmp_path: Path) -> None:
    [article], errors = read_all(write_json_lines(tmp_path / "a.jsonl", {"id": "x", "text": "."}))
    assert (article.id, article.text, article.language, errors) == ("x", ".", None, [])


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.parquet", b"PAR1 but nothing else that makes sense", ": not a whole Parquet file: "),
        ("a.warc", b"GET / HTTP/1.1\r\n", ": not a WARC file: it does not begin with WARC/"),
        ("a.warc", b"WARC/1.0 and then\nnonsense", "a.warc: no article in this file"),
    ],
)
def test_a_damaged_archive_is_named(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    [message] = messages(tmp_path / name)
    assert message.startswith(str(tmp_path / name))
    assert reason in message


@pytest.mark.parametrize("suffix", ["gz", "bz2", "zst"])
def test_a_cut_off_compressed_file_gives_what_it_holds_and_is_named(tmp_path: Path, suffix: str) -> None:
    import zstandard

    compress = {"gz": gzip.compress, "bz2": bz2.compress, "zst": zstandard.ZstdCompressor().compress}[suffix]
    lines = "".join(f"Minister {n} met minister {n * n % 9973} in Oslo on Tuesday.\n" for n in range(50_000))
    rows = "".join(
        json.dumps({"id": f"a{n}", "lang": "en", "text": lines[n * 60 : n * 60 + 999]}) + "\n"
        for n in range(4000)
    )
    (tmp_path / f"a.jsonl.{suffix}").write_bytes(compress(rows.encode())[:-30])
    (tmp_path / f"b.txt.{suffix}").write_bytes(compress(lines.encode())[:-30])
    articles, errors = read_all(tmp_path)
    assert [article.id for article in articles[:2]] == ["a0", "a1"]
    assert [error.source for error in errors] == [
        f"{tmp_path}/a.jsonl.{suffix}",
        f"{tmp_path}/b.txt.{suffix}",
    ]
    assert all(error.reason.startswith("the compressed file is damaged or cut off: ") for error in errors)


@pytest.mark.parametrize("suffix", ["gz", "bz2", "zst"])
def test_a_damaged_compressed_file_is_named(tmp_path: Path, suffix: str) -> None:
    import zstandard

    compress = {"gz": gzip.compress, "bz2": bz2.compress, "zst": zstandard.ZstdCompressor().compress}[suffix]
    data = bytearray(compress("".join(f"Minister {n} met {n * n % 9973}.\n" for n in range(9000)).encode()))
    data[20:24] = b"\xff\xff\xff\xff"
    (tmp_path / f"a.txt.{suffix}").write_bytes(data)
    [message] = messages(tmp_path)
    assert message.startswith(f"{tmp_path}/a.txt.{suffix}: ")
    assert "cannot be read: " in message or "damaged or cut off" in message


def test_broken_json_lines_are_named_by_line_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": STORY})
    path.write_text(
        f'{good}\n{{"text": "cut\n\n[1, 2]\n{{"body": 5}}\n{{"headline": "x"}}\n{"[" * 100_000}\n{good}\n'
    )
    articles, errors = read_all(path)
    assert [article.id for article in articles] == ["a-1", "a-7"]
    assert [error.line for error in errors] == [2, 4, 5, 6, 7]
    assert [str(error).removeprefix(str(path)) for error in errors] == [
        ":2: not JSON: Invalid control character at at column 14; expected one object a line",
        ":4: expected an object with the article's text, got list",
        ":5: the text is not a string but int: 5",
        ":6: no column or key with the text; found headline. Name the one that holds it, "
        "for example text=headline",
        ":7: not JSON: nested too deep; expected one object a line",
    ]


def test_broken_json_is_named_by_line(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[\n {"text": "x"},\n {"text" "y"}\n]')
    assert messages(path) == [f"{path}:3: not JSON: Expecting ':' delimiter at column 10"]


def test_csv_rows_with_missing_or_surplus_cells_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        f'id,title,text\na,"one\ntwo","{STORY}"\nb,two\nc,three,{"x"},more\nd,four,"Ministers met in Oslo."\n'
    )
    articles, errors = read_all(path)
    assert [article.id for article in articles] == ["a", "d"]
    assert [str(error).removeprefix(str(path)) for error in errors] == [
        ":8: 2 cells in this row, expected 3 (id, title, text)",
        ":9: 4 cells in this row, expected 3 (id, title, text)",
    ]


def test_a_quote_that_is_never_closed_does_not_make_one_article_of_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id,text\na,Ministers met.\nb,"Ministers met again.\nc,Ministers met once more.\n')
    articles, [error] = read_all(path)
    assert [article.id for article in articles] == ["a"]
    assert str(error) == f"{path}:3: not CSV: unexpected end of data"


def test_a_table_without_a_text_column_is_named_with_its_columns(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    (tmp_path / "a.csv").write_text("id,words\n1,x\n")
    pq.write_table(pa.table({"id": [1], "words": ["x"]}), tmp_path / "b.parquet")
    reason = (
        "no column or key with the text; found id, words. Name the one that holds it, for example text=id"
    )
    assert messages(tmp_path) == [f"{tmp_path}/a.csv:1: {reason}", f"{tmp_path}/b.parquet: {reason}"]
    wrong = messages(tmp_path / "a.csv", columns={"text": "story"})
    assert wrong[0].startswith(f"{tmp_path}/a.csv:1: no column or key 'story' for the text; found id, words.")


@pytest.mark.parametrize(
    "value", ["15/10/2016", "2016-13-01", "2016-02-30", "2016-10", "yesterday", 1476489600, ["2016"]]
)
def test_a_bad_date_is_reported_and_the_article_is_read_without_a_date(tmp_path: Path, value: object) -> None:
    path = write_json_lines(
        tmp_path / "a.jsonl", {"text": STORY, "date": "2016-10-14"}, {"text": STORY, "date": value}
    )
    articles, [error] = read_all(path)
    assert [article.published for article in articles] == [date(2016, 10, 14), None]
    assert str(error) == (
        f"{path}:2: bad publication date {value!r}: expected an ISO date (2016-10-15) "
        "or date-time (2016-10-15T09:30:00Z); read without a date"
    )


def test_a_bad_date_in_front_matter_or_feed_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ndate: 2016-02-30\n---\nMinisters met in Oslo.\n")
    (tmp_path / "b.rss").write_text(
        "<rss version='2.0'><channel><title>P</title><item><description>Ministers met.</description>"
        "<pubDate>next Tuesday</pubDate></item></channel></rss>"
    )
    articles, errors = read_all(tmp_path)
    assert [article.published for article in articles] == [None, None]
    assert ["'2016-02-30'" in str(errors[0]), "expected an RFC 822 date" in str(errors[1])] == [True, True]


def test_broken_front_matter_is_reported_and_the_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: [open\n---\nMinisters met in Oslo.\n")
    [article], [error] = read_all(path)
    assert article.text == "Ministers met in Oslo."
    assert str(error).startswith(f"{path}:1: front matter not read: ")


def test_a_damaged_feed_is_reported_and_what_is_readable_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.rss"
    path.write_text(
        "<rss version='2.0'><channel><title>P</title>\n"
        "<item><description>Ministers met.</description></item>\n<item><ti"
    )
    articles, errors = read_all(path)
    assert articles[0].text == "Ministers met."
    assert errors[0].line == 3
    assert errors[0].reason.startswith("damaged feed: ")


def test_articles_that_are_not_in_english_are_reported_and_skipped(tmp_path: Path) -> None:
    german = "Die Außenminister von Norwegen und Chile trafen sich am Dienstag in Oslo zu Gesprächen."
    path = write_json_lines(
        tmp_path / "a.jsonl", {"text": STORY}, {"text": german}, {"id": "fr", "text": STORY, "lang": "fr-CA"}
    )
    articles, errors = read_all(path)
    assert [article.id for article in articles] == ["a-1"]
    assert [str(error).removeprefix(str(path)) for error in errors] == [
        ":2: article 'a-2' is not in English but in 'de'; skipped",
        ":3: article 'fr' is not in English but in 'fr'; skipped",
    ]


def test_a_text_beyond_the_limit_is_refused_with_the_limit_named(tmp_path: Path) -> None:
    path = write_json_lines(
        tmp_path / "a.jsonl", {"text": "Ministers met. " * 10}, {"text": "Ministers met."}
    )
    articles, [error] = read_all(path, max_chars=100)
    assert [article.id for article in articles] == ["a-2"]
    assert str(error) == f"{path}:1: the text has 150 characters, more than the limit of 100"


@pytest.mark.parametrize("name", ["a.txt.gz", "a.json.gz", "a.html.gz", "a.md.gz", "a.xml.gz"])
def test_a_file_that_expands_without_end_is_refused_with_the_limit_named(tmp_path: Path, name: str) -> None:
    start = b"<rss>" if ".xml" in name else b""
    (tmp_path / name).write_bytes(gzip.compress(start + b"a" * 5_000_000))
    assert messages(tmp_path / name, max_chars=1000) == [
        f"{tmp_path / name}: larger than the limit of 8,000 bytes for one document"
    ]


def test_a_line_that_expands_without_end_is_passed_over_and_the_rest_is_read(tmp_path: Path) -> None:
    good = json.dumps({"text": "Ministers met in Oslo."}).encode()
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(good + b"\n" + b"a" * 5_000_000 + b"\n" + good))
    articles, [error] = read_all(path, max_chars=1000)
    assert [article.id for article in articles] == ["a-1", "a-3"]
    assert str(error) == f"{path}:2: line longer than the limit of 8,000 bytes"


def test_an_archived_page_beyond_the_limit_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    page = PAGE.format(charset="utf-8").encode()
    path = tmp_path / "a.warc"
    big = warc_record("https://example.org/1", "200 OK", "text/html", page + b" " * 100_000)
    path.write_bytes(big + warc_record("https://example.org/2", "200 OK", "text/html", page))
    [article], [error] = read_all(path, max_chars=10_000)
    assert (article.id, str(error)) == ("a-2", f"{path}:1: page larger than the limit of 80,000 bytes")


def test_deep_html_is_read_or_refused_with_the_limit_named(tmp_path: Path) -> None:
    story = "<p>The ministers of Norway and Chile met in Oslo on Tuesday to talk about fishing rights.</p>"
    for name, depth in [("a.html", 1500), ("b.html", 100_000)]:
        (tmp_path / name).write_text(f"<html><body>{'<div>' * depth}{story}{'</div>' * depth}</body></html>")
    [article], [error] = read_all(tmp_path)
    assert (
        article.text
        == "The ministers of Norway and Chile met in Oslo on Tuesday to talk about fishing rights."
    )
    assert str(error) == f"{tmp_path}/b.html: HTML nested deeper than the limit of 2,048 elements"


def test_an_unknown_field_for_a_column_is_an_error() -> None:
    with pytest.raises(
        ArticleError, match="txt=story: no such field of an article; the fields are id, text, title"
    ):
        list(read_articles([], columns={"txt": "story"}))
