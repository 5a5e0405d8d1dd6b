"""Who met whom as a networkx graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from kg.errors import ExportError

if TYPE_CHECKING:
    import networkx as nx

    from kg.query import Solutions
    from kg.store import Store

Row = Mapping[str, str]
Edge = tuple[str, str, str, str]

# Only what took place joins people; what was announced or denied did not.
_TOOK_PLACE = frozenset({"occurred", "ongoing"})


@dataclass(slots=True)
class _Shared:
    """What one pair shares at one date and place."""

    country: str
    types: set[str] = field(default_factory=set)
    meetings: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)


def to_networkx(store: Store) -> nx.MultiGraph[str]:
    """The network of who met whom in ``store``, as a :class:`networkx.MultiGraph`.

    Nodes are the IRIs of people, offices without a name, organisations, countries and groups, with ``label``
    and ``kind``. There is an edge for each pair, date and place of meetings that occurred or are going on,
    with ``date`` (at its precision; empty where unknown), ``place``, ``country``, ``types``, ``count``
    (meetings), ``weight`` (the same, for Gephi) and ``articles`` (their ids, joined by "; "). Nodes and edges
    are in sorted order.
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

    nodes: dict[str, Row] = {}
    gatherings: dict[tuple[str, str, str, str, str], dict[str, set[str]]] = {}
    for row in rows:
        if row["status"] not in _TOOK_PLACE or row["part"] == "absent":
            continue
        node = row["entity"]
        nodes.setdefault(node, row)
        meeting = (row["date"], row["place"], row["country"], row["type"], row["meeting"])
        gatherings.setdefault(meeting, {}).setdefault(node, set()).add(row["article"])
    network: nx.MultiGraph[str] = nx.MultiGraph()
    for node in sorted(nodes):
        network.add_node(node, label=nodes[node]["name"], kind=nodes[node]["kind"])
    for (a, b, date, place), shared in sorted(_edges(gatherings).items()):
        network.add_edge(a, b, key=f"{date} {place}".strip(), **_attributes(date, place, shared))
    return network


def _edges(
    gatherings: Mapping[tuple[str, str, str, str, str], Mapping[str, set[str]]],
) -> dict[Edge, _Shared]:
    edges: dict[Edge, _Shared] = {}
    for (date, place, country, type, meeting), attendees in gatherings.items():
        for a, b in combinations(sorted(attendees), 2):
            shared = edges.setdefault((a, b, date, place), _Shared(country))
            shared.types.add(type)
            shared.meetings.add(meeting)
            shared.articles |= attendees[a] & attendees[b]
    return edges


def _attributes(date: str, place: str, shared: _Shared) -> dict[str, str | int]:
    return {
        "date": date,
        "place": place,
        "country": shared.country,
        "types": "; ".join(sorted(shared.types)),
        "count": len(shared.meetings),
        "weight": len(shared.meetings),
        "articles": "; ".join(sorted(shared.articles)),
    }
