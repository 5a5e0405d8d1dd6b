"""The settings of linkage: Splink's own, one for people and one for organisations, and where to draw the
line.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.errors import NewsgraphError
from kg.resolve.linkage.profiles import KINDS, LinkedKind


@dataclass(frozen=True, slots=True)
class OperatingPoint:
    """When two profiles are taken for one: a match weight (base 2 logarithm of the odds) of at least
    ``threshold``, and at least ``margin`` above the next best rival.
    """

    threshold: float
    margin: float


@dataclass(frozen=True, slots=True)
class Model:
    """Splink's settings and the operating point for each kind."""

    settings: Mapping[LinkedKind, Mapping[str, Any]]
    points: Mapping[LinkedKind, OperatingPoint]


@cache
def shipped_model() -> Model:
    """The model that comes with newsgraph."""
    return parse_model((files("kg.resolve.linkage") / "model.json").read_text(encoding="utf-8"), "model.json")


def read_model(path: Path) -> Model:
    """The model in the JSON file ``path``, as :func:`write_model` writes it.

    Raises :class:`~kg.errors.NewsgraphError` where the file is none.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NewsgraphError(f"{path}: the model of linkage cannot be read: {error}") from error
    return parse_model(text, str(path))


def write_model(model: Model, path: Path) -> None:
    """Write ``model`` to the JSON file ``path``."""
    path.write_text(model_json(model) + "\n", encoding="utf-8")


def model_json(model: Model) -> str:
    """``model`` as JSON, which :func:`parse_model` reads."""
    points = {kind: {"threshold": p.threshold, "margin": p.margin} for kind, p in model.points.items()}
    content: dict[str, Any] = {"operating_point": points}
    content.update({kind: dict(model.settings[kind]) for kind in KINDS})
    return json.dumps(content, indent=1, sort_keys=True)


def parse_model(text: str, source: str) -> Model:
    """The model in the JSON ``text``; ``source`` names it in messages.

    Raises :class:`~kg.errors.NewsgraphError` where it is none.
    """
    try:
        content = json.loads(text)
        points = {kind: OperatingPoint(**content["operating_point"][kind]) for kind in KINDS}
        return Model({kind: content[kind] for kind in KINDS}, points)
    except (ValueError, KeyError, TypeError) as error:
        raise NewsgraphError(
            f"{source}: this is no model of linkage ({error!r}); write one with: kg resolve --train"
        ) from error
