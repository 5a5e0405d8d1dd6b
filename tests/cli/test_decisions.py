"""Deciding about identity from the command line: same, different, undo, and files of decisions."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from kg.build import bring_up_to_date
from kg.graph import article_iri, report_nquads
from kg.store import open_store
from kg.store.decisions import decisions
from tests.export.test_path import told
from tests.graph.reports import call, oslo, vienna

Kg = Callable[..., Result]

BERG = [article_iri(report().article) + "#p1" for report in (vienna, oslo, call)]
WEISS = article_iri(vienna().article) + "#p2"


@pytest.fixture
def location(tmp_path: Path) -> Path:
    """A store of the three small articles."""
    path = tmp_path / "small.kg"
    with open_store(path, create=True) as store:
        for report in (vienna(), oslo(), call()):
            store.replace(report_nquads(report, digest=report.article.id, fingerprint="F"))
        bring_up_to_date(store)
    return path


def kept(location: Path) -> list[tuple[str, str, str, str, bool]]:
    """The decisions of the store, with the names that people see."""
    with open_store(location, read_only=True) as store:
        return [(d.one_name, d.verdict, d.other_name, d.who, d.stands) for d in decisions(store)]


def test_a_decision_is_kept_with_who_when_and_why(kg: Kg, location: Path) -> None:
    done = kg("different", "Anna Berg", "weiß", "--why", "she met him", "--by", "eve", "--store", location)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Anna Berg and Jonas Weiß are different (eve, 2" in done.stderr
    [row] = map(json.loads, kg("decisions", "list", "-f", "jsonl", "--store", location).stdout.splitlines())
    assert row.pop("when").endswith("Z") and len(row.pop("id")) == 8
    assert row == {
        "one": "Anna Berg",
        "verdict": "different",
        "other": "Jonas Weiß",
        "who": "eve",
        "why": "she met him",
        "withdrawn": None,
        "withdrawnBy": None,
        "waitsFor": "",
    }


def test_references_and_entities_are_named_by_iri_too(kg: Kg, location: Path) -> None:
    entities = kg("query", "mentions", "-f", "jsonl", "--store", location).stdout.splitlines()
    [weiss] = {row["entity"] for row in map(json.loads, entities) if row["text"] == "Jonas Weiß"}
    assert kg("different", BERG[2], weiss, "--by", "eve", "--store", location).exit_code == 0
    with open_store(location, read_only=True) as store:
        [decision] = decisions(store)
    assert (decision.one, decision.other) == (BERG[2], min(WEISS, article_iri(call().article) + "#p2"))


@pytest.mark.parametrize(
    ("names", "problem"),
    [
        (("Nobody", "Anna Berg"), "nothing is called 'Nobody'; a name is given in full"),
        (("https://w3id.org/newsgraph/person/x", "Anna Berg"), "nothing is called 'https://w3id.org/"),
        (("Vienna", "Anna Berg"), "Vienna (place) and Anna Berg (person): decisions are about two people"),
        (("Anna Berg", "Vienna"), "Anna Berg (person) and Vienna (place): decisions are about two people"),
        (("Anna Berg", "Arctic Board"), "Anna Berg (person) and Arctic Board (organization): decisions"),
        (("Jonas Weiß", "weiß"), "both are one reference"),
    ],
)
def test_what_cannot_be_decided_is_refused_with_the_cure(
    kg: Kg, location: Path, names: tuple[str, str], problem: str
) -> None:
    done = kg("same", *names, "--by", "eve", "--store", location)
    assert done.exit_code == 1
    assert problem in done.stderr
    assert kept(location) == []


@pytest.mark.parametrize(
    "command", [("why",), ("why", "Anna Berg"), ("same", "Anna Berg"), ("different", "Anna Berg")]
)
@pytest.mark.parametrize("iri", ["https://w3id.org/newsgraph/x\ry", BERG[0] + "\x07x", BERG[0] + "%zz"])
def test_an_iri_with_what_no_iri_has_is_not_found(
    kg: Kg, location: Path, command: tuple[str, ...], iri: str
) -> None:
    done = kg(*command, iri, "--store", location)
    assert (done.exit_code, type(done.exception)) == (1, SystemExit)
    assert done.stderr.startswith("Error: ")


def test_white_space_around_a_name_is_no_part_of_it(kg: Kg, location: Path) -> None:
    done = kg("different", BERG[0] + "\r", " Jonas Weiß\r\n", "--by", "eve", "--store", location)
    assert (done.exit_code, kept(location)) == (0, [("Anna Berg", "different", "Jonas Weiß", "eve", True)])
    assert kg("why", BERG[0] + "\r", "--store", location).exit_code == 0
    assert kg("path", "Anna Berg\r", "Jonas Weiß\r", "--store", location).exit_code == 0
    assert kg("undo", BERG[0] + "\r", WEISS + "\r", "--by", "eve", "--store", location).exit_code == 0


def test_a_name_of_several_is_answered_with_all_of_them(kg: Kg, location: Path) -> None:
    assert kg("different", BERG[0], BERG[2], "--by", "eve", "--store", location).exit_code == 0
    with open_store(location) as store:
        store.replace(
            report_nquads(vienna(), digest="vienna", fingerprint="F").replace(b"Jonas Wei", b"Anna Wei")
        )
        bring_up_to_date(store)
    done = kg("same", "Anna", "Arctic Board", "--by", "eve", "--store", location)
    assert done.exit_code == 1
    assert "'Anna' may be any of" in done.stderr
    assert "\n  Anna Weiß (person): https://w3id.org/newsgraph/person/" in done.stderr


def test_undo_takes_back_the_last_one_or_the_one_that_is_named(kg: Kg, location: Path) -> None:
    for names in ((BERG[0], BERG[1]), (BERG[0], WEISS), (BERG[1], BERG[2])):
        assert kg("different", *names, "--by", "eve", "--store", location).exit_code == 0
    assert kg("undo", "--by", "bob", "--store", location).exit_code == 0
    assert kg("undo", "jonas weiß", "Anna Berg", "--by", "bob", "--store", location).exit_code == 0
    assert [stands for *_, stands in kept(location)] == [True, False, False]
    [row] = map(json.loads, kg("decisions", "list", "-f", "jsonl", "--store", location).stdout.splitlines())
    assert kg("undo", row["id"], "--by", "bob", "--store", location).exit_code == 0
    again = kg("undo", "--by", "bob", "--store", location)
    assert (again.exit_code, "no decision stands; kg decisions list --all lists" in again.stderr) == (1, True)
    rows = kg("decisions", "list", "--all", "-f", "jsonl", "--store", location).stdout.splitlines()
    assert [json.loads(row)["withdrawnBy"] for row in rows] == ["bob", "bob", "bob"]


@pytest.mark.parametrize("names", [("berg", "weiß"), ("Weiß", "ANNA berg"), ("Anna", WEISS)])
def test_undo_takes_the_names_that_a_decision_took(kg: Kg, location: Path, names: tuple[str, str]) -> None:
    assert kg("different", "Berg", "weiß", "--by", "eve", "--store", location).exit_code == 0
    assert kg("undo", *names, "--by", "bob", "--store", location).exit_code == 0
    assert [stands for *_, stands in kept(location)] == [False]


def test_undo_of_what_is_one_takes_back_the_decision_about_these_names(kg: Kg, location: Path) -> None:
    board = told("board", "Ilse Berg, Nora Weiß", on="2020-02-02")
    with open_store(location) as store:
        store.replace(report_nquads(board, digest="board", fingerprint="F"))
        bring_up_to_date(store)
    for one, other in (("Ilse", "Jonas"), ("Jonas", "Nora")):
        assert kg("same", one, other, "--by", "eve", "--store", location).exit_code == 0
    assert kg("undo", "Nora", "Jonas", "--by", "eve", "--store", location).exit_code == 0
    assert kept(location) == [
        ("Ilse Berg", "same", "Jonas Weiß", "eve", True),
        ("Jonas Weiß", "same", "Nora Weiß", "eve", False),
    ]


def test_undo_by_words_that_are_of_several_asks_for_the_id(kg: Kg, location: Path) -> None:
    board = told("board", "Ilse Berg, Nora Weiß", on="2020-02-02")
    with open_store(location) as store:
        store.replace(report_nquads(board, digest="board", fingerprint="F"))
        bring_up_to_date(store)
    for one, other in (("Ilse", "Jonas"), ("Anna", "Nora")):
        assert kg("different", one, other, "--by", "eve", "--store", location).exit_code == 0
    done = kg("undo", "Berg", "Weiß", "--by", "eve", "--store", location)
    assert (done.exit_code, all(stands for *_, stands in kept(location))) == (1, True)
    assert "Berg and Weiß may be those of any of 2 decisions; give the id of one:\n  " in done.stderr
    assert ": Anna Berg and Nora Weiß are different (eve, " in done.stderr


def test_undo_needs_no_article(kg: Kg, location: Path) -> None:
    assert kg("different", BERG[2], "Jonas", "--by", "eve", "--store", location).exit_code == 0
    assert kg("remove", "call", "vienna", "--store", location).exit_code == 0
    assert kg("undo", "Berg", "Jonas", "--by", "eve", "--store", location).exit_code == 0
    assert [stands for *_, stands in kept(location)] == [False]


@pytest.mark.parametrize(("verdict", "said"), [("same", "the same"), ("different", "different")])
def test_a_decision_that_stands_is_not_taken_again(kg: Kg, location: Path, verdict: str, said: str) -> None:
    def decide(*options: str) -> str:
        done = kg(verdict, "Anna Berg", "Jonas Weiß", "--store", location, *options)
        assert done.exit_code == 0
        return done.stderr

    decide("--by", "eve", "--why", "she met him")
    assert f"stands already: Anna Berg and Jonas Weiß are {said} (eve, " in decide("--by", "eve")
    assert "stands already" in decide("--by", "eve", "--why", "she met him")
    assert len(kept(location)) == 1
    # Somebody else, and another reason, say something new.
    assert "stands already" not in decide("--by", "bob") + decide("--by", "eve", "--why", "two names")
    assert len(kept(location)) == 3
    kg("undo", "Berg", "Weiß", "--by", "eve", "--store", location)
    assert "stands already" not in decide("--by", "eve")
    assert len(kept(location)) == 4


def test_same_against_different_is_reported_with_the_way_out(kg: Kg, location: Path) -> None:
    assert kg("different", BERG[0], WEISS, "--by", "eve", "--store", location).exit_code == 0
    done = kg("same", BERG[0], WEISS, "--by", "bob", "--store", location)
    assert done.exit_code == 1
    assert "these decisions contradict each other, and none of them joins anything" in done.stderr
    assert "Take one back with kg undo " in done.stderr
    # As long as it lasts, the list says so too.
    assert "contradict each other" in kg("decisions", "list", "--store", location).stderr
    assert kg("undo", "--by", "bob", "--store", location).exit_code == 0
    assert kg("decisions", "list", "--store", location).stderr == ""


@pytest.mark.parametrize("name", ["shared.csv", "shared.jsonl"])
def test_a_file_of_decisions_gives_another_store_the_same_ones(
    kg: Kg, location: Path, tmp_path: Path, name: str
) -> None:
    file, other = tmp_path / name, tmp_path / "other.kg"
    kg("different", BERG[0], WEISS, "--why", '=two "people", surely', "--by", "eve", "--store", location)
    kg("same", BERG[0], BERG[2], "--by", "eve", "--store", location)
    kg("undo", "--by", "bob", "--store", location)
    assert kg("decisions", "export", "-o", file, "--store", location).exit_code == 0
    with open_store(other, create=True):
        pass
    assert kg("decisions", "replay", file, "--store", other).exit_code == 0
    with open_store(location, read_only=True) as one, open_store(other, read_only=True) as two:
        assert decisions(one) == decisions(two)
    again = kg("decisions", "replay", file, "--store", other)
    assert (again.exit_code, "nothing new" in again.stderr) == (0, True)


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("d.csv", "one,other\n", "d.csv:1: has no column 'verdict'"),
        ("d.csv", "one,other,verdict,who,when\na:b,a:c,same,eve\n", "d.csv:2: needs a text as 'when'"),
        (
            "d.csv",
            "one,other,verdict,who,when\na:b,a:c,equal,eve,2024\n",
            "d.csv:2: the verdict is same, different",
        ),
        ("d.csv", "one,other,verdict,who,when\na:b,a:c,same,eve,2024,x\n", "d.csv:2: has more cells"),
        ("d.jsonl", '\n{"one": 1}\n', "d.jsonl:2: needs a text as 'one'"),
        ("d.jsonl", "[]", "d.jsonl:1: is not a JSON object"),
        ("d.jsonl", "{", "d.jsonl:1: is not JSON"),
        (
            "d.jsonl",
            '{"one": "Ann Lee", "other": "a:c", "verdict": "same", "who": "eve", "when": "2024-05-01T10:00:00Z"}',
            "d.jsonl:1: 'Ann Lee' is not the IRI of a reference",
        ),
        (
            "d.jsonl",
            '{"one": "a:b", "other": "a:c", "verdict": "same", "who": "eve", "when": "yesterday"}',
            "d.jsonl:1: 'yesterday' is not a time",
        ),
        ("d.txt", "", "d.txt: is neither .csv nor .jsonl"),
    ],
)
def test_a_file_that_is_not_right_is_refused_by_line(
    kg: Kg, location: Path, name: str, text: str, problem: str
) -> None:
    file = location.parent / name
    file.write_text(text)
    done = kg("decisions", "replay", file, "--store", location)
    assert (done.exit_code, problem in done.stderr) == (1, True), done.stderr
    assert kept(location) == []


def test_rows_that_could_not_be_decided_are_refused_by_line_and_the_others_taken(
    kg: Kg, location: Path
) -> None:
    file = location.parent / "d.csv"
    meeting, place = (article_iri(vienna().article) + local for local in ("#m1", "#l1"))
    absent = "https://w3id.org/newsgraph/article/00#p1"
    pairs = [
        (WEISS, WEISS),
        (WEISS, meeting),
        (BERG[0], WEISS),
        (place, absent),
        (absent, WEISS),
        (absent, absent),
    ]
    when = "eve,2024-05-01T10:00:00Z"
    rows = [f"{one},{other},different,{when}" for one, other in pairs]
    file.write_text("\n".join(["one,other,verdict,who,when", *rows]))
    done = kg("decisions", "replay", file, "--store", location)
    assert done.exit_code == 1
    with open_store(location, read_only=True) as store:
        assert {d.pair for d in decisions(store)} == {tuple(sorted(pairs[n])) for n in (2, 4)}
    cure = "; correct the row, or take it out"
    about = "decisions are about two people, two organizations or two meetings"
    assert done.stderr.splitlines()[:4] == [
        f"{file}:2: passed over: both are one reference, {WEISS}; a decision is about two{cure}",
        f"{file}:3: passed over: {WEISS} (person) and {meeting} (meeting): {about}{cure}",
        f"{file}:5: passed over: {place} (place) and {absent} (not known): {about}{cure}",
        f"{file}:7: passed over: both are one reference, {absent}; a decision is about two{cure}",
    ]


def test_a_file_that_cannot_be_written_is_told_with_the_cure(kg: Kg, location: Path) -> None:
    file = location.parent / "none" / "out.csv"
    done = kg("decisions", "export", "-o", file, "--store", location)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        f"Error: {file}: cannot be written (No such file or directory); name a file in a folder that is there, "
        "in which you may write\n"
    )


def test_namesakes_are_listed_with_an_office_and_years_to_choose_by(kg: Kg, location: Path) -> None:
    assert kg("different", BERG[0], BERG[1], "--by", "eve", "--store", location).exit_code == 0
    done = kg("why", "Anna Berg", "--store", location)
    assert "'Anna Berg' may be any of 3; give the IRI:\n  ANNA BERG (person): https://" in done.stderr
    assert " (Prime Minister of Norway, 2021)\n" in done.stderr
    assert " (minister, 2021)\n" in done.stderr
    assert (
        "may be any of 3; give the whole name, or the IRI:" in kg("why", "Berg", "--store", location).stderr
    )


def test_a_file_of_decisions_that_is_not_there_is_named(kg: Kg, location: Path) -> None:
    missing = location.parent / "none.csv"
    done = kg("decisions", "replay", missing, "--store", location)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == f"Error: {missing}: cannot be read (No such file or directory)\n"
