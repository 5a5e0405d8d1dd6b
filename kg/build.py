"""Articles into the store: the only place where the stages are chained.

Articles are taken one by one. What the store holds unchanged is passed over; the rest is read by
:mod:`kg.engine`, and each article's graph is written in one transaction, in the order of the articles. So a
build can be killed at any moment, and the same build started again ends with the same graph.
"""

from __future__ import annotations

import logging
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

from kg.articles import address, digest, read_articles
from kg.engine import Reading, Recipe, read_all, recipe
from kg.errors import ArticleError, NewsgraphError
from kg.model import Article
from kg.settings import Settings
from kg.store import Store, holdings
from kg.store.merging import bring_up_to_date, rebuild

_LOG = logging.getLogger(__name__)

ErrorHandler = Callable[[NewsgraphError], None]


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """How many articles a build took, and what became of them; the last five add up to ``read``."""

    read: int
    added: int
    replaced: int
    unchanged: int
    duplicates: int
    failed: int

    def __str__(self) -> str:
        duplicates = "duplicate" if self.duplicates == 1 else "duplicates"
        parts = (
            (self.added, "added"),
            (self.replaced, "replaced"),
            (self.unchanged, "unchanged"),
            (self.duplicates, duplicates),
            (self.failed, "failed"),
        )
        counts = ", ".join(f"{number} {what}" for number, what in parts if number)
        articles = "1 article" if self.read == 1 else f"{self.read} articles"
        return f"{articles} read" + (f": {counts}" if counts else "")


def build(
    articles: Iterable[Article | str],
    store: Store,
    settings: Settings | None = None,
    *,
    progress: Callable[[int], None] | None = None,
    on_error: ErrorHandler | None = None,
) -> BuildSummary:
    """Read ``articles`` (or files, folders and globs that hold some) into ``store`` and bring the merged
    graph up to date.

    An article that the store holds unchanged is skipped, one with another text at the same address replaces
    the old one, and an exact duplicate is kept as one more source of the first. Decisions about an article
    that is replaced are decisions about the new one. What is wrong with one article, or cannot be taken over
    from an old one, goes to ``on_error`` (default: a warning in the log) and stops nothing. ``progress`` is
    called with the number of articles done so far. Raises :class:`~kg.errors.StoreError` where the store
    cannot be written and :class:`~kg.errors.ExtractionError` where the language model is missing.
    """
    return build_with(recipe(settings or Settings()), articles, store, progress=progress, on_error=on_error)


def build_with(
    recipe: Recipe,
    articles: Iterable[Article | str],
    store: Store,
    *,
    progress: Callable[[int], None] | None = None,
    on_error: ErrorHandler | None = None,
) -> BuildSummary:
    """:func:`build` with an extractor of one's own, which ``recipe`` names."""
    handler = on_error or _log
    work = _Build(store, recipe, handler)
    with closing(work.run(_opened(articles, handler))) as done:
        for number in done:
            if progress is not None:
                progress(number)
    bring_up_to_date(store)
    return work.summary()


def remove(store: Store, name: str) -> int:
    """Withdraw the article that ``name`` (an id, a URL or an IRI) stands for, and every fact that rests on it
    alone.

    A text that was given under other ids or addresses as well stays, without this one. Returns how many texts
    lost a source. Raises :class:`~kg.errors.StoreError` where there is no such article.
    """
    withdrawn = holdings.withdraw(store, name)
    bring_up_to_date(store)
    return withdrawn


def resolve(store: Store) -> None:
    """Work out again, from the articles, authority files and decisions in ``store``, who is who and what
    happened; no article is read again. People and meetings keep their IRIs where they can.
    """
    rebuild(store)


def _log(error: NewsgraphError) -> None:
    _LOG.warning("%s", error)


def _opened(articles: Iterable[Article | str], on_error: ErrorHandler) -> Iterator[Article]:
    for item in articles:
        if isinstance(item, str):
            yield from read_articles([item], on_error=on_error)
        else:
            yield item


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An article that was taken and is not done: one that is being read, or (``copy``) a duplicate of one."""

    article: Article
    digest: str
    copy: bool


class _Build:
    """The articles of one build on their way. Each is settled in the order in which it came."""

    def __init__(self, store: Store, recipe: Recipe, on_error: ErrorHandler) -> None:
        self._store = store
        self._recipe = recipe
        self._on_error = on_error
        self._counts: Counter[str] = Counter()
        self._waiting: deque[_Waiting] = deque()
        # How many of the waiting have this text, or this address.
        self._texts: Counter[str] = Counter()
        self._addresses: Counter[str] = Counter()
        # The graphs that copies still wait for, by digest; no graph where the text could not be read.
        self._graphs: dict[str, bytes | None] = {}

    def summary(self) -> BuildSummary:
        """What became of the articles so far."""
        counts = {name: self._counts[name] for name in BuildSummary.__slots__ if name != "read"}
        return BuildSummary(read=sum(counts.values()), **counts)

    def run(self, articles: Iterable[Article]) -> Generator[int]:
        """Do the work; yields the number of articles done, each time that some are."""
        with closing(read_all(self._to_read(articles), self._recipe)) as readings:
            for reading in readings:
                self._settle_copies()
                self._settle_reading(reading)
                yield self._counts.total()
        self._settle_copies()
        yield self._counts.total()

    def _to_read(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles that the language model must see; the others are done at once, or wait for one that it
        sees.
        """
        for article in articles:
            key = digest(article)
            if self._texts[key]:
                self._wait(_Waiting(article, key, copy=True))
            elif not self._settled_at_once(article, key):
                self._wait(_Waiting(article, key, copy=False))
                yield article

    def _settled_at_once(self, article: Article, key: str) -> bool:
        # Where something else is on its way to this address, its turn comes first.
        if self._addresses[address(article)]:
            return False
        if self._is_taken(article, key):
            return True
        stored = self._store.with_digest(key)
        if stored is None or stored.fingerprint != self._recipe.fingerprint:
            return False
        added = holdings.add_source(self._store, stored, article, on_lost=self._on_error)
        self._counts["duplicates" if added else "unchanged"] += 1
        return True

    def _wait(self, waiting: _Waiting) -> None:
        self._waiting.append(waiting)
        self._texts[waiting.digest] += 1
        self._addresses[address(waiting.article)] += 1

    def _next(self) -> _Waiting:
        """The first of the waiting, whose turn it is."""
        waiting = self._waiting.popleft()
        for counter, key in (self._texts, waiting.digest), (self._addresses, address(waiting.article)):
            counter[key] -= 1
            if not counter[key]:
                del counter[key]
        return waiting

    def _settle_reading(self, reading: Reading) -> None:
        waiting = self._next()
        self._remember(waiting.digest, reading.nquads)
        if reading.nquads is None:
            self._fail(waiting.article, reading.problem or "was not read")
        elif not self._is_taken(waiting.article, waiting.digest):
            replaced = holdings.put(
                self._store, waiting.article, waiting.digest, reading.nquads, on_lost=self._on_error
            )
            self._counts["replaced" if replaced else "added"] += 1

    def _settle_copies(self) -> None:
        while self._waiting and self._waiting[0].copy:
            self._settle_copy(self._next())

    def _settle_copy(self, waiting: _Waiting) -> None:
        nquads, on_lost = self._graphs[waiting.digest], self._on_error
        self._remember(waiting.digest, nquads)
        if nquads is None:
            self._fail(waiting.article, "has the text of an article that could not be read")
        elif not self._is_taken(waiting.article, waiting.digest):
            stored = self._store.with_digest(waiting.digest)
            if stored is None:
                holdings.put_copy(self._store, waiting.article, waiting.digest, nquads, on_lost=on_lost)
            added = stored is None or holdings.add_source(
                self._store, stored, waiting.article, on_lost=on_lost
            )
            self._counts["duplicates" if added else "unchanged"] += 1

    def _remember(self, key: str, nquads: bytes | None) -> None:
        """Keep a graph as long as a copy waits for it."""
        self._graphs.pop(key, None)
        if self._texts[key]:
            self._graphs[key] = nquads

    def _is_taken(self, article: Article, key: str) -> bool:
        """Whether another file of the same name has given the article's id to another text; that is then
        reported.
        """
        other = holdings.conflict(self._store, article, key)
        if other is not None:
            self._fail(
                article,
                f"its file's name gives it the id {article.id!r}, which {other} gave to another text; "
                f"rename one of the files, or withdraw the other article with: kg remove {article.id}",
            )
        return other is not None

    def _fail(self, article: Article, problem: str) -> None:
        self._counts["failed"] += 1
        self._on_error(ArticleError(problem, source=article.source or article.id))
