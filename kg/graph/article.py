"""What is known of an article itself: where it came from, its text, how it was read and what was not
understood."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import NamedNode

from kg.graph import literals
from kg.graph import vocabulary as v
from kg.graph.sink import Sink
from kg.model import Article, Coverage


def write_article(sink: Sink, article: Article, *, digest: str, also: Sequence[Article] = ()) -> None:
    """Write the article's text and metadata, and every other id and address under which the same text was
    given.

    The ids and addresses of ``also`` stand on the article as well, so that a query for any of them finds it;
    a node of each copy keeps together what one source said. The file that an article was read from is left
    out: it differs from machine to machine.
    """
    sink.add(sink.node, v.RDF_TYPE, v.NewsArticle)
    sink.add(sink.node, v.DIGEST, literals.text(digest))
    sink.add_text(sink.node, v.IS_STRING, article.text)
    sink.add_text(sink.node, v.IN_LANGUAGE, article.language)
    if article.published is not None:
        sink.add(sink.node, v.DATE_PUBLISHED, literals.published_time(article.published))
    _write_source(sink, sink.node, article)
    for number, copy in enumerate(also, start=2):
        _write_copy(sink, sink.local(f"copy{number}"), copy)


def _write_copy(sink: Sink, node: NamedNode, copy: Article) -> None:
    sink.add(node, v.RDF_TYPE, v.Copy)
    sink.add(sink.node, v.COPY, node)
    sink.add_text(sink.node, v.IDENTIFIER, copy.id)
    if copy.url is not None:
        sink.add(sink.node, v.URL, literals.address(copy.url))
    _write_source(sink, node, copy)


def _write_source(sink: Sink, node: NamedNode, article: Article) -> None:
    sink.add_text(node, v.IDENTIFIER, article.id)
    if article.url is not None:
        sink.add(node, v.URL, literals.address(article.url))
    sink.add_text(node, v.HEADLINE, article.title)
    sink.add_text(node, v.PUBLISHER, article.publisher)
    sink.add_text(node, v.AUTHOR, article.author)


def write_coverage(sink: Sink, coverage: Coverage, *, model: str, fingerprint: str) -> None:
    """Write the report's own node: what it was derived from and with what, and what it left unexplained."""
    report = sink.local("report")
    sink.add(report, v.RDF_TYPE, v.Report)
    sink.add(report, v.WAS_DERIVED_FROM, sink.node)
    sink.add_text(report, v.MODEL, model)
    sink.add_text(report, v.FINGERPRINT, fingerprint)
    sink.add(report, v.SENTENCE_COUNT, literals.integer(coverage.sentences))
    sink.add_passages(report, v.UNEXPLAINED, coverage.unexplained)
    sink.add_passages(report, v.UNRESOLVED_NAME, coverage.unresolved_names)
    sink.add_passages(report, v.UNRESOLVED_PLACE, coverage.unresolved_places)
    sink.add_passages(report, v.BOILERPLATE, coverage.boilerplate)
