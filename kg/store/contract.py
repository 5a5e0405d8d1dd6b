"""What every store offers, and the part of it that does not depend on the engine.

An engine gives three things: reading statements by pattern, running a query, and running a SPARQL update that
happens whole or not at all. Everything else is written here once.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import ClassVar, Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from kg.errors import StoreError
from kg.graph import literals
from kg.graph import vocabulary as v
from kg.graph.copies import read_sources
from kg.graph.identifiers import is_iri
from kg.model import Article
from kg.store import updates
from kg.store.results import Results, Solutions

FORMAT: Final = 1
"""Version of what a store holds; raised when an older newsgraph could not read it any more."""

_COUNTED: Final = {
    v.NewsArticle: "articles",
    v.MeetingReport: "meeting reports",
    v.RoleReport: "role reports",
    v.Meeting: "meetings",
    v.Person: "people",
    v.Organization: "organizations",
    v.Place: "places",
    v.Post: "offices",
}


_TAKEN_AT_ONCE: Final = 20_000


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """What a store knows of an article without reading its report.

    ``sources`` are the articles under which its text was given, the first one first; ``digest`` identifies
    the text and ``fingerprint`` the extractor that read it.
    """

    iri: str
    sources: tuple[Article, ...]
    digest: str
    fingerprint: str

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids under which it was given."""
        return tuple(source.id for source in self.sources)

    @property
    def urls(self) -> tuple[str, ...]:
        """The addresses at which it was found."""
        return tuple(source.url for source in self.sources if source.url is not None)


class Store(ABC):
    """A store of article graphs and the merged graph. Open one with :func:`kg.store.open_store`; it is a
    context manager.
    """

    _graphs_read: ClassVar[str] = ""
    """A filter of ``?graph``, where not all graphs that the engine holds are the store's."""

    def __init__(self, location: str) -> None:
        self.location = location

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @abstractmethod
    def close(self) -> None:
        """Let go of the store, so that another process may write to it."""

    @abstractmethod
    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: NamedNode | Literal | None = None,
        graph: str | None = None,
    ) -> Iterator[Quad]:
        """The statements that have these parts, in any order; ``None`` matches everything."""

    @abstractmethod
    def query(
        self, text: str, *, bindings: Mapping[str, NamedNode | Literal] | None = None, name: str = "query"
    ) -> Results:
        """Run a SPARQL query in which the variables named by ``bindings`` stand for these terms.

        The default graph is the union of all graphs. ``name`` is what errors call the query. Raises
        :class:`~kg.errors.QueryError` with line and column for a syntax error.
        """

    @abstractmethod
    def _update(self, text: str) -> None:
        """Run a SPARQL update, wholly or not at all."""

    @abstractmethod
    def _insert(self, nquads: bytes) -> None:
        """Add statements, wholly or not at all: what most articles need, and faster than an update."""

    def _add(self, quads: Sequence[Quad]) -> None:
        """Add statements that may come in part if this is cut short: who adds them will add them again."""
        self._insert(serialize(quads, format=RdfFormat.N_QUADS) or b"")

    def compact(self) -> None:  # noqa: B027 - a server does that by itself
        """Put in order what was written, where it was much, so that it is read faster."""

    def select(self, text: str, **bindings: NamedNode | Literal) -> Solutions:
        """The rows of a SELECT query. Raises :class:`~kg.errors.StoreError` for a query of another form."""
        results = self.query(text, bindings=bindings)
        if not isinstance(results, Solutions):
            raise StoreError("not a SELECT query", path=self.location)
        return results

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """The statements of one graph, or of all but the store's own bookkeeping, in any order."""
        return (
            q
            for q in self.match(graph=graph)
            if graph is not None or q.graph_name.value not in updates.OWN_GRAPHS  # type: ignore[union-attr]
        )

    def graphs(self) -> list[str]:
        """The IRIs of all named graphs but the store's own bookkeeping, sorted."""
        rows = self.select("SELECT DISTINCT ?graph WHERE { GRAPH ?graph { } }").texts()
        return sorted({graph for (graph,) in rows} - updates.OWN_GRAPHS)

    def replace(
        self,
        nquads: bytes,
        *,
        drop: Sequence[str] = (),
        origins: Mapping[str, str] | None = None,
        decisions: bytes = b"",
    ) -> None:
        """Make each article graph in ``nquads`` hold exactly these statements, and drop the graphs ``drop``.

        All in one transaction; doing so again changes nothing. These articles are pending from then
        on. ``origins`` maps ids to the files that gave them, ``decisions`` are statements about decisions
        (:mod:`kg.store.succession`) that are added. Raises :class:`~kg.errors.StoreError`, and leaves
        everything as it was, where that fails.
        """
        known = origins or {}
        touched = sorted({*updates.graphs_of(nquads), *drop})
        old = [g for g in touched if any(self.match(graph=g))]
        renamed = [id for id in known if self.origin(id) is not None]
        nquads += updates.notes(touched, known) + decisions
        if old or renamed:
            self._update(updates.replace_graphs(nquads, old, renamed))
        else:
            self._insert(nquads)

    def drop(self, *graphs: str) -> None:
        """Drop the article graphs ``graphs`` in one transaction; those that are not there are passed over."""
        self.replace(b"", drop=graphs)

    def decide(self, nquads: bytes, *, articles: Sequence[str]) -> None:
        """Add statements to the graph of decisions, in one transaction. The articles of the judged
        references, ``articles``, are pending from then on.
        """
        self._insert(nquads + updates.notes(articles, {}))

    @property
    def merged_is_current(self) -> bool:
        """Whether the merged graph is that of the articles stored now."""
        return not any(self.match(updates.STORE, v.PENDING, graph=updates.BOOKKEEPING.value))

    @property
    def rules(self) -> list[str]:
        """The version of the rules by which the merged graph was made; none where nothing was resolved yet,
        or long ago.
        """
        found = self.match(updates.STORE, v.RESOLVED_BY, graph=updates.BOOKKEEPING.value)
        return [quad.object.value for quad in found]  # type: ignore[union-attr]

    @property
    def is_being_resolved(self) -> bool:
        """Whether the merged graph is being made anew, so that people, meetings and facts are missing."""
        return updates.UNDER_WAY in self.rules

    def mark_rules(self, rules: str) -> None:
        """Note by which version of the rules the merged graph is made, or that it is under way."""
        known = self.rules
        if known != [rules]:
            self.change(
                [updates.resolved_by(rules)], [updates.resolved_by(old) for old in known if old != rules]
            )

    def pending(self) -> list[str]:
        """The IRIs of the articles (and authority files) whose last change, also that they are no more, the
        merged graph does not show yet; in order.
        """
        found = self.match(updates.STORE, v.PENDING, graph=updates.BOOKKEEPING.value)
        return sorted(quad.object.value for quad in found)  # type: ignore[union-attr]

    def mark_pending(self, articles: Sequence[str]) -> None:
        """Note that the merged graph is to look at ``articles`` again."""
        self._insert(updates.notes(articles, {}))

    def settle(self, articles: Sequence[str]) -> None:
        """Note that the merged graph shows the changes of ``articles``."""
        if articles:
            self._update(updates.settle(articles))

    def change(self, added: Sequence[Quad], taken: Sequence[Quad]) -> None:
        """Add statements and take others out. Where it only adds, it may be cut short halfway."""
        if taken:
            self._update(updates.change(added, taken))
        elif added:
            self._add(added)

    def clear(self, graph: str, filter: str = "") -> None:
        """Take all statements of ``graph`` out, or those ``?s ?p ?o`` that a SPARQL ``filter`` lets pass; if
        this is cut short, only some of them.
        """
        found = self.select(f"SELECT ?s ?p ?o WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} {filter} }}")
        quads = [Quad(*row, NamedNode(graph)) for row in found]  # type: ignore[arg-type, call-arg]
        for start in range(0, len(quads), _TAKEN_AT_ONCE):
            self.change([], quads[start : start + _TAKEN_AT_ONCE])

    def origin(self, id: str) -> str | None:
        """The file that gave an article this id, where one did."""
        found = self.match(updates.origin_node(id), v.ORIGIN, graph=updates.BOOKKEEPING.value)
        return next((quad.object.value for quad in found), None)  # type: ignore[union-attr]

    def articles(self) -> Iterator[StoredArticle]:
        """Every article, in any order."""
        for quad in self.match(predicate=v.DIGEST):
            yield self._article(quad.graph_name.value)  # type: ignore[union-attr]

    def article_graphs(self) -> list[str]:
        """The IRIs of the articles and of their graphs, in order."""
        return sorted(quad.graph_name.value for quad in self.match(predicate=v.DIGEST))  # type: ignore[union-attr]

    def authorities(self) -> list[str]:
        """The IRIs of the authority files and of their graphs, in order."""
        return sorted(q.subject.value for q in self.match(predicate=v.RDF_TYPE, object=v.Authority))  # type: ignore[union-attr]

    def article(self, iri: str) -> StoredArticle | None:
        """The article with this IRI, or ``None``."""
        found = any(self.match(NamedNode(iri), v.DIGEST, graph=iri))
        return self._article(iri) if found else None

    def with_digest(self, digest: str) -> StoredArticle | None:
        """The article with this digest, or ``None``: a store holds each text once."""
        for quad in self.match(predicate=v.DIGEST, object=literals.text(digest)):
            return self._article(quad.graph_name.value)  # type: ignore[union-attr]
        return None

    def at_address(self, article: Article) -> list[StoredArticle]:
        """The articles that have a source at the address of ``article``: its URL, or its id where it has
        none.
        """
        if article.url is not None:
            found = self.match(predicate=v.URL, object=literals.address(article.url))
        else:
            found = self.match(predicate=v.IDENTIFIER, object=literals.text(article.id))
        graphs = sorted({quad.graph_name.value for quad in found})  # type: ignore[union-attr]
        return [a for a in map(self._article, graphs) if any(same_address(s, article) for s in a.sources)]

    def named(self, name: str) -> list[StoredArticle]:
        """The articles that ``name`` stands for: an id, a URL or an IRI."""
        graphs = {q.graph_name.value for q in self.match(predicate=v.IDENTIFIER, object=literals.text(name))}  # type: ignore[union-attr]
        graphs |= {q.graph_name.value for q in self.match(predicate=v.URL, object=literals.address(name))}  # type: ignore[union-attr]
        found = [self._article(graph) for graph in sorted(graphs)]
        if not found and name.startswith(v.NEWSGRAPH) and is_iri(name):
            found = [a for a in [self.article(name)] if a is not None]
        return found

    def _article(self, iri: str) -> StoredArticle:
        node = NamedNode(iri)
        about = list(self.match(node, graph=iri))
        copies = [q.object for q in about if q.predicate == v.COPY]
        for copy in copies:
            about.extend(self.match(copy, graph=iri))  # type: ignore[arg-type]
        report = self.match(NamedNode(iri + "#report"), v.FINGERPRINT, graph=iri)
        return StoredArticle(
            iri,
            read_sources(iri, about),
            next((q.object.value for q in about if q.predicate == v.DIGEST), ""),  # type: ignore[union-attr]
            next((q.object.value for q in report), ""),  # type: ignore[union-attr]
        )

    def counts(self) -> dict[str, int]:
        """How much the store holds: articles, reports, merged entities, and statements in all."""
        rows = self.select(
            "SELECT ?class (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s a ?class } } GROUP BY ?class"
        )
        found = {str(kind): number for kind, number in rows.rows()}
        counts = {name: found.get(kind.value, 0) for kind, name in _COUNTED.items()}
        return counts | {"statements": self._size()}

    def _size(self) -> int:
        """How many statements :meth:`quads` gives, counted by the engine: it takes a fiftieth of the time."""
        own = ", ".join(f"<{graph}>" for graph in sorted(updates.OWN_GRAPHS))
        rows = self.select(
            "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?graph { ?s ?p ?o } "
            f"FILTER(?graph NOT IN ({own})) {self._graphs_read} }}"
        )
        return sum(number for (number,) in rows.rows())


def same_address(one: Article, other: Article) -> bool:
    """Whether two articles live at one address."""
    return (one.url or one.id, one.url is None) == (other.url or other.id, other.url is None)
