"""What a store holds of articles: each text once, and one text at each address.

An exact duplicate is one more source of the text that is there; another text at a known address takes the
address away from the old one, which goes when it has no other. Sources have a fixed order, so what is held
depends on which articles were given and which of them came last at their address, and on nothing else. Every
change is one transaction.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from kg.errors import DecisionError, StoreError
from kg.graph.copies import read_nquads, with_sources
from kg.model import Article
from kg.store.contract import Store, StoredArticle, same_address
from kg.store.succession import inherited

# What one source says of an article; text, date and language are the same in all sources of a text.
_OF_A_SOURCE: Final = ("id", "url", "title", "publisher", "author")
_RECORD: Final = re.compile(r":\d+$")


LossHandler = Callable[[DecisionError], None]
"""Is told of decisions that could not be taken over to what takes the place of an article."""


@dataclass(slots=True)
class _Change:
    """A graph that is to be written, that of the text ``digest``; the graphs ``drop`` go with that."""

    article: Article
    digest: str
    nquads: bytes
    drop: list[str] = field(default_factory=list)


def put(store: Store, article: Article, digest: str, nquads: bytes, *, on_lost: LossHandler) -> bool:
    """Store an article that was read, given its graph; tells whether it took the place of something.

    Where its text is known, from another source or another extractor, the sources of both are kept.
    Decisions about what it takes the place of are decisions about it from then on.
    """
    drop: list[str] = []
    known = store.with_digest(digest)
    if known is not None:
        nquads = with_sources(read_nquads(nquads), _joined(known.sources, article), digest=digest)
        drop = [known.iri]
    change = _Change(article, digest, nquads, drop)
    return _commit(store, change, on_lost) or known is not None


def add_source(store: Store, stored: StoredArticle, article: Article, *, on_lost: LossHandler) -> bool:
    """Note that ``article`` has the text of a stored one; tells whether that is news."""
    sources = _joined(stored.sources, article)
    if sources == stored.sources:
        return False
    nquads = with_sources(store.quads(stored.iri), sources, digest=stored.digest)
    _commit(store, _Change(article, stored.digest, nquads, [stored.iri]), on_lost)
    return True


def put_copy(store: Store, article: Article, digest: str, nquads: bytes, *, on_lost: LossHandler) -> None:
    """Store an article given the graph of another with the same text."""
    nquads = with_sources(read_nquads(nquads), (article,), digest=digest)
    _commit(store, _Change(article, digest, nquads), on_lost)


def withdraw(store: Store, name: str) -> int:
    """Take out the article that ``name`` (an id, a URL or an IRI) stands for; returns how many texts lost a
    source.

    A text that was given under other ids or addresses as well stays, without this one. Raises
    :class:`~kg.errors.StoreError` where there is no such article.
    """
    found = store.named(name)
    if not found:
        raise StoreError(f"holds no article {name!r}", path=store.location)
    for stored in found:
        rest = () if name == stored.iri else tuple(s for s in stored.sources if name not in (s.id, s.url))
        nquads = _under(store, stored, rest)
        # The same report under other addresses: nothing is lost.
        kept = inherited(store, nquads, drop=[stored.iri])
        store.replace(nquads, drop=[stored.iri], decisions=kept.nquads)
    return len(found)


def conflict(store: Store, article: Article, digest: str) -> str | None:
    """The file that gave the article's id to another text, where the id is only a file's name and the files
    differ.
    """
    for id, origin in _origins(article).items():
        known = store.origin(id)
        if known not in (None, origin) and any(_others(store, article, digest)):
            return known
    return None


def _commit(store: Store, change: _Change, on_lost: LossHandler) -> bool:
    """Write a graph, and withdraw what else was at its address; tells whether something was."""
    article, nquads, drop = change.article, change.nquads, change.drop
    others = _others(store, article, change.digest)
    for other in others:
        nquads += _under(store, other, tuple(s for s in other.sources if not same_address(s, article)))
        drop.append(other.iri)
    kept = inherited(store, nquads, drop=drop, digest=change.digest)
    store.replace(nquads, drop=drop, origins=_origins(article), decisions=kept.nquads)
    for loss in kept.lost:
        on_lost(loss)
    return bool(others)


def _others(store: Store, article: Article, digest: str) -> list[StoredArticle]:
    return [other for other in store.at_address(article) if other.digest != digest]


def _under(store: Store, stored: StoredArticle, sources: tuple[Article, ...]) -> bytes:
    """The graph of a stored article under fewer sources; nothing where none is left."""
    return with_sources(store.quads(stored.iri), sources, digest=stored.digest) if sources else b""


def _joined(sources: tuple[Article, ...], article: Article) -> tuple[Article, ...]:
    """``sources`` with ``article`` in the place of the one at its address, in their fixed order."""
    for source in sources:
        if all(getattr(source, name) == getattr(article, name) for name in _OF_A_SOURCE):
            return sources
    others = [source for source in sources if not same_address(source, article)]
    return tuple(sorted([*others, article], key=lambda s: (s.url is None, s.url or s.id, s.id)))


def _origins(article: Article) -> dict[str, str]:
    """The file behind an id that is only a file's name (and a number, in a file of several articles)."""
    if not article.id_from_file or article.url is not None or article.source is None:
        return {}
    path = os.path.abspath(_RECORD.sub("", article.source))
    # Enough to know the file again and to find it, but not where it lies: stores are shared, and
    # served to others.
    digest = sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return {article.id: f"{'/'.join(Path(path).parts[-2:])} ({digest})"}
