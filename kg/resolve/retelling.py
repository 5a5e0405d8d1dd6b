"""Which meeting reports are told anew, and how: they are told in terms of entities, and those may change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from kg.resolve.dormant import holder_keys
from kg.resolve.records import MeetingReport, Reference
from kg.resolve.tellings import Inference, Telling, telling
from kg.resolve.tools import Merger
from kg.resolve.vacancies import find_holders, has_changed, holding_keys, vacancy_keys
from kg.resolve.world import World, article_of


class Retelling:
    """Tells the reports anew that an update touches.

    ``denotes`` gives the entities of the references that the update looked at, and ``members`` all references
    to the people among them; of others they are as they were. ``sources`` gives the independent source of
    each article that may have another than before.
    """

    def __init__(
        self,
        world: World,
        denotes: Mapping[str, str],
        members: Mapping[str, Collection[Reference]],
        sources: Mapping[str, str],
        *,
        merger: Merger,
    ) -> None:
        self._world = world
        self._denotes = denotes
        self._members = members
        self._sources = sources
        self._merger = merger

    def run(self, moved: Collection[str], was_said: Iterable[Reference]) -> list[Telling]:
        """The tellings that are new or other than before.

        ``moved`` are references that denote another entity than before, new ones too; ``was_said`` are
        others whose offices may have shown who held them, or may show it only now.
        """
        world = self._world
        reports = {m.iri: m for article in world.changed.values() if article for m in article.meetings}
        for old in world.tellings_of({article_of(iri) for iri in moved} | self._sources.keys()):
            if self._is_touched(old, moved):
                reports[old.report.iri] = old.report
        offices = {key for r in was_said for key in holding_keys(r)}
        offices |= {key for r in world.references_at(moved) for key in holding_keys(r)}
        asked = {t.report.iri: t for t in world.tellings(offices) if t.report.iri not in reports}
        candidates = [*reports.values(), *(t.report for t in asked.values())]
        found = find_holders(candidates, world.references, self._ids, self._members_of)
        reports.update((iri, t.report) for iri, t in asked.items() if has_changed(t, found))
        told = [self._tell(report, found) for report in reports.values()]
        for each in told:
            keys = self._merger.keys_of(each) | vacancy_keys(each.report) | holder_keys(each)
            world.tell(each, keys)
        return told

    def _is_touched(self, old: Telling, moved: Collection[str]) -> bool:
        report = old.report
        if self._sources.get(report.article, old.source) != old.source:
            return True
        return report.place in moved or any(p.participant in moved for p in report.participations)

    def _tell(self, report: MeetingReport, holders: Mapping[str, Inference]) -> Telling:
        named = {p.participant for p in report.participations} | ({report.place} if report.place else set())
        references = {r.iri: r for r in self._world.references_at(named)}
        return telling(
            report,
            references,
            self._ids(references),
            holders=holders,
            source=self._sources.get(report.article) or self._known_source(report.article),
        )

    def _known_source(self, article: str) -> str:
        return next((pack.source for pack in self._world.present.packs([article])), article)

    def _ids(self, references: Collection[str]) -> Mapping[str, str]:
        """What each of ``references`` denotes."""
        rest = [iri for iri in references if iri not in self._denotes]
        known = self._world.present.denoted(rest) if rest else {}
        return {**known, **{iri: self._denotes[iri] for iri in references if iri in self._denotes}}

    def _members_of(self, persons: Collection[str]) -> Mapping[str, Collection[Reference]]:
        """All references to each of ``persons``."""
        found = {id: self._members[id] for id in persons if id in self._members}
        rest = self._world.present.denoting([id for id in persons if id not in found])
        known = {r.iri: r for r in self._world.references_at({iri for own in rest.values() for iri in own})}
        return {**found, **{id: [known[iri] for iri in own if iri in known] for id, own in rest.items()}}
