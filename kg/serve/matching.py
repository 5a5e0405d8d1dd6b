"""The names of the merged graph's people, organisations and places, and which of them a text may mean."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from rapidfuzz import fuzz, process, utils

from kg.serve.properties import PROPERTIES, holds, values_of
from kg.store import Store

TYPES: Final[Mapping[str, str]] = {
    "https://schema.org/Person": "Person",
    "https://schema.org/Organization": "Organization",
    "https://schema.org/Place": "Place",
}
"""The types that can be matched against: IRI and name."""

_NAMES: Final = """
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?entity ?type ?main ?name WHERE {
  GRAPH <https://w3id.org/newsgraph/graph/merged> {
    VALUES ?type { schema:Person schema:Organization schema:Place }
    ?entity a ?type ; schema:name ?main ; schema:name|skos:altLabel ?name .
  }
}
"""
# Below this likeness, of 100, a name is not worth a look.
_WORST: Final = 60.0
_MOST: Final = 50
# What a candidate loses that has none of the given properties: a namesake elsewhere stays a candidate.
_LOSS: Final = 20.0
# The properties by which people and places of one name are told apart.
_TELLING: Final = ("offices", "country")
# Names that are compared closely; the rest shares too little with what is asked for.
_CLOSE: Final = 200


@dataclass(slots=True)
class Candidate:
    """A person, organisation or place: its IRI, its types and its names, the main one first."""

    id: str
    name: str
    types: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    def described(self, known: Sequence[str] = ()) -> str:
        """What is ``known`` of it and its other names, for a person to tell namesakes apart."""
        others = sorted(self.names - {self.name})[:3]
        return "; ".join([*known, *([f"also {', '.join(others)}"] if others else [])])

    def typed(self) -> list[dict[str, str]]:
        """Its types as the reconciliation API gives them."""
        return [{"id": type, "name": TYPES[type]} for type in sorted(self.types)]


class Index:
    """All names of a snapshot, ready to be compared."""

    def __init__(self, candidates: Mapping[str, Candidate], store: Store) -> None:
        self._candidates = candidates
        self._store = store
        self._owners = [(name, c) for c in candidates.values() for name in sorted(c.names)]
        self._folded = [utils.default_process(name) for name, _ in self._owners]

    @classmethod
    def of(cls, store: Store) -> Index:
        """The names that the merged graph of ``store`` has now."""
        found: dict[str, Candidate] = {}
        for entity, type, main, name in store.select(_NAMES).texts():
            candidate = found.setdefault(entity, Candidate(entity, main))
            candidate.name = min(candidate.name, main)
            candidate.types.add(type)
            candidate.names.add(name)
        return cls(found, store)

    def name(self, id: str) -> str | None:
        """The main name of an entity; ``None`` where there is no such person, organisation or place."""
        candidate = self._candidates.get(id)
        return None if candidate is None else candidate.name

    def answer(self, queries: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
        """The candidates of a batch of queries, by the queries' keys (Reconciliation API 0.2, §4)."""
        found = {key: self._matches(query) for key, query in queries.items()}
        known = self._known({match["id"] for matches in found.values() for match in matches})
        for match in (match for matches in found.values() for match in matches):
            match["description"] = self._candidates[match["id"]].described(known.get(match["id"], ()))
        return {key: {"result": matches} for key, matches in found.items()}

    def _known(self, ids: Collection[str]) -> dict[str, list[str]]:
        """The offices of people and the countries of places among ``ids``, of all in two queries."""
        known: dict[str, list[str]] = {}
        for property in map(PROPERTIES.__getitem__, _TELLING) if ids else ():
            for id, values in values_of(self._store, property, ids).items():
                # An office with its country tells more than a bare title.
                known[id] = sorted(map(str, values), key=lambda value: (" of " not in value, value))[:2]
        return known

    def _matches(self, query: Mapping[str, Any]) -> list[dict[str, Any]]:
        given = query.get("type") or []
        types = {given} if isinstance(given, str) else set(given)
        limit = max(1, min(int(query.get("limit") or 10), _MOST))
        likenesses = self._scored(str(query.get("query") or ""), types)
        told = self._told(likenesses, query.get("properties") or ())
        found = {id: score - _missing(told[id]) for id, score in likenesses.items()}
        ranked = sorted(found.items(), key=lambda pair: (-pair[1], self._candidates[pair[0]].name, pair[0]))
        certain = [id for id, score in ranked if score == 100]
        return [
            {
                "id": id,
                "name": self._candidates[id].name,
                "type": self._candidates[id].typed(),
                "score": round(score, 1),
                # Two namesakes are never a certain match.
                "match": certain == [id],
                "features": [
                    {"id": "name_likeness", "value": round(likenesses[id], 1)},
                    *({"id": property, "value": has} for property, has in told[id].items()),
                ],
            }
            for id, score in ranked[:limit]
        ]

    def _scored(self, text: str, types: set[str]) -> dict[str, float]:
        """The likeness of each candidate, by its IRI: that of its most alike name, or of the IRI itself."""
        if text in self._candidates:
            return {text: 100.0}
        folded = utils.default_process(text)
        if not folded:
            return {}
        close = process.extract(
            folded, self._folded, scorer=fuzz.WRatio, limit=_CLOSE, score_cutoff=_WORST, processor=None
        )
        best: dict[str, float] = {}
        for name, _, place in close:
            candidate = self._owners[place][1]
            if types and not types & candidate.types:
                continue
            # Part of a name, or its words in another order, is like it but never certainly it.
            score = 100.0 if name == folded else min(fuzz.WRatio(folded, name), 99.0)
            best[candidate.id] = max(best.get(candidate.id, 0.0), score)
        return best

    def _told(
        self, likenesses: Mapping[str, float], properties: Sequence[Mapping[str, Any]]
    ) -> dict[str, dict[str, bool]]:
        """Which of the properties that a query gives hold of each candidate; unknown ones are passed over."""
        told: dict[str, dict[str, bool]] = {id: {} for id in likenesses}
        for given in properties:
            if told and (property := PROPERTIES.get(given["pid"])) is not None:
                values = values_of(self._store, property, told)
                for id, has in told.items():
                    has[property.id] = holds(given["v"], values.get(id, ()))
        return told

    def suggest(self, prefix: str, skip: int = 0) -> dict[str, Any]:
        """Entities one of whose names, or of whose names' words, begins with ``prefix``, or whose IRI it is,
        without the first ``skip`` of them (§6).
        """
        folded = utils.default_process(prefix)
        found: dict[str, Candidate] = {}
        for name, (_, candidate) in zip(self._folded, self._owners, strict=True):
            if folded and (name.startswith(folded) or f" {folded}" in name or candidate.id == prefix):
                found.setdefault(candidate.id, candidate)
        ranked = sorted(found.values(), key=lambda c: (c.name, c.id))[skip : skip + _MOST]
        known = self._known({candidate.id for candidate in ranked})
        return {"result": [_suggestion(candidate, known.get(candidate.id, ())) for candidate in ranked]}

    def describe(self, id: str) -> dict[str, Any]:
        """What a preview shows of an entity; empty where there is none."""
        candidate = self._candidates.get(id)
        if candidate is None:
            return {}
        others: Sequence[str] = sorted(candidate.names - {candidate.name})
        return {"id": id, "name": candidate.name, "names": others, "types": candidate.typed()}


def _missing(told: Mapping[str, bool]) -> float:
    """What a candidate of which not all given properties hold loses of its likeness."""
    return _LOSS * list(told.values()).count(False) / len(told) if told else 0.0


def _suggestion(candidate: Candidate, known: Sequence[str]) -> dict[str, Any]:
    return {
        "id": candidate.id,
        "name": candidate.name,
        "description": candidate.described(known),
        "notable": candidate.typed(),
    }
