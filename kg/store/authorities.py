"""The authority files that a store holds: each a graph of its own, named for its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, serialize

from kg.errors import AuthorityError, NotFoundError
from kg.graph import vocabulary as v
from kg.graph.authority import read_authority
from kg.graph.authority_graph import authority_iri, authority_quads
from kg.resolve.authority import people
from kg.store.contract import Store


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority file in a store: its IRI, the name it was given under, and how many people and roles
    (rows) it has.
    """

    iri: str
    name: str
    people: int
    roles: int


def authorities(store: Store) -> list[Authority]:
    """The authority files of ``store``, in the order of their names."""
    found = []
    for iri in store.authorities():
        names = (q.object for q in store.match(NamedNode(iri), v.NAME, graph=iri))
        name = next((n.value for n in names if isinstance(n, Literal)), "")
        found.append(
            Authority(iri, name, _count(store, v.AuthorityPerson, iri), _count(store, v.AuthorityRole, iri))
        )
    return sorted(found, key=lambda a: (a.name, a.iri))


def add_authority(
    store: Store,
    path: Path,
    *,
    name: str | None = None,
    on_error: Callable[[AuthorityError], None] | None = None,
) -> Authority:
    """Put the authority file ``path`` into ``store`` under ``name`` (default: that of the file), in the place
    of what it said before. The merged graph does not show it until it is brought up to date.

    A row that is not right goes to ``on_error``, as in :func:`kg.graph.authority.read_authority`; raises
    :class:`~kg.errors.AuthorityError` where the file cannot be read or has no row.
    """
    tenures = read_authority(str(path), on_error=on_error)
    if not tenures:
        raise AuthorityError("has no row that could be read", source=str(path))
    called = name or path.name
    iri = authority_iri(called)
    known = people(tenures, authority=iri)
    store.replace(serialize(authority_quads(called, known), format=RdfFormat.N_QUADS) or b"")
    return Authority(iri, called, len(known), sum(len(person.roles) for person in known))


def remove_authority(store: Store, name: str) -> Authority:
    """Take the authority file ``name`` (or with this IRI) out of ``store``; the merged graph shows it until
    it is brought up to date.

    Raises :class:`~kg.errors.NotFoundError` where there is none.
    """
    for authority in authorities(store):
        if name in (authority.name, authority.iri):
            store.drop(authority.iri)
            return authority
    raise NotFoundError(
        f"holds no authority file {name!r}; kg authority list shows them", path=store.location, name=name
    )


def _count(store: Store, kind: NamedNode, graph: str) -> int:
    return sum(1 for _ in store.match(None, v.RDF_TYPE, kind, graph))
