"""The page on evaluation: its Python runs, and its format is the one that is read."""

from __future__ import annotations

import contextlib
import io
import json
import re
from pathlib import Path

import pytest

from kg.evaluation import read_gold
from kg.evaluation.records import MeetingRecord, ParticipantRecord, RoleRecord

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def printed(code: str) -> str:
    """What a Python block prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "evaluation.md", "exec"), {})
    return out.getvalue()


def test_the_python_examples_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    agreement, calibration = (code for kind, code in FENCE.findall(PAGE) if kind == "python")
    assert printed(agreement).splitlines()[:2] == ["who met whom: 1.00", "meetings: 1.00"]
    assert printed(calibration) == "0.75 0.5\n"


def test_the_annotated_article_of_the_page_is_the_one_of_the_example() -> None:
    (shown,) = (code for kind, code in FENCE.findall(PAGE) if kind == "json")
    first = (ROOT / "examples" / "annotated.jsonl").read_text(encoding="utf-8").splitlines()[0]
    assert json.loads(shown) == json.loads(first)


def test_the_quotes_of_the_example_stand_in_its_texts() -> None:
    path = ROOT / "examples" / "annotated.jsonl"
    texts = {r["id"]: r["text"] for r in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    for name, record in read_gold(path).items():
        quotes = [quote for meeting in record.meetings for quote in meeting.quotes]
        quotes += [role.quote or "" for _, role in record.roles]
        assert [quote for quote in quotes if quote not in texts[name]] == []


@pytest.mark.parametrize("record", [MeetingRecord, ParticipantRecord, RoleRecord])
def test_every_key_of_the_format_is_described(record: type) -> None:
    keys = {name for name in record.__slots__ if "confidence" not in name}  # type: ignore[attr-defined]
    assert {key for key in keys if f"`{key}`" not in PAGE and f'"{key}"' not in PAGE} == set()
