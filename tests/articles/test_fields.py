"""Usual names of columns and keys are found; others are named by the user."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.articles.samples import STORY, read_all, write_json_lines


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("id", ["id", "ID", "guid", "doc_id", "docid", "article_id", "uuid"]),
        ("title", ["title", "headline", "Headline", "heading"]),
        ("url", ["url", "link", "permalink", "web_url", "URL"]),
        ("publisher", ["publisher", "source", "site", "site_name", "newspaper", "outlet"]),
        ("author", ["author", "byline", "authors", "creator"]),
    ],
)
def test_usual_names_are_found(tmp_path: Path, field: str, names: list[str]) -> None:
    path = write_json_lines(tmp_path / "a.jsonl", *({"text": STORY, name: "x y"} for name in names))
    articles, errors = read_all(path)
    assert ([getattr(article, field) for article in articles], errors) == (["x y"] * len(names), [])


@pytest.mark.parametrize(
    "name", ["text", "body", "content", "article", "Article Text", "full_text", "maintext", "articleBody"]
)
def test_usual_names_of_the_text_are_found(tmp_path: Path, name: str) -> None:
    [article], errors = read_all(write_json_lines(tmp_path / "a.jsonl", {name: STORY}))
    assert (article.text, errors) == (STORY, [])


@pytest.mark.parametrize(
    "name", ["published", "date", "pub_date", "pubDate", "published_at", "publication-date", "datePublished"]
)
def test_usual_names_of_the_date_are_found(tmp_path: Path, name: str) -> None:
    [article], errors = read_all(write_json_lines(tmp_path / "a.jsonl", {"text": STORY, name: "2019-05-07"}))
    assert (article.published, errors) == (date(2019, 5, 7), [])


@pytest.mark.parametrize("name", ["language", "lang", "inLanguage"])
@pytest.mark.parametrize("value", ["en", "EN", "en-GB", "en_US", "eng", "English"])
def test_english_is_recognised_under_its_usual_names(tmp_path: Path, name: str, value: str) -> None:
    [article], _ = read_all(write_json_lines(tmp_path / "a.jsonl", {"text": STORY, name: value}))
    assert article.language == "en"


def test_unusual_names_are_given_by_option_and_win(tmp_path: Path) -> None:
    row = {"text": "not this", "words": STORY, "nr": 7, "when": "2019-05-07", "date": "2000-01-01"}
    path = write_json_lines(tmp_path / "a.jsonl", row)
    [article], _ = read_all(path, columns={"text": "words", "id": "nr", "published": "when"})
    assert (article.text, article.id, article.published) == (STORY, "7", date(2019, 5, 7))


def test_keys_that_are_not_part_of_an_article_are_ignored(tmp_path: Path) -> None:
    [article], errors = read_all(
        write_json_lines(tmp_path / "a.jsonl", {"text": STORY, "gold": {"deep": [1]}, "rank": 3})
    )
    assert (article.text, errors) == (STORY, [])


def test_names_inside_objects_and_lists_are_joined(tmp_path: Path) -> None:
    row = {
        "text": STORY,
        "author": [{"name": "Jane Roe"}, "Jo Doe"],
        "source": {"id": None, "name": "Harbour Post"},
    }
    [article], _ = read_all(write_json_lines(tmp_path / "a.jsonl", row))
    assert (article.author, article.publisher) == ("Jane Roe, Jo Doe", "Harbour Post")


def test_empty_values_are_unknown_and_the_next_usual_name_counts(tmp_path: Path) -> None:
    row = {"id": "", "guid": "g1", "text": "", "body": STORY, "title": None, "published": "", "date": " "}
    [article], errors = read_all(write_json_lines(tmp_path / "a.jsonl", row))
    assert (article.id, article.text, article.title, article.published, errors) == (
        "g1",
        STORY,
        None,
        None,
        [],
    )


@pytest.mark.parametrize(
    "value",
    ['He said "<b>no</b>"', "a } FILTER(1) . } #", "line\nbreak", "javascript:alert('x')>", "\\u0022"],
)
def test_values_with_markup_or_query_signs_are_kept_as_they_are(tmp_path: Path, value: str) -> None:
    row = {"id": value, "url": value, "title": value, "author": value, "text": STORY}
    [article], _ = read_all(write_json_lines(tmp_path / "a.jsonl", row))
    assert (article.id, article.url, article.title, article.author) == (value, value, value, value)


def test_ids_count_the_records_of_the_file_so_that_mending_one_does_not_rename_the_others(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.jsonl"
    write_json_lines(path, {"text": STORY}, "broken", {"text": STORY, "id": "x"}, {"text": STORY})
    articles, _ = read_all(path)
    assert [(a.id, a.id_from_file) for a in articles] == [("a-1", True), ("x", False), ("a-4", True)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2016-10-15", date(2016, 10, 15)),
        (" 2016-10-15 ", date(2016, 10, 15)),
        ("2016-10-15T09:30:00Z", datetime(2016, 10, 15, 9, 30, tzinfo=UTC)),
        ("2016-10-15 09:30", datetime(2016, 10, 15, 9, 30)),
        ("2016-10-15T09:30:00.123456789+00:00", datetime(2016, 10, 15, 9, 30, 0, 123456, tzinfo=UTC)),
        ("2016-10-15 09:30:00 +0000", datetime(2016, 10, 15, 9, 30, tzinfo=UTC)),
    ],
)
def test_dates_keep_what_is_stated(tmp_path: Path, value: str, expected: date) -> None:
    [article], errors = read_all(write_json_lines(tmp_path / "a.jsonl", {"text": STORY, "date": value}))
    assert (article.published, type(article.published), errors) == (expected, type(expected), [])
