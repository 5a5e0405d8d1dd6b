"""The independent sources of the articles that changed, and of those that have another one for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from kg.resolve.changes import source_key
from kg.resolve.sources import SourceText, keys_of, merge
from kg.resolve.world import World


def find_sources(world: World) -> dict[str, str]:
    """The source of each changed article, and of every other one whose source is another than before.

    A source is called after the first of its articles. An authority file is a source of its own.
    """
    new = [SourceText(iri, signature) for iri, signature in world.signatures.items() if signature]
    by_key: defaultdict[str, list[SourceText]] = defaultdict(list)
    for text in new:
        for key in keys_of(text.signature):
            by_key[key].append(text)
    before: dict[str, str] = {}

    def find(keys: Collection[str]) -> Iterator[SourceText]:
        yield from {text.article: text for key in keys for text in by_key.get(key, ())}.values()
        for pack in world.unchanged_with(keys):
            before[pack.article] = pack.source
            yield SourceText(pack.article, pack.signature)

    # Those that shared a source with what changed may be apart without it.
    left = list(find({source_key(pack.source) for pack in world.old}))
    sources = {iri: iri for iri in world.signatures}
    for articles in merge([*new, *left], find):
        sources.update((article, articles[0]) for article in articles if before.get(article) != articles[0])
    return sources
