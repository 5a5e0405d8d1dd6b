"""Decisions become RDF and come back as they were."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode

from kg.errors import GraphError
from kg.graph import validate
from kg.graph import vocabulary as v
from kg.graph.decisions import DECISIONS_GRAPH, checked, decision_iri, decision_quads, read_decisions
from kg.resolve.decisions import Decision

ONE, OTHER = v.NEWSGRAPH + "article/aa#p1", v.NEWSGRAPH + "article/bb#p2"
LEE = Decision(
    ONE, OTHER, "same", "Eve", "2024-05-01T10:00:00.250000Z", 'both "run" the port', "Ann Lee", "A. Lee"
)
WITHDRAWN = replace(
    LEE, verdict="different", withdrawn="2024-06-01T10:00:00Z", withdrawn_by="Bob", why="", one_name=""
)


def test_a_decision_comes_back_as_it_was() -> None:
    quads = [quad for decision in (WITHDRAWN, LEE) for quad in decision_quads(decision)]
    canonical = replace(LEE, when="2024-05-01T10:00:00.25Z")
    assert read_decisions(quads) == [replace(WITHDRAWN, when=canonical.when), canonical]


def test_a_decision_says_in_the_terms_of_prov_who_took_it_and_when() -> None:
    quads = list(decision_quads(WITHDRAWN))
    node = NamedNode(decision_iri(WITHDRAWN))
    said = {quad.predicate: quad.object for quad in quads if quad.subject == node}
    names = {quad.subject: quad.object for quad in quads if quad.predicate == v.NAME}
    assert (said[v.ONE], said[v.OTHER]) == (NamedNode(ONE), NamedNode(OTHER))
    assert said[v.VERDICT] == Literal("different")
    assert names[said[v.WAS_ATTRIBUTED_TO]] == Literal("Eve")  # type: ignore[index]
    assert names[said[v.WITHDRAWN_BY]] == Literal("Bob")  # type: ignore[index]
    assert said[v.INVALIDATED_AT].value == "2024-06-01T10:00:00Z"  # type: ignore[union-attr]
    assert {quad.graph_name for quad in quads} == {NamedNode(DECISIONS_GRAPH)}


def test_the_order_of_the_two_does_not_change_the_iri() -> None:
    assert decision_iri(replace(LEE, one=OTHER, other=ONE)) == decision_iri(LEE)
    assert decision_iri(replace(LEE, verdict="different")) != decision_iri(LEE)


def test_decisions_are_valid_under_the_shapes() -> None:
    assert validate([quad for decision in (LEE, WITHDRAWN) for quad in decision_quads(decision)]) == []


@pytest.mark.parametrize("missing", [v.ONE, v.VERDICT, v.GENERATED_AT, v.WAS_ATTRIBUTED_TO])
def test_a_decision_that_is_not_whole_is_refused_and_invalid(missing: NamedNode) -> None:
    quads = [quad for quad in decision_quads(LEE) if quad.predicate != missing]
    assert {found.path for found in validate(quads)} == {missing.value}
    with pytest.raises(GraphError, match=f"{decision_iri(LEE)} is not whole"):
        read_decisions(quads)


@pytest.mark.parametrize("reference", ["Ann Lee", "x> . <y", "https://news.example/a b", ""])
def test_a_name_or_a_piece_of_a_query_is_no_reference(reference: str) -> None:
    with pytest.raises(GraphError, match="reference"):
        list(decision_quads(replace(LEE, one=reference)))


def test_times_become_utc_and_canonical() -> None:
    said = replace(LEE, when="2024-05-01T12:00:00.50+02:00", withdrawn="2024-05-02T10:00:00Z")
    found = checked(said)
    assert (found.when, found.withdrawn) == ("2024-05-01T10:00:00.5Z", "2024-05-02T10:00:00Z")
    assert found.withdrawn_by == "Eve"
    assert checked(found) == found


@pytest.mark.parametrize("when", ["yesterday", "2024-05-01", "2024-05-01T10:00:00"])
def test_a_time_that_is_not_one_moment_is_refused(when: str) -> None:
    with pytest.raises(GraphError, match="expected 2024-05-01T10:00:00Z"):
        checked(replace(LEE, when=when))
