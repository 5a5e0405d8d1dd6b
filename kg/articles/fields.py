"""From the names that a file uses to an Article: usual column and key names are found by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from kg.articles import dates
from kg.articles.encoding import without_surrogates
from kg.articles.language import language_code
from kg.articles.record import ArticleFile, Record
from kg.errors import ArticleError
from kg.model import Article

# Usual names of each field, the first that holds something wins. Compared without case, spaces, hyphens and
# underscores.
USUAL_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "guid", "docid", "documentid", "articleid", "identifier", "uuid"),
    "text": (
        *(
            "text",
            "body",
            "content",
            "article",
            "articlebody",
            "articletext",
            "bodytext",
            "fulltext",
            "maintext",
        ),
        *("plaintext", "rawtext", "story"),
    ),
    "title": ("title", "headline", "heading", "articletitle"),
    "published": (
        *(
            "published",
            "date",
            "pubdate",
            "publishedat",
            "publicationdate",
            "datepublished",
            "publishdate",
            "datepublish",
        ),
        *("publishedon", "datetime", "timestamp"),
    ),
    "url": ("url", "link", "permalink", "weburl", "canonicalurl", "articleurl", "sourceurl"),
    "publisher": (
        "publisher",
        "source",
        "site",
        "sitename",
        "sourcename",
        "newspaper",
        "outlet",
        "publication",
    ),
    "author": ("author", "byline", "authors", "creator"),
    "language": ("language", "lang", "inlanguage", "languagecode"),
}


def check_columns(columns: Mapping[str, str]) -> None:
    """Raise :class:`ArticleError` where ``columns`` (field to column name) names a field that an Article does
    not have.
    """
    for field, column in columns.items():
        if field not in USUAL_NAMES:
            known = ", ".join(USUAL_NAMES)
            raise ArticleError(
                f"no such field of an article; the fields are {known}", source=f"{field}={column}"
            )


def column_names(names: list[str], columns: Mapping[str, str]) -> dict[str, list[str]]:
    """For each field of an Article, which of ``names`` may hold it, the likeliest first.

    ``columns`` overrides.
    """
    squeezed: dict[str, list[str]] = {}
    for name in names:
        squeezed.setdefault(_squeeze(name), []).append(name)
    found = {
        field: [n for usual in known for n in squeezed.get(usual, ())] for field, known in USUAL_NAMES.items()
    }
    for field, column in columns.items():
        found[field] = [column] if column in names else []
    return found


def _squeeze(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def to_article(record: Record, file: ArticleFile) -> Iterator[Article | ArticleError]:
    """The Article in ``record``, after what is wrong with it: a date in another form (the article then has
    none).

    Where it has no text there is an error and no article.
    """
    names = column_names([str(name) for name in record.fields], file.columns)
    values = {field: _first(record.fields, candidates) for field, candidates in names.items()}
    text = values["text"]
    if not isinstance(text, str):
        yield file.error(_no_text(record, file, text), record.line)
        return
    given = _string(values["id"])
    published, problem = _published(values["published"], rfc822=record.rfc822)
    if problem:
        yield file.error(problem, record.line)
    yield Article(
        id=given or file.stem + (f"-{record.number}" if record.number else ""),
        text=without_surrogates(text),
        url=_string(values["url"]),
        title=_string(values["title"]),
        published=published,
        publisher=_string(values["publisher"]),
        author=_string(values["author"]),
        language=language_code(_string(values["language"]) or ""),
        source=file.source if record.line is None else f"{file.source}:{record.line}",
        id_from_file=given is None,
    )


def _first(fields: Mapping[str, object], candidates: list[str]) -> object:
    """The first value that holds something."""
    return next((fields[name] for name in candidates if fields[name] not in (None, "", [])), None)


def _no_text(record: Record, file: ArticleFile, value: object) -> str:
    if value is not None:
        return f"the text is not a string but {type(value).__name__}: {_shortened(value)}"
    names = [str(name) for name in record.fields]
    return "the text is empty" if column_names(names, file.columns)["text"] else no_text_column(names, file)


def no_text_column(names: list[str], file: ArticleFile) -> str:
    """What to say where none of ``names`` holds the text, with the cure."""
    wanted = file.columns.get("text")
    missing = f"no column or key {wanted!r} for the text" if wanted else "no column or key with the text"
    found = ", ".join(names) or "none"
    example = f"text={names[0] if names else 'body'}"
    return f"{missing}; found {found}. Name the one that holds it, for example {example}"


def _published(value: object, *, rfc822: bool) -> tuple[date | datetime | None, str | None]:
    """The publication date and, where it cannot be read, what is wrong with it."""
    try:
        return dates.parse_published(value, rfc822=rfc822), None
    except ValueError:
        expected = dates.EXPECTED_IN_FEED if rfc822 else dates.EXPECTED
        return None, f"bad publication date {_shortened(value)}: expected {expected}; read without a date"


def _string(value: object) -> str | None:
    """``value`` as text.

    That is the name inside an object, the members of a list, a number; ``None`` where there is nothing.
    """
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, (list, tuple)):
        value = ", ".join(filter(None, map(_string, value)))
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return without_surrogates(str(value).strip()) or None


def _shortened(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else shown[:77] + "..."
