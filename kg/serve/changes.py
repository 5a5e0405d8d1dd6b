"""Whether the store was written to since it was last looked at."""

from __future__ import annotations

import os
from pathlib import Path
from time import monotonic


class Changes:
    """A fingerprint of the files that every write touches, looked at once in ``seconds`` at most."""

    def __init__(self, location: str, seconds: int) -> None:
        self._directory = Path(location)
        self._seconds = seconds
        self._looked_at: float | None = None
        self._found = ""

    def generation(self) -> str:
        """The fingerprint: another one means another content, or the same content in other files."""
        now = monotonic()
        if self._looked_at is None or now - self._looked_at >= self._seconds:
            self._looked_at = now
            self._found = self._look()
        return self._found

    def look_again(self) -> None:
        """Look at the files with the next question, whatever the time."""
        self._looked_at = None

    def _look(self) -> str:
        found = []
        try:
            with os.scandir(self._directory) as entries:
                for entry in entries:
                    if (
                        entry.name == "CURRENT"
                        or entry.name.startswith("MANIFEST")
                        or entry.name.endswith(".log")
                    ):
                        found.append((entry.name, entry.stat().st_size, entry.stat().st_mtime_ns))
        except OSError:
            return self._found  # a file went while it was looked at; the next look finds the new ones
        return repr(sorted(found))
