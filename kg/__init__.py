"""News articles to a graph of people, roles, meetings, places and dates.

::

    import kg

    with kg.open_store("newsgraph.kg", create=True) as store:
        kg.build(["articles.jsonl"], store)
        meetings = kg.query(store, "meetings").to_pandas()

=====================  ======================================================================
:func:`read_articles`  the articles of files and folders, as :class:`Article`
:class:`Extractor`     what each article says, as :class:`Report`; :func:`render` draws one
:func:`open_store`     where the graph is kept
:func:`build`          articles into a store
:func:`query`          a saved query, with its parameters, against a store
:func:`to_networkx`    who met whom, as a network
:class:`Settings`      the choices a user has, with their defaults
:class:`NewsgraphError`  the root of all errors raised on purpose
=====================  ======================================================================

The other records are in :mod:`kg.model`, the other errors in :mod:`kg.errors`. Each name is imported when it
is first used, so that ``import kg`` costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.articles import read_articles
    from kg.build import build
    from kg.errors import NewsgraphError
    from kg.export import to_networkx
    from kg.extract import Extractor
    from kg.extract.rendering import render
    from kg.model import Article, Report
    from kg.query import run as query
    from kg.settings import Settings
    from kg.store import open_store

__all__ = [
    "Article",
    "Extractor",
    "NewsgraphError",
    "Report",
    "Settings",
    "build",
    "open_store",
    "query",
    "read_articles",
    "render",
    "to_networkx",
]

# Where each public name comes from: module, and its name there.
_HOMES = {
    "Article": ("kg.model", "Article"),
    "Extractor": ("kg.extract", "Extractor"),
    "NewsgraphError": ("kg.errors", "NewsgraphError"),
    "Report": ("kg.model", "Report"),
    "Settings": ("kg.settings", "Settings"),
    "build": ("kg.build", "build"),
    "open_store": ("kg.store", "open_store"),
    "query": ("kg.query", "run"),
    "read_articles": ("kg.articles", "read_articles"),
    "render": ("kg.extract.rendering", "render"),
    "to_networkx": ("kg.export", "to_networkx"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, own_name = _HOMES[name]
    value = getattr(import_module(module), own_name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__


class _PublicFace(ModuleType):
    """Keeps ``kg.build`` and ``kg.query`` the functions.

    Python binds a submodule in its package when it is imported, and there are modules of these names.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _PublicFace
