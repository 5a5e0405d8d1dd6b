"""Running a query against a store."""

from __future__ import annotations

from collections.abc import Mapping

from kg.query.parameters import read_values
from kg.query.saved import SavedQuery, find_query
from kg.store import Results, Store


def run(store: Store, query: SavedQuery | str, params: Mapping[str, str] | None = None) -> Results:
    """The results of ``query`` (a saved query, or the name of one) with ``params``: values as text, by
    parameter name.

    Rows are computed as they are read, so read them before the store is closed. Raises
    :class:`~kg.errors.UnknownQueryError`, :class:`~kg.errors.ParameterError` for a missing, unknown or
    ill-typed parameter, and :class:`~kg.errors.QueryError` for a syntax error.
    """
    if isinstance(query, str):
        query = find_query(query)
    values = read_values(query.name, query.params, params or {})
    return store.query(query.text, bindings=values, name=query.name)
