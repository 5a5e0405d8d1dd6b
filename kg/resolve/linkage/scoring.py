"""Splink compares the profiles of one kind pairwise; here its library is run and its answers are read."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final

from kg.resolve.linkage import rows
from kg.resolve.linkage.profiles import LinkedKind, Profile

Row = Mapping[str, Any]
_TERMS: Final[Mapping[LinkedKind, tuple[str, ...]]] = {
    "person": ("surname", "given"),
    "organization": ("name",),
}
_LEAST_WEIGHT: Final = -10.0
"""Pairs below this match weight (a chance of one in a thousand) are of no interest to anybody."""


@contextmanager
def linker(profiles: Sequence[Profile], kind: LinkedKind, settings: Mapping[str, Any]) -> Iterator[Any]:
    """A ``splink.Linker`` over ``profiles`` in a database of its own, in memory, that knows how common names
    are.
    """
    import duckdb
    from splink import DuckDBAPI, Linker

    # Splink tells of its progress; whoever links has no use for that.
    logging.getLogger("splink").setLevel(logging.ERROR)
    with duckdb.connect(":memory:") as connection:
        database = DuckDBAPI(connection=connection)
        data = rows.table(profiles, kind)
        made = Linker(database.register(data), dict(settings), log_level=None, validate_settings=False)
        for column in _TERMS[kind]:
            known = database.register(rows.shares(data, column))
            made.table_management.register_term_frequency_lookup(known, column)
        yield made


def scores(
    profiles: Sequence[Profile],
    kind: LinkedKind,
    settings: Mapping[str, Any],
    *,
    least: float | None = _LEAST_WEIGHT,
) -> list[Row]:
    """What Splink says of each pair of profiles that share a block, as its rows, sorted by their ids; pairs
    with a match weight below ``least`` are left out.

    A row has ``unique_id_l``, ``unique_id_r``, ``match_weight`` (base 2 logarithm of the odds) and
    ``match_probability``, and for each comparison the level (``gamma_…``) and its weight (``mw_…``).
    """
    if len(profiles) < 2:
        return []
    with linker(profiles, kind, settings) as made:
        found = made.inference.predict(threshold_match_weight=least)
        answer = found.as_duckdbpyrelation().arrow().read_all().to_pylist()
    return sorted(answer, key=lambda row: (row["unique_id_l"], row["unique_id_r"]))
