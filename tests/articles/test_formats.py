"""Every format gives the same article back, with its text unchanged."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from kg.articles import read_articles
from tests.articles.samples import PAGE, STORY, read_all, warc_record, write_json_lines

ROW = {
    "id": "oslo-1",
    "url": "https://example.org/fish?a=1&b=<2>",
    "title": 'Norway and Chile "talk" }\nfish',
    "published": "2019-05-07",
    "publisher": "Harbour Post",
    "author": "Jane Roe",
    "language": "en",
    "text": STORY,
}


def check_row(path: Path, **options: object) -> None:
    [article], errors = read_all(path, **options)
    assert errors == []
    assert {name: getattr(article, name) for name in ROW} == {**ROW, "published": date(2019, 5, 7)}
    assert not article.id_from_file


def csv_text(rows: list[dict[str, str]], delimiter: str = ",") -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def test_plain_text_is_read_as_it_stands_under_the_name_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "oslo.txt"
    path.write_text(STORY, encoding="utf-8", newline="")
    [article] = read_articles([str(path)])
    assert (article.id, article.text, article.id_from_file) == ("oslo", STORY, True)
    assert (article.published, article.title, article.language) == (None, None, "en")
    assert article.source == str(path)


def test_plain_text_with_windows_line_ends_and_byte_order_mark_reads_like_the_same_text_without(
    tmp_path: Path,
) -> None:
    path = tmp_path / "oslo.txt"
    path.write_bytes(b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode())
    [article] = read_articles([str(path)])
    assert article.text == STORY


@pytest.mark.parametrize("suffix", [".jsonl", ".ndjson", ".jsonl.gz", ".jsonl.bz2", ".jsonl.zst"])
def test_json_lines_round_trip(tmp_path: Path, suffix: str) -> None:
    import zstandard

    compress = {".gz": gzip.compress, ".bz2": bz2.compress, ".zst": zstandard.ZstdCompressor().compress}
    data = (json.dumps(ROW) + "\n").encode()
    path = tmp_path / f"a{suffix}"
    path.write_bytes(compress.get(path.suffix, bytes)(data))
    check_row(path)


@pytest.mark.parametrize("value", [ROW, [ROW], {"status": "ok", "articles": [ROW]}])
def test_json_is_one_article_or_a_list_of_them(tmp_path: Path, value: object) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(value, indent=1))
    check_row(path)


def test_a_json_file_that_holds_json_lines_is_read_line_by_line(tmp_path: Path) -> None:
    path = write_json_lines(tmp_path / "a.json", ROW, {**ROW, "id": "oslo-2"})
    articles, errors = read_all(path)
    assert ([a.id for a in articles], errors) == (["oslo-1", "oslo-2"], [])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_round_trip(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(csv_text([ROW], delimiter), encoding="utf-8", newline="")
    check_row(path)


def test_csv_names_the_line_that_each_row_starts_on(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(csv_text([ROW, {**ROW, "id": "oslo-2"}]), encoding="utf-8", newline="")
    assert [a.source for a in read_articles([str(path)])] == [f"{path}:2", f"{path}:8"]


@pytest.mark.parametrize("typed_date", [False, True])
def test_parquet_round_trip(tmp_path: Path, typed_date: bool) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    row = {**ROW, "published": date(2019, 5, 7)} if typed_date else ROW
    pq.write_table(pa.Table.from_pylist([{**row, "unknown": 1}]), tmp_path / "a.parquet")
    check_row(tmp_path / "a.parquet")


def test_parquet_time_stamps_stay_date_times(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    row = {**ROW, "published": datetime(2019, 5, 7, 10, 30, tzinfo=UTC)}
    pq.write_table(pa.Table.from_pylist([row]), tmp_path / "a.parquet")
    [article] = read_articles([str(tmp_path / "a.parquet")])
    assert article.published == datetime(2019, 5, 7, 10, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "Fish: talks"\ndate: 2019-05-07\nauthor: Jane Roe\nid: oslo-1\nlink: https://example.org/fish\n---\n',
        '+++\ntitle = "Fish: talks"\ndate = 2019-05-07\nauthor = "Jane Roe"\nid = "oslo-1"\nlink = "https://example.org/fish"\n+++\n',
    ],
)
def test_markdown_takes_its_metadata_from_the_front_matter(tmp_path: Path, front: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        front
        + "\n# Fish\n\nMinisters **met** in [Oslo](https://example.org)\non _Tuesday_.\n\n- Norway\n- Chile\n"
    )
    [article] = read_articles([str(path)])
    assert article.text == "Fish\n\nMinisters met in Oslo\non Tuesday.\n\nNorway\n\nChile"
    assert (article.title, article.author, article.id) == ("Fish: talks", "Jane Roe", "oslo-1")
    assert (article.published, article.url) == (date(2019, 5, 7), "https://example.org/fish")


def test_markdown_without_front_matter_has_its_heading_as_title(tmp_path: Path) -> None:
    path = tmp_path / "oslo.md"
    path.write_text("# Fish talks\n\nMinisters met in Oslo.\n")
    [article] = read_articles([str(path)])
    assert (article.id, article.title, article.text) == (
        "oslo",
        "Fish talks",
        "Fish talks\n\nMinisters met in Oslo.",
    )


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_html_gives_the_story_and_the_metadata_of_its_markup(tmp_path: Path, charset: str) -> None:
    path = tmp_path / "fish.html"
    path.write_bytes(PAGE.format(charset=charset).encode("utf-8" if charset == "utf-8" else "cp1252"))
    [article] = read_articles([str(path)])
    assert article.id == "fish"
    assert article.text.splitlines()[-2:] == [
        "The foreign ministers of Norway and Chile met in Tromsø on Tuesday to talk about fishing rights.",
        "“We had a good meeting,” said the Norwegian minister, who had invited her colleague to the north.",
    ]
    assert (article.title, article.author, article.publisher) == (
        "Norway and Chile talk “fish”",
        "Jane Roe",
        "Harbour Post",
    )
    assert (article.published, article.language) == (date(2019, 5, 7), "en")


def test_html_without_a_date_in_its_markup_has_none(tmp_path: Path) -> None:
    path = tmp_path / "fish.html"
    page = (
        PAGE.format(charset="utf-8")
        .replace("article:published_time", "unrelated")
        .replace("2019-05-07T10:30:00+00:00", "")
    )
    path.write_text(page, encoding="utf-8")
    [article] = read_articles([str(path)])
    assert article.published is None


RSS = """<?xml version="1.0" encoding="{charset}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour Post</title>
<language>en-gb</language>
<item><guid>g1</guid><link>https://example.org/1</link><title>Fish &amp; “talks”</title>
<pubDate>Tue, 07 May 2019 10:30:00 +0200</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The ministers <b>met</b> in Tromsø.</p><p>They   agreed<br>on fish.</p>]]>
</content:encoded></item>
<item><title>Second</title><description>The ministers met again &lt; 5 times in Oslo.</description></item>
</channel></rss>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_rss_entries_are_articles_of_the_feed(tmp_path: Path, charset: str) -> None:
    path = tmp_path / "feed.rss"
    path.write_bytes(RSS.format(charset=charset).encode(charset))
    first, second = read_articles([str(path)])
    assert (first.id, first.url, first.title) == ("g1", "https://example.org/1", "Fish & “talks”")
    assert first.text == "The ministers met in Tromsø.\n\nThey agreed\n\non fish."
    assert first.published == datetime(2019, 5, 7, 10, 30, tzinfo=timezone(timedelta(hours=2)))
    assert (first.publisher, first.language, first.id_from_file) == ("Harbour Post", "en", False)
    assert (second.id, second.id_from_file, second.published) == ("feed-2", True, None)
    assert second.text == "The ministers met again < 5 times in Oslo."


def test_atom_entries_are_articles(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title><entry><id>tag:1</id>'
        '<title>Fish</title><link href="https://example.org/1"/><published>2019-05-07T10:30:00Z</published>'
        "<author><name>Jane Roe</name></author>"
        '<content type="html">&lt;p&gt;The ministers met in Oslo.&lt;/p&gt;</content></entry></feed>'
    )
    [article] = read_articles([str(path)])
    assert (article.id, article.url, article.author) == ("tag:1", "https://example.org/1", "Jane Roe")
    assert (article.text, article.published) == (
        "The ministers met in Oslo.",
        datetime(2019, 5, 7, 10, 30, tzinfo=UTC),
    )


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_warc_gives_each_html_page_that_was_sent(tmp_path: Path, name: str) -> None:
    page = PAGE.format(charset="utf-8").encode()
    records = [
        warc_record("https://example.org/a", "200 OK", "text/html; charset=utf-8", page),
        warc_record("https://example.org/b.png", "200 OK", "image/png", b"\x89PNG"),
        warc_record("https://example.org/c", "404 Not Found", "text/html", page),
        warc_record("https://example.org/d", "200 OK", "text/html", page.replace(b"2019", b"2020")),
    ]
    path = tmp_path / name
    path.write_bytes(b"".join(map(gzip.compress if name.endswith(".gz") else bytes, records)))
    articles, errors = read_all(path)
    assert errors == []
    assert [(a.id, a.url) for a in articles] == [
        ("crawl-1", "https://example.org/a"),
        ("crawl-2", "https://example.org/d"),
    ]
    assert [a.published for a in articles] == [date(2019, 5, 7), date(2020, 5, 7)]
    assert all("Tromsø" in a.text for a in articles)


@pytest.mark.parametrize("compress", [bytes, gzip.compress, bz2.compress])
@pytest.mark.parametrize(
    ("content", "ids"),
    [
        (json.dumps({"text": STORY}) + "\n" + json.dumps({"text": STORY}) + "\n", ["stdin-1", "stdin-2"]),
        (json.dumps({"text": STORY}, indent=2), ["stdin"]),
        (json.dumps([{"text": STORY}]), ["stdin-1"]),
        (csv_text([{"headline": "Fish", "body": STORY}]), ["stdin-1"]),
        (STORY, ["stdin"]),
    ],
    ids=["jsonl", "json", "json list", "csv", "text"],
)
def test_standard_input_tells_its_format_by_its_content(
    monkeypatch: pytest.MonkeyPatch, content: str, ids: list[str], compress: type[bytes]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(compress(content.encode()))))
    articles = list(read_articles(["-"]))
    assert [article.id for article in articles] == ids
    assert {article.text for article in articles} == {STORY}


def test_html_and_parquet_are_read_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([ROW]), table)
    for data, expected in [(table.getvalue(), "oslo-1"), (PAGE.format(charset="utf-8").encode(), "stdin")]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert [article.id for article in read_articles(["-"])] == [expected]
