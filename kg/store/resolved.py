"""What resolution found so far, as a store keeps it.

Beside the merged graph there is an index: one statement for each article with all that other articles are
compared with (its pack), and one for each key that the article is found by. The index is the store's own
bookkeeping: it can be made again from the articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import MERGED_GRAPH
from kg.graph import vocabulary as v
from kg.resolve import Entity, Location, Pack
from kg.resolve.packing import pack, unpack
from kg.store.contract import Store
from kg.store.updates import INDEX

_INDEX: Final = NamedNode(INDEX)
_AT_ONCE: Final = 500
_PACKS: Final = """
SELECT ?article ?record
WHERE {{ GRAPH <{graph}> {{ VALUES ?article {{ {values} }} ?article <{record}> ?record . }} }}
"""
_WITH_KEYS: Final = """
SELECT DISTINCT ?article WHERE {{ GRAPH <{graph}> {{ VALUES ?key {{ {values} }} ?article <{key}> ?key . }} }}
"""
_DENOTED: Final = """
SELECT ?item ?id WHERE {{ GRAPH <{graph}> {{ VALUES ?{given} {{ {values} }} ?item <{denotes}> ?id . }} }}
"""


def pack_quads(kept: Pack) -> list[Quad]:
    """The statements of the index about one article."""
    node = NamedNode(kept.article)
    quads = [Quad(node, v.RECORD, Literal(pack(kept)), _INDEX)]
    return quads + [Quad(node, v.KEY, Literal(key), _INDEX) for key in sorted(kept.keys)]


class StoredResults:
    """The results so far in ``store``; see :class:`kg.resolve.Present`.

    What was read once is remembered: make a new one for each update.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._packs: dict[str, Pack | None] = {}
        # Before the first build there is nothing to find: some thousands of queries less.
        self._is_empty = not any(any(store.match(graph=graph)) for graph in (MERGED_GRAPH, INDEX))

    def packs(self, articles: Collection[str]) -> Iterable[Pack]:
        """See :meth:`kg.resolve.Present.packs`."""
        unknown = sorted(iri for iri in articles if iri not in self._packs)
        self._packs.update(dict.fromkeys(unknown))
        for row in self._rows(_PACKS, map(_node, unknown), record=v.RECORD.value):
            self._packs[row[0]] = unpack(Pack, row[1])
        return [found for found in map(self._packs.__getitem__, articles) if found is not None]

    def packs_with(self, keys: Collection[str]) -> Iterable[Pack]:
        """See :meth:`kg.resolve.Present.packs_with`."""
        values = (str(Literal(key)) for key in sorted(keys))
        return self.packs({row[0] for row in self._rows(_WITH_KEYS, values, key=v.KEY.value)})

    def denoted(self, items: Collection[str]) -> Mapping[str, str]:
        """See :meth:`kg.resolve.Present.denoted`."""
        return dict(self._denotes(items, "item"))

    def denoting(self, ids: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """See :meth:`kg.resolve.Present.denoting`."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for item, id in self._denotes(ids, "id"):
            found[id].append(item)
        return {id: tuple(sorted(items)) for id, items in found.items()}

    def _denotes(self, given: Collection[str], name: str) -> Iterator[tuple[str, str]]:
        values = [_node(iri) for iri in sorted(given)]
        # One graph after the other: engines look a value up in a graph that is named, and go through all
        # statements where it could be one of two.
        for graph in (MERGED_GRAPH, INDEX):
            for row in self._rows(_DENOTED, values, graph=graph, given=name, denotes=v.DENOTES.value):
                yield row[0], row[1]

    def _rows(self, text: str, values: Iterable[str], **names: str) -> Iterator[tuple[str, ...]]:
        """The rows of a query over many values, some hundreds at a time."""
        rest = [] if self._is_empty else list(values)
        for start in range(0, len(rest), _AT_ONCE):
            part = " ".join(rest[start : start + _AT_ONCE])
            yield from self._store.select(text.format(**{"graph": INDEX, **names, "values": part})).texts()

    def place(self, id: str) -> Entity | None:
        """See :meth:`kg.resolve.Present.place`."""
        about: defaultdict[NamedNode, list[str]] = defaultdict(list)
        for quad in self._store.match(NamedNode(id), graph=MERGED_GRAPH):
            about[quad.predicate].append(quad.object.value)  # type: ignore[union-attr]
        if not about:
            return None

        def first(predicate: NamedNode) -> str | None:
            return next(iter(about.get(predicate, ())), None)

        is_place = first(v.RDF_TYPE) == v.Place.value
        geonames, latitude, longitude = first(v.GEONAMES), first(v.LAT), first(v.LONG)
        return Entity(
            kind="place" if is_place else "post",
            name=about[v.NAME][0],
            alternatives=tuple(sorted(about[v.ALT_LABEL])),
            location=Location(
                geonames=int(geonames.rstrip("/").rpartition("/")[2]) if geonames else None,
                country=first(v.COUNTRY),
                country_code=first(v.COUNTRY_CODE),
                latitude=float(latitude) if latitude else None,
                longitude=float(longitude) if longitude else None,
            )
            if is_place
            else None,
        )


def _node(iri: str) -> str:
    return str(NamedNode(iri))
