"""References under one name, in one year and one office, as one row for comparison.

Comparing every reference with every other of its name would take the square of their number: most of them
say the same, so they are put together first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final, Literal

from kg.resolve.linkage import organizations, people
from kg.resolve.linkage.offices import Offices, offices_of
from kg.resolve.linkage.organizations import OrganizationName, organization_name, stands_for_many
from kg.resolve.linkage.people import PersonName, person_name
from kg.resolve.records import Reference

LinkedKind = Literal["person", "organization"]
KINDS: Final[tuple[LinkedKind, ...]] = ("person", "organization")

Variant = tuple[PersonName | OrganizationName, tuple[str, ...]]
"""A name in its parts, and (of organisations) the other names that its article has."""

_OPEN: Final = "9999"


@dataclass(frozen=True, slots=True)
class Profile:
    """References that are one thing before any comparison: ``references`` are their IRIs, sorted, and
    ``name`` is the name of the first of them.

    ``first`` and ``last`` are the years of which they speak; ``countries`` those of their articles, ``sole``
    the country of articles that name no other; ``fellows`` who meets them, ``aliases`` the other names of an
    organisation, as they are compared, and ``sounds`` what its names sound like. ``authority`` is the file
    that says from when to when they held offices.
    """

    references: tuple[str, ...]
    kind: LinkedKind
    name: str
    parts: PersonName | OrganizationName
    offices: Offices = Offices()
    first: int | None = None
    last: int | None = None
    countries: tuple[str, ...] = ()
    sole: str | None = None
    fellows: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    sounds: frozenset[str] = frozenset()
    authority: str | None = None

    @property
    def variant(self) -> Variant:
        """The name with its aliases, as :func:`name_variant` has them."""
        return (self.parts, self.aliases)

    @property
    def id(self) -> str:
        """What names the profile: the smallest IRI of its references."""
        return self.references[0]


def name_sounds(reference: Reference) -> frozenset[str]:
    """The sounds by which references find each other, of a person's surname or an organisation's names."""
    if reference.kind == "person":
        return people.sounds(person_name(reference.name))
    names = (reference.name, *_short_forms(reference))
    return frozenset().union(*(organizations.sounds(organization_name(name)) for name in names))


def name_variant(reference: Reference) -> Variant:
    """The name of ``reference`` in its parts, with its aliases: all by which names are held against each
    other.
    """
    if reference.kind == "person":
        return (person_name(reference.name), ())
    return (organization_name(reference.name), _aliases(reference))


def profiles_of(references: Iterable[Reference], apart: Collection[str] = ()) -> list[Profile]:
    """The profiles of people and organisations among ``references``, by their ids; independent of the order.

    References whose IRI is in ``apart`` (people have judged them) stay alone.
    """
    groups: defaultdict[tuple[Any, ...], list[Reference]] = defaultdict(list)
    for reference in references:
        alone = reference.iri if reference.iri in apart else ""
        groups[(alone, *_likeness(reference))].append(reference)
    return sorted((_profile(group) for group in groups.values()), key=lambda profile: profile.id)


def _likeness(reference: Reference) -> tuple[Any, ...]:
    """What references of one profile have in common."""
    variant = name_variant(reference)
    if isinstance(variant[0], OrganizationName) and stands_for_many(variant[0]):
        return (reference.kind, variant, reference.iri)
    setting = reference.countries if isinstance(variant[0], OrganizationName) and variant[0].general else ()
    return (reference.kind, variant, offices_of(reference.roles), _years(reference), setting)


def _profile(group: list[Reference]) -> Profile:
    ordered = sorted(group, key=lambda reference: reference.iri)
    first = ordered[0]
    person = first.kind == "person"
    years = _years(first)
    soles = {r.countries[0] for r in ordered if len(r.countries) == 1}
    return Profile(
        references=tuple(reference.iri for reference in ordered),
        kind="person" if person else "organization",
        name=first.name,
        parts=person_name(first.name) if person else organization_name(first.name),
        offices=offices_of(first.roles) if person else Offices(),
        first=years[0],
        last=years[1],
        countries=tuple(sorted({code for reference in ordered for code in reference.countries})),
        sole=min(soles) if len(soles) == 1 else None,
        fellows=tuple(sorted({person_name(name).surname for r in ordered for name in r.fellows})),
        aliases=() if person else _aliases(first),
        sounds=name_sounds(first),
        authority=first.article if any(role.since for role in first.roles) else None,
    )


def _years(reference: Reference) -> tuple[int | None, int | None]:
    """The years of which a reference speaks: that of its article, or those in office of an authority file."""
    terms = [role for role in reference.roles if role.since]
    dates = [date for role in terms for date in (role.since, role.until or _OPEN) if date]
    if not dates and reference.published:
        dates = [reference.published]
    years = sorted(int(date[:4]) for date in dates if date[:4].isdigit())
    return (years[0], years[-1]) if years else (None, None)


def _aliases(reference: Reference) -> tuple[str, ...]:
    """All names of an organisation in its article, as they are compared."""
    return tuple(sorted({organization_name(name).key for name in _short_forms(reference)}))


def _short_forms(reference: Reference) -> list[str]:
    """The other names of an organisation that are names in their own right."""
    return [name for name in reference.forms if not organization_name(name).general]
