"""Which format and which compression a file has.

By its name, and where that does not tell, by how it begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePath

from kg.articles.csv_file import read_csv
from kg.articles.feed import read_feed
from kg.articles.html import read_html
from kg.articles.json_file import read_json
from kg.articles.json_lines import read_json_lines
from kg.articles.markdown import read_markdown
from kg.articles.parquet import read_parquet
from kg.articles.plain import read_plain
from kg.articles.record import ArticleFile, Record
from kg.articles.warc import read_warc
from kg.errors import ArticleError

Reader = Callable[[ArticleFile], Iterator[Record | ArticleError]]

READERS: dict[str, Reader] = {
    "text": read_plain,
    "markdown": read_markdown,
    "html": read_html,
    "jsonl": read_json_lines,
    "json": read_json,
    "csv": read_csv,
    "parquet": read_parquet,
    "warc": read_warc,
    "feed": read_feed,
}
BINARY_FORMATS = frozenset({"parquet", "warc"})
_BY_SUFFIX = {
    **dict.fromkeys((".txt", ".text"), "text"),
    **dict.fromkeys((".md", ".markdown"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    **dict.fromkeys((".csv", ".tsv"), "csv"),
    **dict.fromkeys((".parquet", ".pq"), "parquet"),
    **dict.fromkeys((".rss", ".atom"), "feed"),
    ".json": "json",
    ".warc": "warc",
    ".xml": "xml",
}
_COMPRESSIONS = frozenset({".gz", ".bz2", ".zst"})
_MAGIC = ((b"\x1f\x8b", "gzip"), (b"\x28\xb5\x2f\xfd", "zstd"))
_FEED = re.compile(rb"<(rss|rdf:RDF|feed)\b", re.IGNORECASE)
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_CSV_HEAD = re.compile(rb"[^\n]*\b(text|body|content|article|story)\b[^\n]*\n", re.IGNORECASE)


def stem(path: str) -> str:
    """The name without folder and extensions.

    ``a`` for ``x/a.txt.gz``. Dots that belong to the name stay (``v2.1.txt``).
    """
    name = PurePath(path)
    if name.suffix.lower() in _COMPRESSIONS:
        name = name.with_suffix("")
    return name.stem if re.fullmatch(r"\.[A-Za-z]\w{0,8}", name.suffix) else name.name


def format_by_name(path: str) -> str | None:
    """The format that the extension of ``path`` stands for; a compression's extension is looked through."""
    name = PurePath(path)
    if name.suffix.lower() in _COMPRESSIONS:
        name = name.with_suffix("")
    return _BY_SUFFIX.get(name.suffix.lower())


def compression(head: bytes) -> str | None:
    """How a file that begins with ``head`` is compressed."""
    if head.startswith(b"BZh") and head[4:10] == b"1AY&SY":
        return "bzip2"
    return next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)


def format_by_content(head: bytes) -> str:
    """The format of a file that begins with ``head`` (expanded); plain text where nothing else shows."""
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"["):
        return "json"
    if head.startswith(b"{"):
        return "jsonl" if _is_json_lines(head) else "json"
    if head.startswith(b"<"):
        return "feed" if _FEED.search(head) else "html" if _HTML.search(head) else "text"
    if head.startswith((b"---\n", b"---\r\n", b"+++\n", b"+++\r\n")):
        return "markdown"
    separators = max(head.split(b"\n", 1)[0].count(sign) for sign in (b",", b"\t", b";"))
    return "csv" if separators and _looks_like_header(head) else "text"


def _is_json_lines(head: bytes) -> bool:
    """Whether the first line is an object by itself.

    It closes before the line ends, or goes on past ``head``.
    """
    first, newline, _ = head.partition(b"\n")
    return first.rstrip().endswith(b"}") and first.strip() != b"{" or not newline


def _looks_like_header(head: bytes) -> bool:
    """Whether the first line is a list of short names, one of which names a text column."""
    first = head.split(b"\n", 1)[0]
    cells = re.split(rb"[,;\t]", first)
    return bool(_CSV_HEAD.match(head)) and all(len(cell.split()) <= 2 for cell in cells) and b"." not in first
