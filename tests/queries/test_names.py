"""By which names people are found: whole words in their order, by queries and commands alike, on every engine."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
import rdflib
from pyoxigraph import RdfFormat, serialize

from kg.build import bring_up_to_date
from kg.errors import NotFoundError
from kg.graph import MERGED_GRAPH, article_iri, report_nquads
from kg.model import Organization
from kg.query import load_queries, run
from kg.query.parameters import read_values
from kg.store import Solutions, Store, memory_store
from kg.store.binding import bind
from kg.store.decisions import find_pair, judged_references, record
from kg.store.lookup import find
from tests.export.test_path import told
from tests.servers import PASSWORD, USER, emptied

# rdflib's Dataset uses what it deprecates itself.
pytestmark = pytest.mark.filterwarnings(r"ignore:Dataset\.:DeprecationWarning")

NORWICK, ELDER, YOUNGER, WEISS = (
    "Edgar Luther Norwick",
    "George H.W. Bush",
    "George W. Bush",
    "Jonas Émile Weiß-Al",
)
BOTH = [ELDER, YOUNGER]


@pytest.fixture(scope="module")
def named() -> Iterator[Store]:
    """Four people with more names than are used of them, each in a meeting with Mia Noor, and a board."""
    with memory_store() as store:
        for id, name in zip("abcd", (NORWICK, ELDER, YOUNGER, WEISS), strict=True):
            report = told(id, f"{name}, Mia Noor", on=f"200{ord(id) - ord('a')}-01-01")
            store.replace(report_nquads(report, digest=id, fingerprint="F"))
        store.replace(report_nquads(told("e", "Norwick Board, Ole Dahl"), digest="e", fingerprint="F"))
        bring_up_to_date(store)
        yield store


@pytest.fixture(scope="module")
def virtuoso_copy(virtuoso: str, named: Store) -> Iterator[Store]:
    """The same on a server of another kind."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("NEWSGRAPH_STORE_USER", USER)
        environment.setenv("NEWSGRAPH_STORE_PASSWORD", PASSWORD)
        with emptied(virtuoso) as opened:
            for graph in named.article_graphs():
                opened.replace(serialize(named.quads(graph), format=RdfFormat.N_QUADS) or b"")
            opened.change(list(named.match(graph=MERGED_GRAPH)), [])
            yield opened


FOUND = [
    ("Edgar Norwick", [NORWICK]),
    ("edgar luther norwick", [NORWICK]),
    (" Norwick ", []),
    ("Norwick", [NORWICK]),
    ("Norwick Edgar", []),
    ("Edgar Edgar", []),
    ("Edg Norwick", []),
    ("Edgar Norwic", []),
    ("George Bush", BOTH),
    ("George W Bush", BOTH),
    ("George H W Bush", [ELDER]),
    ("jonas weiß", [WEISS]),
    ("JONAS ÉMILE WEISS-AL", []),
    ("émile weiß al", [WEISS]),
    ("Edgar .* Norwick", [NORWICK]),
    *(
        (name, [])
        for name in ("", " ", ".", ".*", ".+", "[a-z]+", "Co...", "Edgar|Mia", "\\w+", "(?i)x", '" || true #')
    ),
    *(
        (name, [])
        for name in ("Edgar Norwick)", "^$", "$1", "\\", "Edgar\nNorwick")
        if name != "Edgar Norwick)"
    ),
    ("Edgar Norwick)", [NORWICK]),
]


def people(store: Store, name: str) -> list[str]:
    """Whom meetings-of finds by ``name``."""
    solutions = run(store, "meetings-of", {"person": name})
    assert isinstance(solutions, Solutions)
    return list(dict.fromkeys(row[0] for row in solutions.texts()))


@pytest.mark.parametrize(("name", "expected"), FOUND)
def test_a_name_finds_those_who_have_its_words_in_its_order(
    named: Store, name: str, expected: list[str]
) -> None:
    assert people(named, name) == expected


@pytest.mark.parametrize(("name", "expected"), FOUND)
def test_virtuoso_finds_the_same_people(virtuoso_copy: Store, name: str, expected: list[str]) -> None:
    assert people(virtuoso_copy, name) == expected


def test_rdflib_finds_the_same_people(named: Store) -> None:
    data = rdflib.Dataset().parse(
        io.BytesIO(serialize(named.quads(), format=RdfFormat.N_QUADS) or b""), format="nquads"
    )
    query = load_queries()["references-of"]
    for name, expected in FOUND:
        text = bind(query.text, read_values(query.name, query.params, {"name": name}))
        rows = data.query(text)
        found = {str(row[1]) for row in rows} - {"Norwick Board"}  # type: ignore[index]
        assert found == set(expected), name


QUERIES = [
    (query.name, parameter.name)
    for query in load_queries().values()
    for parameter in query.params
    if parameter.name in ("person", "other", "name")
]


@pytest.mark.parametrize(("query", "parameter"), QUERIES)
def test_every_query_that_takes_a_name_takes_words_of_it(named: Store, query: str, parameter: str) -> None:
    others = {"person": "Mia", "other": "Mia Noor", "name": "Mia"}

    def rows(name: str) -> list[tuple[str, ...]]:
        required = {p.name: others[p.name] for p in load_queries()[query].params if p.required}
        solutions = run(named, query, required | {parameter: name})
        assert isinstance(solutions, Solutions)
        return list(solutions.texts())

    # No article tells of a role.
    assert bool(rows("Edgar Norwick")) is not query.startswith("roles-")
    assert rows("Edgar Norwick") == rows(NORWICK)
    assert not rows("Norwick Edgar")
    if not query.startswith("roles-"):
        assert {name for row in rows("George Bush") for name in row} >= set(BOTH)


@pytest.mark.parametrize(("name", "expected"), FOUND)
def test_a_command_finds_whom_the_queries_find(named: Store, name: str, expected: list[str]) -> None:
    if name == "George W Bush":  # a whole name
        expected = [YOUNGER]
    if len(expected) == 1:
        assert find(named, name, kinds=("person",)).name == expected[0]
        return
    with pytest.raises(NotFoundError) as error:
        find(named, name, kinds=("person",))
    assert ("may be any of 2" in str(error.value)) is bool(expected)
    assert all(f"\n  {one} (person): https" in str(error.value) for one in expected)


def test_a_command_finds_the_same_on_virtuoso(virtuoso_copy: Store, named: Store) -> None:
    for name in ("Edgar Norwick", "jonas weiß", "mia noor"):
        assert find(virtuoso_copy, name) == find(named, name)
    with pytest.raises(NotFoundError, match=f"known are {NORWICK};"):
        find(virtuoso_copy, "Adam Norwick", kinds=("person",))
    texts = []
    for store in (virtuoso_copy, named):
        with pytest.raises(NotFoundError) as error:
            find(store, "George Bush")
        texts.append(str(error.value).removeprefix(store.location))
    assert texts[0] == texts[1]
    assert texts[0].endswith(" (2020)")


def test_a_whole_name_goes_before_one_with_words_between(named: Store) -> None:
    assert find(named, "George H W Bush").name == ELDER
    with memory_store() as store:
        for id, name in (("a", "George Bush"), ("b", "George Quentin Bush")):
            report = told(id, f"{name}, {name.replace('George', 'Ann')}", on=f"20{ord(id)}"[:4])
            store.replace(report_nquads(report, digest=id, fingerprint="F"))
        bring_up_to_date(store)
        assert find(store, "george bush").name == "George Bush"


@pytest.fixture(scope="module")
def family() -> Iterator[Store]:
    """Two people of one surname, a board and others that are called like them."""
    named = {
        "a": "Peter Marlow, Susan Marlow",
        "b": "Marlow, Hohenstadt Board",
        "c": "Ida Hohenstadt, Marlow Board",
    }
    with memory_store() as store:
        for id, names in named.items():
            told_of = told(id, names, on="2020-02-02")
            if id == "b":  # a company
                [person] = told_of.persons
                company = Organization(person.id, person.name, person.mentions)
                told_of = replace(told_of, persons=(), organizations=(*told_of.organizations, company))
            store.replace(report_nquads(told_of, digest=id, fingerprint="F"))
        bring_up_to_date(store)
        yield store


def test_the_whole_name_of_a_company_hides_no_people(family: Store) -> None:
    assert find(family, "Marlow").kind == "organization"
    with pytest.raises(NotFoundError, match="'Marlow' may be any of 2") as error:
        find(family, "Marlow", kinds=("person",))
    assert len(error.value.candidates) == 2


def test_a_name_stands_for_what_is_of_the_kind_of_the_other(family: Store) -> None:
    with pytest.raises(NotFoundError, match="Peter Marlow .person.: [^\n]+\n  Susan Marlow .person.:"):
        find_pair(family, "Marlow", "Ida Hohenstadt")
    board = find_pair(family, "Marlow", "Hohenstadt Board")
    assert [side.name for side in board] == ["Marlow", "Hohenstadt Board"]
    assert [side.name for side in find_pair(family, "Susan", "Hohenstadt")] == [
        "Susan Marlow",
        "Ida Hohenstadt",
    ]


def test_of_one_entity_the_reference_is_taken_whose_name_was_given() -> None:
    with memory_store() as store:
        for id, name in (
            ("a", "Yevgenia Brandvold"),
            ("b", "Evgenia Brandvold"),
            ("c", "Evgenia Ida Brandvold"),
        ):
            store.replace(report_nquads(told(id, f"{name}, Mia Noor"), digest=id, fingerprint="F"))
        sides = [
            article_iri(told(id, f"{name}, Mia Noor").article) + "#p1"
            for id, name in (("a", "Yevgenia Brandvold"), ("b", "Evgenia Brandvold"))
        ]
        record(store, [judged_references((sides[0], ""), (sides[1], ""), "same", who="eve")])
        bring_up_to_date(store)
        given = ("Yevgenia", "evgenia", "Evgenia Ida", "EVGENIA BRANDVOLD")
        found = [find(store, name) for name in given]
    assert [side.reference_name for side in found] == [
        "Yevgenia Brandvold",
        "Evgenia Brandvold",
        "Evgenia Ida Brandvold",
        "Evgenia Brandvold",
    ]
    assert len({side.iri for side in found}) == 1


def test_who_is_not_found_is_told_with_others_of_the_last_word(named: Store) -> None:
    with pytest.raises(NotFoundError) as error:
        find(named, "Barbara Bush", kinds=("person",))
    assert str(error.value).endswith(
        f"nobody is called 'Barbara Bush'; known are {ELDER}, {YOUNGER}; a name is given in full or by whole words "
        "of it in their order, and kg query references-of -p name=Bush lists who is called so"
    )
    with pytest.raises(NotFoundError) as error:
        find(named, "Adam Norwick")
    assert f"known are {NORWICK};" in str(error.value)
    with pytest.raises(NotFoundError) as error:
        find(named, "Adam O'Quim")
    assert 'nothing is called "Adam O\'Quim"; a name is given' in str(error.value)
    assert "-p name='O'\"'\"'Quim' lists" in str(error.value)
