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
    query_seconds: int = _setting(
        60, "Seconds that kg serve lets a query work, and lets one wait for its turn; then it is stopped."
    )
    query_processes: int = _setting(0, "Queries that kg serve answers at once; 0 takes two per core.")
    query_megabytes: int = _setting(2_000, "Memory, in megabytes, that a query process of kg serve may take.")
    max_rows: int = _setting(1_000_000, "Rows that an answer of kg serve may have; one with more breaks off.")
    max_body: int = _setting(1_000_000, "Bytes that the body of a request to kg serve may have.")
    max_waiting: int = _setting(100, "Queries that may wait for their turn in kg serve.")
    max_connections: int = _setting(500, "Connections that kg serve holds at once.")
    client_seconds: int = _setting(
        15, "Seconds that kg serve waits for a client to send its request, or to take a part of an answer."
    )
    refresh_seconds: int = _setting(
        2, "Seconds after which kg serve looks at the earliest whether the store was written to."
    )

    @classmethod
    def help(cls) -> dict[str, str]:
        """The help text of each setting by its name."""
        return {f.name: f.metadata["help"] for f in fields(cls)}
