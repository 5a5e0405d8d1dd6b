"""Which reference or meeting report of one graph of an article is which of another: of a corrected text, or
of the same text as other rules read it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import vocabulary as v

_KINDS: Final = (v.PersonReference, v.OrganizationReference, v.MeetingReport)


@dataclass(frozen=True, slots=True)
class Thing:
    """A person, organisation or meeting as a graph has it: its IRI; its ``kind``; what it is ``called``: its
    name, or of a meeting its type and the words that name it; and where in the text it is spoken of.
    """

    iri: str
    kind: NamedNode
    called: tuple[str, ...]
    places: frozenset[str]

    @property
    def local(self) -> str:
        """The part of its IRI that is its own."""
        return self.iri.partition("#")[2]


def things(quads: Iterable[Quad]) -> list[Thing]:
    """The people, organisations and meetings in the graph of an article, by IRI."""
    about: defaultdict[str, list[Quad]] = defaultdict(list)
    for quad in quads:
        about[quad.subject.value].append(quad)  # type: ignore[union-attr]
    found = []
    for iri in sorted(about):
        kinds = [kind for kind in _KINDS if kind in _objects(about[iri], v.RDF_TYPE)]
        if kinds:
            spans = [span.value for span in _objects(about[iri], v.MENTION)]
            told = [v.NAME, v.MEETING_TYPE]
            called = [o.value for p in told for o in _objects(about[iri], p)]
            if kinds[0] == v.MeetingReport:
                called += sorted(o.value for span in spans for o in _objects(about[span], v.ANCHOR_OF))
            places = frozenset(span.partition("#")[2] for span in spans)
            found.append(Thing(iri, kinds[0], tuple(called), places))
    return found


def counterparts(old: Sequence[Thing], new: Sequence[Thing], *, same_text: bool) -> dict[str, str | None]:
    """Which of ``new`` each of ``old`` is, by IRI; ``None`` where it is none, or might be several.

    In one text (``same_text``), it is what is spoken of in most of the same places. Else it is the only one
    of its kind that is called so in either; of meetings, also the only meeting of both.
    """
    find = _in_one_text if same_text else _in_another_text
    return {thing.iri: find(thing, old, new) for thing in old}


def _in_one_text(thing: Thing, old: Sequence[Thing], new: Sequence[Thing]) -> str | None:
    def likeness(other: Thing) -> tuple[int, bool, bool]:
        return len(thing.places & other.places), thing.called == other.called, thing.local == other.local

    found = [other for other in new if other.kind == thing.kind and any(likeness(other)[:2])]
    best = max(map(likeness, found), default=None)
    chosen = [other.iri for other in found if likeness(other) == best]
    return chosen[0] if len(chosen) == 1 else None


def _in_another_text(thing: Thing, old: Sequence[Thing], new: Sequence[Thing]) -> str | None:
    peers, found = ([t for t in side if t.kind == thing.kind] for side in (old, new))
    namesakes = [t for t in peers if t.called == thing.called]
    chosen = [t.iri for t in found if t.called == thing.called]
    if thing.kind == v.MeetingReport and len(peers) == len(found) == 1:
        return found[0].iri
    return chosen[0] if len(chosen) == len(namesakes) == 1 else None


def _objects(quads: Iterable[Quad], predicate: NamedNode) -> list[NamedNode | Literal]:
    return [q.object for q in quads if q.predicate == predicate]  # type: ignore[misc]
