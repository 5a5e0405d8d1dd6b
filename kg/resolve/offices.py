"""Who held an office on a day: from what articles near that day say, and from authority files.

An article says who holds an office when it is published; a row of an authority file, from when to when.
What comes out is an inference that names its basis, never a statement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.resolve.dates import Span, day_of, span_of
from kg.resolve.keys import name_key
from kg.resolve.office_names import is_singular, office_key, title_key
from kg.resolve.records import STATED, Reference, RoleRecord
from kg.resolve.tellings import Inference

_NEAR_DAYS: Final = 180
"""How far the only word on who holds an office may lie from the day that is asked for."""
_BETWEEN_DAYS: Final = 730
"""How far two words that name the same holder may lie before and after it."""
# Shares that were right when the US Secretary of State of a day was worked out from articles alone.
_BY_AUTHORITY: Final = 0.98
_BETWEEN: Final = 0.95
_AFTER_ONE: Final = 0.85


@dataclass(frozen=True, slots=True)
class Vacancy:
    """An office without a name, at a time: ``iri`` names the participation or reference that speaks of it,
    ``date`` is ISO 8601 at the precision known.
    """

    iri: str
    title: str
    of: str | None
    date: str


@dataclass(frozen=True, slots=True)
class Holding:
    """Somebody holds an office, as one ``article`` or authority file says: ``iri`` names the statement,
    ``person`` the entity, ``name`` what the person is called there. The rest is as in
    :class:`~kg.resolve.records.RoleRecord`.
    """

    iri: str
    office: str
    person: str
    name: str
    article: str
    published: str | None
    former: bool = False
    acting: bool = False
    since: str | None = None
    until: str | None = None
    singular: bool = True


def is_borne_out(role: RoleRecord, references: Iterable[Reference]) -> bool:
    """Whether ``role`` may show who held the office, given all ``references`` to the person.

    What an article states may. A country that is only guessed from the words around must be stated elsewhere
    for this title of the person, or be the one of most articles that give the title: a president who visits
    three countries is none of their presidents.
    """
    if role.confidence >= STATED:
        return True
    office = office_key(role.title, role.of)
    title = title_key(role.title)
    given: defaultdict[str | None, set[str]] = defaultdict(set)
    for reference in references:
        for other in reference.roles:
            if other.title and title_key(other.title) == title:
                key = office_key(other.title, other.of)
                if key == office and other.confidence >= STATED:
                    return True
                given[key].add(reference.article)
    articles = set[str]().union(*given.values())
    return 2 * len(given[office]) > len(articles)


Find = Callable[[Collection[str]], Iterable[Holding]]
"""Gives every current holding whose ``office`` is one of the keys."""


def holdings(reference: Reference, person: str) -> Iterator[Holding]:
    """The offices that ``reference``, which denotes the entity ``person``, is said to hold."""
    for role in reference.roles:
        office = office_key(role.title, role.of) if role.title else None
        if office is not None and role.of is not None:
            yield Holding(
                iri=role.iri,
                office=office,
                person=person,
                name=reference.name,
                article=reference.article,
                published=reference.published,
                former=role.former,
                acting=role.acting,
                since=role.since,
                until=role.until,
                singular=is_singular(role.title, role.of),
            )


def holders(vacancies: Iterable[Vacancy], find: Find) -> dict[str, Inference]:
    """The holders of the offices in ``vacancies``, by ``iri``; those that nothing shows are left out.

    A vacancy depends on the holdings of its office alone: when one of them comes or goes, the vacancies with
    that :func:`~kg.resolve.office_names.office_key` are to be asked again.
    """
    asked = [(vacancy, office_key(vacancy.title, vacancy.of)) for vacancy in vacancies]
    known: dict[str, list[Holding]] = {office: [] for _, office in asked if office is not None}
    for holding in find(known.keys()):
        known[holding.office].append(holding)
    found = {}
    for vacancy, office in asked:
        inference = holder(known[office], vacancy.date) if office is not None else None
        if inference is not None:
            found[vacancy.iri] = inference
    return found


def holder(holdings: Sequence[Holding], when: str) -> Inference | None:
    """The one who held the office at ``when`` (ISO 8601 at any precision) as its ``holdings`` show; ``None``
    where none of them does, or where they name several.
    """
    asked = span_of(when)
    told = sorted(holdings, key=lambda h: h.iri)
    rows = [h for h in told if h.since is not None or h.until is not None]
    in_office = [h for h in rows if _covers(h, asked, rows)]
    regular = [h for h in in_office if not h.acting] or in_office
    if regular:
        return _only(regular, _BY_AUTHORITY)
    return _from_articles([h for h in told if h.singular and h not in rows], asked)


def _only(holdings: Sequence[Holding], confidence: float) -> Inference | None:
    """The one person of ``holdings``, if it is one; somebody who is only called by the surname of the other
    is no second one.
    """
    names = {h.person: h.name for h in sorted(holdings, key=lambda h: (len(h.name.split()), h.iri))}
    full = [person for person, name in names.items() if len(name.split()) > 1] or list(names)
    if len(full) != 1 or len({_surname(name) for name in names.values()}) != 1:
        return None
    return Inference(full[0], tuple(sorted({h.iri for h in holdings})), confidence)


def _surname(name: str) -> str:
    return name_key(name).rpartition(" ")[2]


def _covers(row: Holding, asked: Span, rows: Sequence[Holding]) -> bool:
    """Whether the tenure of ``row`` covers the time; without an end it lasts until the next one begins."""
    if row.since is not None and span_of(row.since).first > asked.first:
        return False
    if row.until is not None:
        return span_of(row.until).last >= asked.last
    begins = row.since or ""
    return not any(begins < (other.since or "") <= asked.last.isoformat() for other in rows)


def _from_articles(told: Sequence[Holding], asked: Span) -> Inference | None:
    """The holder named last before the time and first after it, or by one of them near enough."""
    left = {h.person: day_of(h.published) for h in told if h.former and h.published is not None}
    named = [(day_of(h.published), h) for h in _consistent(told) if h.published is not None]
    # Who is called a former holder by then is none any more.
    named = [(d, h) for d, h in named if not (h.person in left and d <= left[h.person] <= asked.first)]
    before = _nearest([(asked.first - d).days for d, _ in named], [h for _, h in named])
    after = _nearest([(d - asked.last).days for d, _ in named], [h for _, h in named])
    if before and after:
        found = _only([*before[1], *after[1]], _BETWEEN)
        if found is not None:
            return found
    near = [side for side in (before, after) if side and side[0] <= _NEAR_DAYS]
    return _only(near[0][1], _AFTER_ONE) if len(near) == 1 else None


def _consistent(told: Sequence[Holding]) -> list[Holding]:
    """The present holders, without the articles that name two for the one office: one of them was misread."""
    people: defaultdict[str, set[str]] = defaultdict(set)
    for holding in told:
        if not holding.former:
            people[holding.article].add(_surname(holding.name))
    return [h for h in told if not h.former and len(people[h.article]) == 1]


def _nearest(distances: Sequence[int], named: Sequence[Holding]) -> tuple[int, list[Holding]] | None:
    """The holdings at the smallest distance that is not negative nor too large, and that distance."""
    reached = [d for d in distances if 0 <= d <= _BETWEEN_DAYS]
    if not reached:
        return None
    return min(reached), [h for d, h in zip(distances, named, strict=True) if d == min(reached)]
