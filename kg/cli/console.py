"""Messages to people: everything that is not data, on stderr."""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

import click

# Terminals obey control characters; an article must not be able to move the cursor or rename the window.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """``text`` with control characters and direction overrides, which a terminal would obey, made visible."""
    return _CONTROL.sub("\ufffd", text)


def on_terminal(stream: Any) -> bool:
    """Whether ``stream`` is a terminal that a person looks at."""
    return bool(stream.isatty()) and os.environ.get("TERM") != "dumb"


def counted(number: int, one: str, many: str = "") -> str:
    """``number`` with what is counted: ``1 file``, ``2 files``; ``many`` where it is not ``one`` and s."""
    return f"{number} {one if number == 1 else many or one + 's'}"


@dataclass(frozen=True, slots=True)
class Console:
    """How much is said on stderr: errors always, notes unless ``quiet``, details only with ``verbosity``
    above 0.
    """

    quiet: bool = False
    verbosity: int = 0

    @property
    def interactive(self) -> bool:
        """Whether progress may be drawn."""
        return on_terminal(sys.stderr) and not self.quiet

    def error(self, message: str) -> None:
        """Say that something failed."""
        self._say(message, style="red")

    def note(self, message: str) -> None:
        """Say what was done."""
        if not self.quiet:
            self._say(message)

    def detail(self, message: str) -> None:
        """Say how it was done."""
        if self.verbosity:
            self._say(message, style="bright_black")

    def _say(self, message: str, *, style: str | None = None) -> None:
        colour = on_terminal(sys.stderr) and "NO_COLOR" not in os.environ
        click.echo(click.style(printable(message), fg=style) if colour else printable(message), err=True)


def console_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``-q`` and ``-v`` to a command, which receives them as ``console``."""

    @click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
    @click.option("-v", "--verbose", count=True, help="Say more; twice for the log of the libraries.")
    @wraps(command)
    def with_console(*args: Any, quiet: bool, verbose: int, **kwargs: Any) -> Any:
        _log_to_stderr(verbose)
        return command(*args, console=Console(quiet=quiet, verbosity=verbose), **kwargs)

    return with_console


def _log_to_stderr(verbose: int) -> None:
    libraries = logging.DEBUG if verbose > 1 else logging.ERROR
    logging.basicConfig(level=libraries, format="%(name)s: %(message)s", stream=sys.stderr, force=True)
    logging.getLogger("kg").setLevel(logging.INFO if verbose == 1 else logging.NOTSET)
