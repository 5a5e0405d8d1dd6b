"""Decisions outlive the articles they were taken about: a corrected article inherits those of the old one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg.build import build_with, remove
from kg.errors import DecisionError, NewsgraphError
from kg.graph import MERGED_GRAPH, article_iri, report_nquads
from kg.graph import vocabulary as v
from kg.model import Article, Report
from kg.resolve.decisions import Decision, Verdict
from kg.store import Store, holdings, memory_store, open_store
from kg.store.decisions import decisions, missing, record, standing, with_heirs, withdrawn
from kg.store.merging import bring_up_to_date, rebuild
from tests.export.test_path import told
from tests.standin import standin

ADDRESS = "https://news.example/a"
OLD = Article("a", "Today Marlow spoke.", url=ADDRESS)
NEW = Article("a", "Today Ilsa and Marlow spoke.", url=ADDRESS)
OTHER = Article("b", "Also Marlow came.", url="https://news.example/b")


@pytest.fixture(params=["memory", "directory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = memory_store() if request.param == "memory" else open_store(tmp_path / "a.kg", create=True)
    with opened:
        yield opened


def run(store: Store, *articles: Article) -> list[str]:
    """Build; gives the problems."""
    problems: list[NewsgraphError] = []
    build_with(standin(), articles, store, on_error=problems.append)
    return list(map(str, problems))


def of(article: Article, local: str = "p1") -> str:
    """The IRI of a reference."""
    return f"{article_iri(article)}#{local}"


def decide(store: Store, one: str, verdict: Verdict, other: str, *names: str) -> Decision:
    one_name, other_name = names or ("Marlow", "Marlow")
    when = f"2024-05-01T10:00:{len(decisions(store)):02}Z"
    taken = Decision(one, other, verdict, "eve", when, "father and son", one_name, other_name)
    record(store, [taken])
    bring_up_to_date(store)
    return taken


def denoted(store: Store, *references: str) -> list[str]:
    """What each reference denotes."""
    found = {q.subject.value: q.object.value for q in store.match(None, v.DENOTES, graph=MERGED_GRAPH)}  # type: ignore[union-attr]
    return [found[reference] for reference in references]


def statements(store: Store) -> list[str]:
    return sorted(map(str, store.quads()))


def test_a_corrected_article_inherits_decisions_by_name_with_who_when_and_why(store: Store) -> None:
    assert run(store, OLD, OTHER) == []
    taken = decide(store, of(OLD), "different", of(OTHER))
    assert run(store, NEW) == []
    # Marlow is the second person of the new text.
    heir = replace(taken, one=of(NEW, "p2"))
    assert sorted(decisions(store), key=lambda d: d.one) == sorted([taken, heir], key=lambda d: d.one)
    assert [missing(store, decision) for decision in (taken, heir)] == [[of(OLD)], []]
    one, other = denoted(store, of(NEW, "p2"), of(OTHER))
    assert one != other


def test_a_rebuild_and_another_store_give_the_same(store: Store) -> None:
    run(store, OLD, OTHER)
    decide(store, of(OLD), "different", of(OTHER))
    run(store, NEW)
    before = statements(store)
    assert run(store, NEW, OTHER) == []
    rebuild(store)
    assert statements(store) == before
    with memory_store() as fresh:
        record(fresh, decisions(store))
        run(fresh, OTHER, NEW)
        one, other = denoted(fresh, of(NEW, "p2"), of(OTHER))
        assert one != other


def test_decisions_follow_through_several_corrections_and_back(store: Store) -> None:
    run(store, OLD, OTHER)
    taken = decide(store, of(OLD), "different", of(OTHER))
    last = replace(NEW, text="Today Otto and Ilsa and Marlow spoke.")
    assert run(store, NEW) == run(store, last) == []
    assert replace(taken, one=of(last, "p3")) in decisions(store)
    count = len(decisions(store))
    assert run(store, OLD) == []
    assert len(decisions(store)) == count == 3
    one, other = denoted(store, of(OLD), of(OTHER))
    assert one != other


@pytest.mark.parametrize("text", ["Today Ilsa spoke.", "Today nobody spoke."])
def test_what_cannot_be_inherited_is_told_with_the_cure_and_stays_on_record(store: Store, text: str) -> None:
    run(store, OLD, OTHER)
    taken = decide(store, of(OLD), "different", of(OTHER))
    [problem] = run(store, replace(NEW, text=text))
    assert problem.startswith("Marlow and Marlow are different (eve, 2024-05-01T10:00:00Z: father and son): ")
    assert "cannot be taken over to what a says now" in problem
    assert problem.endswith("decide again with: kg different Marlow Marlow")
    assert decisions(store) == [taken]


def test_two_who_are_one_now_are_not_decided_about(store: Store) -> None:
    run(store, replace(OLD, text="Today Marlow and Ilsa spoke."))
    before = replace(OLD, text="Today Marlow and Ilsa spoke.")
    decide(store, of(before), "different", of(before, "p2"), "Marlow", "Ilsa")
    [problem] = run(store, OLD)
    assert problem.endswith("kg different Marlow Ilsa")


def test_an_undone_decision_is_not_inherited_and_its_heirs_are_undone_with_it(store: Store) -> None:
    run(store, OLD, OTHER)
    taken = decide(store, of(OLD), "different", of(OTHER))
    run(store, NEW)
    record(store, withdrawn(with_heirs(store, [taken]), who="bob"))
    assert [decision.stands for decision in decisions(store)] == [False, False]
    run(store, replace(NEW, text="Today Otto and Ilsa and Marlow spoke."))
    assert len(decisions(store)) == 2


def test_a_build_that_is_killed_after_a_correction_completes_to_the_same(tmp_path: Path) -> None:
    def kill(done: int) -> None:
        raise KeyboardInterrupt

    when = "2024-05-01T10:00:00Z"
    for name, progress in (("killed.kg", kill), ("whole.kg", None)):
        with open_store(tmp_path / name, create=True) as store:
            run(store, OLD, OTHER)
            record(store, [Decision(of(OLD), of(OTHER), "different", "eve", when, "", "Marlow", "Marlow")])
            if progress is not None:
                with pytest.raises(KeyboardInterrupt):
                    build_with(standin(), [NEW], store, progress=progress)
    found = []
    for name in ("killed.kg", "whole.kg"):
        with open_store(tmp_path / name) as store:
            assert run(store, NEW) == []
            found.append(statements(store))
    assert found[0] == found[1]


def test_a_text_that_loses_an_address_keeps_its_decisions(store: Store) -> None:
    copy = replace(OLD, id="z", url="https://news.example/z")
    run(store, OLD, copy, OTHER)
    taken = decide(store, of(OLD), "different", of(OTHER))
    remove(store, ADDRESS)
    assert standing(store) == sorted([taken, replace(taken, one=of(copy))], key=lambda d: d.identity)
    one, other = denoted(store, of(copy), of(OTHER))
    assert one != other


def put(store: Store, report: Report, digest: str) -> list[DecisionError]:
    """Store what was read of an article; gives the decisions that were lost."""
    lost: list[DecisionError] = []
    nquads = report_nquads(report, digest=digest, fingerprint="F")
    holdings.put(store, report.article, digest, nquads, on_lost=lost.append)
    bring_up_to_date(store)
    return lost


def test_the_only_meeting_of_an_article_inherits_what_was_decided(store: Store) -> None:
    old, new, other = (
        told("a", "Ada Moss, Bea Nord"),
        told("a", "Ada Moss, Cy Orr"),
        told("b", "Ada Moss, Bea Nord"),
    )
    put(store, old, "1")
    put(store, other, "2")
    taken = decide(store, of(old.article, "m1"), "different", of(other.article, "m1"), "the one", "the other")
    assert put(store, new, "3") == []
    assert replace(taken, one=of(new.article, "m1")) in decisions(store)


def test_a_meeting_that_is_not_told_any_more_is_decided_about_by_iri(store: Store) -> None:
    old, other = told("a", "Ada Moss, Bea Nord"), told("b", "Ada Moss, Bea Nord")
    put(store, old, "1")
    put(store, other, "2")
    decide(store, of(old.article, "m1"), "same", of(other.article, "m1"), "the one", "the other")
    [lost] = put(store, replace(told("a", "Ada Moss, Cy Orr"), meetings=()), "3")
    assert str(lost).endswith("decide again with: kg same, by the IRIs that kg query meetings shows")


def test_a_text_that_is_read_anew_keeps_decisions_with_whom_they_are_about(store: Store) -> None:
    report, other = told("a", "Ada Moss, Bea Nord"), told("b", "Bea Nord, Cy Orr")
    put(store, report, "1")
    put(store, other, "2")
    taken = decide(store, of(report.article, "p2"), "different", of(other.article), "Bea Nord", "Bea Nord")
    # The same text, in which the second person is the first one now.
    ada, bea = report.persons
    swapped = replace(report, persons=(replace(bea, id="p1"), replace(ada, id="p2")), meetings=())
    assert put(store, swapped, "1") == []
    assert standing(store) == [replace(taken, one=of(report.article))]
    assert [d.withdrawn_by for d in decisions(store) if not d.stands] == ["newsgraph"]
    one, other_ = denoted(store, of(report.article), of(other.article))
    assert one != other_


def test_a_text_that_is_read_to_the_same_end_changes_no_decision(store: Store) -> None:
    report = told("a", "Ada Moss, Bea Nord")
    put(store, report, "1")
    taken = decide(store, of(report.article), "different", of(report.article, "p2"), "Ada Moss", "Bea Nord")
    assert put(store, report, "1") == []
    assert decisions(store) == [taken]
