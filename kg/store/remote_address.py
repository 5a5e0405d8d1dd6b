"""Where a server takes queries, updates and whole graphs, worked out from the one URL that a user gives."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import parse_qs, urljoin, urlsplit, urlunsplit

from kg.errors import StoreError

_ONE_FOR_ALL: Final = ("sparql", "sparql-auth")


@dataclass(frozen=True, slots=True)
class Address:
    """The URLs of one server: ``query`` and ``update`` of the SPARQL 1.1 Protocol, ``graphs`` of the Graph
    Store Protocol, ``None`` where the server is not known to have one.
    """

    query: str
    update: str
    graphs: str | None = None

    def with_graphs(self, graphs: str | None) -> Address:
        """The same address with another place for graphs."""
        return replace(self, graphs=graphs)


def read_address(location: str) -> Address:
    """The address in a store's URL.

    A path that ends in ``/sparql`` or ``/sparql-auth`` takes both queries and updates (Virtuoso and most
    others), one in ``/query`` has its ``/update`` beside it, and any other is the server (Oxigraph) or data
    set (Fuseki) under which both lie. A fragment says otherwise: ``#update=…&graphs=…``, each relative to
    the URL. Raises :class:`~kg.errors.StoreError` for a URL with credentials, which would end up in logs and
    shell histories.
    """
    parts = urlsplit(location)
    if parts.username is not None or parts.password is not None:
        raise StoreError(
            "a URL must not hold credentials; give them as NEWSGRAPH_STORE_USER and NEWSGRAPH_STORE_PASSWORD",
            path=without_secrets(location),
        )
    if not parts.hostname:
        raise StoreError("is not a URL of a server, such as http://localhost:7878", path=location)
    url = urlunsplit(parts._replace(fragment=""))
    given = {name: urljoin(url, values[-1]) for name, values in parse_qs(parts.fragment).items()}
    for name, target in given.items():
        if name not in ("update", "graphs"):
            raise StoreError(f"after the #, {name!r} is neither 'update' nor 'graphs'", path=location)
        if urlsplit(target)[:2] != parts[:2]:
            raise StoreError(f"after the #, {name!r} is a URL of another server", path=location)
    known = _by_path(url, parts.path)
    return Address(known.query, given.get("update", known.update), given.get("graphs"))


def _by_path(url: str, path: str) -> Address:
    last = path.rpartition("/")[2]
    if last in _ONE_FOR_ALL:
        return Address(url, url)
    if last == "query":
        return Address(url, urljoin(url, "update"))
    base = url.rstrip("/")
    return Address(base + "/query", base + "/update")


def graphs_beside(address: Address, server: str) -> str | None:
    """Where a server that calls itself ``server`` keeps the Graph Store Protocol, where that is known."""
    if "Virtuoso" in server:
        name = "/sparql-graph-crud"
        return urljoin(address.query, name + "-auth" if address.query.endswith("-auth") else name)
    if server.startswith("Oxigraph"):
        return urljoin(address.query, "store")
    if "Fuseki" in server:
        return urljoin(address.query, "data")
    return None


def without_secrets(url: str) -> str:
    """``url`` without a user's name, password and query, as it may stand in a message."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
