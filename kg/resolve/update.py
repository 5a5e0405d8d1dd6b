"""What changes in the merged graph when articles change.

One algorithm for everything: a rebuild is the update in which every article has changed. Each step looks at
what the changed articles touch, found through keys, and takes whole clusters: so the result depends on which
articles there are, and not on the order in which they came.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from kg.resolve.changes import Changes, Pack
from kg.resolve.clustering import Clustered, Kind, cluster_anew
from kg.resolve.dormant import asleep, holders
from kg.resolve.entities import Entity, entity
from kg.resolve.events import Event
from kg.resolve.facts import event
from kg.resolve.keyed import is_keyed, name_index_key, resolve_keyed
from kg.resolve.present import ArticleRecord, Present
from kg.resolve.records import Reference
from kg.resolve.retelling import Retelling
from kg.resolve.source_update import find_sources
from kg.resolve.tellings import Telling
from kg.resolve.tools import Tools
from kg.resolve.vacancies import guessed_keys, holding_keys
from kg.resolve.world import World, article_of


def update(changed: Mapping[str, ArticleRecord | None], present: Present, tools: Tools) -> Changes:
    """What is to be changed in ``present``, the results so far, when the articles in ``changed`` are as they
    are there (``None``: withdrawn).
    """

    def keys_of(reference: Reference) -> frozenset[str]:
        if is_keyed(reference):
            return frozenset([name_index_key(reference)])
        return tools.keys_of(reference) | holding_keys(reference)

    return _Update(World(changed, present, keys_of), tools).run()


class _Update:
    """One update. The order of the steps matters: each needs what those before it found."""

    def __init__(self, world: World, tools: Tools) -> None:
        self._world = world
        self._present = world.present
        self._tools = tools
        self._old_references = [r for pack in world.old for r in pack.references]
        self._old_items = {item for pack in world.old for item in pack.items}

    def run(self) -> Changes:
        """All steps."""
        sources = find_sources(self._world)
        people = self._people()
        keyed = resolve_keyed(self._world, self._old_references, self._tools.names.entity_iri)
        denotes = {**people.denotes, **keyed.denotes}
        before = {**self._present.denoted(denotes.keys() | {r.iri for r in self._old_references})}
        moved = {iri for iri, id in denotes.items() if before.get(iri) != id}
        retelling = Retelling(self._world, denotes, people.members, sources, merger=self._tools.merger)
        retelling.run(moved, [*self._lost(moved), *self._in_doubt(people, moved)])
        members = {**people.members, **self._others(people, sources)}
        sleeping = asleep(self._world, members, self._tools.names.is_authority)
        events = self._events()
        before.update(events.before)
        listed = self._of_authorities(members)
        after = {**denotes, **events.denotes, **listed}
        return Changes(
            denotes=_differences(before, after, self._old_items, listed),
            entities={
                **keyed.entities,
                **dict.fromkeys(people.vanished | sleeping),
                **self._entities({id: own for id, own in members.items() if id not in sleeping}, sources),
            },
            events=_told(events),
            replaced={**people.replaced, **events.replaced},
            packs=self._packs(sources),
            asleep=sleeping,
        )

    def _people(self) -> Clustered[Reference]:
        """The clusters of people and organisations."""
        linker, world = self._tools.linker, self._world
        removed = [r for r in self._old_references if not is_keyed(r)]
        kind: Kind[Reference] = Kind(
            cluster=lambda changed: linker.link(changed, world.references, removed=removed).clusters,
            at=world.references_at,
            iri_of=lambda reference: reference.iri,
            found=lambda first: self._tools.names.entity_iri(first.kind, first.name, first.iri),
        )
        changed = [r for r in world.new_references if not is_keyed(r)]
        return cluster_anew(changed, {r.iri for r in removed}, self._present, kind)

    def _lost(self, moved: set[str]) -> list[Reference]:
        """The references that are gone or speak of somebody else now, as they were."""
        return [*self._old_references, *self._world.references_at(moved)]

    def _in_doubt(self, people: Clustered[Reference], moved: set[str]) -> Iterator[Reference]:
        """The references whose guessed offices count or not by what else is said of the same people, where
        that is something else now.
        """
        changed = moved | {r.iri for r in (*self._old_references, *self._world.new_references)}
        ids = {people.denotes.get(iri) for iri in changed} | {people.before.get(iri) for iri in changed}
        for id in ids:
            yield from (r for r in people.members.get(id or "", ()) if guessed_keys(r))

    def _events(self) -> Clustered[Telling]:
        merger, world = self._tools.merger, self._world
        kind: Kind[Telling] = Kind(
            cluster=lambda changed: merger.merge(changed, world.tellings),
            at=world.tellings_at,
            iri_of=lambda told: told.report.iri,
            found=lambda first: self._tools.names.event_iri(first.report.iri),
        )
        gone = {t.report.iri for pack in world.old for t in pack.tellings}
        told = world.new_tellings
        return cluster_anew(told.values(), gone | told.keys(), self._present, kind)

    def _others(
        self, people: Clustered[Reference], sources: Mapping[str, str]
    ) -> dict[str, tuple[Reference, ...]]:
        """The people who are clustered as they were, and yet may be told otherwise: by an inference that
        rests on them or no more, or because articles that give their roles belong to other sources now.
        """
        world = self._world
        told_before = world.present.packs({article_of(iri) for iri in world.new_tellings})
        lost = [t for pack in (*world.old, *told_before) for t in pack.tellings]
        ids = {id for told in (*lost, *world.new_tellings.values()) for id in holders(told)}
        moved = world.present.packs(sources.keys() - world.changed.keys())
        ids.update(world.present.denoted([r.iri for p in moved for r in p.references if r.roles]).values())
        found = world.present.denoting(ids - people.members.keys() - people.vanished)
        known = {id: tuple(sorted(world.references_at(found[id]), key=lambda r: r.iri)) for id in found}
        return {id: own for id, own in known.items() if own}

    def _of_authorities(self, members: Mapping[str, tuple[Reference, ...]]) -> dict[str, str]:
        """What people of authority files denote; where it is written depends on who is asleep."""
        is_authority = self._tools.names.is_authority
        return {r.iri: id for id, own in members.items() for r in own if is_authority(r.iri)}

    def _entities(
        self, people: Mapping[str, tuple[Reference, ...]], sources: Mapping[str, str]
    ) -> dict[str, Entity]:
        articles = {r.article for members in people.values() for r in members if r.roles}
        known = self._present.packs(articles - sources.keys())
        found = {pack.article: pack.source for pack in known} | dict(sources)
        return {id: entity(members, found.__getitem__) for id, members in people.items()}

    def _packs(self, sources: Mapping[str, str]) -> dict[str, Pack | None]:
        packs: dict[str, Pack | None] = dict.fromkeys(self._world.changed)
        packs.update((pack.article, pack) for pack in self._world.packs(sources))
        return packs


def _told(events: Clustered[Telling]) -> dict[str, Event | None]:
    told: dict[str, Event | None] = dict.fromkeys(events.vanished)
    told.update((id, event(members)) for id, members in events.members.items())
    return told


def _differences(
    before: Mapping[str, str], after: Mapping[str, str], gone: Iterable[str], always: Collection[str]
) -> dict[str, str | None]:
    """What denotes something else now than before; ``gone`` are items that may be no more, and ``always``
    those that are listed in any case.
    """
    changes: dict[str, str | None] = {iri: None for iri in gone if iri in before and iri not in after}
    changes.update((iri, id) for iri, id in after.items() if before.get(iri) != id or iri in always)
    return changes
