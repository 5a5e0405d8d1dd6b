"""HTML pages: trafilatura finds the story, its title, date, author and site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.articles.encoding import decode
from kg.articles.record import ArticleFile, Record

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_HEAD_BYTES = 4096
_MAX_DEPTH = 2048  # of libxml2
_BLOCKS = frozenset(
    "p div li ul ol h1 h2 h3 h4 h5 h6 blockquote br tr table figure figcaption section article pre".split()
)


def read_html(file: ArticleFile) -> Iterator[Record]:
    """The story of one page. Raises :class:`~kg.errors.ArticleError` where the page has none."""
    yield Record(page_fields(file.read_all(), file))


def page_fields(
    page: bytes,
    file: ArticleFile,
    *,
    line: int | None = None,
    url: str | None = None,
    charset: str | None = None,
) -> dict[str, object]:
    """The fields of the article on ``page``; ``charset`` is what the server declared, if it did.

    The date is the one that the page's markup states, never one that only its prose mentions. Raises
    :class:`~kg.errors.ArticleError` (with ``line``) where there is no story or the page is nested too deep.
    """
    try:
        from trafilatura import bare_extraction
        from trafilatura.settings import Document
    except ImportError as error:
        raise file.needs("HTML", "trafilatura", "readers") from error
    text = decode(page, source=file.source, line=line, declared=charset or declared_charset(page))
    found = bare_extraction(
        parse_html(text, file, line),
        url=url,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    story = found.as_dict() if isinstance(found, Document) else {"text": None}
    if not story["text"]:
        raise file.error("no story found on this HTML page", line)
    names = {"title": "title", "url": "url", "date": "published", "author": "author", "sitename": "publisher"}
    return {"text": story["text"], **{ours: story[theirs] for theirs, ours in names.items()}}


def declared_charset(page: bytes) -> str | None:
    """The charset that the head of ``page`` declares."""
    match = _DECLARED.search(page[:_HEAD_BYTES])
    return match[1].decode("ascii") if match else None


def parse_html(text: str, file: ArticleFile, line: int | None = None) -> HtmlElement:
    """The tree of ``text``.

    Raises :class:`~kg.errors.ArticleError` where the parser would drop what is nested too deep.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, default_doctype=False
    )
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise file.error(f"no HTML: {error}", line) from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise file.error(f"HTML nested deeper than the limit of {_MAX_DEPTH:,} elements", line)
    return tree


def fragment_text(fragment: str, file: ArticleFile, line: int | None = None) -> str:
    """The words of an HTML fragment, as feeds carry them: all of them, a line for each block."""
    tree = parse_html(f"<div>{fragment}</div>", file, line)
    parts: list[str] = []
    for element, is_start in _walk(tree):
        if element.tag in _BLOCKS:
            parts.append("\n")
        if is_start and element.tag not in ("script", "style"):
            parts.append(_one_line(element.text))
        elif not is_start:
            parts.append(_one_line(element.tail))
    lines = (" ".join(each.split()) for each in "".join(parts).split("\n"))
    return "\n\n".join(filter(None, lines))


def _walk(tree: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    from lxml import etree

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        yield element, event == "start"


def _one_line(text: str | None) -> str:
    return re.sub(r"\s", " ", text or "")
