"""What a reader makes of one time in the text, before it becomes a span of the parsed document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kg.extract.times.calendar import Tense
from kg.model import Basis


@dataclass(frozen=True, slots=True)
class Reading:
    """A time at the precision told: ``start`` and, of a range, ``end``; ``future_start`` where the tense must
    decide.
    """

    start: str
    basis: Basis
    confidence: float
    end: str | None = None
    future_start: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader may lean on: the publication date, the tense at the time's place, and the day told of
    last before it.
    """

    published: date | None
    tense: Callable[[], Tense | None]
    last_day: Callable[[], date | None]
