"""The ``#+`` header of a query file, read as grlc reads it: YAML in comments.

grlc's own keys are ``summary``, ``description``, ``tags``, ``defaults``, ``enumerate``, ``pagination``,
``endpoint``, ``endpoint_in_url``, ``method`` and ``transform``; ``params``, which explains the parameters, is
ours. What grlc knows and newsgraph has no use for is passed over, and so is any other key.
See https://github.com/CLARIAH/grlc#decorator-syntax.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from kg.errors import QueryError

# At most nine digits, so that no engine's count of rows overflows.
_ROWS: Final = re.compile("0*[1-9][0-9]{0,8}")


@dataclass(frozen=True, slots=True)
class Header:
    """What a query file says of itself. ``help``, ``defaults`` and ``choices`` are by the name of a
    parameter; ``pagination`` is the number of rows of a page.
    """

    summary: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    help: Mapping[str, str] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pagination: int | None = None


class _Loader(yaml.BaseLoader):
    """YAML whose values are all text, and whose keys are there once: of two, one would be passed over."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue  # refused by whoever reads the value
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    problem=f"{key.value!r} is there twice; leave one of them out",
                    problem_mark=key.start_mark,
                )
            seen.add(key.value)
        return dict(super().construct_mapping(node, deep=deep))


def read_header(text: str, name: str) -> Header:
    """The header of the query ``name``, whose file is ``text``. Raises :class:`~kg.errors.QueryError`."""
    values = _values(text, name)
    tags = values.get("tags") or []
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise QueryError("in the header, 'tags' is a list of texts", query=name)
    return Header(
        summary=" ".join(_words(values, "summary", name).split()),
        description=_words(values, "description", name).strip(),
        tags=tuple(tags),
        help=_texts(values, "params", name),
        defaults=_texts(values, "defaults", name),
        choices=_choices(values, name),
        pagination=_pagination(values, name),
    )


def _values(text: str, name: str) -> Mapping[str, Any]:
    """The YAML of the lines that begin with ``#+``; every other line is left empty, so that line numbers stay
    right. Every value is text, so that no default is taken for a number, a date or a truth value.
    """
    lines = [line[2:].removeprefix(" ") if line.startswith("#+") else "" for line in text.splitlines()]
    try:
        header = yaml.load("\n".join(lines), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise QueryError(f"the header is not YAML ({error.problem})", query=name, line=line) from error
    except yaml.YAMLError as error:
        raise QueryError(f"the header is not YAML ({error})", query=name) from error
    if header is not None and not isinstance(header, Mapping):
        raise QueryError("the header has no 'key: value' lines", query=name)
    return header or {}


def _by_name(values: Mapping[str, Any], key: str, name: str) -> Mapping[str, Any]:
    """The value of ``key`` as a mapping; grlc writes one as a list of mappings of one name each."""
    given = values.get(key) or {}
    parts = given if isinstance(given, list) else [given]
    if not all(isinstance(part, Mapping) for part in parts):
        raise QueryError(f"in the header, {key!r} maps names of parameters to text", query=name)
    found: dict[str, Any] = {}
    for parameter, value in (pair for part in parts for pair in part.items()):
        if parameter in found:
            raise QueryError(
                f"in the header, {key!r} has {parameter!r} twice; leave one of them out", query=name
            )
        found[str(parameter)] = value
    return found


def _choices(values: Mapping[str, Any], name: str) -> Mapping[str, tuple[str, ...]]:
    given = values.get("enumerate")
    if isinstance(given, list):
        # A bare name has grlc ask the endpoint for the values; the name then has no fixed list.
        values = {"enumerate": [part for part in given if not isinstance(part, str)]}
    found = _by_name(values, "enumerate", name)
    for parameter, choices in found.items():
        if not isinstance(choices, list) or not all(isinstance(choice, str) for choice in choices):
            raise QueryError(
                f"in the header, 'enumerate' has no list of values for {parameter!r}", query=name
            )
    return {parameter: tuple(choices) for parameter, choices in found.items()}


def _pagination(values: Mapping[str, Any], name: str) -> int | None:
    given = values.get("pagination")
    if given is None:
        return None
    if not isinstance(given, str) or not _ROWS.fullmatch(given):
        raise QueryError("in the header, 'pagination' is the number of rows of a page", query=name)
    return int(given)


def _words(values: Mapping[str, Any], key: str, name: str) -> str:
    given = values.get(key) or ""
    if not isinstance(given, str):
        raise QueryError(
            f"in the header, {key!r} is a text; put it in quotes where it has brackets or colons", query=name
        )
    return given


def _texts(values: Mapping[str, Any], key: str, name: str) -> dict[str, str]:
    found = _by_name(values, key, name)
    if not all(isinstance(value, str) for value in found.values()):
        raise QueryError(f"in the header, {key!r} maps names of parameters to text", query=name)
    return dict(found)
