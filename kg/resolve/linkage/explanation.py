"""Why two references are one thing, or are not: Splink's own figures, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.resolve.linkage.agreement import at_odds
from kg.resolve.linkage.model import Model, shipped_model
from kg.resolve.linkage.profiles import KINDS, LinkedKind, Profile, profiles_of
from kg.resolve.linkage.scoring import Row, comparison
from kg.resolve.records import Reference


@dataclass(frozen=True, slots=True)
class Field:
    """What one comparison says: ``level`` in words, and its ``weight`` in bits, that for the rarity of the
    value (``rarity``) included.
    """

    name: str
    level: str
    weight: float
    rarity: float = 0.0


@dataclass(frozen=True, slots=True)
class Explanation:
    """How two references compare: ``weight`` is the sum of ``prior`` and the fields' weights (bits, base 2
    logarithm of the odds), ``probability`` the same as 0..1, ``threshold`` what is needed to join.

    ``contradiction`` says that the names cannot belong to one thing, which no weight outweighs.
    """

    one: str
    other: str
    prior: float
    fields: tuple[Field, ...]
    weight: float
    probability: float
    threshold: float
    contradiction: bool = False

    def __str__(self) -> str:
        lines = [f"{self.one} / {self.other}: weight {self.weight:.1f}, probability {self.probability:.3f}"]
        lines += [f"  {self.prior:+6.1f}  before anything is compared"]
        lines += [f"  {field.weight:+6.1f}  {field.name}: {field.level}" for field in self.fields]
        if self.contradiction:
            lines.append("  the names contradict each other: never joined, whatever the weight")
        return "\n".join(lines)


def explain(one: Reference, other: Reference, model: Model | None = None) -> Explanation | None:
    """How ``one`` and ``other`` compare by ``model`` (default: the shipped one), each taken alone.

    ``None`` for references of two kinds, and for places and posts, which are not compared.
    """
    made = model or shipped_model()
    kind = next((k for k in KINDS if one.kind == k == other.kind), None)
    if kind is None:
        return None
    a, b = sorted(profiles_of([one, other], {one.iri, other.iri}), key=lambda profile: profile.id != one.iri)
    return _explanation((a, b), comparison([a, b], kind, made.settings[kind]), made, kind)


def _explanation(pair: tuple[Profile, Profile], row: Row, model: Model, kind: LinkedKind) -> Explanation:
    settings = model.settings[kind]
    fields = tuple(_field(compared, row) for compared in settings["comparisons"])
    one, other = pair
    return Explanation(
        one=one.name,
        other=other.name,
        prior=row["match_weight"] - sum(field.weight for field in fields),
        fields=fields,
        weight=row["match_weight"],
        probability=row["match_probability"],
        threshold=model.points[kind].threshold,
        contradiction=at_odds(one.variant, other.variant),
    )


def _field(compared: Mapping[str, Any], row: Row) -> Field:
    name = compared["output_column_name"]
    rarity = row.get(f"mw_tf_adj_{name}") or 0.0
    return Field(name, _level(compared, row[f"gamma_{name}"]), row[f"mw_{name}"] + rarity, rarity)


def _level(compared: Mapping[str, Any], gamma: int) -> str:
    """The words for the level that Splink numbers ``gamma``: -1 for nothing to compare, else from the last up
    to the first.
    """
    levels = compared["comparison_levels"]
    empty = [level for level in levels if level.get("is_null_level")]
    graded = [level for level in levels if not level.get("is_null_level")]
    chosen = empty[0] if gamma < 0 else graded[len(graded) - 1 - gamma]
    return str(chosen["label_for_charts"])
