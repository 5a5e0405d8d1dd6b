"""The word lists and tables that this package ships, in ``data/``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_data(name: str) -> dict[str, Any]:
    """The TOML file ``name`` of this package's data; read once and not to be changed."""
    return tomllib.loads((files("kg.extract") / "data" / name).read_text(encoding="utf-8"))
