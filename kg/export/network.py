"""Who met whom as a networkx graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import ExportError

if TYPE_CHECKING:
    import networkx as nx

    from kg.query import Solutions
    from kg.store import Store

Row = Mapping[str, str]
Edge = tuple[str, str, str, str]
Gathering = tuple[str, str, str, str, str]
"""Date, place, country, type and IRI of a meeting."""
Attendees = dict[str, list[Row]]
"""The rows of each participant, by its IRI."""

# Only what took place joins people; what was announced or denied did not.
_TOOK_PLACE = frozenset({"occurred", "ongoing"})


class _Quote(NamedTuple):
    """A sentence of an article; the smallest is the one to show: not what was only announced, and one that
    names both.
    """

    is_of_another_status: bool
    is_of_one: bool
    article: str
    begin: int
    words: str
    url: str


@dataclass(slots=True)
class _Shared:
    """What one pair shares at one date and place."""

    country: str
    types: set[str] = field(default_factory=set)
    meetings: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    quotes: list[_Quote] = field(default_factory=list)


def to_networkx(store: Store) -> nx.MultiGraph[str]:
    """The network of who met whom in ``store``, as a :class:`networkx.MultiGraph`.

    Nodes are the IRIs of people, offices without a name, organisations, countries and groups, with ``label``
    and ``kind``, and ``office`` and ``of`` (its country or organisation) as most participations give them,
    empty where none does. An office whose holder is known to be there is no node beside that person. There is
    an edge for each pair, date and place of meetings that occurred or are going on, with ``date`` (at its
    precision; empty where unknown), ``place``, ``country``, ``types``, ``count`` (meetings), ``weight`` (the
    same, for Gephi), ``articles`` (the ids of those that name both, or of all that name either where none
    does, joined by "; "), and of one of them the ``quote`` and the ``url``. Nodes and edges are in sorted
    order.
    """
    solutions = rows_of(store, "participations")
    return network_of(dict(zip(solutions.variables, row, strict=True)) for row in solutions.texts())


def rows_of(store: Store, name: str) -> Solutions:
    """The rows of the saved query ``name``. Raises :class:`~kg.errors.ExportError` where it gives none."""
    from kg.query import Solutions, run

    results = run(store, name)
    if not isinstance(results, Solutions):
        raise ExportError(f"the saved query {name!r} does not give rows")
    return results


def network_of(rows: Iterable[Row]) -> nx.MultiGraph[str]:
    """The network of the rows of the saved query ``participations``."""
    import networkx as nx

    gatherings: dict[Gathering, dict[str, list[Row]]] = {}
    for row in rows:
        if row["status"] in _TOOK_PLACE and row["part"] != "absent":
            meeting = (row["date"], row["place"], row["country"], row["type"], row["meeting"])
            gatherings.setdefault(meeting, {}).setdefault(row["entity"], []).append(row)
    gatherings = {meeting: _without_offices_of(attendees) for meeting, attendees in gatherings.items()}
    nodes: dict[str, list[Row]] = {}
    for attendees in gatherings.values():
        for node, own in attendees.items():
            nodes.setdefault(node, []).extend(own)
    network: nx.MultiGraph[str] = nx.MultiGraph()
    for node, own in sorted(nodes.items()):
        network.add_node(node, label=own[0]["name"], kind=own[0]["kind"], **_office(own))
    for (a, b, date, place), shared in sorted(_edges(gatherings).items()):
        network.add_edge(a, b, key=f"{date} {place}".strip(), **_attributes(date, place, shared))
    return network


def _without_offices_of(attendees: Attendees) -> Attendees:
    """``attendees`` without the offices whose holders, as far as worked out, are there by name: nobody meets
    their own office.
    """
    rest = {node: [row for row in own if row["holder"] not in attendees] for node, own in attendees.items()}
    return {node: own for node, own in rest.items() if own}


def _office(rows: Iterable[Row]) -> dict[str, str]:
    """The office that most rows give, as written most often."""
    told = Counter((row["title"], row["of"]) for row in rows if row["title"] or row["of"])
    title, of = min(told, key=lambda office: (-told[office], office), default=("", ""))
    return {"office": title, "of": of}


def _edges(gatherings: Mapping[Gathering, Attendees]) -> dict[Edge, _Shared]:
    edges: dict[Edge, _Shared] = {}
    for (date, place, country, type, meeting), attendees in gatherings.items():
        for a, b in combinations(sorted(attendees), 2):
            shared = edges.setdefault((a, b, date, place), _Shared(country))
            shared.types.add(type)
            shared.meetings.add(meeting)
            _add_evidence(shared, attendees[a], attendees[b])
    return edges


def _add_evidence(shared: _Shared, one: Sequence[Row], other: Sequence[Row]) -> None:
    """Add the articles that name both, or else all that name either, with their sentences."""
    mine, theirs = ({row["article"] for row in rows} for rows in (one, other))
    told = (mine & theirs) or (mine | theirs)
    shared.articles |= told
    both = {_sentence(row) for row in one} & {_sentence(row) for row in other}
    shared.quotes += [
        _Quote(
            row["told"] not in _TOOK_PLACE,
            _sentence(row) not in both,
            *_sentence(row),
            row["quote"],
            row["articleUrl"],
        )
        for row in (*one, *other)
        if row["article"] in told
    ]


def _sentence(row: Row) -> tuple[str, int]:
    return row["article"], int(row["quoteBegin"])


def _attributes(date: str, place: str, shared: _Shared) -> dict[str, str | int]:
    best = min(shared.quotes)
    return {
        "date": date,
        "place": place,
        "country": shared.country,
        "types": "; ".join(sorted(shared.types)),
        "count": len(shared.meetings),
        "weight": len(shared.meetings),
        "articles": "; ".join(sorted(shared.articles)),
        "quote": best.words,
        "url": best.url,
    }
