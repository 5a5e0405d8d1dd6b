"""Small article graphs, written by hand with the real writer."""

from __future__ import annotations

from kg.articles.identity import digest
from kg.graph import article_iri, report_nquads
from kg.model import Article, Coverage, Mention, Person, Report

FINGERPRINT = "test 1"


def article(id: str, text: str = "Ann spoke.", **fields: str) -> Article:
    """An article that says that ``Ann`` is somebody, unless ``text`` says otherwise."""
    return Article(id, text, **fields)  # type: ignore[arg-type]


def report(article: Article) -> Report:
    """A report with one person, who is the first word of the text."""
    name = article.text.split()[0]
    person = Person("p1", name, (Mention(0, len(name), name),))
    return Report(article, (person,), (), (), (), (), (), (), Coverage(1), "test")


def graph(article: Article, *also: Article) -> tuple[str, bytes]:
    """The IRI and the N-Quads of an article's graph."""
    nquads = report_nquads(report(article), digest=digest(article), fingerprint=FINGERPRINT, also=also)
    return article_iri(article), nquads
