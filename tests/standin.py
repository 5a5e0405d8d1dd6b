"""A small extractor that is real: every capitalised word that is not the first of its sentence is a person.

It stands in for the language model where a test is about what is done with reports and not about what they
say.
"""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Iterable, Iterator

from kg.engine import Recipe
from kg.errors import ExtractionError, NewsgraphError
from kg.model import Article, Coverage, Mention, Person, Report
from kg.settings import Settings

_NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]+")


def standin(*, workers: int = 1, version: str = "1") -> Recipe:
    """A recipe with the stand-in."""
    return Recipe(Settings(workers=workers, batch_size=4), "tests.standin:Extractor", f"stand-in {version}")


class Extractor:
    """Finds names by their capitals. The word "unreadable" fails, "lethal" kills the process that reads it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def extract(
        self,
        articles: Iterable[Article],
        *,
        on_error: Callable[[NewsgraphError, Article], None] | None = None,
    ) -> Iterator[Report]:
        """Yield the reports in order."""
        for article in articles:
            if "lethal" in article.text:
                os.kill(os.getpid(), signal.SIGKILL)
            if "unreadable" not in article.text:
                yield report(article)
            elif on_error is not None:
                on_error(ExtractionError("unreadable"), article)


def report(article: Article) -> Report:
    """The persons of an article, one for each name."""
    found: dict[str, list[Mention]] = {}
    for match in _NAME.finditer(article.text):
        found.setdefault(match[0], []).append(Mention(match.start(), match.end(), match[0]))
    persons = tuple(Person(f"p{n}", name, tuple(m)) for n, (name, m) in enumerate(found.items(), 1))
    return Report(article, persons, (), (), (), (), (), (), Coverage(article.text.count(".")), "stand-in")


class Missing:
    """An extractor that cannot begin."""

    def __init__(self, settings: Settings) -> None:
        raise ExtractionError(f"the language model {settings.model!r} is not installed")


class Broken:
    """An extractor whose process ends before it begins."""

    def __init__(self, settings: Settings) -> None:
        os._exit(3)
