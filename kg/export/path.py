"""How two people are connected: the shortest chains of meetings between them, with the words that tell of
each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations, islice, pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import networkx as nx

    from kg.store import Store

_PARTICIPANTS: Final = """
PREFIX : <https://w3id.org/newsgraph/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX schema: <https://schema.org/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
SELECT ?event ?class ?date ?place ?actor ?name ?kind
WHERE {
  VALUES ?status { "occurred" "ongoing" }
  VALUES ?kind { schema:Person schema:Organization schema:Place org:Post }
  GRAPH <https://w3id.org/newsgraph/graph/merged> {
    ?event :status ?status ; sem:hasActor ?actor .
    ?actor a ?kind ; schema:name ?name .
    OPTIONAL { ?event a ?class . FILTER(?class != :Meeting) }
    OPTIONAL { ?event sem:hasBeginTimeStamp ?date . }
    OPTIONAL { ?event sem:hasPlace/schema:name ?place . }
  }
}
ORDER BY ?event ?actor
"""

_WORDS: Final = """
PREFIX : <https://w3id.org/newsgraph/>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX schema: <https://schema.org/>
SELECT ?article ?quote (MIN(?basis) AS ?dateBasis) (MIN(?sure) AS ?confidence)
       (MIN(?begin) AS ?quoteBegin) (MIN(?end) AS ?quoteEnd) (MIN(STR(?url)) AS ?articleUrl)
WHERE {
  GRAPH <https://w3id.org/newsgraph/graph/merged> {
    ?report :denotes ?_event_iri .
    { ?reference :denotes ?_one_iri . } UNION { ?reference :denotes ?_other_iri . }
  }
  GRAPH ?graph {
    ?report :participation ?participation .
    ?participation :participant ?reference ; :confidence ?sure ; :sentence ?said .
    ?said nif:anchorOf ?quote ; nif:beginIndex ?begin ; nif:endIndex ?end .
    ?graph schema:identifier ?article .
  }
  OPTIONAL { GRAPH ?graph { ?report :start/:basis ?basis . } }
  OPTIONAL {
    {
      GRAPH ?graph {
        ?graph :copy ?source .
        ?source schema:identifier ?article ; schema:url ?url .
      }
    } UNION {
      GRAPH ?graph {
        ?graph a schema:NewsArticle ; schema:identifier ?article ; schema:url ?url .
        FILTER NOT EXISTS { ?graph :copy/schema:identifier ?article . }
        FILTER NOT EXISTS { ?graph :copy/schema:url ?url . }
      }
    }
  }
}
GROUP BY ?article ?quote
ORDER BY ?article ?quote
"""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of an article that tells of a meeting: the article's id, the words, how the date is known,
    the confidence of the less sure of the participants that it names, where it stands in the text, and the
    article's address. What is unknown is empty.
    """

    article: str = ""
    text: str = ""
    date_basis: str = ""
    confidence: str = ""
    begin: str = ""
    end: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Encounter:
    """A meeting of two: its IRI, type, date (ISO 8601 at its precision, empty where unknown) and place, and
    the ``quotes`` that name either as a participant.
    """

    meeting: str
    type: str
    date: str
    place: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Two who met, by name and IRI: ``count`` times, of which ``encounters`` shows the first."""

    one: str
    one_iri: str
    other: str
    other_iri: str
    count: int
    encounters: tuple[Encounter, ...]


@dataclass(slots=True)
class _Meeting:
    """What the rows say of one meeting."""

    type: str
    date: str
    place: str
    actors: set[str] = field(default_factory=set)


class _Meetings:
    """The meetings that happened, their people (and, if wanted, other participants), and who met whom."""

    def __init__(self, store: Store, *, people_only: bool) -> None:
        self.names: dict[str, str] = {}
        self._store = store
        self._meetings: dict[str, _Meeting] = {}
        self._shared: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for event, kind, date, place, actor, name, actor_kind in _rows(store, _PARTICIPANTS):
            if people_only and not actor_kind.endswith("/Person"):
                continue
            self.names[actor] = name
            type = kind.rpartition("/")[2].lower() or "meeting"
            self._meetings.setdefault(event, _Meeting(type, date, place)).actors.add(actor)
        for event, meeting in sorted(self._meetings.items()):
            for pair in combinations(sorted(meeting.actors), 2):
                self._shared[pair].append(event)

    def network(self) -> nx.Graph[str]:
        """Who met whom; nodes and links in sorted order, which fixes the order of the chains."""
        import networkx as nx

        network: nx.Graph[str] = nx.Graph()
        network.add_nodes_from(sorted(self.names))
        network.add_edges_from(sorted(self._shared))
        return network

    def step(self, one: str, other: str, shown: int) -> Step:
        """The link of two who met."""
        events = self._shared[min(one, other), max(one, other)]
        # A meeting without a date is the least telling.
        ordered = sorted(events, key=lambda e: (not self._meetings[e].date, self._meetings[e].date, e))
        encounters = tuple(self._encounter(event, one, other) for event in ordered[:shown])
        return Step(self.names[one], one, self.names[other], other, len(events), encounters)

    def _encounter(self, event: str, one: str, other: str) -> Encounter:
        meeting = self._meetings[event]
        quotes = _rows(self._store, _WORDS, event=event, one=one, other=other)
        told = tuple(Quote(*quote) for quote in quotes)
        return Encounter(event, meeting.type, meeting.date, meeting.place, told)


def paths(
    store: Store, ends: tuple[str, str], *, limit: int = 10, shown: int = 3, people_only: bool = True
) -> list[tuple[Step, ...]]:
    """The shortest chains of meetings from one entity to another (the IRIs ``ends``), at most ``limit``.

    A link is a meeting that occurred or is going on, in which both are stated to take part; ``shown`` of the
    meetings of a link are told in full. With ``people_only``, a chain leads through people alone, else also
    through organisations, countries and offices. The chains are in a fixed order; none where the two are not
    connected, or are one.
    """
    import networkx as nx

    meetings = _Meetings(store, people_only=people_only)
    network = meetings.network()
    one, other = ends
    if one == other or one not in network or other not in network or not nx.has_path(network, one, other):
        return []
    chains = islice(nx.all_shortest_paths(network, one, other), limit)
    return [tuple(meetings.step(a, b, shown) for a, b in pairwise(chain)) for chain in chains]


def _rows(store: Store, text: str, **iris: str) -> Iterable[tuple[str, ...]]:
    from kg.query import Solutions, parse_query, run

    results = run(store, parse_query(text, name="path"), iris)
    return results.texts() if isinstance(results, Solutions) else ()
