"""The door to all article readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from kg.articles.boilerplate import has_story
from kg.articles.encoding import binary_kind, without_surrogates
from kg.articles.fields import check_columns, to_article
from kg.articles.formats import BINARY_FORMATS, READERS, format_by_content, format_by_name, stem
from kg.articles.language import detect_language
from kg.articles.record import ArticleFile
from kg.articles.sources import find_files
from kg.articles.streams import STDIN, head, open_stream, reading
from kg.errors import ArticleError
from kg.model import Article
from kg.settings import Settings

_BYTES_PER_CHARACTER = (
    8  # the most that a character takes in a file: escaped in JSON, or with its share of HTML markup
)

Item = TypeVar("Item")


def read_articles(
    sources: Iterable[str],
    *,
    columns: Mapping[str, str] | None = None,
    on_error: Callable[[ArticleError], None] | None = None,
    max_chars: int | None = None,
) -> Iterator[Article]:
    """Read the articles of files, folders, globs and ``-`` (standard input), one after the other.

    ``columns`` names the column or key of a field where it has an unusual name (``{"text": "story"}``). What
    cannot be read, and articles that are not in English, go to ``on_error`` and the rest is read; without it
    the first :class:`ArticleError` is raised. ``max_chars`` is the longest text that is taken, in characters
    (default: that of :class:`~kg.settings.Settings`); a longer one is an error, never cut. Memory holds one
    article at a time, or one file of a format that has to be read whole.
    """
    chosen = dict(columns or {})
    check_columns(chosen)
    limit = Settings().max_chars if max_chars is None else max_chars
    for source in sources:
        for path in _guarded(find_files(source)):
            items = iter((path,)) if isinstance(path, ArticleError) else _read_file(path, chosen, limit)
            for item in _guarded(items):
                if isinstance(item, Article):
                    yield item
                elif on_error is None:
                    raise item
                else:
                    on_error(item)


def _guarded(items: Iterator[Item | ArticleError]) -> Iterator[Item | ArticleError]:
    """``items``, and an ArticleError that ends them as one more item."""
    try:
        yield from items
    except ArticleError as error:
        yield error


def _read_file(path: str, columns: Mapping[str, str], limit: int) -> Iterator[Article | ArticleError]:
    """The articles of one file, each looked at, and what is wrong with the file."""
    source = without_surrogates(path)  # a name that is not UTF-8 can be opened but not printed
    name = "stdin" if path == STDIN else stem(source)
    empty = True
    with open_stream(path) as stream, reading(path):
        file = ArticleFile(source, name, stream, limit * _BYTES_PER_CHARACTER, columns)
        start = head(stream)
        for item in READERS[_format(file, start)](file):
            empty = False
            if isinstance(item, ArticleError):
                yield item
                continue
            for read in to_article(item, file):
                yield _examined(read, limit, item.line, source) if isinstance(read, Article) else read
    if empty:
        raise ArticleError("no article in this file", source=source)


def _format(file: ArticleFile, start: bytes) -> str:
    """The format to read ``file`` in. Raises ArticleError where the file is empty or binary."""
    if not start:
        raise file.error("the file is empty")
    named, found = format_by_name(file.source), format_by_content(start)
    if named in BINARY_FORMATS or (named is None and found in BINARY_FORMATS):
        return named or found
    if kind := binary_kind(start):
        raise file.error(f"not text but {kind}")
    if named == "xml":
        if found not in ("feed", "html"):
            raise file.error("XML, but neither a feed nor a web page")
        return found
    if named is None or (named == "json" and found == "jsonl"):
        return found
    return named


def _examined(article: Article, limit: int, line: int | None, source: str) -> Article | ArticleError:
    """The article with its language, or why it is not taken."""
    problem = _problem(article.text, limit)
    language = article.language or (None if problem else detect_language(article.text))
    if not problem and language not in (None, "en"):
        problem = f"article {article.id!r} is not in English but in {language!r}; skipped"
    return ArticleError(problem, source=source, line=line) if problem else replace(article, language=language)


def _problem(text: str, limit: int) -> str | None:
    if len(text) > limit:
        return f"the text has {len(text):,} characters, more than the limit of {limit:,}"
    if not text.strip():
        return "the text is empty"
    # A text without a letter says nothing but is no boilerplate either: archives have articles of one dot.
    story = has_story(text) or not any(map(str.isalpha, text))
    return None if story else "nothing but boilerplate (menus, credits, links)"
