"""Father and son in one office, where only the son is ever named in full.

Bare surnames lead from year to year through both their terms, and no weight tells where the one ends. But
nobody is elected for a lifetime: where the surname is in the office far longer than one career lasts, whoever
had it before the full name first appears is somebody else, and did not come back. Kings and queens do reign
that long.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
    bearers: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        if isinstance(profile.parts, PersonName) and profile.first is not None:
            for sound in sounds(profile.parts):
                bearers[sound].append(profile)
    return {pair for own in bearers.values() for pair in _parted(own)}


def _parted(bearers: Sequence[Profile]) -> Iterator[Pair]:
    """Those of the profiles of one surname."""
    leaders: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in bearers:
        # Files give a first and a last year of several terms.
        for office in profile.offices.led if profile.authority is None else ():
            leaders[office].append(profile)
    for own in leaders.values():
        if max(_years(own)) - min(_years(own)) > _CAREER:
            yield from _before_the_name([p for p in own if _name(p).bare], own, bearers)


def _before_the_name(
    bare: Sequence[Profile], leaders: Sequence[Profile], bearers: Sequence[Profile]
) -> Iterator[Pair]:
    for name in {_name(p) for p in leaders if not _name(p).bare}:
        called = [p for p in bare if may_be_one(name, _name(p))]
        named = [p for p in bearers if not _name(p).bare and may_be_one(name, _name(p))]
        last = max(_years([p for p in leaders if not _name(p).bare and may_be_one(name, _name(p))]))
        if called and last - min(_years(called)) > _CAREER:
            begin = min(_years(named))
            since = [*named, *(p for p in called if min(_years([p])) > begin)]
            for before in called:
                if max(_years([before])) < begin:
                    yield from ((min(before.id, p.id), max(before.id, p.id)) for p in since)


def _name(profile: Profile) -> PersonName:
    assert isinstance(profile.parts, PersonName)
    return profile.parts


def _years(profiles: Iterable[Profile]) -> list[int]:
    return [year for p in profiles for year in (p.first, p.last) if year is not None]
