"""All settings in one frozen record: name, default and help. Built once by the caller and passed down, never
global.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any


def _setting(default: Any, help: str) -> Any:
    return field(default=default, metadata={"help": help})


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that a user may make; every field has a default and a ``help`` text in its metadata."""

    model: str = _setting("en_core_web_md", "Installed spaCy pipeline that reads the text.")
    batch_size: int = _setting(32, "Texts that the language model reads at a time.")
    workers: int = _setting(0, "Processes that extract; 0 takes one per core.")
    max_chars: int = _setting(
        10_000_000, "Longest article, in characters; a longer one is refused, never cut."
    )

    @classmethod
    def help(cls) -> dict[str, str]:
        """The help text of each setting by its name."""
        return {f.name: f.metadata["help"] for f in fields(cls)}
