"""The graph of one article while it is written: quads in the order of writing, each mention's node described
once."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import literals
from kg.graph import vocabulary as v
from kg.graph.identifiers import mention_node
from kg.model import Mention


class Sink:
    """Collects the quads of the named graph ``article``; ``quads`` holds them.

    Hundreds of quads are written for an article, so the node of the graph is made once and mentions are
    remembered by offsets.
    """

    def __init__(self, article: str) -> None:
        self.article = article
        self.node = NamedNode(article)
        self.quads: list[Quad] = []
        self._mentions: dict[tuple[int, int], NamedNode] = {}
        self._formed: set[tuple[int, int]] = set()

    def local(self, name: str) -> NamedNode:
        """The node of the record with this local identifier ("p1", "m1")."""
        return NamedNode(f"{self.article}#{name}")

    def add(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> None:
        """Write one statement."""
        self.quads.append(Quad(subject, predicate, value, self.node))

    def add_text(self, subject: NamedNode, predicate: NamedNode, value: str | None) -> None:
        """Write a text unless there is none."""
        if value is not None:
            self.add(subject, predicate, literals.text(value))

    def mention(self, mention: Mention) -> NamedNode:
        """The node of these words; its offsets and text are written the first time it is asked for."""
        span = (mention.begin, mention.end)
        node = self._mentions.get(span)
        if node is None:
            node = self._mentions[span] = mention_node(self.article, mention)
            self.add(node, v.BEGIN_INDEX, literals.integer(mention.begin))
            self.add(node, v.END_INDEX, literals.integer(mention.end))
            self.add(node, v.ANCHOR_OF, literals.text(mention.text))
        return node

    def add_mentions(self, subject: NamedNode, mentions: Iterable[Mention]) -> None:
        """Write that these words refer to ``subject``, and their form where it is not a name."""
        for mention in mentions:
            node = self.mention(mention)
            self.add(subject, v.MENTION, node)
            span = (mention.begin, mention.end)
            if mention.form != "name" and span not in self._formed:
                self._formed.add(span)
                self.add(node, v.FORM, literals.text(mention.form))

    def add_passages(self, subject: NamedNode, predicate: NamedNode, passages: Iterable[Mention]) -> None:
        """Write one statement for each passage of the text."""
        for passage in passages:
            self.add(subject, predicate, self.mention(passage))
