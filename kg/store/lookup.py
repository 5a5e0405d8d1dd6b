"""From what a person types, a name or an IRI, to the entity in the merged graph and the references to it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.errors import NotFoundError
from kg.graph import MERGED_GRAPH, literals
from kg.graph import vocabulary as v
from kg.graph.identifiers import HISTORY_GRAPH, is_iri
from kg.store.contract import Store
from kg.store.particulars import particulars

_KINDS: Final = {**{node: kind for kind, node in v.ENTITY_TYPES.items()}, v.Meeting: "meeting"}
_SHOWN: Final = 10
_NEAR: Final = 5

# A name is found as the saved queries find it: by whole words of it in their order, in any case. Whatever
# means more than itself in a regular expression parts words, in the name as in what is wanted, so none comes
# in that way. There is no STR() of the text, because Virtuoso empties that in a BIND where it has letters
# beyond ASCII.
_BY_NAME: Final = r"""
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?entity ?kind ?exact
WHERE {
  GRAPH <https://w3id.org/newsgraph/graph/merged> { ?entity schema:name|skos:altLabel ?name ; a ?kind . }
  BIND(REPLACE(CONCAT(" ", LCASE(?name), " "), "[-.*+?^$()|{}\\[\\]\\\\ ]+", " ") AS ?plain)
  BIND(REPLACE(CONCAT(LCASE(?wanted), " "), "[-.*+?^$()|{}\\[\\]\\\\ ]+", " (.* )?") AS ?words)
  FILTER(REGEX(?plain, CONCAT(" ", ?words)))
  BIND(?plain = REPLACE(CONCAT(" ", LCASE(?wanted), " "), "[-.*+?^$()|{}\\[\\]\\\\ ]+", " ") AS ?exact)
}
ORDER BY ?entity
"""

# Who shares the last word of a name, for one that is not found.
_BY_LAST_WORD: Final = r"""
PREFIX schema: <https://schema.org/>
SELECT DISTINCT ?called ?kind
WHERE {
  GRAPH <https://w3id.org/newsgraph/graph/merged> { ?entity schema:name ?called ; a ?kind . }
  BIND(REPLACE(CONCAT(" ", LCASE(?called), " "), "[-.*+?^$()|{}\\[\\]\\\\ ]+", " ") AS ?plain)
  FILTER(STRENDS(?plain, CONCAT(" ", ?last, " ")))
}
ORDER BY STR(?called)
"""
_PARTING: Final = re.compile(r"[-.*+?^$()|{}\[\]\\ ]+")


@dataclass(frozen=True, slots=True)
class Found:
    """What a name or an IRI stands for: the merged entity ``iri`` of this ``kind`` (person, organization,
    place, post or meeting) and ``name``, and one of its references, ``reference``, which is called
    ``reference_name`` in its article: the one that was asked for, or else the one whose name is closest to
    what was given, with the smallest IRI. A meeting has reports for references, and is known by its IRI
    alone.
    """

    iri: str
    kind: str
    name: str
    reference: str
    reference_name: str


def find(store: Store, name: str, *, kinds: tuple[str, ...] = tuple(_KINDS.values())) -> Found:
    """What ``name``, a name or the IRI of an entity or of a reference, stands for among things of ``kinds``.
    An IRI that another one took the place of stands for that one.

    A whole name, in any case, goes before one of which ``name`` is whole words in their order, among things
    of these kinds. Raises :class:`~kg.errors.NotFoundError` where nothing, or more than one thing, has this
    name.
    """
    known = _known(store, name, kinds)
    if len(known) == 1:
        return known[0]
    raise _none(store, name, kinds) if not known else _several(store, name, known)


def fit(wanted: str, name: str) -> int:
    """How well ``name`` is what is ``wanted``: 0 as a whole, in any case, 1 by whole words of it in their
    order, as :func:`find` finds it, 2 not at all.
    """
    if wanted.casefold() == name.casefold():
        return 0
    parts = iter(_words(name))
    words = _words(wanted)
    return 1 if words and all(word in parts for word in words) else 2


def names_of(store: Store, entity: str) -> list[str]:
    """All names of the entity with this IRI."""
    found = (store.match(NamedNode(entity), p, graph=MERGED_GRAPH) for p in (v.NAME, v.ALT_LABEL))
    return [quad.object.value for quads in found for quad in quads if isinstance(quad.object, Literal)]


def _words(name: str) -> list[str]:
    return _PARTING.sub(" ", name).casefold().split()


def kinds_of(store: Store, name: str) -> frozenset[str]:
    """The kinds of everything that ``name``, a name or an IRI, could stand for."""
    if name.startswith(v.NEWSGRAPH):
        found = _of_iri(store, name)
        return frozenset([found.kind] if found else [])
    return frozenset(kind for _, kind, _ in _called(store, name))


def _known(store: Store, name: str, kinds: tuple[str, ...]) -> list[Found]:
    """All that ``name`` stands for among things of ``kinds``."""
    if name.startswith(v.NEWSGRAPH):
        found = [_of_iri(store, name)]
    else:
        called = [(entity, exact) for entity, kind, exact in _called(store, name) if kind in kinds]
        whole = [entity for entity, exact in called if exact]
        found = [_found(store, NamedNode(e), name) for e in dict.fromkeys(whole or [e for e, _ in called])]
    return [f for f in found if f is not None and f.kind in kinds]


def _called(store: Store, name: str) -> Iterator[tuple[str, str, bool]]:
    """The IRI and kind of each entity that has ``name``, and whether that is a whole name of it."""
    for entity, kind, exact in store.select(_BY_NAME, wanted=literals.text(name)).rows():
        if (known := _KINDS.get(NamedNode(kind))) is not None:
            yield entity, known, exact


def _of_iri(store: Store, iri: str) -> Found | None:
    """What an IRI stands for, of an entity or of a reference."""
    if not is_iri(iri):
        return None
    node = NamedNode(iri)
    for quad in store.match(node, v.DENOTES, graph=MERGED_GRAPH):
        if isinstance(quad.object, NamedNode) and (entity := _found(store, quad.object, "")) is not None:
            return replace(entity, reference=iri, reference_name=_reference_name(store, iri, entity.kind))
    return _found(store, node, "") or _found(store, _current(store, node), "")


def _current(store: Store, entity: NamedNode) -> NamedNode:
    """The entity that took the place of ``entity``, if one did."""
    seen = {entity}
    while any(news := [q.object for q in store.match(entity, v.IS_REPLACED_BY, graph=HISTORY_GRAPH)]):
        if not isinstance(news[0], NamedNode) or news[0] in seen:
            break
        entity = news[0]
        seen.add(entity)
    return entity


def _found(store: Store, entity: NamedNode, name: str) -> Found | None:
    types = {q.object for q in store.match(entity, v.RDF_TYPE, graph=MERGED_GRAPH)}
    kinds = [kind for node, kind in _KINDS.items() if node in types]
    called = _name(store, entity, MERGED_GRAPH)
    names = {
        q.subject.value: _name(store, q.subject, q.subject.value.partition("#")[0])
        for q in store.match(None, v.DENOTES, entity, MERGED_GRAPH)
        if isinstance(q.subject, NamedNode)
    }
    if not kinds or not names:
        return None
    exact = name or called
    best = min(names, key=lambda i: (fit(exact, names[i]), names[i] != exact, names[i] != called, i))
    reference_name = _reference_name(store, best, kinds[0])
    return Found(entity.value, kinds[0], called or reference_name, best, reference_name)


def _reference_name(store: Store, reference: str, kind: str) -> str:
    if kind != "meeting":
        return _name(store, NamedNode(reference), reference.partition("#")[0])
    # Imported here: only few questions are about a meeting by its IRI, and resolution takes long to load.
    from kg.store.occasions import meeting_name

    return meeting_name(store, reference)


def _name(store: Store, node: NamedNode, graph: str) -> str:
    names = (q.object for q in store.match(node, v.NAME, graph=graph))
    return next((name.value for name in names if isinstance(name, Literal)), "")


def _none(store: Store, name: str, kinds: tuple[str, ...]) -> NotFoundError:
    what = "nobody" if kinds == ("person",) else "nothing"
    near, last = _near(store, name, kinds)
    known = f"; known are {', '.join(near)}" if near else ""
    return NotFoundError(
        f"{what} is called {name!r}{known}; a name is given in full or by whole words of it in their "
        f"order, and kg query references-of -p name={shlex.quote(last or 'NAME')} lists who is called so",
        path=store.location,
        name=name,
    )


def _near(store: Store, name: str, kinds: tuple[str, ...]) -> tuple[list[str], str]:
    """Up to five names of things of ``kinds`` that end with the last word of ``name``, and that word."""
    words = _PARTING.sub(" ", name).split()
    if not words or name.startswith(v.NEWSGRAPH):
        return [], ""
    rows = store.select(_BY_LAST_WORD, last=literals.text(words[-1].lower())).rows()
    found = [called for called, kind in rows if _KINDS.get(NamedNode(kind)) in kinds]
    return list(dict.fromkeys(found))[:_NEAR], words[-1]


def _several(store: Store, name: str, found: list[Found]) -> NotFoundError:
    found.sort(key=lambda f: (f.name, f.iri))
    known = particulars(store, [f.iri for f in found[:_SHOWN]])
    lines = "".join(
        f"\n  {f.name} ({f.kind}): {f.iri}" + (f" ({known[f.iri]})" if f.iri in known else "")
        for f in found[:_SHOWN]
    )
    # A whole name goes before words of names: where one has it, all have.
    whole = any(fit(name, called) == 0 for called in names_of(store, found[0].iri))
    cure = "give the IRI" if whole else "give the whole name, or the IRI"
    more = f"\n  and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return NotFoundError(
        f"{name!r} may be any of {len(found)}; {cure}:{lines}{more}",
        path=store.location,
        name=name,
        candidates=tuple(f.iri for f in found),
    )
