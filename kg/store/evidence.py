"""What an article says of somebody, for people who judge whether two references are the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.graph import vocabulary as v
from kg.store.contract import Store

_AROUND: Final = 120  # characters of the text on either side of a name that no sentence was kept for


@dataclass(frozen=True, slots=True)
class Evidence:
    """A reference as its article has it: the ``name`` and the ``offices`` it gives ("Foreign Minister of
    Iran"), the id, headline and date of the article (empty where unknown), and ``quotes``: the sentences that
    tell of meetings and offices, or else the words around the name.
    """

    reference: str
    name: str
    offices: tuple[str, ...]
    article: str
    headline: str
    published: str
    quotes: tuple[str, ...]


def evidence(store: Store, reference: str, *, quotes: int = 2) -> Evidence:
    """What the article of ``reference`` (an IRI) says of it, with so many ``quotes`` at most.

    Everything is empty where the store does not hold the article.
    """
    graph = reference.partition("#")[0]
    article = NamedNode(graph)
    return Evidence(
        reference=reference,
        name=_text(store, NamedNode(reference), v.NAME, graph),
        offices=_offices(store, reference, graph),
        article=min(_texts(store, article, v.IDENTIFIER, graph), default=""),
        headline=_text(store, article, v.HEADLINE, graph),
        published=_text(store, article, v.DATE_PUBLISHED, graph),
        quotes=tuple(_quotes(store, reference, graph)[:quotes]),
    )


def _offices(store: Store, reference: str, graph: str) -> tuple[str, ...]:
    found = []
    for quad in store.match(None, v.PERSON, NamedNode(reference), graph):
        role = quad.subject
        if isinstance(role, NamedNode):
            title, of = _text(store, role, v.TITLE, graph), _text(store, role, v.OF, graph)
            office = " of ".join(filter(None, (title, of)))
            found.append(f"former {office}" if _text(store, role, v.FORMER, graph) else office)
    return tuple(sorted(set(filter(None, found))))


def _quotes(store: Store, reference: str, graph: str) -> list[str]:
    node = NamedNode(reference)
    said = [
        quad.subject
        for predicate in (v.PARTICIPANT, v.PERSON)
        for quad in store.match(None, predicate, node, graph)
        if isinstance(quad.subject, NamedNode)
    ]
    spans = sorted({span for about in said for span in _spans(store, about, v.SENTENCE, graph)})
    text = _text(store, NamedNode(graph), v.IS_STRING, graph)
    if not spans:
        # The first mention is the one that gives the name in full more often than not.
        spans = [
            (max(0, begin - _AROUND), end + _AROUND)
            for begin, end in _spans(store, node, v.MENTION, graph)[:1]
        ]
    return list(dict.fromkeys(" ".join(text[begin:end].split()) for begin, end in spans))


def _spans(store: Store, node: NamedNode, predicate: NamedNode, graph: str) -> list[tuple[int, int]]:
    """The offsets of the words that ``predicate`` leads to, in the order of the text."""
    found = []
    for quad in store.match(node, predicate, graph=graph):
        words = quad.object
        if isinstance(words, NamedNode):
            begin, end = _text(store, words, v.BEGIN_INDEX, graph), _text(store, words, v.END_INDEX, graph)
            found.append((int(begin), int(end)))
    return sorted(found)


def _text(store: Store, node: NamedNode, predicate: NamedNode, graph: str) -> str:
    return next(iter(_texts(store, node, predicate, graph)), "")


def _texts(store: Store, node: NamedNode, predicate: NamedNode, graph: str) -> list[str]:
    found = (quad.object for quad in store.match(node, predicate, graph=graph))
    return [value.value for value in found if isinstance(value, Literal)]
