"""The results so far as an update sees them: with the changed articles as they are now, not as they were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from kg.resolve.changes import Pack
from kg.resolve.present import ArticleRecord, Present
from kg.resolve.records import Reference
from kg.resolve.sources import signature_of
from kg.resolve.tellings import Telling


def article_of(iri: str) -> str:
    """The article, or authority file, whose statement or reference ``iri`` is."""
    return iri.partition("#")[0]


class World:
    """References and tellings by key and by IRI.

    ``changed`` are the articles that changed (``None``: withdrawn), and ``keys_of`` gives the keys under
    which a reference is found.
    """

    def __init__(
        self,
        changed: Mapping[str, ArticleRecord | None],
        present: Present,
        keys_of: Callable[[Reference], frozenset[str]],
    ) -> None:
        self.present = present
        self.changed = changed
        self.old = tuple(present.packs(changed.keys()))
        self.signatures = {
            iri: signature_of(article.text) if article.text else ""
            for iri, article in changed.items()
            if article is not None
        }
        self._references = {r.iri: r for article in changed.values() if article for r in article.references}
        self._keys = {r.iri: keys_of(r) for r in self._references.values()}
        self._by_key = _inverted(self._keys)
        self._tellings: dict[str, Telling] = {}
        self._telling_keys: dict[str, frozenset[str]] = {}
        self._tellings_by_key: defaultdict[str, list[str]] = defaultdict(list)

    @property
    def new_references(self) -> Collection[Reference]:
        """The references of the changed articles."""
        return self._references.values()

    @property
    def new_tellings(self) -> Mapping[str, Telling]:
        """What was told by :meth:`tell`, by meeting report."""
        return self._tellings

    def references(self, keys: Collection[str]) -> Collection[Reference]:
        """Every reference that has one of ``keys``, once; ``iri:…`` is the key of the one with that IRI."""
        wanted = frozenset(keys)
        found = {iri: self._references[iri] for key in wanted for iri in self._by_key.get(key, ())}
        named = [key.removeprefix("iri:") for key in wanted if key.startswith("iri:")]
        found.update((reference.iri, reference) for reference in self.references_at(named))
        for pack in self.unchanged_with(wanted):
            for reference, own in zip(pack.references, pack.reference_keys, strict=True):
                if not wanted.isdisjoint(own):
                    found[reference.iri] = reference
        return found.values()

    def references_at(self, iris: Collection[str]) -> Iterator[Reference]:
        """The references with these IRIs."""
        yield from (self._references[iri] for iri in iris if iri in self._references)
        wanted = set(iris)
        for pack in self._packs_of(wanted):
            yield from (r for r in pack.references if r.iri in wanted)

    def has_reference(self, key: str) -> bool:
        """Whether a reference has ``key``."""
        return key in self._by_key or any(self.unchanged_with([key]))

    def tell(self, telling: Telling, keys: frozenset[str]) -> None:
        """Put ``telling`` in the place of what its report told before."""
        iri = telling.report.iri
        self._tellings[iri] = telling
        self._telling_keys[iri] = keys
        for key in keys:
            self._tellings_by_key[key].append(iri)

    def tellings(self, keys: Collection[str]) -> Collection[Telling]:
        """Every telling that has one of ``keys``, once; ``iri:…`` is the key of that of one report."""
        wanted = frozenset(keys)
        found = {iri: self._tellings[iri] for key in wanted for iri in self._tellings_by_key.get(key, ())}
        named = [key.removeprefix("iri:") for key in wanted if key.startswith("iri:")]
        found.update((telling.report.iri, telling) for telling in self.tellings_at(named))
        for pack in self.unchanged_with(wanted):
            for telling, own in zip(pack.tellings, pack.telling_keys, strict=True):
                if telling.report.iri not in self._tellings and not wanted.isdisjoint(own):
                    found[telling.report.iri] = telling
        return found.values()

    def tellings_at(self, iris: Collection[str]) -> Iterator[Telling]:
        """The tellings of the meeting reports with these IRIs."""
        yield from (self._tellings[iri] for iri in iris if iri in self._tellings)
        wanted = {iri for iri in iris if iri not in self._tellings}
        for pack in self._packs_of(wanted):
            yield from (t for t in pack.tellings if t.report.iri in wanted)

    def unchanged_with(self, keys: Collection[str]) -> Iterator[Pack]:
        """The packs with one of ``keys`` of articles that have not changed."""
        return self._unchanged(self.present.packs_with(keys))

    def tellings_of(self, articles: Iterable[str]) -> Iterator[Telling]:
        """What the articles told before, of those that have not changed."""
        unchanged = {article for article in articles if article not in self.changed}
        for pack in self.present.packs(unchanged):
            yield from pack.tellings

    def _packs_of(self, iris: Collection[str]) -> Iterable[Pack]:
        return self.present.packs({article_of(iri) for iri in iris} - self.changed.keys())

    def _unchanged(self, packs: Iterable[Pack]) -> Iterator[Pack]:
        return (pack for pack in packs if pack.article not in self.changed)

    def packs(self, sources: Mapping[str, str]) -> Iterator[Pack]:
        """The packs of all articles that changed, or that tell something else now, or have another source.

        ``sources`` gives the sources of these last and of those that changed.
        """
        for iri, article in self.changed.items():
            if article is not None:
                references = tuple(sorted(article.references, key=lambda r: r.iri))
                keys = tuple(tuple(sorted(self._keys[r.iri])) for r in references)
                yield self._told(
                    Pack(iri, sources[iri], self.signatures[iri], references, keys),
                    [meeting.iri for meeting in article.meetings],
                )
        others = {article_of(iri) for iri in self._tellings} | sources.keys()
        for pack in self.present.packs(others - self.changed.keys()):
            source = sources.get(pack.article, pack.source)
            yield self._told(replace(pack, source=source), [t.report.iri for t in pack.tellings])

    def _told(self, pack: Pack, reports: Iterable[str]) -> Pack:
        """``pack`` with what its ``reports`` tell now."""
        tellings = {t.report.iri: t for t in pack.tellings}
        keys = dict(zip(tellings, pack.telling_keys, strict=True))
        for iri in reports:
            if iri in self._tellings:
                tellings[iri], keys[iri] = self._tellings[iri], tuple(sorted(self._telling_keys[iri]))
        ordered = sorted(tellings)
        return replace(
            pack,
            tellings=tuple(tellings[iri] for iri in ordered),
            telling_keys=tuple(keys[iri] for iri in ordered),
        )


def _inverted(keys: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for iri, own in keys.items():
        for key in own:
            by_key[key].append(iri)
    return by_key
