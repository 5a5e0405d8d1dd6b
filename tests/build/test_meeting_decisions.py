"""Decisions about meetings hold as those about people do: over a rebuild, an update, and in another store."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator

import pytest

from kg.errors import DecisionError
from kg.graph import MERGED_GRAPH, article_iri, report_nquads
from kg.graph import vocabulary as v
from kg.resolve.decisions import Verdict
from kg.store import Store, memory_store
from kg.store.decisions import decisions, find_judged, judged, record, standing, withdrawn
from kg.store.linking import about_pair
from kg.store.lookup import find
from kg.store.merging import bring_up_to_date, rebuild
from tests.export.test_path import told

WHO = "Ingrid Halvorsen, Tilda Brekke"
# Three articles about one meeting, and one about another a year later.
REPORTS = {id: told(id, WHO, on="2021-02-02" if id == "d" else "2020-02-02") for id in "abcd"}
MEETING = {id: article_iri(report.article) + "#m1" for id, report in REPORTS.items()}


@pytest.fixture
def store() -> Iterator[Store]:
    with memory_store() as opened:
        add(opened, *REPORTS)
        yield opened


def add(store: Store, *ids: str) -> None:
    for id in ids:
        store.replace(report_nquads(REPORTS[id], digest=id, fingerprint="F"))
    bring_up_to_date(store)


def decide(store: Store, one: str, verdict: Verdict, other: str) -> None:
    """Take a decision about the reports of two articles, and bring the graph up to date."""
    sides = [find_judged(store, MEETING[id]) for id in (one, other)]
    record(store, [judged(sides[0], sides[1], verdict, who="eve")])
    bring_up_to_date(store)


def meetings(store: Store) -> set[str]:
    """Which articles tell of one meeting: ``{"abc", "d"}``."""
    found: defaultdict[str, str] = defaultdict(str)
    names = {iri: id for id, iri in MEETING.items()}
    for quad in sorted(store.match(None, v.DENOTES, graph=MERGED_GRAPH), key=str):
        id = names.get(quad.subject.value)  # type: ignore[union-attr]
        if id:
            found[quad.object.value] += id  # type: ignore[union-attr]
    return {"".join(sorted(ids)) for ids in found.values()}


def after_rebuild(store: Store) -> set[str]:
    """:func:`meetings` once everything was worked out again, here and in another store."""
    rebuild(store)
    again = meetings(store)
    with memory_store() as other:
        record(other, decisions(store))
        for id in reversed(REPORTS):
            add(other, id)
        assert meetings(other) == again
    return again


def test_without_decisions_likeness_tells_which_reports_are_of_one_meeting(store: Store) -> None:
    assert meetings(store) == after_rebuild(store) == {"abc", "d"}


def test_a_wrong_merge_is_undone_and_stays_so(store: Store) -> None:
    decide(store, "a", "different", "b")
    # The third goes with the one or the other, always the same.
    assert meetings(store) == after_rebuild(store)
    assert meetings(store) in ({"ac", "b", "d"}, {"a", "bc", "d"})
    record(store, withdrawn(standing(store), who="eve"))
    bring_up_to_date(store)
    assert meetings(store) == after_rebuild(store) == {"abc", "d"}


def test_reports_that_nothing_else_would_join_are_one_meeting(store: Store) -> None:
    decide(store, "a", "same", "d")
    assert meetings(store) == after_rebuild(store) == {"abcd"}


def test_meetings_are_joined_whole_though_one_article_tells_of_both(store: Store) -> None:
    # The third article tells of the other meeting as well.
    [second] = told("c", WHO, on="2021-02-02").meetings
    both = dataclasses.replace(
        REPORTS["c"], meetings=(*REPORTS["c"].meetings, dataclasses.replace(second, id="m2"))
    )
    store.replace(report_nquads(both, digest="c", fingerprint="F"))
    bring_up_to_date(store)
    events = [find(store, MEETING[id]).iri for id in "ad"]
    sides = [find_judged(store, event) for event in events]
    record(store, [judged(sides[0], sides[1], "same", who="eve")])
    bring_up_to_date(store)
    assert meetings(store) == {"abcd"}
    rebuild(store)
    assert meetings(store) == {"abcd"}


def test_same_against_different_joins_nothing(store: Store) -> None:
    decide(store, "a", "different", "d")
    decide(store, "a", "same", "b")
    decide(store, "b", "same", "d")
    assert meetings(store) == after_rebuild(store)
    assert not any({"a", "d"} <= set(ids) for ids in meetings(store))


def test_a_decision_about_a_meeting_waits_for_an_article_that_goes_and_comes_back(store: Store) -> None:
    decide(store, "a", "different", "b")
    before = meetings(store)
    store.drop(article_iri(REPORTS["b"].article))
    bring_up_to_date(store)
    assert meetings(store) == {"ac", "d"}
    add(store, "b")
    assert meetings(store) == before


def test_a_meeting_and_a_person_are_not_judged_together(store: Store) -> None:
    meeting, person = find_judged(store, MEETING["a"]), find_judged(store, "Tilda Brekke")
    assert meeting.name == "meeting of Ingrid Halvorsen and Tilda Brekke, 2020-02-02"
    with pytest.raises(DecisionError, match="two people, two organizations or two meetings"):
        judged(meeting, person, "same", who="eve")
    with pytest.raises(DecisionError, match="kg query meetings lists the reports"):
        judged(meeting, meeting, "different", who="eve")


def test_decisions_about_others_that_denote_the_same_two_are_told_too(store: Store) -> None:
    decide(store, "a", "same", "d")
    [decision] = about_pair(store, find(store, MEETING["b"]), find(store, MEETING["c"]))
    assert (decision.pair, decision.verdict) == (tuple(sorted((MEETING["a"], MEETING["d"]))), "same")


def test_an_iri_that_another_took_the_place_of_stands_for_that_one(store: Store) -> None:
    gone = find(store, MEETING["d"]).iri
    decide(store, "a", "same", "d")
    kept = find(store, MEETING["a"]).iri
    assert kept != gone
    assert find(store, gone).iri == find(store, MEETING["d"]).iri == kept
