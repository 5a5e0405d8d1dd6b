"""What changed between two states of the merged graph: facts added, removed and changed, in words.

Entities and meetings are matched by the references and reports that they share, not by their IRIs, which
depend on the order in which articles came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from pyoxigraph import NamedNode

from kg.graph import vocabulary as v
from kg.graph.snapshot import Snapshot, Values, kind_of

Change = Literal["added", "removed", "changed"]
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact that is in only one of two states, or not the same in both.

    ``kind`` says what sort of fact it is, ``about`` what it is about and ``what`` it says, in words.
    ``before`` and ``after`` are what differs: a value, or how many articles and sources say so.
    """

    change: Change
    kind: str
    about: str
    what: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        sign = {"added": "+", "removed": "-", "changed": "~"}[self.change]
        said = ": ".join(filter(None, (self.about, self.what)))
        values = (
            f": {self.before or 'nothing'} → {self.after or 'nothing'}" if self.change == "changed" else ""
        )
        return f"{sign} {self.kind}: {said}{values}"


_MOVES: Final = ("reference", "report")


@dataclass(frozen=True, slots=True)
class _Told:
    """A fact in words, with the value that may differ."""

    kind: str
    about: str
    what: str
    value: str = ""


def difference(old: Snapshot, new: Snapshot) -> list[Difference]:
    """The facts of ``new`` that ``old`` lacks, those that it no longer has, and those that are not the same;
    in a fixed order.
    """
    names = _matched(old, new)
    before = dict(_facts(old, lambda iri: names.get(iri, iri)))
    after = dict(_facts(new, lambda iri: iri))
    found = [_compared(before.get(key), after.get(key)) for key in {**before, **after}]
    rank = {"added": 0, "removed": 1, "changed": 2}
    return sorted(
        (change for change in found if change is not None),
        key=lambda d: (d.about, d.kind, rank[d.change], d.what, d.before, d.after),
    )


def _compared(old: _Told | None, new: _Told | None) -> Difference | None:
    told = new or old
    if told is None or (old and new and old.value == new.value):
        return None
    # Which references there are follows from the articles; what matters is that one changes sides.
    if told.kind in _MOVES and not (old and new):
        return None
    change: Change = "added" if old is None else "removed" if new is None else "changed"
    values = (old.value if old else "", new.value if new else "")
    return Difference(change, told.kind, told.about, told.what, *values)


def _matched(old: Snapshot, new: Snapshot) -> dict[str, str]:
    """The IRI in ``new`` of the entities and meetings of ``old``: of those that have most members in common,
    each once.
    """
    denoted = {member: iri for iri, members in new.members.items() for member in members}
    shared = Counter(
        (iri, denoted[member])
        for iri, members in old.members.items()
        for member in members
        if member in denoted
    )
    found: dict[str, str] = {}
    taken: set[str] = set()
    for (iri, other), _ in sorted(
        shared.items(), key=lambda item: (-item[1], item[0][0] != item[0][1], item[0])
    ):
        if iri not in found and other not in taken:
            found[iri] = other
            taken.add(other)
    return found


def _facts(state: Snapshot, name: Callable[[str], str]) -> Iterator[tuple[Key, _Told]]:
    """Every fact under a key that it has in both states; ``name`` gives the common IRI of a node."""
    for ids in state.articles.values():
        for id in ids:
            yield ("article", id), _Told("article", id, "")
    for iri, values in sorted(state.nodes.items()):
        kind = kind_of(values)
        if kind == "meeting":
            yield from _meeting(state, iri, name(iri))
        elif kind == "entity":
            yield from _entity(state, iri, name(iri))
        elif v.Decision.value in values.get(v.RDF_TYPE, ()):
            yield ("decision", iri), _decision(state, iri)
        else:
            yield from _fact(state, values, name)


def _entity(state: Snapshot, iri: str, common: str) -> Iterator[tuple[Key, _Told]]:
    about = state.told(iri)
    yield ("entity", common), _Told("name", about, "", about)
    for member in sorted(state.members[iri]):
        yield ("reference", member), _Told("reference", member, "denotes", f"{about} <{common}>")


def _meeting(state: Snapshot, iri: str, common: str) -> Iterator[tuple[Key, _Told]]:
    about = state.told(iri)
    yield ("meeting", common), _Told("meeting", about, "")
    for kind, property in _OF_A_MEETING.items():
        if value := state.first(iri, property):
            yield (
                (kind, common),
                _Told(kind, about, "", state.told(value) if property == v.HAS_PLACE else value),
            )
    for member in sorted(state.members[iri]):
        yield ("report", member), _Told("report", member, "tells of", common)


_OF_A_MEETING: Final[Mapping[str, NamedNode]] = {
    "status": v.STATUS,
    "start": v.HAS_BEGIN,
    "end": v.HAS_END,
    "place": v.HAS_PLACE,
}


def _decision(state: Snapshot, iri: str) -> _Told:
    one, other = (state.first(iri, n) or state.first(iri, r) for n, r in _SIDES)
    back = state.first(iri, v.INVALIDATED_AT)
    value = f"taken back {back}" if back else "stands"
    return _Told("decision", f"{one} and {other}", state.first(iri, v.VERDICT), value)


_SIDES: Final = ((v.ONE_NAME, v.ONE), (v.OTHER_NAME, v.OTHER))


def _fact(state: Snapshot, values: Values, name: Callable[[str], str]) -> Iterator[tuple[Key, _Told]]:
    """A fact node, or nothing where the node is another."""
    about = values.get(v.ABOUT)
    if not about:
        return
    kind = values[v.RDF_TYPE][0].rpartition("/")[2].removesuffix("Fact").lower()
    said = {p: sorted(values[p]) for p in _SAID if p in values}
    key = tuple(f"{p.value}={name(value)}" for p, found in said.items() for value in found)
    words = "; ".join(_words(state, p, found) for p, found in said.items())
    yield ("fact", kind, name(about[0]), *key), _Told(kind, state.told(about[0]), words, _weight(values))


# What a fact says, as opposed to what it rests on, in the order in which it is told.
_SAID: Final = (
    v.ACTOR, v.PART, v.STATUS, v.BOUND, v.VALUE, v.LOCATION, v.TITLE, v.OF, v.FORMER, v.ACTING, v.INFERRED,
    v.SINCE, v.UNTIL, v.CONFLICT_IN,
)  # fmt: skip


def _words(state: Snapshot, property: NamedNode, values: list[str]) -> str:
    told = ", ".join(map(state.told, values))
    name = property.value.rpartition("/")[2]
    if property in (v.FORMER, v.ACTING, v.INFERRED):
        return name
    return f"{name} {told}" if property in (v.OF, v.SINCE, v.UNTIL, v.CONFLICT_IN) else told


def _weight(values: Values) -> str:
    """How many articles and independent sources say so, and how many statements."""
    counts = [
        f"{values[p][0]} {word}" + ("s" if values[p][0] != "1" else "")
        for p, word in ((v.ARTICLE_COUNT, "article"), (v.SOURCE_COUNT, "source"))
        if p in values
    ]
    supports = len(values.get(v.SUPPORT, ()))
    return ", ".join(
        [*counts, *([f"{supports} statement" + ("s" if supports != 1 else "")] if supports else [])]
    )
