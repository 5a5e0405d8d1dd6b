"""Each command does what its help says, on a store of two small articles."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import cli

Kg = Callable[..., Result]

FIRST = "Prime Minister Ann Lee met President Bob Ray in Paris on May 4, 2011."
SECOND = "Chancellor Carla Stein held talks with Bob Ray in Vienna on June 7, 2012."


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles."""
    folder = tmp_path_factory.mktemp("articles")
    (folder / "first.txt").write_text(FIRST)
    (folder / "second.txt").write_text(SECOND)
    return folder


@pytest.fixture(scope="module")
def built(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with both; tests only read it."""
    store = tmp_path_factory.mktemp("store") / "two.kg"
    result = CliRunner().invoke(cli, ["build", str(sources), "--store", str(store), "--workers", "1"])
    assert result.exit_code == 0, result.output
    return store


def test_build_says_what_became_of_the_articles(kg: Kg, sources: Path, tmp_path: Path) -> None:
    args = ("build", sources, "--store", tmp_path / "s.kg", "--workers", "1")
    first, second = kg(*args), kg(*args)
    assert (first.exit_code, first.stdout) == (0, "")
    assert first.stderr == f"{tmp_path}/s.kg: 2 articles read: 2 added\n"
    assert second.stderr == f"{tmp_path}/s.kg: 2 articles read: 2 unchanged\n"


def test_a_changed_article_is_replaced(kg: Kg, built: Path, tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    for text, said in ((FIRST, "1 added"), (SECOND + " It rained.", "1 replaced")):
        news.write_text(json.dumps({"id": "x", "url": "https://example.org/x", "text": text}))
        result = kg("build", news, "--store", tmp_path / "s.kg", "--workers", "1")
        assert result.stderr.endswith(f"1 article read: {said}\n")


def test_query_prints_the_participants_of_the_meeting(kg: Kg, built: Path) -> None:
    result = kg("query", "meetings", "--store", built, "--columns", "article,start,place,participant,title")
    assert result.stdout.splitlines() == [
        "article,start,place,participant,title",
        "first,2011-05-04,Paris,Ann Lee,Prime Minister",
        "first,2011-05-04,Paris,Bob Ray,President",
        "second,2012-06-07,Vienna,Bob Ray,",
        "second,2012-06-07,Vienna,Carla Stein,Chancellor",
    ]


def test_columns_change_nothing_in_the_csv_but_the_columns(kg: Kg, built: Path) -> None:
    whole = kg("query", "roles", "--store", built).stdout
    columns = whole.splitlines()[0]
    assert kg("query", "roles", "--store", built, "--columns", columns).stdout == whole


def test_a_parameter_restricts_the_rows(kg: Kg, built: Path) -> None:
    result = kg("query", "who-met-whom", "-p", "person=Stein", "--store", built)
    assert result.stdout.splitlines()[1:] == ["Bob Ray,Carla Stein,1,2012-06-07,2012-06-07,1,1"]


def test_a_query_can_be_a_file_and_its_answer_a_graph(kg: Kg, built: Path, tmp_path: Path) -> None:
    query = tmp_path / "own.rq"
    query.write_text("CONSTRUCT { <http://example.org/a> <http://example.org/b> 'c' } WHERE {}")
    result = kg("query", query, "--store", built)
    assert result.stdout == '<http://example.org/a> <http://example.org/b> "c" .\n'


@pytest.mark.parametrize("format", ["json", "xml", "tsv", "jsonl", "parquet"])
def test_every_format_goes_to_standard_output(kg: Kg, built: Path, format: str) -> None:
    result = kg("query", "roles", "--store", built, "--format", format)
    assert result.exit_code == 0
    assert b"Ann Lee" in result.stdout_bytes


def test_queries_lists_names_parameters_and_questions(kg: Kg) -> None:
    lines = kg("queries").stdout.splitlines()
    assert lines[0] == "query\tparameters\tsummary"
    name, parameters, summary = next(line.split("\t") for line in lines if line.startswith("who-met-whom"))
    assert parameters == "[person:string] [from:date] [to:date]"
    assert summary == "Who met whom, how often, and when first and last?"


def test_stats_counts(kg: Kg, built: Path) -> None:
    counts = dict(line.split("\t") for line in kg("stats", "--store", built).stdout.splitlines())
    assert (counts["articles"], counts["meetings"], counts["people"]) == ("2", "2", "3")


def test_coverage_counts_and_lists_what_was_not_understood(kg: Kg, sources: Path, tmp_path: Path) -> None:
    text = "Anna Berg met Ben Okafor in Oslo on 3 May 2021. The leaders often meet."
    (tmp_path / "habit.txt").write_text(text)
    store = tmp_path / "habit.kg"
    assert kg("build", tmp_path / "habit.txt", "--store", store).exit_code == 0
    counts = kg("coverage", "--store", store).stdout.splitlines()
    assert counts[0] == "what,count"
    assert counts[3] == "sentences with a meeting word and no meeting,1"
    listed = kg("coverage", "--list", "sentence", "--store", store).stdout.splitlines()
    assert listed == ["article,begin,end,what,text", "habit,48,71,sentence,The leaders often meet."]
    assert kg("coverage", "--list", "all", "--store", store).stdout.splitlines() == listed


def test_what_is_built_is_valid(kg: Kg, built: Path) -> None:
    result = kg("validate", "--store", built)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"{built}: valid\n")


def test_a_removed_article_leaves_nothing_behind(kg: Kg, built: Path, sources: Path, tmp_path: Path) -> None:
    both, alone = tmp_path / "both.kg", tmp_path / "alone.kg"
    shutil.copytree(built, both)
    assert kg("remove", "second", "--store", both).exit_code == 0
    assert kg("build", sources / "first.txt", "--store", alone, "--workers", "1").exit_code == 0
    # The person of both articles keeps the IRI, which may come from the one that went; the facts are the same.
    difference = kg("diff", both, alone)
    assert (difference.exit_code, difference.stdout) == (0, "")
    assert b"Carla" not in kg("export", "nquads", "--store", both).stdout_bytes


def test_two_builds_of_the_same_articles_export_the_same_bytes(
    kg: Kg, built: Path, sources: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.kg"
    for name in ("second.txt", "first.txt"):
        assert kg("build", sources / name, "--store", other, "--workers", "1").exit_code == 0
    for format in ("turtle", "trig", "nquads", "jsonld", "graphml", "gexf"):
        one, two = (kg("export", format, "--store", store).stdout_bytes for store in (built, other))
        assert one == two
        assert b"Ann Lee" in one


def test_export_writes_the_file_that_is_named(kg: Kg, built: Path, tmp_path: Path) -> None:
    result = kg("export", "csv", "--store", built, "--output", tmp_path / "tables")
    assert result.stderr == f"{tmp_path}/tables: written\n"
    assert (
        (tmp_path / "tables" / "meetings.csv").read_text(encoding="utf-8").startswith("article,meeting,type")
    )


def test_extract_prints_one_report_a_line(kg: Kg, sources: Path) -> None:
    reports = [json.loads(line) for line in kg("extract", sources).stdout.splitlines()]
    assert [report["article"]["id"] for report in reports] == ["first", "second"]
    assert [report["meetings"][0]["type"] for report in reports] == ["meeting", "talks"]
    assert reports[0]["model"] == "en_core_web_md 3.7.1"
