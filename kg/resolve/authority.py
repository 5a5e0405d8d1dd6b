"""Authority files: who held which office from when to when, as rows of a table that the user hands in.

A CSV file (comma, semicolon or tab) has the columns ``person``, ``title``, ``of``, ``from`` and ``to``, in
any order, and perhaps others, which are passed over. ``from`` and ``to`` are ISO 8601 dates (``2001``,
``2001-03``, ``2001-03-20``) or empty: unknown, or still in office. :mod:`kg.graph.authority` reads the same
from RDF.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from kg.errors import AuthorityError
from kg.extract.gazetteer import load_gazetteer
from kg.resolve.dates import span_of
from kg.resolve.keys import name_key
from kg.resolve.records import Reference, RoleRecord

COLUMNS: Final = ("person", "title", "of", "from", "to")
_SEPARATORS: Final = ",;\t"
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv", "v", "md", "m.d", "phd", "ph.d", "esq"})
_LIFETIME: Final = 50
"""Years between two offices after which one name stands for two people."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """A row of an authority file: ``person`` was ``title`` of ``of`` from ``since`` to ``until`` (ISO 8601,
    or ``None`` where it is not known or not over). ``line`` says where it stands, for messages.
    """

    person: str
    title: str
    of: str
    since: str | None
    until: str | None
    line: int | None = None


def read_tenures(
    lines: Iterable[str], *, source: str, on_error: Callable[[AuthorityError], None] | None = None
) -> Iterator[Tenure]:
    """The rows of a CSV file given as its ``lines``; ``source`` names it in messages.

    A row of another width, with an empty name, title or body, a date that is none, or an end before its
    beginning goes to ``on_error`` and the rest is read; without it the first
    :class:`~kg.errors.AuthorityError` is raised, as it is in any case for a missing column.
    """
    rows = iter(lines)
    head = next(rows, "")
    separator = max(_SEPARATORS, key=head.count)
    names = _columns(head, separator, source)
    reader = csv.reader(rows, delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 2
        try:
            cells = next(reader)
            if cells:
                yield _tenure(names, cells, source, line)
        except StopIteration:
            return
        except csv.Error as error:
            raise AuthorityError(f"not CSV: {error}", source=source, line=line) from error
        except AuthorityError as error:
            if on_error is None:
                raise
            on_error(error)


def _columns(head: str, separator: str, source: str) -> list[str]:
    cells = next(csv.reader([head.removeprefix("\ufeff")], delimiter=separator), [])
    names = [name.strip().lower() for name in cells]
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        message = f"no column {', '.join(missing)}; the first line must name {', '.join(COLUMNS)}"
        raise AuthorityError(message, source=source, line=1)
    return names


def _tenure(names: Sequence[str], cells: Sequence[str], source: str, line: int) -> Tenure:
    if len(cells) != len(names):
        raise AuthorityError(
            f"{len(cells)} cells, expected {len(names)} ({', '.join(names)}); quote a cell with a comma",
            source=source,
            line=line,
        )
    row = {name: " ".join(cell.split()) for name, cell in zip(names, cells, strict=True)}
    for name in ("person", "title", "of"):
        if not row[name]:
            raise AuthorityError(f"no {name}; fill it in or take the row out", source=source, line=line)
    person = in_reading_order(row["person"])
    tenure = Tenure(person, row["title"], row["of"], row["from"] or None, row["to"] or None, line)
    check_tenure(tenure, source=source)
    return tenure


def in_reading_order(name: str) -> str:
    """ "Kivi, Aino", as lists have it, is "Aino Kivi"; "Aino Kivi, Jr." stays."""
    surname, comma, given = name.partition(", ")
    turned = comma and given and "," not in given and given.casefold().rstrip(".") not in _SUFFIXES
    return f"{given} {surname}" if turned else name


def check_tenure(tenure: Tenure, *, source: str) -> None:
    """Raise :class:`~kg.errors.AuthorityError` where a date is none or the end lies before the beginning."""
    spans = []
    for value in (tenure.since, tenure.until):
        try:
            spans.append(span_of(value) if value else None)
        except ValueError as error:
            message = f"{value!r} is no date; write it as 2001-03-20, 2001-03 or 2001"
            raise AuthorityError(message, source=source, line=tenure.line) from error
    since, until = spans
    if since is not None and until is not None and until.last < since.first:
        message = f"to {tenure.until} lies before from {tenure.since}"
        raise AuthorityError(message, source=source, line=tenure.line)


def people(tenures: Iterable[Tenure], *, authority: str) -> tuple[Reference, ...]:
    """The people of an authority file as references, sorted: one for each name, unless half a century lies
    between its offices.

    ``authority`` is the IRI of the file, which stands for the article. The IRIs of people and roles rest on
    what the rows say and not on where they stand, so that a row more moves none of them.
    """
    by_name: defaultdict[str, list[Tenure]] = defaultdict(list)
    for tenure in {replace(t, line=None) for t in tenures}:
        by_name[tenure.person].append(tenure)
    found = []
    for own in by_name.values():
        for one in _lives(
            sorted(own, key=lambda t: (t.since or t.until or "", t.title, t.of, t.until or ""))
        ):
            found.append(_reference(one, authority))
    return tuple(sorted(found, key=lambda r: r.iri))


def _lives(tenures: Sequence[Tenure]) -> Iterator[list[Tenure]]:
    """The tenures under one name, parted where it must be another person's."""
    life: list[Tenure] = []
    last = 0
    for tenure in tenures:
        begin = _year(tenure.since or tenure.until)
        if life and begin and last and begin - last > _LIFETIME:
            yield life
            life = []
        life.append(tenure)
        last = max(last, _year(tenure.until or tenure.since))
    yield life


def _year(value: str | None) -> int:
    return int(value[:4]) if value else 0


def _reference(tenures: Sequence[Tenure], authority: str) -> Reference:
    first = tenures[0]
    roles = [_role(tenure, authority) for tenure in tenures]
    return Reference(
        iri=f"{authority}#person-{_digest(first.person, first.since or '')}",
        kind="person",
        name=first.person,
        article=authority,
        roles=tuple(sorted(roles, key=lambda r: r.iri)),
    )


def _role(tenure: Tenure, authority: str) -> RoleRecord:
    words = name_key(tenure.title).split()
    row = (tenure.person, tenure.title, tenure.of, tenure.since or "", tenure.until or "")
    return RoleRecord(
        iri=f"{authority}#role-{_digest(*row)}",
        title=tenure.title,
        of=load_gazetteer().noun_form(tenure.of) or tenure.of,
        acting=words[:1] in (["acting"], ["interim"]) or words[-2:] == ["ad", "interim"],
        since=tenure.since,
        until=tenure.until,
    )


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
