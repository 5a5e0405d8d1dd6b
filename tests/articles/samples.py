"""Articles written for the tests of the readers."""

from __future__ import annotations

import json
from pathlib import Path

from kg.articles import read_articles
from kg.errors import ArticleError
from kg.model import Article

# Emoji, right-to-left marks, control characters and Windows line ends: everything that could move an offset.
STORY = (
    "The foreign ministers of Norway and Chile met in Oslo on Tuesday to talk about fishing rights.\n\n"
    "“We had a good meeting,” said the Norwegian minister 🎣, who had invited \u200fשלום\u200e.\n\n"
    "The talks\x0b go on in Santiago\x07 next month, her office said."
)
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="{charset}"><title>Norway and Chile talk fish | Harbour Post</title>
<meta property="og:title" content="Norway and Chile talk “fish”">
<meta property="og:site_name" content="Harbour Post">
<meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2019-05-07T10:30:00+00:00"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Norway and Chile talk “fish”</h1>
<p>The foreign ministers of Norway and Chile met in Tromsø on Tuesday to talk about fishing rights.</p>
<p>“We had a good meeting,” said the Norwegian minister, who had invited her colleague to the north.</p>
</article><footer>Copyright 2019 Harbour Post</footer></body></html>
"""


def read_all(*sources: object, **options: object) -> tuple[list[Article], list[ArticleError]]:
    """The articles of ``sources`` and all that was wrong with them."""
    errors: list[ArticleError] = []
    articles = list(read_articles(map(str, sources), on_error=errors.append, **options))  # type: ignore[arg-type]
    return articles, errors


def write_json_lines(path: Path, *rows: object) -> Path:
    """``path`` with one JSON value a line."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def warc_record(url: str, status: str, kind: str, body: bytes) -> bytes:
    """One answer of a server as a web archive keeps it."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2019-05-08T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"
