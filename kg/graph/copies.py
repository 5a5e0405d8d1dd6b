"""Under which ids and addresses an article was given: reading it from the article's graph, and writing it
anew.

The text of exact duplicates is kept once, with every source it came from. What the article says does not
depend on its sources, so a source is added or withdrawn by rewriting the graph, without reading the text
again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import product

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.errors import GraphError
from kg.graph import vocabulary as v
from kg.graph.article import write_article
from kg.graph.identifiers import article_iri
from kg.graph.sink import Sink
from kg.model import Article

_Values = dict[NamedNode, list[str]]


def read_sources(article: str, quads: Iterable[Quad]) -> tuple[Article, ...]:
    """Every source of the article whose IRI is ``article``, the first one first, from the quads about it and
    its copies.

    Each has the article's text, publication date and language. Other quads of the graph are passed over.
    """
    nodes: dict[str, _Values] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode):
            values = nodes.setdefault(quad.subject.value, {})
            values.setdefault(quad.predicate, []).append(_text(quad.object))
    main = nodes.get(article, {})
    copies = sorted(main.get(v.COPY, []), key=lambda iri: int(iri.rpartition("copy")[2]))
    others = [
        _article(nodes[iri], main, _first(nodes[iri], v.IDENTIFIER), _first(nodes[iri], v.URL))
        for iri in copies
    ]
    return (_main(article, main, others), *others)


def read_nquads(nquads: bytes) -> list[Quad]:
    """N-Quads as quads."""
    return list(parse(nquads, RdfFormat.N_QUADS))


def with_sources(quads: Iterable[Quad], sources: Sequence[Article], *, digest: str) -> bytes:
    """The same report under other ``sources``, as N-Quads.

    ``quads`` are the article's graph; the first of ``sources`` gives the IRI of the new one.
    """
    kept = list(quads)
    old, new = _text(kept[0].graph_name), article_iri(sources[0])
    sink = Sink(new)
    write_article(sink, sources[0], digest=digest, also=sources[1:])
    metadata = (old, old + "#copy")
    for quad in kept:
        subject = _text(quad.subject)
        if subject != metadata[0] and not subject.startswith(metadata[1]):
            sink.add(NamedNode(_moved(subject, old, new)), quad.predicate, _moved_term(quad.object, old, new))
    return "".join(f"{quad} .\n" for quad in sink.quads).encode()


def _moved(iri: str, old: str, new: str) -> str:
    return new + iri.removeprefix(old) if iri == old or iri.startswith(old + "#") else iri


def _moved_term(term: object, old: str, new: str) -> NamedNode | Literal:
    return term if isinstance(term, Literal) else NamedNode(_moved(_text(term), old, new))


def _text(term: object) -> str:
    """The text of an IRI or literal: article graphs hold nothing else."""
    if not isinstance(term, NamedNode | Literal):
        raise GraphError(f"{term} in the graph of an article; build the store again")
    return term.value


def _main(iri: str, values: _Values, copies: Sequence[Article]) -> Article:
    """The source that the article's own IRI was made from: its node carries the ids and addresses of the
    copies as well.
    """
    ids = values.get(v.IDENTIFIER, [""])
    others = {copy.id for copy in copies}
    ids = sorted(ids, key=lambda i: (i in others, i))
    candidates = [_article(values, values, i, url) for url, i in product([*values.get(v.URL, []), None], ids)]
    return next((c for c in candidates if article_iri(c) == iri), candidates[0])


def _article(own: _Values, main: _Values, id: str | None, url: str | None) -> Article:
    published = _first(main, v.DATE_PUBLISHED)
    return Article(
        id=id or "",
        text=_first(main, v.IS_STRING) or "",
        url=url,
        title=_first(own, v.HEADLINE),
        published=_published(published) if published else None,
        publisher=_first(own, v.PUBLISHER),
        author=_first(own, v.AUTHOR),
        language=_first(main, v.IN_LANGUAGE),
    )


def _published(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _first(values: _Values, predicate: NamedNode) -> str | None:
    found = values.get(predicate)
    return found[0] if found else None
