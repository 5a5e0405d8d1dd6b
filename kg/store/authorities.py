"""The authority files of a store: who held which office, by files that the user gave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode, RdfFormat, serialize

from kg.errors import StoreError
from kg.graph import vocabulary as v
from kg.graph.authority_graph import authority_iri, authority_quads
from kg.resolve.authority import Tenure, people
from kg.store.contract import Store
from kg.store.merging import bring_up_to_date


@dataclass(frozen=True, slots=True)
class StoredAuthority:
    """An authority file in a store: its IRI, the name it was given under, and how many people and offices
    (one for each term) it names.
    """

    iri: str
    name: str
    people: int
    offices: int


def add_authority(store: Store, name: str, tenures: Iterable[Tenure]) -> StoredAuthority:
    """Store the rows of the authority file ``name``, in the place of those it had before, and bring the
    merged graph up to date.

    Raises :class:`~kg.errors.StoreError` where there are no rows.
    """
    iri = authority_iri(name)
    known = people(tenures, authority=iri)
    if not known:
        raise StoreError(f"{name} names nobody; give a file with at least one row", path=store.location)
    store.replace(serialize(authority_quads(name, known), format=RdfFormat.N_QUADS) or b"")
    bring_up_to_date(store)
    return _stored(store, iri)


def authorities(store: Store) -> list[StoredAuthority]:
    """The authority files of ``store``, by name."""
    return sorted((_stored(store, iri) for iri in store.authorities()), key=lambda a: a.name)


def remove_authority(store: Store, name: str) -> None:
    """Take out the authority file ``name`` (or with this IRI), and every inference that rests on it alone.

    Raises :class:`~kg.errors.StoreError` where there is none.
    """
    found = [a for a in authorities(store) if name in (a.name, a.iri)]
    if not found:
        raise StoreError(f"holds no authority file {name!r}", path=store.location)
    store.drop(found[0].iri)
    bring_up_to_date(store)


def _stored(store: Store, iri: str) -> StoredAuthority:
    names = store.match(NamedNode(iri), v.NAME, graph=iri)
    return StoredAuthority(
        iri=iri,
        name=next(quad.object.value for quad in names),  # type: ignore[union-attr]
        people=sum(1 for _ in store.match(predicate=v.RDF_TYPE, object=v.AuthorityPerson, graph=iri)),
        offices=sum(1 for _ in store.match(predicate=v.RDF_TYPE, object=v.AuthorityRole, graph=iri)),
    )
