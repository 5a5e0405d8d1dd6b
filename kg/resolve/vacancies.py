"""Offices without a name: which of them an update must ask again who held them.

Holders near in time show who held an office, so both are found by office and year. An office whose country is
only guessed counts or not by what all articles say of the person.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Final

from kg.resolve.office_names import is_acting, office_key
from kg.resolve.offices import Holding, Vacancy, holders, holdings, is_borne_out
from kg.resolve.records import STATED, MeetingReport, Reference
from kg.resolve.tellings import Inference, Telling

_YEARS: Final = 2
"""How many years before and after may show who held an office (730 days, :mod:`kg.resolve.offices`)."""


def holding_keys(reference: Reference) -> frozenset[str]:
    """The keys under which the offices are found that ``reference`` is said to hold."""
    return frozenset(_held(holding) for holding in holdings(reference, ""))


def guessed_keys(reference: Reference) -> frozenset[str]:
    """Those of :func:`holding_keys` of which only the words around tell the country: whether they show a
    holder hangs on all else that is said of the person.
    """
    guessed = {role.iri for role in reference.roles if role.confidence < STATED}
    return frozenset(_held(holding) for holding in holdings(reference, "") if holding.iri in guessed)


def _held(holding: Holding) -> str:
    if holding.since is not None or holding.until is not None:
        return f"held:{holding.office}"
    return f"held:{holding.office}@{(holding.published or '')[:4]}"


def vacancies(report: MeetingReport) -> Iterator[Vacancy]:
    """The offices that take part without a name, on the day of the meeting or else of the publication; not
    those in which somebody is only acting, whom those who hold them do not show.
    """
    when = report.start or report.published
    for participation in report.participations:
        title = participation.title if participation.kind == "office" else None
        if title is not None and when is not None and not is_acting(title):
            yield Vacancy(participation.iri, title, participation.of, when)


def vacancy_keys(report: MeetingReport) -> frozenset[str]:
    """The keys under which the report is found when a holding changes that may show who held its offices."""
    return frozenset(key for vacancy in vacancies(report) for key in _asked(vacancy))


def _asked(vacancy: Vacancy) -> list[str]:
    """The keys of the holdings that may answer."""
    office = office_key(vacancy.title, vacancy.of)
    if office is None:
        return []
    year = int(vacancy.date[:4])
    near = range(year - _YEARS, year + _YEARS + 1)
    return [f"held:{office}", *(f"held:{office}@{y:04}" for y in near)]


def find_holders(
    reports: Iterable[MeetingReport],
    find: Callable[[Collection[str]], Iterable[Reference]],
    person_of: Callable[[Collection[str]], Mapping[str, str]],
    members_of: Callable[[Collection[str]], Mapping[str, Collection[Reference]]],
) -> dict[str, Inference]:
    """Who held the offices without a name in ``reports``, by participation.

    ``find`` gives the references with one of some keys, ``person_of`` the persons that references denote, and
    ``members_of`` all references that denote each of some persons.
    """
    asked = [vacancy for report in reports for vacancy in vacancies(report)]
    by_office: dict[str, set[str]] = {}
    for vacancy in asked:
        office = office_key(vacancy.title, vacancy.of)
        if office is not None:
            by_office.setdefault(office, set()).update(_asked(vacancy))

    def known(offices: Collection[str]) -> Iterator[Holding]:
        keys = {key for office in offices for key in by_office[office]}
        references = list(find(keys))
        persons = person_of([r.iri for r in references])
        members = members_of({persons[r.iri] for r in references if not guessed_keys(r).isdisjoint(keys)})
        for reference in references:
            person = persons[reference.iri]
            said = {role.iri: role for role in reference.roles}
            for holding in holdings(reference, person):
                if holding.office in offices and is_borne_out(said[holding.iri], members.get(person, ())):
                    yield holding

    return holders(asked, known)


def has_changed(telling: Telling, found: Mapping[str, Inference]) -> bool:
    """Whether somebody else is ``found`` to have held an office than the telling has."""
    return any(actor.holder != found.get(actor.statement) for actor in telling.actors)
