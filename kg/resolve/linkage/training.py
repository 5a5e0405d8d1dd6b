"""Settings fitted to a store: how much office, time and surroundings tell in these articles.

The weights of names are not fitted: they say how names are written, of which a single store shows too little.
Of the others Splink estimates the chances among unlike pairs (u) from a random sample of profiles, and those
among like pairs (m) by expectation maximisation over the references that have the same full name. That
estimate is sure of itself: a level that it never saw comes out as impossible. So a weight moves at most
:data:`LARGEST_STEP` bits away from the one it starts from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log2
from typing import Any, Final

from kg.resolve.linkage.model import Model, shipped_model
from kg.resolve.linkage.profiles import KINDS, LinkedKind, profiles_of
from kg.resolve.linkage.scoring import linker
from kg.resolve.records import Reference

LARGEST_STEP: Final = 1.0
"""How far (in bits) a weight may move in one training."""

_SAME_NAME: Final[Mapping[LinkedKind, str]] = {
    "person": "l.surname = r.surname and l.given = r.given",
    "organization": "l.name = r.name",
}
_FITTED: Final = frozenset({"office", "time", "setting", "company"})
_PAIRS: Final = 300_000
_SAMPLED: Final = 2_000_000
_FEWEST: Final = 200
"""With fewer references of a kind the settings of that kind stay as they are."""

_HIGHEST_CHANCE: Final = 0.999


def train(references: Iterable[Reference], model: Model | None = None) -> Model:
    """``model`` (default: the shipped one) fitted to ``references``, all those of a store.

    The outcome does not depend on their order. The operating point stays as it is.
    """
    base = model or shipped_model()
    known = sorted((r for r in references if r.kind in KINDS), key=lambda r: r.iri)
    settings = {
        kind: _trained([r for r in known if r.kind == kind], kind, base.settings[kind]) for kind in KINDS
    }
    return Model(settings, base.points)


def _trained(
    references: Sequence[Reference], kind: LinkedKind, settings: Mapping[str, Any]
) -> Mapping[str, Any]:
    if len(references) < _FEWEST:
        return settings
    with linker(profiles_of(references), kind, settings) as made:
        made.training.estimate_u_using_random_sampling(max_pairs=_SAMPLED, seed=1)
        sampled = made.misc.save_model_to_json()
    # Each reference alone: profiles are pairs that agree, put together before they can be counted.
    alone = profiles_of(references, {reference.iri for reference in references})
    with linker(alone, kind, sampled) as made:
        made.training.estimate_parameters_using_expectation_maximisation(
            _SAME_NAME[kind], max_pairs=_PAIRS, record_sample_proportion=1.0
        )
        estimated = made.misc.save_model_to_json()
    return _moved(settings, estimated)


def _moved(settings: Mapping[str, Any], estimated: Mapping[str, Any]) -> dict[str, Any]:
    """``settings`` with the weights moved towards the estimated ones."""
    new = {comparison["output_column_name"]: comparison for comparison in estimated["comparisons"]}
    comparisons = [
        _moved_comparison(comparison, new[comparison["output_column_name"]])
        if comparison["output_column_name"] in _FITTED
        else comparison
        for comparison in settings["comparisons"]
    ]
    return {**settings, "comparisons": comparisons}


def _moved_comparison(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    levels = zip(old["comparison_levels"], new["comparison_levels"], strict=True)
    return {**old, "comparison_levels": [_moved_level(before, after) for before, after in levels]}


def _moved_level(old: Mapping[str, Any], new: Mapping[str, Any]) -> Mapping[str, Any]:
    """A level with a new weight, written as m over the u that it had: only their quotient counts."""
    if old.get("is_null_level") or not (new.get("m_probability") and new.get("u_probability")):
        return old
    before = log2(old["m_probability"] / old["u_probability"])
    after = log2(new["m_probability"] / new["u_probability"])
    weight = min(max(after, before - LARGEST_STEP), before + LARGEST_STEP)
    m = old["u_probability"] * 2**weight
    scale = min(1.0, _HIGHEST_CHANCE / m)
    return {
        **old,
        "m_probability": round(m * scale, 12),
        "u_probability": round(old["u_probability"] * scale, 12),
    }
