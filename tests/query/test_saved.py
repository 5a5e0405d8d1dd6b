from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import QueryError, UnknownQueryError
from kg.query import all_queries, find_query, load_queries, parse_query

TEXT = """#+ summary: Who met
#+   whom?
#+ description: |
#+   One row per pair.
#+ params:
#+   person: full name
#+ tags:
#+   - meetings
SELECT * WHERE { ?s ?p ?_person }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("who-met-whom", "meetings-of", "roles"):
        (tmp_path / f"{name}.rq").write_text(TEXT)
    return tmp_path


def test_the_header_says_what_is_asked() -> None:
    query = parse_query(TEXT, name="q")
    assert (query.name, query.summary, query.description) == ("q", "Who met whom?", "One row per pair.")
    assert query.tags == ("meetings",)
    assert query.params[0].help == "full name"
    assert query.text == TEXT


def test_a_query_needs_no_header() -> None:
    assert parse_query("ASK {}").summary == ""


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * {}", "SELECT"),
        ("# ask\nPREFIX select: <http://e.org/ask>\nconstruct where { ?s select:ask ?o }", "CONSTRUCT"),
        ("BASE <http://e.org/> DESCRIBE <select>", "DESCRIBE"),
        ("ASK { SELECT * {} }", "ASK"),
        ("CLEAR ALL", ""),
    ],
)
def test_a_query_says_of_which_form_it_is(text: str, form: str) -> None:
    assert parse_query(text).form == form


def test_queries_are_loaded_by_name_in_order(folder: Path) -> None:
    assert list(load_queries(folder)) == ["meetings-of", "roles", "who-met-whom"]


def test_a_query_is_found_by_name_or_by_file(folder: Path) -> None:
    assert find_query("roles", folder).name == "roles"
    assert find_query(str(folder / "roles.rq")).name == "roles"


def test_an_unknown_name_brings_the_closest_names(folder: Path) -> None:
    with pytest.raises(
        UnknownQueryError,
        match="^who-meet-whom: there is no saved query of this name; did you mean who-met-whom",
    ):
        find_query("who-meet-whom", folder)
    with pytest.raises(UnknownQueryError, match="list them with: kg queries"):
        find_query("zzz", folder)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"x.rq: cannot be read \(No such file"):
        find_query(str(tmp_path / "x.rq"))


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.rq").write_bytes(b"# caf\xe9")
    with pytest.raises(QueryError, match=r"x.rq: is not UTF-8 \(byte 5\)"):
        find_query(str(tmp_path / "x.rq"))


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("#+ summary: [a\n", "q:2: the header is not YAML"),
        ("#+ just words\n", "q: the header has no 'key: value' lines"),
        ("#+ pagination: 3\n", "q: yes or no has no pages; leave 'pagination' out of the header"),
        ("#+ pagination: 1000000000\n", "q: in the header, 'pagination' is the number of rows of a page"),
        ("#+ summary: [a, b]\n", "q: in the header, 'summary' is a text; put it in quotes"),
        ("#+ description:\n#+   who: whom\n", "q: in the header, 'description' is a text"),
        ("#+ tags:\n#+   - [a]\n", "q: in the header, 'tags' is a list of texts"),
        ("#+ summary: a\n#+ summary: b\n", "q:2: the header is not YAML ('summary' is there twice; leave"),
        ("#+ params:\n#+   a: x\n#+   a: y\n", "q:3: the header is not YAML ('a' is there twice; leave"),
        ("#+ defaults:\n#+   - a: x\n#+   - a: y\n", "q: in the header, 'defaults' has 'a' twice; leave one"),
        ("#+ params:\n#+   a: [x]\n", "q: in the header, 'params' maps names of parameters to text"),
        ("#+ params:\n#+   a: x\n", "q: the header speaks of 'a', which is no parameter of it"),
        ("#+ params: words\n", "q: in the header, 'params' maps names of parameters to text"),
    ],
)
def test_a_broken_header_is_named(header: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(header + "ASK {}", name="q")
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("header", "variable", "message"),
    [
        (
            "#+ defaults:\n#+   - n: many\n",
            "_n_integer",
            "parameter 'n' is a whole number such as 12, not 'many'",
        ),
        (
            "#+ defaults:\n#+   - y: '16'\n",
            "_y_xsd_gYear",
            "parameter 'y' is an xsd:gYear such as 2016, not '16'",
        ),
        (
            "#+ enumerate:\n#+   - n: [small, large]\n#+ defaults:\n#+   - n: huge\n",
            "_n",
            "parameter 'n' is one of small, large, not 'huge'",
        ),
        (
            "#+ enumerate:\n#+   - n: ['1', two]\n",
            "_n_integer",
            "parameter 'n' is a whole number such as 12, not 'two'",
        ),
    ],
)
def test_a_value_in_a_header_that_cannot_be_is_named_with_the_file(
    tmp_path: Path, header: str, variable: str, message: str
) -> None:
    path = tmp_path / "own.rq"
    path.write_text(f"{header}ASK {{ ?s ?p ?{variable} }}", encoding="utf-8")
    for read in (lambda: find_query("own", tmp_path), lambda: all_queries(tmp_path)):
        with pytest.raises(QueryError) as caught:
            read()
        assert str(caught.value) == f"{path}: in the header, {message}"


def test_a_folder_of_ones_own_stands_beside_the_shipped_queries_and_goes_before_them(folder: Path) -> None:
    names = list(all_queries(folder))
    assert names == sorted({*load_queries(), "meetings-of", "roles", "who-met-whom"})
    assert all_queries(folder)["roles"].text == TEXT
    assert find_query("roles", folder).text == TEXT
    assert find_query("mentions", folder).text == load_queries()["mentions"].text


def test_a_folder_of_ones_own_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="none: there is no such folder of queries"):
        find_query("roles", tmp_path / "none")
