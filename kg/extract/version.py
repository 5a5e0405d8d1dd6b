"""Which extractor this is, told without loading it."""

from __future__ import annotations

from typing import Final

from kg.extract.language_model import model_version
from kg.settings import Settings

RULES: Final = "12"
"""Version of the components; raised when they give other reports, so that stored articles are read again."""


def fingerprint(settings: Settings) -> str:
    """A text that changes whenever the same article may give another report."""
    return f"{model_version(settings.model)}; rules {RULES}"
