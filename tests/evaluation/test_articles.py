"""Articles and the annotations that belong to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import ArticleError
from kg.evaluation.articles import annotated, articles_of, without_article
from kg.model import Article


def test_annotations_with_texts_are_their_own_articles(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "a", "text": "They met."}\n')
    (tmp_path / "articles.jsonl").touch()
    assert articles_of(gold) == str(gold)


def test_articles_beside_the_annotations_are_found(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "a"}\n')
    (tmp_path / "articles.jsonl").touch()
    assert articles_of(gold) == str(tmp_path / "articles.jsonl")


@pytest.mark.parametrize("line", ['{"id": "a"}', '{"id": "a", "text": null}', ""])
def test_where_there_is_no_article_the_cure_is_named(tmp_path: Path, line: str) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(line)
    with pytest.raises(ArticleError, match=r"holds no text.*name the file with the articles"):
        articles_of(gold)


def test_only_annotated_articles_are_taken_and_each_once() -> None:
    articles = [Article(i, i * 2, source="news.jsonl") for i in "abac"]
    others: list[Article] = []
    errors: list[ArticleError] = []
    chosen = annotated(articles, {"a", "c", "d"}, on_other=others.append, on_error=errors.append)
    assert [article.id for article in chosen] == ["a", "c"]
    assert [article.id for article in others] == ["b"]
    assert [str(error) for error in errors] == ["news.jsonl: article 'a' comes twice; the first counts"]


def test_annotations_without_article_are_named() -> None:
    error = without_article("abcdef", {"b"}, source="gold.jsonl")
    assert str(error) == (
        "gold.jsonl: annotated, but not read, and so counted as missed: 5 ('a', 'c', 'd' …)"
    )
    assert without_article("ab", {"a", "b"}, source="gold.jsonl") is None
