"""What a fact of the merged graph rests on: the statements of articles and authority files, with their
words.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.errors import NotFoundError
from kg.graph import MERGED_GRAPH
from kg.graph import vocabulary as v
from kg.graph.identifiers import is_iri
from kg.store.contract import Store
from kg.store.lookup import Found, find

_SAID: Final = (v.STATUS, v.PART, v.TITLE, v.OF, v.VALUE, v.BOUND, v.SINCE, v.UNTIL)


@dataclass(frozen=True, slots=True)
class Support:
    """A statement that a fact rests on: its IRI, what the fact ``says`` by it ("attendee, Foreign Minister"),
    the id and date of its article (of an authority file, its name), the ``quote`` that says it, and its
    confidence; what is unknown is empty. ``inferred`` is true of what the fact was only inferred from.
    ``basis`` is how a date is known, ``begin`` and ``end`` are where the quote stands in the text of the
    article, whose address is ``url``.
    """

    statement: str
    says: str
    article: str
    published: str
    quote: str
    confidence: str
    inferred: bool = False
    basis: str = ""
    begin: str = ""
    end: str = ""
    url: str = ""


def supports(store: Store, iri: str) -> list[Support]:
    """What the fact ``iri`` rests on; of a conflict, what each of its facts does; of a meeting or person
    (also by name, or by the IRI of a reference or report), what all facts about it do. In the order of the
    facts and of publication.

    Raises :class:`~kg.errors.NotFoundError` where the merged graph has no such thing.
    """
    found: list[Support] = []
    for fact in _facts(store, iri):
        says = _says(store, fact)
        for predicate in (v.SUPPORT, v.INFERRED_FROM):
            statements = sorted(_objects(store, fact, predicate))
            told = [_support(store, s, says, inferred=predicate == v.INFERRED_FROM) for s in statements]
            found += sorted(told, key=lambda support: support.published)
    return found


def _facts(store: Store, iri: str) -> list[NamedNode]:
    if is_iri(iri):
        node = NamedNode(iri)
        if _objects(store, node, v.SUPPORT):
            return [node]
        parts = _objects(store, node, v.BETWEEN)
        parts = parts or [
            q.subject.value
            for q in store.match(None, v.ABOUT, node, MERGED_GRAPH)
            if isinstance(q.subject, NamedNode) and _objects(store, q.subject, v.SUPPORT)
        ]
        if parts:
            return [NamedNode(part) for part in sorted(parts)]
    thing = _thing(store, iri)
    if thing.iri != iri:
        return _facts(store, thing.iri)
    raise NotFoundError(_without_facts(thing), path=store.location, name=iri)


def _thing(store: Store, name: str) -> Found:
    """The person, organisation, place or meeting that has this name, that this reference or report denotes,
    or that took the place of this IRI.
    """
    try:
        return find(store, name)
    except NotFoundError as error:
        if error.candidates or not name.startswith(v.NEWSGRAPH):
            raise
        raise NotFoundError(
            f"{name!r} is no fact; give its IRI, as kg query sources shows it, or two names",
            path=store.location,
            name=name,
        ) from error


def _without_facts(thing: Found) -> str:
    """That no fact is about ``thing``, and what to ask instead."""
    what = "an organization" if thing.kind == "organization" else f"a {thing.kind}"
    if thing.kind not in ("person", "meeting"):
        cure = "facts are told of people and meetings; give one of these"
        return f"{thing.name} is {what} ({thing.iri}), and {cure}"
    meetings = f"kg query meetings-of -p person={shlex.quote(thing.name)}"
    return (
        f"no fact is told of {thing.name} ({what}, {thing.iri}) alone; those of meetings are: see {meetings}"
    )


def _says(store: Store, fact: NamedNode) -> str:
    """What the fact says, in words."""
    words = [_name(store, actor) for p in (v.ACTOR, v.LOCATION) for actor in _objects(store, fact, p)] + [
        value for p in _SAID for value in _values(store, fact, p, MERGED_GRAPH)
    ]
    flags = [name for p, name in _FLAGS.items() if _values(store, fact, p, MERGED_GRAPH)]
    return ", ".join([*words, *flags])


_FLAGS: Final = {v.FORMER: "former", v.ACTING: "acting", v.INFERRED: "inferred"}


def _name(store: Store, entity: str) -> str:
    return next(iter(_values(store, NamedNode(entity), v.NAME, MERGED_GRAPH)), entity)


def _support(store: Store, statement: str, says: str, *, inferred: bool) -> Support:
    graph = statement.partition("#")[0]
    node, article = NamedNode(statement), NamedNode(graph)
    ids = _values(store, article, v.IDENTIFIER, graph) or _values(store, article, v.NAME, graph)
    quote, begin, end = _quote(store, node, graph)
    return Support(
        statement=statement,
        says=f"{says} (shown by)" if inferred else says,
        article=min(ids, default=""),
        published=next(iter(_values(store, article, v.DATE_PUBLISHED, graph)), ""),
        quote=quote,
        confidence=next(iter(_values(store, node, v.CONFIDENCE, graph)), ""),
        inferred=inferred,
        basis=_first(store, node, v.BASIS, graph),
        begin=begin,
        end=end,
        url=_url(store, article, graph, min(ids, default="")),
    )


def _quote(store: Store, node: NamedNode, graph: str) -> tuple[str, str, str]:
    """The sentence that makes the statement, or, of a time or a row, its words; and where it begins and
    ends.
    """
    for predicate in (v.FIRST_SENTENCE, v.SENTENCE, v.MENTION):
        for passage in map(NamedNode, _objects(store, node, predicate, graph)):
            for words in _values(store, passage, v.ANCHOR_OF, graph):
                begin, end = (_first(store, passage, p, graph) for p in (v.BEGIN_INDEX, v.END_INDEX))
                return " ".join(words.split()), begin, end
    row = [value for p in (v.TITLE, v.OF, v.SINCE, v.UNTIL) for value in _values(store, node, p, graph)]
    return ", ".join(row), "", ""


def _url(store: Store, article: NamedNode, graph: str, id: str) -> str:
    """The address of the article under this id: its own, or that of a copy with the id."""
    copies = [NamedNode(copy) for copy in _objects(store, article, v.COPY, graph)]
    for copy in copies:
        if id in _values(store, copy, v.IDENTIFIER, graph):
            return _first(store, copy, v.URL, graph)
    others = {_first(store, copy, v.URL, graph) for copy in copies}
    return min((url for url in _values(store, article, v.URL, graph) if url not in others), default="")


def _first(store: Store, node: NamedNode, predicate: NamedNode, graph: str) -> str:
    return next(iter(_values(store, node, predicate, graph)), "")


def _objects(store: Store, node: NamedNode, predicate: NamedNode, graph: str = MERGED_GRAPH) -> list[str]:
    found = (quad.object for quad in store.match(node, predicate, graph=graph))
    return sorted(value.value for value in found if isinstance(value, NamedNode))


def _values(store: Store, node: NamedNode, predicate: NamedNode, graph: str) -> list[str]:
    found = (quad.object for quad in store.match(node, predicate, graph=graph))
    return sorted(value.value for value in found if isinstance(value, Literal))
