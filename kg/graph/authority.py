"""Authority files from disk: tables (:mod:`kg.resolve.authority`), and RDF in the terms of the W3C's
Organization Ontology.

In RDF a row is an ``org:Membership``::

    [] a org:Membership ;
      org:member [ schema:name "Ilma Reko" ] ;
      org:role [ skos:prefLabel "Foreign Minister" ] ;
      org:organization [ schema:name "Finland" ] ;
      schema:startDate "2011-06-22"^^xsd:date ;
      schema:endDate "2015-05-29"^^xsd:date .

A person, role or organisation is called by its ``schema:name``, ``foaf:name``, ``skos:prefLabel`` or
``rdfs:label``, an English one where there are several. In place of the two dates there may be an
``org:memberDuring`` with ``time:hasBeginning`` and ``time:hasEnd``, each with a ``time:inXSDDate``
(or ``time:inXSDgYearMonth``, ``time:inXSDgYear``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from kg.errors import AuthorityError
from kg.resolve.authority import Tenure, check_tenure, in_reading_order, read_tenures

_TABLES: Final = (".csv", ".tsv", ".txt")
_FORMATS: Final = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".rdf": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
}
_TYPE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_ORG: Final = "http://www.w3.org/ns/org#"
_MEMBERSHIP: Final = NamedNode(_ORG + "Membership")
_TIME: Final = "http://www.w3.org/2006/time#"
_DATES: Final = tuple(NamedNode(_TIME + name) for name in ("inXSDDate", "inXSDgYearMonth", "inXSDgYear"))
_NAMES: Final = tuple(
    NamedNode(iri)
    for iri in (
        "https://schema.org/name",
        "http://schema.org/name",
        "http://xmlns.com/foaf/0.1/name",
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://www.w3.org/2000/01/rdf-schema#label",
    )
)

ErrorHandler = Callable[[AuthorityError], None]
_Term = NamedNode | BlankNode | Literal
_Nodes = dict[_Term, dict[NamedNode, list[_Term]]]


def read_authority(path: str, *, on_error: ErrorHandler | None = None) -> list[Tenure]:
    """The rows of the authority file ``path``: CSV, TSV, or RDF by the ending of its name.

    What is wrong with one row goes to ``on_error`` and the rest is read; without it the first
    :class:`~kg.errors.AuthorityError` is raised, as it is in any case where the file cannot be read at all.
    """
    suffix = Path(path).suffix.lower()
    if suffix in _TABLES:
        return _read_table(path, on_error)
    if suffix not in _FORMATS:
        known = ", ".join((*_TABLES, *_FORMATS))
        raise AuthorityError(f"no authority file by its ending; expected one of {known}", source=path)
    return list(_rows(_parsed(path, _FORMATS[suffix]), path, on_error))


def _read_table(path: str, on_error: ErrorHandler | None) -> list[Tenure]:
    try:
        with open(path, encoding="utf-8", newline="") as lines:
            return list(read_tenures(lines, source=path, on_error=on_error))
    except OSError as error:
        raise AuthorityError(f"cannot be read: {error.strerror}", source=path) from error
    except UnicodeDecodeError as error:
        raise AuthorityError("is not UTF-8; save it as UTF-8", source=path) from error


def _parsed(path: str, format: RdfFormat) -> _Nodes:
    """The statements of the file; nothing that it names is fetched."""
    nodes: _Nodes = defaultdict(lambda: defaultdict(list))
    try:
        content = Path(path).read_bytes()
        for quad in parse(content, format, base_iri="urn:authority:"):
            nodes[quad.subject][quad.predicate].append(quad.object)
    except OSError as error:
        raise AuthorityError(f"cannot be read: {error.strerror}", source=path) from error
    except SyntaxError as error:
        raise AuthorityError(f"not {format.name}: {error.msg}", source=path, line=error.lineno) from error
    return nodes


def _rows(nodes: _Nodes, path: str, on_error: ErrorHandler | None) -> Iterator[Tenure]:
    memberships = [node for node, properties in nodes.items() if _MEMBERSHIP in properties.get(_TYPE, ())]
    if not memberships:
        raise AuthorityError(f"no {_MEMBERSHIP}, so no row; docs/identity.md names the terms", source=path)
    for node in memberships:
        try:
            yield _tenure(node, nodes, path)
        except AuthorityError as error:
            if on_error is None:
                raise
            on_error(error)


def _tenure(node: _Term, nodes: _Nodes, path: str) -> Tenure:
    def named(term: str) -> str:
        name = _name(_first(node, NamedNode(_ORG + term), nodes), nodes)
        if name is None:
            raise AuthorityError(f"{node} has no org:{term} with a name; add one", source=path)
        return name

    tenure = Tenure(
        person=in_reading_order(named("member")),
        title=named("role"),
        of=named("organization"),
        since=_bound(node, "startDate", "hasBeginning", nodes),
        until=_bound(node, "endDate", "hasEnd", nodes),
    )
    check_tenure(tenure, source=path)
    return tenure


def _first(node: _Term | None, predicate: NamedNode, nodes: _Nodes) -> _Term | None:
    values = nodes[node].get(predicate, ()) if node in nodes else ()
    return min(values, key=str, default=None)


def _name(node: _Term | None, nodes: _Nodes) -> str | None:
    """What ``node`` is called; a literal is its own name."""
    if isinstance(node, Literal):
        return " ".join(node.value.split()) or None
    for predicate in _NAMES:
        found = [
            n for n in (nodes[node].get(predicate, ()) if node in nodes else ()) if isinstance(n, Literal)
        ]
        if found:
            best = min(found, key=lambda n: ((n.language or "en")[:2] != "en", n.value))
            return " ".join(best.value.split()) or None
    return None


def _bound(node: _Term, term: str, instant: str, nodes: _Nodes) -> str | None:
    """The date at which a membership begins or ends; of a date-time the day."""
    for scheme in ("https", "http"):
        value = _first(node, NamedNode(f"{scheme}://schema.org/{term}"), nodes)
        if isinstance(value, Literal):
            return value.value.partition("T")[0]
    interval = _first(node, NamedNode(_ORG + "memberDuring"), nodes)
    point = _first(interval, NamedNode(_TIME + instant), nodes)
    dates = (_first(point, predicate, nodes) for predicate in _DATES)
    return next((value.value for value in dates if isinstance(value, Literal)), None)
