"""A progress bar on a terminal: articles done, articles per second, time left."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
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

        if "-" not in sources:
            # The build reads lazily and does not know how many articles will come, so they are counted beside
            # it. Standard input can be read only once, and shows no time left.
            counting = threading.Thread(
                target=lambda: bar.update(task, total=_count(sources, columns)), daemon=True
            )
            counting.start()
        yield advance


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
