"""Records as JSON and back: how they are kept between updates."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from kg.errors import GraphError

Record = TypeVar("Record")


def pack(record: object) -> str:
    """A frozen record as JSON: the values of its fields, in their order."""
    return json.dumps(record, default=_values, ensure_ascii=False, separators=(",", ":"))


def unpack(kind: type[Record], text: str) -> Record:
    """The record of the class ``kind`` that ``text`` was packed from.

    Raises :class:`~kg.errors.GraphError` where the class had other fields then.
    """
    try:
        maker: Any = kind
        record: Record = _maker(maker)(json.loads(text))
    except (ValueError, TypeError) as error:
        raise GraphError(f"a record of another newsgraph ({error}); run: kg resolve") from error
    return record


def _values(record: object) -> list[object]:
    kind: Any = type(record)
    return [getattr(record, name) for name in _names(kind)]


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    """How a value of the type ``kind`` is made from its JSON form."""
    if is_dataclass(kind):
        return _record_maker(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        inner = _maker(arguments[0])
        return tuple if inner is _same else lambda values: tuple(inner(v) for v in values)
    if origin in (Union, UnionType):
        inner = _maker(next(a for a in arguments if a is not type(None)))
        return inner if inner is _same else lambda value: None if value is None else inner(value)
    return _same if origin is Literal or isinstance(kind, type) else _maker(kind.__supertype__)


def _record_maker(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    makers = [_maker(hints[name]) for name in _names(kind)]
    if all(maker is _same for maker in makers):
        return lambda values: kind(*_checked(values, makers))
    return lambda values: kind(*(maker(v) for maker, v in zip(makers, _checked(values, makers), strict=True)))


def _checked(values: list[Any], makers: list[Any]) -> list[Any]:
    if len(values) != len(makers):
        raise ValueError(f"{len(values)} fields instead of {len(makers)}")
    return values


def _same(value: Any) -> Any:
    return value
