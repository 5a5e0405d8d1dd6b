"""What changed between two states of the merged graph, told in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg.errors import GraphError
from kg.graph.difference import difference
from kg.graph.snapshot import Snapshot, read_file, snapshot

PREFIXES = """
@prefix : <https://w3id.org/newsgraph/> .
@prefix a: <https://w3id.org/newsgraph/article/> .
@prefix schema: <https://schema.org/> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
BASE = """
<https://w3id.org/newsgraph/article/aa> schema:identifier "first" .
<https://w3id.org/newsgraph/article/aa#m1> :denotes :e1 ; :status "planned" .
<https://w3id.org/newsgraph/article/aa#p1> :denotes :lee .
<https://w3id.org/newsgraph/article/bb#p1> :denotes :lee .
:lee a schema:Person ; schema:name "Ann Lee" .
:e1 a :Meeting , :Talks ; :status "planned" ; sem:hasActor :lee ;
    sem:hasBeginTimeStamp "2020-05"^^xsd:gYearMonth .
:f1 a :ActorFact ; :about :e1 ; :actor :lee ; :part "attendee" ; :title "Mayor" ; :of "Oslo" ;
    :support <https://w3id.org/newsgraph/article/aa#m1-1> ; :articleCount 1 ; :sourceCount 1 .
"""


def state(text: str) -> Snapshot:
    """A snapshot of a few statements in Turtle."""
    return snapshot(parse(input=PREFIXES + text, format=RdfFormat.TURTLE))


def told(old: str, new: str) -> list[str]:
    """The differences in words."""
    return [str(found) for found in difference(state(old), state(new))]


def test_equal_states_do_not_differ_whatever_things_are_called() -> None:
    renamed = BASE.replace(":lee ", ":ann-lee ").replace(":e1 ", ":event ").replace(":f1 ", ":fact ")
    assert told(BASE, BASE) == []
    assert told(BASE, renamed) == []
    assert told(renamed, BASE) == []


def test_a_changed_value_is_told_with_what_it_was_and_is() -> None:
    held = BASE.replace(
        ':e1 a :Meeting , :Talks ; :status "planned"', ':e1 a :Meeting , :Talks ; :status "occurred"'
    )
    assert told(BASE, held) == ["~ status: talks 2020-05 (Ann Lee): planned → occurred"]


def test_a_fact_that_gains_a_support_has_changed_and_a_new_one_is_added() -> None:
    more = BASE.replace(
        ":articleCount 1 ; :sourceCount 1", ":support a:bb ; :articleCount 2 ; :sourceCount 1"
    )
    assert told(BASE, more) == [
        "~ actor: talks 2020-05 (Ann Lee): Ann Lee; attendee; Mayor; of Oslo: "
        "1 article, 1 source, 1 statement → 2 articles, 1 source, 2 statements"
    ]
    inferred = (
        ':f2 a :ActorFact ; :about :e1 ; :actor :lee ; :part "host" ; :inferred true ; :articleCount 1 .'
    )
    assert told(BASE, BASE + inferred) == ["+ actor: talks 2020-05 (Ann Lee): Ann Lee; host; inferred"]
    assert told(BASE + inferred, BASE) == ["- actor: talks 2020-05 (Ann Lee): Ann Lee; host; inferred"]


def test_what_a_withdrawn_article_took_with_it_is_told() -> None:
    gone = ':lee a schema:Person ; schema:name "Ann Lee" . a:bb\\#p1 :denotes :lee .'
    assert told(BASE, gone) == [
        "- article: first",
        "- actor: talks 2020-05 (Ann Lee): Ann Lee; attendee; Mayor; of Oslo",
        "- meeting: talks 2020-05 (Ann Lee)",
        "- start: talks 2020-05 (Ann Lee)",
        "- status: talks 2020-05 (Ann Lee)",
    ]
    [status] = [found for found in difference(state(BASE), state(gone)) if found.kind == "status"]
    assert (status.change, status.before, status.after) == ("removed", "planned", "")


def test_one_person_who_becomes_two_is_told_by_the_reference_that_moved() -> None:
    split = (
        BASE.replace("article/bb#p1> :denotes :lee", "article/bb#p1> :denotes :other")
        + ':other a schema:Person ; schema:name "Anna Lee" .'
    )
    assert told(BASE, split) == [
        "+ name: Anna Lee",
        "~ reference: https://w3id.org/newsgraph/article/bb#p1: denotes: "
        "Ann Lee <https://w3id.org/newsgraph/lee> → Anna Lee <https://w3id.org/newsgraph/other>",
    ]


def test_a_decision_is_told_by_names_and_whether_it_stands() -> None:
    prov = "@prefix prov: <http://www.w3.org/ns/prov#> .\n"
    taken = prov + ':d1 a :Decision ; :one a:x ; :other a:y ; :oneName "Ann Lee" ; :verdict "same" .\n'
    assert told(prov, taken) == ["+ decision: Ann Lee and https://w3id.org/newsgraph/article/y: same"]
    back = taken + ':d1 prov:invalidatedAtTime "2024-05-01T10:00:00Z"^^xsd:dateTime .'
    assert told(taken, back) == [
        "~ decision: Ann Lee and https://w3id.org/newsgraph/article/y: same: "
        "stands → taken back 2024-05-01T10:00:00Z"
    ]


def test_a_file_that_is_no_export_is_refused_by_name(tmp_path: Path) -> None:
    table, broken = tmp_path / "met.csv", tmp_path / "cut.nq"
    broken.write_text("<a:b> <a:c> .\n")
    with pytest.raises(GraphError, match=r"met\.csv: is no export that can be compared"):
        list(read_file(table))
    with pytest.raises(GraphError, match=r"cut\.nq: "):
        list(read_file(broken))
