"""What goes between this process and its workers: JSON in frames with their length, no pickles."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, BinaryIO, Final

from kg.engine.reading import Reading, Recipe
from kg.model import Article
from kg.settings import Settings

_LENGTH_BYTES: Final = 8


def send(stream: BinaryIO, message: Any) -> None:
    """Write one message. Raises :class:`BrokenPipeError` where the other side is gone."""
    data = json.dumps(message).encode()
    stream.write(len(data).to_bytes(_LENGTH_BYTES, "big") + data)
    stream.flush()


def receive(stream: BinaryIO) -> Any:
    """Read one message. Raises :class:`EOFError` where the other side is gone, also in the middle of one."""
    length = int.from_bytes(_read(stream, _LENGTH_BYTES), "big")
    return json.loads(_read(stream, length))


def _read(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError("the other side is gone")
    return data


def recipe_to_json(recipe: Recipe) -> Any:
    """A recipe as JSON."""
    return asdict(recipe)


def recipe_from_json(data: Any) -> Recipe:
    """The recipe that :func:`recipe_to_json` made ``data`` of."""
    return Recipe(Settings(**data["settings"]), data["extractor"], data["fingerprint"])


def articles_to_json(articles: Sequence[Article]) -> Any:
    """Articles as JSON; a date keeps apart from a date-time."""
    return [{**asdict(article), "published": _to_text(article.published)} for article in articles]


def articles_from_json(data: Any) -> list[Article]:
    """The articles that :func:`articles_to_json` made ``data`` of."""
    return [Article(**{**fields, "published": _from_text(fields["published"])}) for fields in data]


def readings_to_json(readings: Sequence[Reading]) -> Any:
    """Readings as JSON, without their articles, which the other side still has."""
    return [[r.nquads.decode() if r.nquads is not None else None, r.problem] for r in readings]


def readings_from_json(data: Any, articles: Sequence[Article]) -> list[Reading]:
    """The readings that :func:`readings_to_json` made ``data`` of, of these ``articles``."""
    return [
        Reading(article, None if nquads is None else nquads.encode(), problem)
        for article, (nquads, problem) in zip(articles, data, strict=True)
    ]


def _to_text(published: date | datetime | None) -> str | None:
    return None if published is None else published.isoformat()


def _from_text(text: str | None) -> date | datetime | None:
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
