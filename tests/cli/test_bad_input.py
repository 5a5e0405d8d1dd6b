"""What cannot be read is named; what can be read is read; the exit code tells which."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Kg = Callable[..., Result]

STORY = "Ann Lee met Bob Ray in Paris on May 4, 2011. They spoke for an hour about trade."


def articles_in(kg: Kg, store: Path) -> list[str]:
    """The ids of the articles of a store."""
    return kg("query", "articles", "--store", store, "--columns", "article").stdout.split()[1:]


def test_a_path_that_does_not_exist_is_named_and_the_other_sources_are_read(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(STORY)
    result = kg(
        "build", tmp_path / "none.txt", tmp_path / "good.txt", "--store", tmp_path / "s.kg", "--workers", "1"
    )
    assert result.exit_code == 1
    assert f"{tmp_path}/none.txt" in result.stderr
    assert "1 problem, named above" in result.stderr.splitlines()[-1]
    assert articles_in(kg, tmp_path / "s.kg") == ["good"]


def test_a_broken_line_is_named_and_the_rest_of_the_file_is_read(kg: Kg, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": STORY}),
        '{"id": "b", "text',
        json.dumps({"id": "c", "text": STORY + " Yes."}),
    ]
    (tmp_path / "news.jsonl").write_text("\n".join(lines))
    result = kg("build", tmp_path / "news.jsonl", "--store", tmp_path / "s.kg", "--workers", "1")
    assert result.exit_code == 1
    assert f"{tmp_path}/news.jsonl:2: " in result.stderr
    assert "2 articles read: 2 added; 1 problem," in result.stderr
    assert articles_in(kg, tmp_path / "s.kg") == ["a", "c"]


def test_extract_names_what_it_cannot_read_and_prints_the_rest(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(STORY)
    (tmp_path / "empty.txt").touch()
    result = kg("extract", tmp_path)
    assert result.exit_code == 1
    assert "empty.txt" in result.stderr
    (report,) = map(json.loads, result.stdout.splitlines())
    assert report["article"]["text"] == STORY
    for meeting in report["meetings"]:
        for mention in meeting["mentions"]:
            assert STORY[mention["begin"] : mention["end"]] == mention["text"]


def test_an_unknown_model_is_named_with_the_cure(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(STORY)
    for command in (("extract",), ("build", "--store", tmp_path / "s.kg", "--workers", "1")):
        result = kg(*command, tmp_path / "good.txt", "--model", "en_no_such_model")
        assert result.exit_code == 1
        assert "'en_no_such_model' is not installed" in result.stderr


def test_standard_input_is_a_source(kg: Kg) -> None:
    result = kg("extract", "-", input=STORY)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["article"]["text"] == STORY


def test_an_article_longer_than_the_limit_is_refused_with_the_limit(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(STORY)
    result = kg("extract", tmp_path / "long.txt", "--max-chars", "50")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "50" in result.stderr


@pytest.mark.parametrize("column", ["text", "=x", "=", ""])
def test_a_column_without_field_and_name_is_a_usage_error(kg: Kg, column: str) -> None:
    result = kg("extract", "-", "--column", column, input="")
    assert result.exit_code == 2
    assert "is not of the form FIELD=NAME" in result.stderr


def test_a_field_that_articles_do_not_have_is_named_with_those_they_have(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,story\n1,x\n")
    result = kg("extract", tmp_path / "a.csv", "--column", "txet=story")
    assert result.exit_code == 1
    assert "txet" in result.stderr and "published" in result.stderr


def test_an_unknown_query_is_answered_with_the_closest_names(kg: Kg, store: Path) -> None:
    result = kg("query", "meeting", "--store", store)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "meeting: there is no saved query of this name; did you mean" in result.stderr
    assert "meetings" in result.stderr


def test_a_missing_parameter_is_named_with_what_it_is(kg: Kg, store: Path) -> None:
    result = kg("query", "meetings-of", "--store", store)
    assert result.exit_code == 2
    assert "meetings-of: needs the parameter 'person'" in result.stderr


def test_an_unknown_parameter_is_answered_with_the_closest(kg: Kg, store: Path) -> None:
    result = kg("query", "meetings-of", "-p", "persn=Kerry", "--store", store)
    assert result.exit_code == 2
    assert "has no parameter 'persn'; did you mean 'person'?" in result.stderr


def test_a_parameter_of_the_wrong_type_is_named_with_an_example(kg: Kg, store: Path) -> None:
    result = kg("query", "who-met-whom", "-p", "from=May", "--store", store)
    assert result.exit_code == 2
    assert "parameter 'from' is a date such as 2016-10-15, 2016-10 or 2016, not 'May'" in result.stderr


def test_a_syntax_error_has_line_and_column(kg: Kg, store: Path) -> None:
    result = kg("query", "-e", "SELECT *\nWHERE { ?s ?p }", "--store", store)
    assert result.exit_code == 1
    assert "-e:2:" in result.stderr


def test_a_query_file_that_is_not_there_is_named(kg: Kg, store: Path, tmp_path: Path) -> None:
    result = kg("query", tmp_path / "none.rq", "--store", store)
    assert result.exit_code == 1
    assert "none.rq: cannot be read (No such file or directory)" in result.stderr


def test_a_column_that_the_query_does_not_have_is_answered_with_those_it_has(kg: Kg, store: Path) -> None:
    result = kg("query", "roles", "--columns", "persn", "--store", store)
    assert result.exit_code == 2
    assert "no column 'persn'; there are article, person, title, of, quote" in result.stderr


def test_columns_go_with_tables_and_csv_only(kg: Kg, store: Path) -> None:
    result = kg("query", "roles", "--columns", "person", "--format", "json", "--store", store)
    assert result.exit_code == 2
    assert "--columns goes with the formats table and csv, not with json" in result.stderr


def test_no_value_of_a_parameter_becomes_part_of_the_query(kg: Kg, store: Path) -> None:
    for value in ('") } #', "\\u0022) } #", "'''", 'John Kerry" || true || "'):
        result = kg("query", "meetings-of", "-p", f"person={value}", "--store", store)
        assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1)


def test_removing_an_unknown_article_names_it_and_removes_the_others(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(STORY)
    store = tmp_path / "s.kg"
    assert kg("build", tmp_path / "good.txt", "--store", store, "--workers", "1", "-q").exit_code == 0
    result = kg("remove", "nobody", "good", "--store", store)
    assert result.exit_code == 1
    assert "holds no article 'nobody'" in result.stderr
    assert articles_in(kg, store) == []
    assert "people\t0" in kg("stats", "--store", store).stdout


def test_the_folder_of_another_program_is_left_alone(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(STORY)
    result = kg("build", tmp_path / "notes.txt", "--store", tmp_path, "--workers", "1")
    assert result.exit_code == 1
    assert "is a directory of something else (it holds 'notes.txt')" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_csv_to_stdout_asks_for_a_folder(kg: Kg, store: Path) -> None:
    result = kg("export", "csv", "--store", store)
    assert result.exit_code == 1
    assert "csv is several files; name a folder for them" in result.stderr


def test_ctrl_c_ends_with_130_and_no_traceback() -> None:
    command = [sys.executable, "-m", "kg", "extract", "-", "-v"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    while not process.stderr.readline().startswith("model "):
        pass  # from that line on the command waits for standard input, which stays open
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate()
    assert process.returncode == 130
    assert "Traceback" not in stderr
