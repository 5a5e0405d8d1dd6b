"""Saved queries: ``.rq`` files whose ``#+`` header says what they ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

import yaml

from kg.errors import QueryError, UnknownQueryError
from kg.query.parameters import Parameter, find_parameters
from kg.resources import resource_dir

SUFFIX: Final = ".rq"


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A question to the graph: SPARQL with parameters, and what it is for, in English.

    ``name`` is what it is called by, ``summary`` the question in one line, ``text`` the whole file, header
    included.
    """

    name: str
    text: str
    summary: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    params: tuple[Parameter, ...] = ()


def parse_query(text: str, *, name: str = "query") -> SavedQuery:
    """A query from its text. Raises :class:`~kg.errors.QueryError` where its header is not as expected."""
    header = _header(text, name)
    help = header.get("params") or {}
    tags = header.get("tags") or ()
    if not isinstance(help, Mapping) or not isinstance(tags, list | tuple):
        raise QueryError("in the header, 'params' maps names to text and 'tags' is a list", query=name)
    return SavedQuery(
        name=name,
        text=text,
        summary=" ".join(str(header.get("summary") or "").split()),
        description=str(header.get("description") or "").strip(),
        tags=tuple(map(str, tags)),
        params=find_parameters(text, {str(key): str(value) for key, value in help.items()}),
    )


def _header(text: str, name: str) -> Mapping[str, Any]:
    """The YAML of the lines that begin with ``#+``; every other line is left empty, so that line numbers stay
    right.
    """
    lines = [line[2:].removeprefix(" ") if line.startswith("#+") else "" for line in text.splitlines()]
    try:
        header = yaml.safe_load("\n".join(lines))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise QueryError(f"the header is not YAML ({error.problem})", query=name, line=line) from error
    except yaml.YAMLError as error:
        raise QueryError(f"the header is not YAML ({error})", query=name) from error
    if header is not None and not isinstance(header, Mapping):
        raise QueryError("the header has no 'key: value' lines", query=name)
    return header or {}


def read_query(path: Path) -> SavedQuery:
    """The query in the file ``path``, under the file's name. Raises :class:`~kg.errors.QueryError`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"is not UTF-8 (byte {error.start})", query=str(path)) from error
    except OSError as error:
        raise QueryError(f"cannot be read ({error.strerror})", query=str(path)) from error
    return parse_query(text, name=path.stem)


def load_queries(folder: Path | None = None) -> dict[str, SavedQuery]:
    """The queries in ``folder`` (default: those that newsgraph comes with) by name, in the order of their
    names.
    """
    return {path.stem: read_query(path) for path in _files(folder)}


def find_query(name: str, folder: Path | None = None) -> SavedQuery:
    """The saved query ``name``, or the query in the file of this name.

    Raises :class:`~kg.errors.UnknownQueryError`, with the closest names, where there is neither.
    """
    if name.endswith(SUFFIX) or "/" in name:
        return read_query(Path(name))
    files = {path.stem: path for path in _files(folder)}
    if name in files:
        return read_query(files[name])
    close = get_close_matches(name, files, n=3)
    advice = f"did you mean {' or '.join(close)}?" if close else "list them with: kg queries"
    raise UnknownQueryError(f"there is no saved query of this name; {advice}", query=name)


def _files(folder: Path | None) -> list[Path]:
    return sorted((folder or resource_dir("queries")).glob("*" + SUFFIX))
