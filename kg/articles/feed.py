"""RSS and Atom feeds: one article an entry."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from kg.articles.encoding import decode
from kg.articles.html import declared_charset, fragment_text
from kg.articles.record import ArticleFile, Record
from kg.errors import ArticleError

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_MARKUP = re.compile(r"<[a-zA-Z/!]|&[#\w]{2,10};")


def read_feed(file: ArticleFile) -> Iterator[Record | ArticleError]:
    """The entries of a feed; where the feed is damaged an error comes first and what can be read follows."""
    try:
        import feedparser
    except ImportError as error:
        raise file.needs("RSS and Atom", "feedparser", "readers") from error
    data = file.read_all()
    text = decode(data, source=file.source, declared=declared_charset(data))
    # The declaration goes because it may name another encoding than the UTF-8 that the parser is given. A
    # stream, because the parser would take a string for an address and fetch it.
    plain = codecs.BOM_UTF8 + _DECLARATION.sub("", text).encode("utf-8", "replace")
    feed = feedparser.parse(io.BytesIO(plain), sanitize_html=False, resolve_relative_uris=False)
    if not feed.version and not feed.entries:
        raise file.error("no RSS or Atom feed: expected <rss>, <rdf:RDF> or <feed>")
    if feed.bozo:
        yield _damage(feed.bozo_exception, file)
    for number, entry in enumerate(feed.entries, start=1):
        try:
            yield Record(_fields(entry, feed.feed, file, number), line=number, number=number, rfc822=True)
        except ArticleError as error:
            yield error


def _damage(error: Any, file: ArticleFile) -> ArticleError:
    """What the XML parser says, by the lines of the file: the library puts a line of its own first."""
    line = error.getLineNumber() - 1 if hasattr(error, "getLineNumber") else None
    message = error.getMessage() if hasattr(error, "getMessage") else error
    return file.error(f"damaged feed: {message}", line)


def _fields(
    entry: Mapping[str, Any], feed: Mapping[str, Any], file: ArticleFile, number: int
) -> dict[str, object]:
    """The fields of one entry; site and language are those of the feed."""
    content = max((part.get("value", "") for part in entry.get("content", ())), key=len, default="")
    body = content or entry.get("summary", "")
    return {
        "id": entry.get("id"),
        "url": entry.get("link"),
        "title": _plain(entry.get("title", ""), file, number),
        "text": _plain(body, file, number),
        "published": entry.get("published") or entry.get("updated"),
        "author": entry.get("author"),
        "publisher": feed.get("title"),
        "language": entry.get("language") or feed.get("language"),
    }


def _plain(value: str, file: ArticleFile, number: int) -> str:
    return fragment_text(value, file, number) if _MARKUP.search(value) else value
