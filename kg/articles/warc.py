"""Web archives (WARC): each HTML page that a server sent is an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.articles.html import page_fields
from kg.articles.record import ArticleFile, Record
from kg.errors import ArticleError

_HTML = ("text/html", "application/xhtml+xml")


def read_warc(file: ArticleFile) -> Iterator[Record | ArticleError]:
    """One record an HTML page, in the archive's order.

    Pictures, redirects and error pages are passed over.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise file.needs("WARC", "warcio", "readers") from error
    if not file.stream.peek(5).startswith(b"WARC/"):
        raise file.error("not a WARC file: it does not begin with WARC/")
    number = 0
    try:
        for entry in ArchiveIterator(file.stream):
            charset, is_page = _page_type(entry)
            if is_page:
                number += 1
                yield _page(entry, file, number, charset)
    except ArchiveLoadFailed as error:
        raise file.error(f"not a whole WARC file: {error}", number + 1) from error


def _page_type(entry: Any) -> tuple[str | None, bool]:
    """The declared charset, and whether the archive entry is a page that was sent."""
    headers = entry.http_headers
    if entry.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return None, False
    kind, _, rest = (headers.get_header("Content-Type") or "").partition(";")
    charset = rest.lower().partition("charset=")[2].strip(" \"';")
    return charset or None, kind.strip().lower() in _HTML


def _page(entry: Any, file: ArticleFile, number: int, charset: str | None) -> Record | ArticleError:
    data = entry.content_stream().read(file.max_bytes + 1)
    if len(data) > file.max_bytes:
        return file.error(f"page larger than the limit of {file.max_bytes:,} bytes", number)
    url = entry.rec_headers.get_header("WARC-Target-URI")
    try:
        fields = page_fields(data, file, line=number, url=url, charset=charset)
    except ArticleError as error:
        return error
    return Record({**fields, "url": url}, line=number, number=number)
