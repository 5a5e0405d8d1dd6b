"""An authority file as a graph of its own: who held which office, row by row, as the user gave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import literals
from kg.graph import vocabulary as v
from kg.graph.identifiers import AUTHORITY_PREFIX
from kg.resolve import Reference, RoleRecord

_DIGITS: Final = 32


def authority_iri(name: str) -> str:
    """The IRI of the authority file that is called ``name``, and of its graph: a file that is given again
    takes the place of what it said before.
    """
    return AUTHORITY_PREFIX + sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def is_authority(iri: str) -> bool:
    """Whether ``iri`` is that of an authority file, or of something in it."""
    return iri.startswith(AUTHORITY_PREFIX)


def authority_quads(name: str, people: Iterable[Reference]) -> Iterator[Quad]:
    """The graph of the authority file ``name``; ``people`` are its people with their offices
    (:func:`kg.resolve.authority.people`).
    """
    graph = NamedNode(authority_iri(name))
    yield Quad(graph, v.RDF_TYPE, v.Authority, graph)
    yield Quad(graph, v.NAME, literals.text(name), graph)
    for person in people:
        node = NamedNode(person.iri)
        yield Quad(node, v.RDF_TYPE, v.AuthorityPerson, graph)
        yield Quad(node, v.NAME, literals.text(person.name), graph)
        for role in person.roles:
            for predicate, value in _role(role, node):
                yield Quad(NamedNode(role.iri), predicate, value, graph)


def _role(role: RoleRecord, person: NamedNode) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    yield v.RDF_TYPE, v.AuthorityRole
    yield v.PERSON, person
    yield v.TITLE, literals.text(role.title)
    if role.of is not None:
        yield v.OF, literals.text(role.of)
    if role.acting:
        yield v.ACTING, literals.TRUE
    if role.since is not None:
        yield v.SINCE, literals.time(role.since)
    if role.until is not None:
        yield v.UNTIL, literals.time(role.until)
