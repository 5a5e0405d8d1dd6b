"""The merged graph as it is at one time, read from quads, to be compared with that of another time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.errors import GraphError
from kg.graph import vocabulary as v
from kg.graph.identifiers import ARTICLE_PREFIX

Values = dict[NamedNode, list[str]]

_MEETINGS: Final = {node.value for node in v.MEETING_TYPES.values()}
_ENTITIES: Final = {node.value for node in v.ENTITY_TYPES.values()}
FORMATS: Final = {
    ".nq": RdfFormat.N_QUADS,
    ".nquads": RdfFormat.N_QUADS,
    ".nt": RdfFormat.N_TRIPLES,
    ".trig": RdfFormat.TRIG,
    ".ttl": RdfFormat.TURTLE,
    ".jsonld": RdfFormat.JSON_LD,
}


@dataclass(slots=True)
class Snapshot:
    """``nodes`` are the merged graph's own (entities, meetings, facts, conflicts) and decisions, with their
    values by property; ``members`` the references and reports that denote each entity or meeting;
    ``articles`` the ids of each article.
    """

    nodes: defaultdict[str, Values] = field(default_factory=lambda: defaultdict(dict))
    members: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    articles: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def first(self, iri: str, property: NamedNode) -> str:
        """The value of a property that has one; empty where there is none."""
        return next(iter(self.nodes.get(iri, {}).get(property, ())), "")

    def told(self, iri: str) -> str:
        """An entity by its name, a meeting by its type, date, place and the first of its people."""
        types = set(self.nodes.get(iri, {}).get(v.RDF_TYPE, ()))
        if not types & _MEETINGS:
            return self.first(iri, v.NAME) or iri
        kind = next((t for t in sorted(types & _MEETINGS) if t != v.Meeting.value), v.Meeting.value)
        parts = [kind.rpartition("/")[2].lower()]
        if when := self.first(iri, v.HAS_BEGIN):
            parts.append(when)
        if where := self.first(iri, v.HAS_PLACE):
            parts.append(f"in {self.told(where)}")
        names = sorted(map(self.told, self.nodes[iri].get(v.HAS_ACTOR, ())))
        return " ".join(parts) + (
            f" ({', '.join(names[:3])}{', …' if len(names) > 3 else ''})" if names else ""
        )


def snapshot(quads: Iterable[Quad]) -> Snapshot:
    """The snapshot that ``quads`` hold, whatever their order; what only articles say is passed over."""
    found = Snapshot()
    for quad in quads:
        if not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, NamedNode | Literal):
            continue
        subject, value = quad.subject.value, quad.object.value
        if quad.predicate == v.DENOTES:
            found.members[value].add(subject)
        elif not subject.startswith(ARTICLE_PREFIX):
            found.nodes[subject].setdefault(quad.predicate, []).append(value)
        elif quad.predicate == v.IDENTIFIER and "#" not in subject:
            found.articles[subject].append(value)
    return found


def read_file(path: Path) -> Iterator[Quad]:
    """The quads of an RDF file, by the end of its name: .nq, .trig, .ttl, .nt or .jsonld.

    Raises :class:`~kg.errors.GraphError` where it is none of these, cannot be read, or is not as its format
    demands.
    """
    format = FORMATS.get(path.suffix.lower())
    if format is None:
        raise GraphError(f"{path}: is no export that can be compared; there are {', '.join(FORMATS)}")
    try:
        yield from parse(path=path, format=format)
    except OSError as error:
        raise GraphError(f"{path}: cannot be read ({error.strerror or error})") from error
    except SyntaxError as error:
        raise GraphError(f"{path}: {error}") from error


def kind_of(values: Values) -> str:
    """What a node of the merged graph is: "meeting", "entity" or, of anything else, empty."""
    types = set(values.get(v.RDF_TYPE, ()))
    return "meeting" if types & _MEETINGS else "entity" if types & _ENTITIES else ""
