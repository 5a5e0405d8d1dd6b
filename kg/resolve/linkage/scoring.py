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

_DIGITS: Final = 6


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


def weights(
    profiles: Sequence[Profile], kind: LinkedKind, settings: Mapping[str, Any]
) -> dict[tuple[str, str], float]:
    """Splink's match weight (base 2 logarithm of the odds) of each pair of profiles that share a block, by
    their ids; pairs that are next to impossible are left out.
    """
    if len(profiles) < 2:
        return {}
    brief = {**settings, "retain_matching_columns": False, "retain_intermediate_calculation_columns": False}
    with linker(profiles, kind, brief) as made:
        found = _table(made.inference.predict(threshold_match_weight=_LEAST_WEIGHT))
    pairs = zip(found["unique_id_l"].to_pylist(), found["unique_id_r"].to_pylist(), strict=True)
    # The last digits of a sum may hang on the order in which it was taken.
    rounded = (round(weight, _DIGITS) for weight in found["match_weight"].to_pylist())
    return dict(zip(pairs, rounded, strict=True))


def comparison(profiles: Sequence[Profile], kind: LinkedKind, settings: Mapping[str, Any]) -> Row:
    """All that Splink says of two profiles, whether they share a block or not.

    The row has ``match_weight`` and ``match_probability``, and for each comparison the level (``gamma_…``)
    and its weight (``mw_…``, and ``mw_tf_adj_…`` for how common the value is).
    """
    whole = {
        **settings,
        "blocking_rules_to_generate_predictions": [{"blocking_rule": "1 = 1", "sql_dialect": "duckdb"}],
        "retain_matching_columns": True,
        "retain_intermediate_calculation_columns": True,
    }
    with linker(profiles, kind, whole) as made:
        row: Row = _table(made.inference.predict()).to_pylist()[0]
    return row


def _table(found: Any) -> Any:
    return found.as_duckdbpyrelation().arrow().read_all()
