"""The facts of an event from the reports that tell of it: each with its supports, and what is at odds side by
side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.resolve.conflicts import conflicts
from kg.resolve.events import (
    Bound,
    Event,
    Evidence,
    Involvement,
    PlaceFact,
    StatusFact,
    TimeFact,
)
from kg.resolve.places import Where
from kg.resolve.tellings import Actor, Telling

# The more of it a type says, the earlier it stands; every meeting is a "meeting".
_TYPES: Final = ("summit", "conference", "session", "talks", "call", "visit", "meeting")
# What happened settles what was planned, and that settles what was wished for.
_SETTLED: Final = {"hypothetical": 0, "planned": 1}
_STATUSES: Final = ("occurred", "ongoing", "cancelled", "denied", "planned", "hypothetical")
_DIGITS: Final = 4


def event(tellings: Iterable[Telling]) -> Event:
    """The event that ``tellings`` (one or more) tell of, whatever their order."""
    told = sorted(tellings, key=lambda t: t.report.iri)
    times = _times(told)
    places = _places(told)
    statuses = _statuses(told)
    involvements = _involvements(told)
    whereabouts = {t.place: t.where for t in told if t.place is not None and t.where is not None}
    types = _types(told)
    return Event(
        reports=tuple(t.report.iri for t in told),
        type=types[0],
        types=tuple(sorted(types)),
        status=_status(statuses),
        statuses=statuses,
        start=_best_time(times, "start"),
        end=_best_time(times, "end"),
        place=_best_place(places, whereabouts),
        times=times,
        places=places,
        involvements=involvements,
        actors=tuple(_present(involvements)),
        conflicts=conflicts(statuses, times, places, whereabouts, involvements),
        articles=len({t.report.article for t in told}),
        sources=len({t.source for t in told}),
    )


@dataclass(slots=True)
class _Supports:
    """The supports of one fact, as they are gathered."""

    statements: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    confidence: float = 0.0

    def add(self, telling: Telling, statement: str, confidence: float) -> None:
        """One more statement, from ``telling``."""
        self.statements.add(statement)
        self.articles.add(telling.report.article)
        self.sources.add(telling.source)
        self.confidence = max(self.confidence, confidence)

    def evidence(self) -> Evidence:
        """What was gathered."""
        return Evidence(
            supports=tuple(sorted(self.statements)),
            articles=len(self.articles),
            sources=len(self.sources),
            confidence=round(self.confidence, _DIGITS),
        )


def _weight(evidence: Evidence) -> tuple[int, int, float, tuple[str, ...]]:
    """Facts with more behind them first; then those with the smallest support, so that ties are settled."""
    return (-evidence.sources, -evidence.articles, -evidence.confidence, evidence.supports)


def _types(told: Sequence[Telling]) -> list[str]:
    """The types told, the one that says most first: any before "meeting", then what most sources say."""
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for telling in told:
        sources[telling.report.type].add(telling.source)
    return sorted(sources, key=lambda t: (t == "meeting", -len(sources[t]), _TYPES.index(t)))


def _statuses(told: Sequence[Telling]) -> tuple[StatusFact, ...]:
    gathered: defaultdict[str, _Supports] = defaultdict(_Supports)
    dates: defaultdict[str, set[str]] = defaultdict(set)
    for telling in told:
        report = telling.report
        gathered[report.status].add(telling, report.iri, report.confidence)
        if report.published is not None:
            dates[report.status].add(report.published)
    return tuple(
        StatusFact(
            status, min(dates[status], default=None), max(dates[status], default=None), supports.evidence()
        )
        for status, supports in sorted(gathered.items())
    )


def _status(statuses: Sequence[StatusFact]) -> str:
    """The present state: of what is settled most, the last published; on one day, what most sources say.

    Whether it took place is no matter of when somebody says so: there, what most sources say goes first.
    """
    settled = max(_SETTLED.get(s.status, len(_SETTLED)) for s in statuses)
    candidates = [s for s in statuses if _SETTLED.get(s.status, len(_SETTLED)) == settled]
    rivals = [s for s in candidates if s.status in ("occurred", "denied")]
    most = max((s.evidence.sources for s in rivals), default=0)
    candidates = [s for s in candidates if s not in rivals or s.evidence.sources == most]
    last = max((s.last or "")[:10] for s in candidates)
    latest = [s for s in candidates if (s.last or "")[:10] == last]
    return min(latest, key=lambda s: (-s.evidence.sources, _STATUSES.index(s.status))).status


def _times(told: Sequence[Telling]) -> tuple[TimeFact, ...]:
    gathered: defaultdict[tuple[Bound, str], _Supports] = defaultdict(_Supports)
    stated: set[tuple[Bound, str]] = set()
    for telling in told:
        bounds: list[Bound] = []
        if telling.report.start is not None:
            bounds.append("start")
        if telling.report.end is not None:
            bounds.append("end")
        for bound, time in zip(bounds, telling.report.times, strict=True):
            gathered[bound, time.value].add(telling, time.iri, time.confidence)
            if time.basis == "stated":
                stated.add((bound, time.value))
    return tuple(
        TimeFact(bound, value, "stated" if (bound, value) in stated else "relative", supports.evidence())
        for (bound, value), supports in sorted(gathered.items())
    )


def _best_time(times: Sequence[TimeFact], bound: Bound) -> str | None:
    """The value with most behind it; of those with as much, the most precise."""
    own = [t for t in times if t.bound == bound]
    if not own:
        return None
    return min(
        own, key=lambda t: (-len(t.value), _weight(t.evidence)) if _nested(own) else _weight(t.evidence)
    ).value


def _nested(times: Sequence[TimeFact]) -> bool:
    """Whether all values are one time at several precisions: then the most precise says all."""
    longest = max((t.value for t in times), key=len)
    return all(longest.startswith(t.value) for t in times)


def _places(told: Sequence[Telling]) -> tuple[PlaceFact, ...]:
    gathered: defaultdict[str, _Supports] = defaultdict(_Supports)
    for telling in told:
        if telling.place is not None:
            gathered[telling.place].add(telling, telling.report.iri, telling.report.confidence)
    facts = [PlaceFact(place, supports.evidence()) for place, supports in gathered.items()]
    return tuple(sorted(facts, key=lambda f: _weight(f.evidence)))


def _best_place(places: Sequence[PlaceFact], whereabouts: dict[str, Where]) -> str | None:
    """The best supported place; a country only where no narrower place is told."""
    if not places:
        return None

    def is_country(fact: PlaceFact) -> bool:
        found = whereabouts.get(fact.place)
        return found is not None and found.extent == "country"

    return min(places, key=lambda f: (is_country(f), _weight(f.evidence))).place


def _involvements(told: Sequence[Telling]) -> tuple[Involvement, ...]:
    """What is stated, and beside it the holders of offices that were worked out."""
    stated: defaultdict[tuple[str, str, str | None, str | None], _Supports] = defaultdict(_Supports)
    inferred: defaultdict[tuple[str, str, str | None, str | None], _Supports] = defaultdict(_Supports)
    bases: defaultdict[tuple[str, str, str | None, str | None], set[str]] = defaultdict(set)
    for telling in told:
        for actor in telling.actors:
            if actor.entity is not None:
                stated[_role(actor.entity, actor)].add(telling, actor.statement, actor.confidence)
            if actor.holder is not None:
                key = _role(actor.holder.person, actor)
                inferred[key].add(telling, actor.statement, actor.confidence * actor.holder.confidence)
                bases[key].update(actor.holder.basis)
    facts = [Involvement(*key, supports.evidence()) for key, supports in stated.items()]
    facts += [
        Involvement(*key, supports.evidence(), inferred=True, basis=tuple(sorted(bases[key])))
        for key, supports in inferred.items()
    ]
    return tuple(sorted(facts, key=lambda f: (f.inferred, _weight(f.evidence), f.part)))


def _role(entity: str, actor: Actor) -> tuple[str, str, str | None, str | None]:
    return (entity, actor.part, actor.title, actor.of)


def _present(involvements: Sequence[Involvement]) -> dict[str, None]:
    stated = [i for i in involvements if not i.inferred]
    return dict.fromkeys(i.actor for i in stated if i.part != "absent")
