"""Running a query against a store."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

from kg.errors import ParameterError, QueryError
from kg.query.parameters import read_values
from kg.query.reading import fetches
from kg.query.saved import SavedQuery, find_query
from kg.store import Results, Store
from kg.store.binding import outline
from kg.store.embedded import EmbeddedStore

LAST_PAGE: Final = 999_999_999
"""The number of the last page that can be asked for; with it no engine's count of rows overflows."""

# How an update begins, after comments and prefixes; no query begins so.
_UPDATE: Final = re.compile(
    r"(?:\s|#[^\n]*\n|PREFIX\s[^<]*<[^>]*>|BASE\s*<[^>]*>)*"
    r"(INSERT|DELETE|WITH|LOAD|CLEAR|CREATE|DROP|ADD|MOVE|COPY)\b",
    re.IGNORECASE,
)


def run(
    store: Store,
    query: SavedQuery | str,
    params: Mapping[str, str] | None = None,
    *,
    page: int | None = None,
    fetchable: Collection[str] = (),
) -> Results:
    """The results of ``query`` (a saved query, or the name of one) with ``params``: values as text, by
    parameter name.

    Rows are computed as they are read, so read them before the store is closed. ``page`` (from 1) gives only
    the rows of one page of a query whose header has ``pagination``. ``fetchable`` are the addresses that the
    query may call (``SERVICE``); a store on a server has its own rules for that. Raises
    :class:`~kg.errors.UnknownQueryError`, :class:`~kg.errors.ParameterError` for a missing, unknown or
    ill-typed parameter, and :class:`~kg.errors.QueryError` for a syntax error or a call to another address.
    """
    if isinstance(query, str):
        query = find_query(query)
    if update := _UPDATE.match(query.text):
        raise QueryError(
            f"{update[1].upper()} is an update, and a query only reads; kg build, kg remove and kg same "
            "change a store, and kg serve --allow-update takes updates",
            query=query.name,
        )
    if isinstance(store, EmbeddedStore) and fetches(query.text, allowed=fetchable):
        raise QueryError(
            "SERVICE would call another server, and no query does so by itself; allow its address with "
            "--allow-fetch URL (in Python: fetchable=[URL])",
            query=query.name,
        )
    values = read_values(query.name, query.params, params or {})
    text = query.text if page is None else page_text(query, page)
    return store.query(text, bindings=values, name=query.name)


def page_text(query: SavedQuery, page: int) -> str:
    """The text of ``query`` for one page (from 1), as grlc makes it.

    Raises :class:`~kg.errors.ParameterError` where there is no such page, and :class:`~kg.errors.QueryError`
    where the query limits its rows itself.
    """
    if query.pagination is None:
        raise ParameterError("does not come in pages; its header has no 'pagination'", query=query.name)
    if not 1 <= page <= LAST_PAGE:
        raise ParameterError(
            f"pages are counted from 1 to {LAST_PAGE}, so there is no page {page}", query=query.name
        )
    clauses = dict(reversed(list(outline(query.text))))
    if "LIMIT" in clauses or "OFFSET" in clauses:
        raise QueryError("a query in pages ends without LIMIT and OFFSET", query=query.name)
    rows = f"LIMIT {query.pagination} OFFSET {(page - 1) * query.pagination}"
    # Values at the end stand after the limit (grammar rules 2, 18 and 28); the lines keep their numbers.
    end = clauses.get("VALUES")
    return f"{query.text}\n{rows}" if end is None else f"{query.text[:end]}{rows} {query.text[end:]}"
