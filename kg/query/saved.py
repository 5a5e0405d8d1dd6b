"""Saved queries: ``.rq`` files whose ``#+`` header says what they ask."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from kg.errors import QueryError, UnknownQueryError
from kg.query.header import read_header
from kg.query.parameters import Parameter, check_values, find_parameters
from kg.resources import resource_dir
from kg.store.binding import outline

SUFFIX: Final = ".rq"
_FORMS: Final = ("SELECT", "CONSTRUCT", "DESCRIBE", "ASK")


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A question to the graph: SPARQL with parameters, and what it is for, in English.

    ``name`` is what it is called by, ``summary`` the question in one line, ``text`` the whole file, header
    included. ``pagination`` is the number of rows of a page, where the query comes in pages.
    """

    name: str
    text: str
    summary: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    params: tuple[Parameter, ...] = ()
    pagination: int | None = None

    @property
    def form(self) -> str:
        """What kind of query it is: ``SELECT``, ``CONSTRUCT``, ``DESCRIBE`` or ``ASK``; empty for none."""
        return next((word for word, _ in outline(self.text) if word in _FORMS), "")


def parse_query(text: str, *, name: str = "query", source: str = "") -> SavedQuery:
    """A query from its text. Raises :class:`~kg.errors.QueryError` where its header is not as expected;
    ``source`` is what the message calls it, by default ``name``.
    """
    source = source or name
    header = read_header(text, source)
    params = find_parameters(text, header)
    for parameter in (*header.help, *header.defaults, *header.choices):
        if parameter not in {p.name for p in params}:
            raise QueryError(f"the header speaks of {parameter!r}, which is no parameter of it", query=source)
    check_values(source, params)
    query = SavedQuery(
        name=name,
        text=text,
        summary=header.summary,
        description=header.description,
        tags=header.tags,
        params=params,
        pagination=header.pagination,
    )
    if query.pagination is not None and query.form == "ASK":
        raise QueryError("yes or no has no pages; leave 'pagination' out of the header", query=source)
    return query


def read_query(path: Path) -> SavedQuery:
    """The query in the file ``path``, under the file's name. Raises :class:`~kg.errors.QueryError`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"is not UTF-8 (byte {error.start})", query=str(path)) from error
    except OSError as error:
        raise QueryError(f"cannot be read ({error.strerror})", query=str(path)) from error
    return parse_query(text, name=path.stem, source=str(path))


def load_queries(folder: Path | None = None) -> dict[str, SavedQuery]:
    """The queries in ``folder`` (default: those that newsgraph comes with) by name, in the order of their
    names. Raises :class:`~kg.errors.QueryError` where there is no such folder.
    """
    return {path.stem: read_query(path) for path in _files(folder)}


def all_queries(own: Path | None = None) -> dict[str, SavedQuery]:
    """The queries that newsgraph comes with and those in the folder ``own``, by name, in the order of their
    names. A query of one's own goes before a shipped one of the same name.
    """
    found = load_queries() | (load_queries(own) if own is not None else {})
    return {name: found[name] for name in sorted(found)}


def find_query(name: str, own: Path | None = None) -> SavedQuery:
    """The saved query ``name``, from the folder ``own`` or else of those that newsgraph comes with, or the
    query in the file of this name.

    Raises :class:`~kg.errors.UnknownQueryError`, with the closest names, where there is none.
    """
    if name.endswith(SUFFIX) or "/" in name:
        return read_query(Path(name))
    files = {path.stem: path for path in (*_files(None), *(_files(own) if own is not None else ()))}
    if name in files:
        return read_query(files[name])
    close = get_close_matches(name, files, n=3)
    advice = f"did you mean {' or '.join(close)}?" if close else "list them with: kg queries"
    raise UnknownQueryError(f"there is no saved query of this name; {advice}", query=name)


def _files(folder: Path | None) -> list[Path]:
    if folder is not None and not folder.is_dir():
        raise QueryError("there is no such folder of queries", query=str(folder))
    return sorted((folder or resource_dir("queries")).glob("*" + SUFFIX))
