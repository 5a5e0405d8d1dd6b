"""``kg evaluate``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Kg

EXAMPLE = ROOT / "examples" / "annotated.jsonl"
ARTICLE_KEYS = {"id", "title", "published", "text"}


@pytest.fixture
def records() -> list[dict[str, object]]:
    """The annotated articles of the example."""
    return [json.loads(line) for line in EXAMPLE.read_text(encoding="utf-8").splitlines()]


def written(path: Path, *records: dict[str, object]) -> Path:
    """``path`` with one record a line."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def without(record: dict[str, object], *keys: str) -> dict[str, object]:
    """``record`` without some keys."""
    return {key: value for key, value in record.items() if key not in keys}


def test_annotations_that_hold_their_texts_are_evaluated(kg: Kg) -> None:
    result = kg("evaluate", EXAMPLE, "--format", "json")
    assert result.exit_code == 0, result.output
    values = json.loads(result.stdout)
    assert values["articles"] == 2
    assert values["figures"]["who met whom"]["f1"] == 1.0
    assert values["told_as_happened"] == 0
    assert "errors" not in values


def test_tables_name_what_they_show_and_list_mistakes_on_demand(
    kg: Kg, tmp_path: Path, records: list[dict[str, object]]
) -> None:
    gold = written(tmp_path / "gold.jsonl", {**records[1], "people": []})
    result = kg("evaluate", gold, "--errors")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0] == "Figures over 1 article"
    assert lines[2] == "facts\tprecision\trecall\tF1\tright\twrong\tmissed"
    words = '"We have never seen the trees like this," said Marta Gil, director of the Olive Association.'
    assert f"role extra\tharvest\t\t\tMarta Gil: director of Olive Association\t{words}" in lines


def test_articles_of_another_file_are_found_by_their_ids(
    kg: Kg, tmp_path: Path, records: list[dict[str, object]]
) -> None:
    gold = written(tmp_path / "gold.jsonl", without(records[1], "text", "title", "published"))
    articles = written(
        tmp_path / "news.jsonl", *(without(record, "people", "meetings") for record in records)
    )
    result = kg("evaluate", gold, "--articles", articles, "--format", "json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["figures"]["roles"]["right"] == 1
    assert result.stderr == "passed over, because not annotated: 1\n"


def test_a_broken_line_is_named_and_the_rest_is_evaluated(
    kg: Kg, tmp_path: Path, records: list[dict[str, object]]
) -> None:
    gold = written(tmp_path / "gold.jsonl", records[1], {**records[0], "meetings": [{"type": "lunch"}]})
    result = kg("evaluate", gold, "--format", "json", "--articles", EXAMPLE, "-q")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["articles"] == 1
    assert result.stderr == (
        f"{gold}:2: meetings[0].type: Input should be 'meeting', 'talks', 'summit', 'conference', 'session', "
        "'visit' or 'call', got 'lunch' (and 1 more)\n"
    )


def test_an_annotation_without_article_counts_as_missed_and_is_named(
    kg: Kg, tmp_path: Path, records: list[dict[str, object]]
) -> None:
    gold = written(tmp_path / "gold.jsonl", {**without(records[0], "text"), "id": "lost"}, records[1])
    result = kg("evaluate", gold, "--articles", EXAMPLE, "--format", "json", "-q")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["figures"]["meetings"]["missed"] == 2
    assert result.stderr == f"{gold}: annotated, but not read, and so counted as missed: 1 ('lost')\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read: No such file or directory; expected annotations as JSON Lines"),
        ("", "holds no annotation; expected one JSON object a line"),
        (
            '{"id": "a"}',
            "holds no text, and there is no articles.jsonl beside it; name the file with the articles",
        ),
    ],
)
def test_what_cannot_be_evaluated_is_named(kg: Kg, tmp_path: Path, content: str | None, message: str) -> None:
    gold = tmp_path / "gold.jsonl"
    if content is not None:
        gold.write_text(content)
    result = kg("evaluate", gold)
    assert result.exit_code == 1
    assert result.stderr == f"Error: {gold}: {message}\n"


def test_a_model_that_is_not_installed_is_named(kg: Kg) -> None:
    result = kg("evaluate", EXAMPLE, "--model", "no_such_model")
    assert result.exit_code == 1
    assert "no_such_model" in result.stderr
