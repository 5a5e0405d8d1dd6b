"""Decisions hold: over a rebuild, against likeness and chains, replayed elsewhere; and are taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kg.graph import MERGED_GRAPH, article_iri, report_nquads
from kg.graph import vocabulary as v
from kg.resolve.decisions import Decision, Verdict, judgements
from kg.store import Store, memory_store
from kg.store.decisions import decisions, record, standing, withdrawn
from kg.store.merging import bring_up_to_date, rebuild
from tests.export.test_path import told

# Two spellings of one name, the same name again, and one that nothing but a person could know to be hers.
NAMES = {"a": "Ingrid Halvorsen", "b": "Ingrid Halvorsen", "c": "Ingrid Halvorssen", "d": "Tilda Brekke"}
REPORTS = {id: told(id, f"{name}, Port Board", on="2020-02-02") for id, name in NAMES.items()}
REFERENCE = {id: article_iri(report.article) + "#p1" for id, report in REPORTS.items()}


@pytest.fixture
def store() -> Iterator[Store]:
    with memory_store() as opened:
        for report in REPORTS.values():
            add(opened, report.article.id)
        bring_up_to_date(opened)
        yield opened


def add(store: Store, id: str) -> None:
    store.replace(report_nquads(REPORTS[id], digest=id, fingerprint="F"))


def decide(store: Store, one: str, verdict: Verdict, other: str) -> Decision:
    """Take a decision and bring the graph up to date."""
    when = f"2024-05-01T10:00:{len(decisions(store)):02}Z"
    [taken] = record(store, [Decision(REFERENCE[one], REFERENCE[other], verdict, "eve", when)])
    bring_up_to_date(store)
    return taken


def people(store: Store) -> set[str]:
    """Who is one with whom, by the ids of the articles: ``{"ab", "c"}``."""
    found: dict[str, str] = {}
    for id, reference in sorted(REFERENCE.items()):
        for quad in store.match(None, v.DENOTES, graph=MERGED_GRAPH):
            if quad.subject.value == reference:  # type: ignore[union-attr]
                entity = quad.object.value  # type: ignore[union-attr]
                found[entity] = found.get(entity, "") + id
    return set(found.values())


def after_rebuild(store: Store) -> set[str]:
    """:func:`people` once everything was worked out again, from scratch and in another store."""
    rebuild(store)
    again = people(store)
    with memory_store() as other:
        record(other, decisions(store))
        for id in reversed(REPORTS):
            add(other, id)
        bring_up_to_date(other)
        assert people(other) == again
    return again


def test_without_decisions_likeness_decides(store: Store) -> None:
    assert people(store) == after_rebuild(store) == {"abc", "d"}


def test_same_joins_what_nothing_else_would(store: Store) -> None:
    decide(store, "a", "same", "d")
    assert people(store) == after_rebuild(store) == {"abcd"}


def test_same_holds_when_an_article_comes_later_or_goes(store: Store) -> None:
    decide(store, "a", "same", "d")
    store.drop(article_iri(REPORTS["d"].article))
    bring_up_to_date(store)
    assert people(store) == {"abc"}
    add(store, "d")
    bring_up_to_date(store)
    assert people(store) == after_rebuild(store) == {"abcd"}


def test_different_parts_what_looks_alike_and_no_chain_joins_it_again(store: Store) -> None:
    decide(store, "a", "different", "b")
    parted = people(store)
    assert {len(part) for part in parted if "a" in part or "b" in part} <= {1, 2}
    assert not [part for part in parted if {"a", "b"} <= set(part)]
    assert after_rebuild(store) == parted
    # New articles that are like both do not bring them together.
    for n in range(3):
        more = told(f"more{n}", "Ingrid Halvorsen, Port Board", on="2020-02-02")
        store.replace(report_nquads(more, digest=f"more{n}", fingerprint="F"))
        bring_up_to_date(store)
    assert not [part for part in people(store) if {"a", "b"} <= set(part)]


def test_undo_gives_back_what_was_before(store: Store) -> None:
    before = people(store)
    for verdict, other in (("same", "d"), ("different", "b")):
        decide(store, "a", verdict, other)  # type: ignore[arg-type]
        assert people(store) != before
        record(store, withdrawn(standing(store), who="bob"))
        bring_up_to_date(store)
        assert people(store) == after_rebuild(store) == before


def test_same_against_different_joins_nothing_and_is_reported(store: Store) -> None:
    same = decide(store, "a", "same", "d")
    different = decide(store, "d", "different", "a")
    assert people(store) == after_rebuild(store) == {"abc", "d"}
    [contradiction] = judgements(decisions(store)).contradictions
    assert (contradiction.different, contradiction.chain) == (different, (same,))


def test_a_chain_of_same_does_not_overrule_different(store: Store) -> None:
    decide(store, "a", "different", "d")
    decide(store, "a", "same", "c")
    decide(store, "c", "same", "d")
    assert not [part for part in people(store) if {"a", "d"} <= set(part)]
    assert after_rebuild(store) == people(store)
    [contradiction] = judgements(decisions(store)).contradictions
    assert len(contradiction.chain) == 2


def test_unsure_changes_nothing(store: Store) -> None:
    before = people(store)
    decide(store, "a", "unsure", "d")
    assert people(store) == after_rebuild(store) == before


def test_a_decision_about_an_article_that_is_not_there_waits_for_it(store: Store) -> None:
    late = told("e", "Gudrun Solberg, Port Board", on="2020-02-02")
    reference = article_iri(late.article) + "#p1"
    record(store, [Decision(REFERENCE["d"], reference, "same", "eve", "2024-05-01T10:00:00Z")])
    bring_up_to_date(store)
    assert people(store) == {"abc", "d"}
    store.replace(report_nquads(replace(late), digest="e", fingerprint="F"))
    bring_up_to_date(store)
    denoted = {
        quad.object.value  # type: ignore[union-attr]
        for quad in store.match(None, v.DENOTES, graph=MERGED_GRAPH)
        if quad.subject.value in (reference, REFERENCE["d"])  # type: ignore[union-attr]
    }
    assert len(denoted) == 1
