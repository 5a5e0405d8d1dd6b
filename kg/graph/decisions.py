"""Decisions about identity as RDF, in a graph of their own: who judged which two references, when and why
(PROV-O).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final, get_args

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import GraphError
from kg.graph import literals
from kg.graph import vocabulary as v
from kg.graph.identifiers import is_iri, published_text
from kg.resolve.decisions import Decision, Verdict

DECISIONS_GRAPH: Final = v.NEWSGRAPH + "graph/decisions"

_GRAPH: Final = NamedNode(DECISIONS_GRAPH)
_VERDICTS: Final[dict[str, Verdict]] = {verdict: verdict for verdict in get_args(Verdict)}


def decision_iri(decision: Decision) -> str:
    """The IRI of a decision: the same on every machine for the same judgement of the same people at the same
    time.
    """
    return f"{v.NEWSGRAPH}decision/{_hash(*decision.identity)}"


def decision_quads(decision: Decision) -> Iterator[Quad]:
    """``decision`` as quads of :data:`DECISIONS_GRAPH`.

    Raises :class:`~kg.errors.GraphError` where a reference is not an IRI or a time is not ISO 8601.
    """
    node = NamedNode(decision_iri(decision))
    yield Quad(node, v.RDF_TYPE, v.Decision, _GRAPH)
    yield Quad(node, v.ONE, _reference(decision.one), _GRAPH)
    yield Quad(node, v.OTHER, _reference(decision.other), _GRAPH)
    yield Quad(node, v.VERDICT, literals.text(decision.verdict), _GRAPH)
    yield Quad(node, v.GENERATED_AT, literals.time(decision.when), _GRAPH)
    yield from _attribution(node, v.WAS_ATTRIBUTED_TO, decision.who)
    texts = ((v.REASON, decision.why), (v.ONE_NAME, decision.one_name), (v.OTHER_NAME, decision.other_name))
    for predicate, text in texts:
        if text:
            yield Quad(node, predicate, literals.text(text), _GRAPH)
    if decision.withdrawn is not None:
        yield Quad(node, v.INVALIDATED_AT, literals.time(decision.withdrawn), _GRAPH)
        yield from _attribution(node, v.WITHDRAWN_BY, decision.withdrawn_by or decision.who)


def checked(decision: Decision) -> Decision:
    """``decision`` as the graph gives it back, its times in UTC and in their canonical form.

    Raises :class:`~kg.errors.GraphError` as :func:`decision_quads`.
    """
    withdrawn = decision.withdrawn
    whole = replace(
        decision,
        when=_moment(decision.when),
        withdrawn=None if withdrawn is None else _moment(withdrawn),
        withdrawn_by=None if withdrawn is None else decision.withdrawn_by or decision.who,
    )
    [found] = read_decisions(decision_quads(whole))
    return found


def read_decisions(quads: Iterable[Quad]) -> list[Decision]:
    """The decisions in ``quads``, the oldest first.

    Raises :class:`~kg.errors.GraphError` where one lacks what every decision has.
    """
    nodes: defaultdict[str, dict[NamedNode, str]] = defaultdict(dict)
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            nodes[quad.subject.value][quad.predicate] = quad.object.value
    found = [
        _decision(iri, nodes) for iri, about in nodes.items() if about.get(v.RDF_TYPE) == v.Decision.value
    ]
    return sorted(found, key=lambda d: (d.when, d.identity))


def _moment(text: str) -> str:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise GraphError(f"{text!r} is not a time; expected 2024-05-01T10:00:00Z") from error
    if moment.tzinfo is None:
        raise GraphError(f"{text!r} has no time of day with its zone; expected 2024-05-01T10:00:00Z")
    return published_text(moment.astimezone(UTC)) or ""


def _decision(iri: str, nodes: dict[str, dict[NamedNode, str]]) -> Decision:
    about = nodes[iri]
    try:
        withdrawn_by = about.get(v.WITHDRAWN_BY)
        return Decision(
            one=about[v.ONE],
            other=about[v.OTHER],
            verdict=_VERDICTS[about[v.VERDICT]],
            who=nodes[about[v.WAS_ATTRIBUTED_TO]][v.NAME],
            when=about[v.GENERATED_AT],
            why=about.get(v.REASON, ""),
            one_name=about.get(v.ONE_NAME, ""),
            other_name=about.get(v.OTHER_NAME, ""),
            withdrawn=about.get(v.INVALIDATED_AT),
            withdrawn_by=None if withdrawn_by is None else nodes[withdrawn_by][v.NAME],
        )
    except KeyError as error:
        raise GraphError(
            f"the decision {iri} is not whole: it lacks {error}; kg validate says more"
        ) from error


def _attribution(node: NamedNode, predicate: NamedNode, who: str) -> Iterator[Quad]:
    agent = NamedNode(f"{v.NEWSGRAPH}agent/{_hash(who)}")
    yield Quad(node, predicate, agent, _GRAPH)
    yield Quad(agent, v.RDF_TYPE, v.Agent, _GRAPH)
    yield Quad(agent, v.NAME, literals.text(who), _GRAPH)


def _reference(iri: str) -> NamedNode:
    if not is_iri(iri):
        raise GraphError(f"{iri!r} is not the IRI of a reference; decisions are about references")
    return NamedNode(iri)


def _hash(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
