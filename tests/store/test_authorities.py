"""Authority files in a store: whom they name, and what follows from them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import astuple, replace
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kg.errors import AuthorityError, NotFoundError
from kg.graph import MERGED_GRAPH, validate
from kg.graph import vocabulary as v
from kg.model import Report
from kg.resolve.authority import Tenure
from kg.store import Store, memory_store
from kg.store import authorities as files
from kg.store.authorities import Authority, authorities
from kg.store.merging import bring_up_to_date
from tests.graph.reports import oslo, vienna
from tests.merging import add, in_order

ROWS = (
    Tenure("Abena Doku", "Finance Minister", "Chad", "2015-01-01", "2020-12-31"),
    Tenure("Idris Sané", "Finance Minister", "Chad", "2021-01-01", None),
    Tenure("Rosa Quint", "Foreign Minister", "Chad", "2021-01-01", None),
)


def attended() -> Report:
    """The article vienna, in which the finance minister of Chad came to the meeting."""
    report = vienna()
    [meeting] = report.meetings
    *others, last = meeting.participations
    changed = replace(meeting, participations=(*others, replace(last, part="attendee")))
    return replace(report, meetings=(changed,))


def give(folder: Path, store: Store, name: str, rows: Iterable[Tenure]) -> Authority:
    """Put these rows into the store as a file of this name, and bring the merged graph up to date."""
    path = folder / "authority.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("person", "title", "of", "from", "to"))
        writer.writerows(astuple(row)[:5] for row in rows)
    added = files.add_authority(store, path, name=name)
    bring_up_to_date(store)
    return added


@pytest.fixture
def store() -> Iterator[Store]:
    with memory_store() as opened:
        add(opened, attended(), oslo())
        yield opened


def people(store: Store) -> list[str]:
    nodes = [q.subject for q in store.match(predicate=v.RDF_TYPE, object=v.Person, graph=MERGED_GRAPH)]
    return sorted(q.object.value for n in nodes for q in store.match(n, v.NAME, graph=MERGED_GRAPH))  # type: ignore[arg-type, union-attr]


def inferred(store: Store) -> dict[str, tuple[list[str], list[str]]]:
    """The people who were worked out: by name, the supports of the fact and its basis."""
    found = {}
    for quad in store.match(predicate=v.INFERRED, graph=MERGED_GRAPH):
        about: dict[str, list[str]] = {}
        for q in store.match(quad.subject, graph=MERGED_GRAPH):  # type: ignore[arg-type]
            about.setdefault(q.predicate.value, []).append(q.object.value)  # type: ignore[union-attr]
        [actor] = about[v.ACTOR.value]
        [name] = [q.object.value for q in store.match(NamedNode(actor), v.NAME, graph=MERGED_GRAPH)]  # type: ignore[union-attr]
        found[name] = (sorted(about[v.SUPPORT.value]), sorted(about[v.INFERRED_FROM.value]))
    return found


def test_people_whom_no_article_needs_are_no_entities(store: Store, tmp_path: Path) -> None:
    before = people(store)
    added = give(tmp_path, store, "ministers", ROWS)
    assert (added.name, added.people, added.roles) == ("ministers", 3, 3)
    assert people(store) == sorted([*before, "Idris Sané"])


def test_an_office_without_a_name_resolves_to_its_holder_on_that_day(store: Store, tmp_path: Path) -> None:
    give(tmp_path, store, "ministers", ROWS)
    [(name, (supports, basis))] = inferred(store).items()
    assert name == "Idris Sané"
    assert [s.rpartition("#")[2] for s in supports] == ["m1-3"]
    [row] = basis
    assert [q.object.value for q in store.match(NamedNode(row), v.SINCE)] == ["2021-01-01"]  # type: ignore[union-attr]


def test_who_was_worked_out_is_no_stated_actor(store: Store, tmp_path: Path) -> None:
    give(tmp_path, store, "ministers", ROWS)
    actors = {q.object for q in store.match(predicate=v.HAS_ACTOR, graph=MERGED_GRAPH)}
    [fact] = [q.subject for q in store.match(predicate=v.INFERRED, graph=MERGED_GRAPH)]
    [person] = [q.object for q in store.match(fact, v.ACTOR, graph=MERGED_GRAPH)]  # type: ignore[arg-type]
    assert person not in actors


def test_the_graph_with_an_authority_file_is_valid(store: Store, tmp_path: Path) -> None:
    give(tmp_path, store, "ministers", ROWS)
    assert validate(in_order(store.quads())) == []


def test_removing_the_file_takes_away_what_rested_on_it(store: Store, tmp_path: Path) -> None:
    before = in_order(store.quads())
    give(tmp_path, store, "ministers", ROWS)
    files.remove_authority(store, "ministers")
    bring_up_to_date(store)
    assert in_order(store.quads()) == before


def test_removing_the_article_puts_the_holder_to_sleep(store: Store, tmp_path: Path) -> None:
    give(tmp_path, store, "ministers", ROWS)
    iri = next(a.iri for a in store.articles() if a.ids == ("vienna",))
    store.drop(iri)
    add(store)
    assert people(store) == ["Anna Berg"]
    assert inferred(store) == {}


def test_a_file_that_is_given_again_takes_the_place_of_the_old_one(store: Store, tmp_path: Path) -> None:
    give(tmp_path, store, "ministers", ROWS)
    give(tmp_path, store, "ministers", [Tenure("Sami Ould", "Finance Minister", "Chad", "2021-02-01", None)])
    assert list(inferred(store)) == ["Sami Ould"]
    [stored] = authorities(store)
    assert stored == Authority(stored.iri, "ministers", 1, 1)


def test_the_order_of_files_and_articles_does_not_matter(store: Store, tmp_path: Path) -> None:
    give(tmp_path, store, "ministers", ROWS)
    with memory_store() as other:
        give(tmp_path, other, "ministers", ROWS)
        add(other, oslo())
        add(other, attended())
        assert list(inferred(other)) == list(inferred(store))
        assert people(other) == people(store)


def test_a_person_of_the_file_whom_articles_name_is_one_entity(store: Store, tmp_path: Path) -> None:
    give(tmp_path, store, "premiers", [Tenure("Anna Berg", "Prime Minister", "Norway", "2019-01-01", None)])
    assert people(store) == ["Anna Berg", "Jonas Weiß"]
    [since] = store.match(predicate=v.SINCE, graph=MERGED_GRAPH)
    assert since.object.value == "2019-01-01"  # type: ignore[union-attr]


def test_files_that_are_not_there_or_empty_are_errors(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="holds no authority file 'x'"):
        files.remove_authority(store, "x")
    with pytest.raises(AuthorityError, match="has no row that could be read"):
        give(tmp_path, store, "x", [])
