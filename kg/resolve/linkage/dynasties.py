"""Father and son in one office, where only the son is ever named in full.

Bare surnames lead from year to year through both their terms, and no weight tells where the one ends. But
nobody is elected for a lifetime: where the surname is in the office far longer than one career lasts, whoever
had it before the full name first appears is somebody else, and did not come back. Kings and queens do reign
that long.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from kg.resolve.linkage.clusters import Pair
from kg.resolve.linkage.people import PersonName, may_be_one, sounds
from kg.resolve.linkage.profiles import Profile

_CAREER: Final = 35
"""Years in one elected office that are not believed of one person on the strength of a surname."""


def predecessors(profiles: Iterable[Profile]) -> set[Pair]:
    """The pairs of profiles (ids, in order) that follow each other in one office under one surname and cannot
    be one person.
    """
    bearers: defaultdict[tuple[str, str], list[Profile]] = defaultdict(list)
    for profile in profiles:
        if isinstance(profile.parts, PersonName) and profile.authority is None and profile.first is not None:
            for office in profile.offices.led:
                for sound in sounds(profile.parts):
                    bearers[office, sound].append(profile)
    return {pair for own in bearers.values() for pair in _parted(own)}


def _parted(bearers: Sequence[Profile]) -> set[Pair]:
    bare, full = (
        [(p, name) for p in bearers if isinstance(name := p.parts, PersonName) and name.bare is is_bare]
        for is_bare in (True, False)
    )
    found: set[Pair] = set()
    for name in {name for _, name in full}:
        named = [p for p, other in full if may_be_one(name, other)]
        called = [p for p, other in bare if may_be_one(name, other)]
        if called and _last(named) - min(_years(called)) > _CAREER:
            begin = min(_years(named))
            before = [p for p in called if max(_years([p])) < begin]
            since = [*named, *(p for p in called if min(_years([p])) > begin)]
            found.update((min(a.id, b.id), max(a.id, b.id)) for a in before for b in since)
    return found


def _years(profiles: Collection[Profile]) -> list[int]:
    return [year for p in profiles for year in (p.first, p.last) if year is not None]


def _last(profiles: Collection[Profile]) -> int:
    return max(_years(profiles))
