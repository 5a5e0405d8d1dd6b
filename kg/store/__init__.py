"""Where the graphs are kept: one contract, an Oxigraph directory behind it."""

from __future__ import annotations

from pathlib import Path

from kg.store.contract import Store, StoredArticle
from kg.store.embedded import memory_store, open_directory
from kg.store.results import Answer, Results, Solutions, Statements, Term

__all__ = [
    "Answer",
    "Results",
    "Solutions",
    "Statements",
    "Store",
    "StoredArticle",
    "Term",
    "memory_store",
    "open_store",
]


def open_store(location: str | Path, *, create: bool = False, read_only: bool = False) -> Store:
    """Open the store in the directory, or on the server whose URL is, ``location``; use it in a ``with``
    statement.

    ``create`` makes the store where there is none. ``read_only`` gives a directory as it is at this moment,
    also while a build writes to it. A URL is that of a server with the SPARQL 1.1 Protocol and updates
    (``http://localhost:7878``); see ``docs/engines.md``. Raises :class:`~kg.errors.StoreBusyError` while
    another process writes to a directory, and :class:`~kg.errors.StoreError` where there is no store, one of
    a newer format, or something else.
    """
    if str(location).startswith(("http://", "https://")):
        from kg.store.remote import open_remote

        return open_remote(str(location), create=create, read_only=read_only)
    return open_directory(Path(location), create=create, read_only=read_only)
