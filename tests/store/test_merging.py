"""The merged graph follows its articles, whatever their order, and says the same after a rebuild."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import HISTORY_GRAPH, MERGED_GRAPH, article_iri, validate
from kg.graph import vocabulary as v
from kg.model import Article, Coverage, Mention, Person, Place, Report, Role
from kg.store import Store, memory_store, updates
from kg.store.merging import bring_up_to_date, rebuild
from tests.graph.reports import call, oslo, vienna
from tests.merging import add, in_order


def saying(id: str, *people: tuple[str, str], day: int = 1) -> Report:
    """An article in which each of ``people`` (name, title) is said to be minister of something."""
    text = " and ".join(f"{title} {name}" for name, title in people) + f" spoke ({id})."
    said = Mention(0, len(text), text)

    def words(part: str) -> Mention:
        begin = text.index(part)
        return Mention(begin, begin + len(part), part)

    named = [(f"p{n}", name, title) for n, (name, title) in enumerate(people, 1)]
    return Report(
        article=Article(id, text, published=date(2021, 3, day)),
        persons=tuple(Person(local, name, (words(name),)) for local, name, _ in named),
        organizations=(),
        places=(),
        offices=(),
        groups=(),
        roles=tuple(Role(local, title, "Norway", words(title), said) for local, _, title in named),
        meetings=(),
        coverage=Coverage(1),
        model="test",
    )


MINISTER = "Foreign Minister"
REPORTS = (
    vienna(),
    oslo(),
    call(),
    saying("one", ("Alf Moen", MINISTER)),
    saying("two", ("Moen", MINISTER), day=2),
    saying("three", ("Alf Moen", MINISTER), ("Gerd Moen", "Prime Minister"), day=3),
)


def naming(id: str, name: str, **known: object) -> Report:
    """An article that names one place."""
    report = saying(id, ("Alf Moen", MINISTER))
    place = Place("l1", name, (Mention(0, 4, report.article.text[:4]),), **known)  # type: ignore[arg-type]
    return replace(report, places=(place,))


def canonical(store: Store) -> list[str]:
    """The merged graph with everything called after the smallest IRI of its reports."""
    names: dict[str, str] = {}
    for quad in store.match(predicate=v.DENOTES, graph=MERGED_GRAPH):
        names[str(quad.object)] = min(str(quad.subject), names.get(str(quad.object), str(quad.subject)))
    lines = map(str, store.match(graph=MERGED_GRAPH))
    return sorted(re.sub("<[^<>]*>", lambda m: names.get(m[0], m[0]), line) for line in lines)


def resolved(reports: Sequence[Report]) -> list[str]:
    with memory_store() as store:
        add(store, *reports)
        return canonical(store)


def one_by_one(store: Store, reports: Sequence[Report]) -> None:
    for report in reports:
        add(store, report)


def withdraw(store: Store, report: Report) -> None:
    store.drop(article_iri(report.article))
    add(store)


def entity(store: Store, report: Report, local: str) -> str:
    """What a reference of the report denotes."""
    node = NamedNode(f"{article_iri(report.article)}#{local}")
    [quad] = store.match(node, v.DENOTES, graph=MERGED_GRAPH)
    return quad.object.value  # type: ignore[union-attr]


@pytest.mark.parametrize("order", [(5, 4, 3, 2, 1, 0), (1, 3, 5, 0, 2, 4), (4, 0, 5, 1, 3, 2)])
def test_articles_that_come_one_by_one_give_the_graph_of_all_at_once(order: tuple[int, ...]) -> None:
    with memory_store() as store:
        one_by_one(store, [REPORTS[n] for n in order])
        assert canonical(store) == resolved(REPORTS)
        assert validate(in_order(store.quads())) == []


@pytest.mark.parametrize("gone", range(len(REPORTS)))
def test_an_article_that_goes_leaves_the_graph_of_the_others(gone: int) -> None:
    with memory_store() as store:
        add(store, *REPORTS)
        withdraw(store, REPORTS[gone])
        assert canonical(store) == resolved([r for n, r in enumerate(REPORTS) if n != gone])
        add(store, REPORTS[gone])
        assert canonical(store) == resolved(REPORTS)


def test_a_country_is_where_it_is_whichever_name_came_last() -> None:
    lies = {
        "geonames": 1327865,
        "country": "Myanmar",
        "country_code": "MM",
        "latitude": 22.0,
        "longitude": 98.0,
    }
    reports = (naming("now", "Myanmar", **lies), naming("then", "Burma"))
    for order in permutations(reports):
        with memory_store() as store:
            one_by_one(store, order)
            assert canonical(store) == resolved(reports)
            place = NamedNode(entity(store, reports[1], "l1"))
            codes = [q.object.value for q in store.match(place, v.COUNTRY_CODE, graph=MERGED_GRAPH)]  # type: ignore[union-attr]
            assert (place.value, codes) == (entity(store, reports[0], "l1"), ["MM"])


def test_a_rebuild_changes_nothing_and_keeps_every_iri() -> None:
    with memory_store() as store:
        one_by_one(store, REPORTS)
        before = in_order(store.quads())
        rebuild(store)
        assert in_order(store.quads()) == before


@pytest.mark.parametrize(
    "before", ["another version", None], ids=["other rules", "of before there were versions"]
)
def test_what_other_rules_made_is_made_anew_by_the_next_update(before: str | None) -> None:
    with memory_store() as store:
        one_by_one(store, REPORTS)
        expected = in_order(store.quads())
        denotes = next(iter(store.match(predicate=v.NAME, graph=MERGED_GRAPH)))
        store.change([], [denotes])
        bring_up_to_date(store)
        assert in_order(store.quads()) != expected, "an update leaves alone what no article changed"
        [mark] = store.match(updates.STORE, v.RESOLVED_BY)
        other = Quad(mark.subject, mark.predicate, Literal(before or ""), mark.graph_name)
        store.change([other] if before else [], [mark])
        bring_up_to_date(store)
        assert in_order(store.quads()) == expected
        assert list(store.match(updates.STORE, v.RESOLVED_BY)) == [mark]


def test_a_person_who_is_named_again_keeps_the_iri() -> None:
    for first, second in permutations((vienna(), call())):
        with memory_store() as store:
            add(store, first)
            before = entity(store, first, "p1")
            add(store, second)
            assert entity(store, first, "p1") == entity(store, second, "p1") == before


def test_what_is_found_to_be_one_leaves_word_where_it_went() -> None:
    plain, lone = saying("one", ("Alf Moen", MINISTER)), saying("two", ("Moen", MINISTER), day=2)
    both = saying("three", ("Moen", MINISTER), ("Gerd Moen", "Prime Minister"), day=3)
    with memory_store() as store:
        add(store, lone, both)
        before = entity(store, lone, "p1")
        one_by_one(store, [plain])
        after = entity(store, lone, "p1")
        replaced = {
            (q.subject.value, q.object.value)  # type: ignore[union-attr]
            for q in store.match(predicate=v.IS_REPLACED_BY, graph=HISTORY_GRAPH)
        }
        assert replaced == ({(before, after)} if before != after else set())
        gone = {old for old, _ in replaced}
        assert not any(q.object.value in gone for q in store.match(graph=MERGED_GRAPH))  # type: ignore[union-attr]


def test_a_later_copy_of_a_text_adds_an_article_and_no_source() -> None:
    report = vienna()
    copy = replace(
        report, article=replace(report.article, url="https://e.org/2", published=date(2021, 3, 11))
    )
    with memory_store() as store:
        one_by_one(store, [report, copy])
        event = NamedNode(entity(store, report, "m1"))
        assert entity(store, copy, "m1") == event.value
        counts = [
            [q.object.value for q in store.match(event, predicate, graph=MERGED_GRAPH)]  # type: ignore[union-attr]
            for predicate in (v.ARTICLE_COUNT, v.SOURCE_COUNT)
        ]
        assert counts == [["2"], ["1"]]
        withdraw(store, copy)
        assert canonical(store) == resolved([report])
