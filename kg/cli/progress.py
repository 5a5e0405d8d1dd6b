"""A progress bar on a terminal: articles done, articles per second, time left."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.console import Console

if TYPE_CHECKING:
    from rich.progress import Progress

Advance = Callable[[int], None]


@contextmanager
def articles_progress(
    sources: Sequence[str], columns: Mapping[str, str], console: Console
) -> Iterator[Advance]:
    """Give a function that takes the number of articles done so far; where nobody looks, it does nothing."""
    if not console.interactive:
        yield lambda done: None
        return
    bar = _bar()
    with bar:
        task = bar.add_task("articles", total=None, speed="")

        def advance(done: int) -> None:
            bar.update(task, completed=done)
            speed = bar.tasks[0].speed
            bar.update(task, speed=f"{speed:.1f}/s" if speed else "")

        if all(map(_can_be_read_twice, sources)):
            # The build reads lazily, without knowing how many articles will come; they are counted beside it.
            counting = threading.Thread(
                target=lambda: bar.update(task, total=_count(sources, columns)), daemon=True
            )
            counting.start()
        yield advance


def _can_be_read_twice(source: str) -> bool:
    """Whether ``source`` is a file, a folder or a glob, and not standard input or a pipe."""
    path = Path(source)
    return source != "-" and (path.is_file() or path.is_dir() or not path.exists())


def _bar() -> Progress:
    from rich.console import Console as RichConsole
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[speed]}"),
        TimeRemainingColumn(),
        console=RichConsole(stderr=True),
        transient=True,
    )


def _count(sources: Sequence[str], columns: Mapping[str, str]) -> int:
    from kg.articles import read_articles

    return sum(1 for _ in read_articles(sources, columns=columns, on_error=lambda error: None))
