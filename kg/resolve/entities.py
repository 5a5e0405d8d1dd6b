"""Who and what there is: the entities that references denote, with the roles of people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.resolve.events import Evidence
from kg.resolve.keys import name_key
from kg.resolve.records import EntityKind, Reference, RoleRecord


@dataclass(frozen=True, slots=True)
class RoleFact:
    """A person holds (``former``: held) the office ``title`` of ``of``; either may be ``None``, not both.

    ``first`` and ``last`` are the publication dates of the earliest and the latest article that says so;
    ``since`` and ``until`` come from authority files. Supports are role reports and rows.
    """

    title: str | None
    of: str | None
    former: bool
    acting: bool
    first: str | None
    last: str | None
    since: str | None
    until: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Location:
    """Where a place is; as in :class:`kg.model.Place`."""

    geonames: int | None = None
    country: str | None = None
    country_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or post that one or more articles refer to.

    ``name`` is the name that most references use (of those used as often, one without initials), and
    ``alternatives`` are the others, sorted. ``roles`` belong to people and ``location`` to places.
    """

    kind: EntityKind
    name: str
    alternatives: tuple[str, ...] = ()
    roles: tuple[RoleFact, ...] = ()
    location: Location | None = None


def entity(references: Iterable[Reference], source_of: Callable[[str], str]) -> Entity:
    """The person or organisation that ``references`` (one or more) denote, whatever their order.

    ``source_of`` gives the independent source of an article or authority file.
    """
    members = sorted(references, key=lambda r: r.iri)
    names = Counter(reference.name for reference in members)
    name = min(names, key=lambda n: (" " not in n, n.isupper(), -names[n], _initials(n), n))
    return Entity(
        kind=members[0].kind,
        name=name,
        alternatives=tuple(sorted(names.keys() - {name})),
        roles=role_facts(members, source_of) if members[0].kind == "person" else (),
    )


def _initials(name: str) -> int:
    """How many words of ``name`` are no more than a letter: of names used as often, the fuller one counts."""
    return sum(len(word.rstrip(".")) == 1 for word in name.split())


@dataclass(frozen=True, slots=True)
class _Told:
    """One statement of a role, and the reference that it belongs to."""

    role: RoleRecord
    reference: Reference

    @property
    def from_article(self) -> bool:
        return self.role.since is None and self.role.until is None


def role_facts(references: Iterable[Reference], source_of: Callable[[str], str]) -> tuple[RoleFact, ...]:
    """The roles that ``references`` to one person give: the same office in the same capacity is one fact.

    Terms of office that an authority file tells apart stay apart.
    """
    gathered: defaultdict[tuple[object, ...], list[_Told]] = defaultdict(list)
    for reference in references:
        for role in reference.roles:
            gathered[_office(role)].append(_Told(role, reference))
    facts = (_role_fact(told, source_of) for told in gathered.values())
    return tuple(sorted(facts, key=lambda f: f.evidence.supports))


def _office(role: RoleRecord) -> tuple[object, ...]:
    names = (name_key(role.title or ""), name_key(role.of) if role.of else None)
    return (*names, role.former, role.acting, role.since, role.until)


def _role_fact(told: list[_Told], source_of: Callable[[str], str]) -> RoleFact:
    articles = {t.reference.article for t in told}
    published = [t.reference.published for t in told if t.reference.published and t.from_article]
    role = told[0].role
    return RoleFact(
        title=_most_used(t.role.title for t in told),
        of=_most_used(t.role.of for t in told),
        former=role.former,
        acting=role.acting,
        first=min(published, default=None),
        last=max(published, default=None),
        since=role.since,
        until=role.until,
        evidence=Evidence(
            supports=tuple(sorted(t.role.iri for t in told)),
            articles=len({t.reference.article for t in told if t.from_article}),
            sources=len({source_of(article) for article in articles}),
            confidence=max(t.role.confidence for t in told),
        ),
    )


def _most_used(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda v: (-counts[v], v), default=None)


def place(names: Iterable[str], location: Location, *, is_country: bool) -> Entity:
    """The place that goes by ``names``; a country is called by its own short name."""
    known = set(names)
    name = (location.country if is_country else None) or _plainest(known)
    return Entity("place", name, tuple(sorted(known - {name})), location=location)


def post(names: Iterable[str]) -> Entity:
    """The office that goes by ``names``, which differ in the way they are written."""
    known = set(names)
    name = _plainest(known)
    return Entity("post", name, tuple(sorted(known - {name})))


def _plainest(names: Iterable[str]) -> str:
    """The shortest name that is not all capitals ("Washington", not "WASHINGTON" or "Washington, D.C.")."""
    return min(names, key=lambda n: (n.isupper(), len(n), n))
