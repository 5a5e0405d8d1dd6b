"""``kg`` on a real pseudo-terminal, for the tests of what people see."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_STYLE = re.compile(r"\x1b\[[0-9;]*m")


def on_terminal(*args: str | Path, width: int = 160, **environment: str) -> tuple[str, int]:
    """What ``kg`` shows, stdout and stderr together, on a terminal of this width, and its exit code."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", *map(str, args)],
        stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT,
        env={**os.environ, "COLUMNS": str(width), "TERM": "xterm-256color", **environment},
    )  # fmt: skip
    os.close(theirs)
    shown = bytearray()
    while chunk := _read(ours):
        shown += chunk
    os.close(ours)
    return shown.decode("utf-8").replace("\r\n", "\n"), process.wait()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other side has closed
        return b""


def plain(shown: str) -> str:
    """``shown`` without colours and the blanks at the ends of lines."""
    return "\n".join(line.rstrip() for line in _STYLE.sub("", shown).splitlines()) + "\n"
