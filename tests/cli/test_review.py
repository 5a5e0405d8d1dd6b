"""Judging uncertain pairs in a terminal, and asking why two are one, or what a fact rests on."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from kg.graph import article_iri, report_nquads
from kg.graph import vocabulary as v
from kg.resolve.linkage import shipped_model
from kg.store import open_store
from kg.store.decisions import decisions
from kg.store.linking import uncertain_pairs
from kg.store.merging import bring_up_to_date
from kg.store.training import linkage_model
from tests.export.test_path import told

Kg = Callable[..., Result]

# An initial, and two ways to write a name: perhaps the same, perhaps not.
MET = (
    "Ingrid Halvorsen, Cy Orr",
    "I. Halvorsen, Cy Orr",
    "John Smith, Ed Ode",
    "Tilda Brekke, Cy Orr",
    "J. Smith, Gus Poe",
    "Sergei Lavrin, Hal Roe",
    "Sergey Lavryn, Ike Toe",
)
REPORTS = [told(f"a{n}", names, on="2020-02-02") for n, names in enumerate(MET)]
REFERENCE = [article_iri(report.article) + "#p1" for report in REPORTS]


@pytest.fixture
def location(tmp_path: Path) -> Path:
    """A store in which somebody may be one or several."""
    path = tmp_path / "small.kg"
    with open_store(path, create=True) as store:
        for report in REPORTS:
            store.replace(report_nquads(report, digest=report.article.id, fingerprint="F"))
        bring_up_to_date(store)
    return path


def uncertain(location: Path) -> list[tuple[str, str]]:
    """The pairs that are to be reviewed."""
    with open_store(location, read_only=True) as store:
        return [(pair.one, pair.other) for pair in uncertain_pairs(store)]


def verdicts(location: Path) -> list[tuple[tuple[str, str], str]]:
    """What was decided."""
    with open_store(location, read_only=True) as store:
        return [(d.pair, d.verdict) for d in decisions(store)]


def test_pairs_are_shown_with_their_words_and_judged_in_their_order(kg: Kg, location: Path) -> None:
    pairs = uncertain(location)
    assert pairs
    done = kg("review", "--by", "eve", "--store", location, input="what?\nd\nq\n")
    assert done.exit_code == 0, done.stderr
    assert "── 1: the same with probability 0." in done.stdout
    for side in pairs[0]:
        sentence = REPORTS[REFERENCE.index(side)].article.text
        shown = f"{sentence.partition(',')[0]}\n   2020-06-01 · a{REFERENCE.index(side)}\n   “{sentence}”\n"
        assert shown in done.stdout
    assert verdicts(location) == [(pairs[0], "different")]
    assert f"1 judged, {len(pairs) - 1} left" in done.stderr


def test_what_was_judged_also_as_unsure_is_not_asked_again(kg: Kg, location: Path) -> None:
    pairs = uncertain(location)
    assert kg("review", "-n", "1", "--by", "eve", "--store", location, input="u\n").exit_code == 0
    assert verdicts(location) == [(pairs[0], "unsure")]
    assert pairs[0] not in uncertain(location)
    assert kg("undo", "--by", "eve", "--store", location).exit_code == 0
    assert pairs[0] in uncertain(location)


@pytest.mark.parametrize("input", ["", "q\n", "\n\n"])
def test_a_review_without_answers_decides_nothing(kg: Kg, location: Path, input: str) -> None:
    done = kg("review", "--by", "eve", "--store", location, input=input)
    assert done.exit_code == 0
    assert verdicts(location) == []


def test_why_gives_the_fields_and_weights_that_add_up(kg: Kg, location: Path) -> None:
    done = kg("why", REFERENCE[0], REFERENCE[1], "-f", "jsonl", "--store", location)
    assert done.exit_code == 0, done.stderr
    rows = {row["field"]: row for row in map(json.loads, done.stdout.splitlines())}
    assert {"prior", "surname", "given", "office", "sum"} <= set(rows)
    weights = {name: float(row["weight"]) for name, row in rows.items()}
    total = weights.pop("sum")
    assert total == pytest.approx(sum(weights.values()), abs=0.1)
    assert weights["surname"] > 0
    assert "Ingrid Halvorsen (https://" in done.stderr and "I. Halvorsen (https://" in done.stderr


def test_why_tells_decisions_and_contradictions_of_names(kg: Kg, location: Path) -> None:
    assert kg("same", "Tilda Brekke", REFERENCE[0], "--by", "eve", "--store", location).exit_code == 0
    done = kg("why", "Tilda Brekke", "Ingrid Halvorsen", "--store", location)
    assert done.exit_code == 0
    assert "are one now: https://w3id.org/newsgraph/person/" in done.stderr
    assert "decided: Tilda Brekke and Ingrid Halvorsen are the same (eve, " in done.stderr
    assert "the names contradict each other, which no weight outweighs" in done.stderr


def test_why_tells_what_reports_of_meetings_were_compared_by(kg: Kg, location: Path) -> None:
    one, other = (REFERENCE[number].replace("#p1", "#m1") for number in (0, 1))
    done = kg("why", one, other, "-f", "jsonl", "--store", location)
    assert done.exit_code == 0, done.stderr
    rows = {row["field"]: (row["level"], row["weight"]) for row in map(json.loads, done.stdout.splitlines())}
    assert rows["type"] == ("meeting and meeting", "1")
    assert rows["time"] == ("the same days", "4")
    assert float(rows["sum"][1]) == sum(float(rows[name][1]) for name in rows if name != "sum")
    assert "meeting of Ingrid Halvorsen and Cy Orr, 2020-02-02 (https://" in done.stderr
    assert kg("different", one, other, "--by", "eve", "--store", location).exit_code == 0
    again = kg("why", one, other, "--store", location)
    assert "are two now: " in again.stderr and "are different (eve, " in again.stderr


def test_why_lists_the_statements_behind_a_fact(kg: Kg, location: Path) -> None:
    rows = csv.DictReader(io.StringIO(kg("query", "sources", "-f", "csv", "--store", location).stdout))
    [fact] = {row["fact"] for row in rows if row["kind"] == "actor" and row["value"] == "Tilda Brekke"}
    done = kg("why", fact, "--store", location)
    assert done.exit_code == 0
    [row] = csv.DictReader(done.stdout.splitlines())
    assert row == {
        "says": "Tilda Brekke, attendee",
        "article": "a3",
        "published": "2020-06-01",
        "quote": "Tilda Brekke, Cy Orr met.",
        "confidence": "1",
        "statement": f"{REFERENCE[3].removesuffix('#p1')}#m1-1",
        "dateBasis": "",
        "quoteBegin": "0",
        "quoteEnd": str(len("Tilda Brekke, Cy Orr met.")),
        "articleUrl": "",
    }


def test_why_of_a_report_lists_all_facts_about_its_meeting(kg: Kg, location: Path) -> None:
    by_report = kg("why", REFERENCE[3].replace("#p1", "#m1"), "--store", location)
    says = [row["says"] for row in csv.DictReader(by_report.stdout.splitlines())]
    assert sorted(set(says)) == [
        "2020-02-02, start",
        "Cy Orr, attendee",
        "Tilda Brekke, attendee",
        "occurred",
    ]
    assert "may be any of" in kg("why", "smith", "--store", location).stderr


def test_why_of_nothing_known_is_refused(kg: Kg, location: Path) -> None:
    done = kg("why", "https://w3id.org/newsgraph/fact/actor/x", "--store", location)
    assert (done.exit_code, "is no fact; give its IRI" in done.stderr) == (1, True)
    done = kg("why", "nobody", "--store", location)
    assert (done.exit_code, "nothing is called 'nobody'; a name is given" in done.stderr) == (1, True)
    assert kg("why", "a", "b", "c", "--store", location).exit_code == 2


def test_why_of_what_no_fact_is_about_says_what_it_is(kg: Kg, location: Path) -> None:
    with open_store(location) as store:
        store.replace(report_nquads(told("b", "Port Board, Cy Orr"), digest="b", fingerprint="F"))
        bring_up_to_date(store)
    board = kg("why", "Port Board", "--store", location)
    assert board.exit_code == 1
    assert (
        ": Port Board is an organization (https://w3id.org/newsgraph/organization/port-board-" in board.stderr
    )
    assert "facts are told of people and meetings" in board.stderr
    person = kg("why", "Gus Poe", "--store", location)
    assert person.stderr.endswith("see kg query meetings-of -p person='Gus Poe'\n")


def test_resolving_again_keeps_everything(kg: Kg, location: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.nq"
    assert kg("export", "nquads", "-o", before, "--store", location).exit_code == 0
    done = kg("resolve", "--store", location)
    assert done.exit_code == 0
    assert f"{location}: " in done.stderr and "people" in done.stderr
    assert kg("diff", before, location).exit_code == 0


def test_training_is_kept_by_the_store_until_the_shipped_settings_are_asked_for(
    kg: Kg, location: Path
) -> None:
    def kept() -> bool:
        with open_store(location, read_only=True) as store:
            return any(store.match(predicate=v.LINKAGE)) and linkage_model(store) is not shipped_model()

    trained = kg("resolve", "--train", "--store", location)
    assert trained.exit_code == 0
    assert "too few articles, all settings stay as shipped" in trained.stderr
    assert kept()
    assert kg("resolve", "--store", location).exit_code == 0
    assert kept()
    assert kg("resolve", "--shipped", "--store", location).exit_code == 0
    assert not kept()
    assert kg("resolve", "--shipped", "--train", "--store", location).exit_code == 2
