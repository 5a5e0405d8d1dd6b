"""The articles that annotations belong to: where they are, and which of those read are annotated."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ValidationError

from kg.errors import ArticleError
from kg.evaluation.lines import json_lines
from kg.model import Article

USUAL_NAME = "articles.jsonl"
_SHOWN_IDS = 3


class _Text(BaseModel):
    text: str


def articles_of(gold: str | Path) -> str:
    """The file with the articles of the annotations ``gold``.

    The same file if its first record has a ``text`` beside the annotation, else ``articles.jsonl`` in its
    folder. Raises :class:`~kg.errors.ArticleError` if there is neither.
    """
    beside = Path(gold).with_name(USUAL_NAME)
    if _holds_text(gold):
        return str(gold)
    if beside.is_file():
        return str(beside)
    message = f"holds no text, and there is no {USUAL_NAME} beside it; name the file with the articles"
    raise ArticleError(message, source=str(gold))


def annotated(
    articles: Iterable[Article],
    ids: Container[str],
    *,
    on_other: Callable[[Article], None],
    on_error: Callable[[ArticleError], None],
) -> Iterator[Article]:
    """The ``articles`` with one of the ``ids``, each once.

    Others go to ``on_other``; an id that comes a second time goes to ``on_error`` as an
    :class:`~kg.errors.ArticleError`.
    """
    seen: set[str] = set()
    for article in articles:
        if article.id not in ids:
            on_other(article)
        elif article.id in seen:
            on_error(
                ArticleError(f"article {article.id!r} comes twice; the first counts", source=_source(article))
            )
        else:
            seen.add(article.id)
            yield article


def without_article(ids: Iterable[str], seen: Container[str], *, source: str | Path) -> ArticleError | None:
    """An error that names the ``ids`` that were not ``seen``, or ``None`` if there are none."""
    missing = [i for i in ids if i not in seen]
    if not missing:
        return None
    shown = ", ".join(map(repr, missing[:_SHOWN_IDS])) + (" …" if len(missing) > _SHOWN_IDS else "")
    message = f"annotated, but not read, and so counted as missed: {len(missing)} ({shown})"
    return ArticleError(message, source=str(source))


def _holds_text(gold: str | Path) -> bool:
    for _, line in json_lines(gold):
        try:
            _Text.model_validate_json(line)
        except ValidationError:
            return False
        return True
    return False


def _source(article: Article) -> str:
    return article.source or article.id
