"""Reading annotations, sound and broken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import ArticleError
from kg.evaluation.gold import read_gold
from kg.evaluation.records import ArticleRecord, MeetingRecord, ParticipantRecord, PersonRecord, RoleRecord

Json = dict[str, object]


def written(path: Path, *lines: str | bytes | Json) -> Path:
    """``path`` with these lines."""
    raw = [line if isinstance(line, str | bytes) else json.dumps(line) for line in lines]
    path.write_bytes(b"".join((r.encode() if isinstance(r, str) else r) + b"\n" for r in raw))
    return path


def one_meeting(**changes: object) -> Json:
    """An article with one meeting that is sound but for ``changes``."""
    return {"id": "a", "meetings": [{"type": "talks", "status": "occurred", **changes}]}


def test_a_record_is_read_with_everything_in_it(tmp_path: Path) -> None:
    line: Json = {
        "id": "a",
        "title": "not looked at",
        "people": [{"name": "Anna Weber", "roles": [{"title": "Chancellor", "of": "Germany", "quote": "x"}]}],
        "meetings": [
            {
                "id": "m1", "type": "talks", "status": "planned", "start": "2015-06", "end": None,
                "date_basis": "stated", "place": "Rome", "country": "Italy", "quotes": ["to meet in Rome"],
                "participants": [
                    {"name": "Anna Weber", "kind": "person", "title": None, "of": None, "role": "host"},
                ],
            }
        ],
    }  # fmt: skip
    assert read_gold(written(tmp_path / "gold.jsonl", line)) == {
        "a": ArticleRecord(
            "a",
            (PersonRecord("Anna Weber", (RoleRecord("Chancellor", "Germany", "x"),)),),
            (
                MeetingRecord(
                    "talks", "planned", "m1", "2015-06", None, "stated", "Rome", "Italy",
                    (ParticipantRecord("Anna Weber", "person", role="host"),), ("to meet in Rome",),
                ),
            ),
        )
    }  # fmt: skip


def test_what_may_be_left_out_has_its_default(tmp_path: Path) -> None:
    participant = {"name": "Anna Weber", "kind": "person"}
    gold = read_gold(written(tmp_path / "gold.jsonl", one_meeting(participants=[participant]), {"id": "b"}))
    assert gold["a"].meetings == (
        MeetingRecord("talks", "occurred", participants=(ParticipantRecord("Anna Weber", "person"),)),
    )
    assert gold["b"] == ArticleRecord("b")


def test_empty_lines_and_a_byte_order_mark_are_passed_over(tmp_path: Path) -> None:
    path = written(tmp_path / "gold.jsonl", b'\xef\xbb\xbf{"id": "a"}', "", "  \r", {"id": "b"})
    assert list(read_gold(path)) == ["a", "b"]


PERSON = {"name": "Anna Weber", "kind": "person"}
BROKEN = [
    ('{"id": "a"', "not an annotation: Invalid JSON: EOF while parsing an object at column 10"),
    ("[1]", "not an annotation: Input should be an object, got [1]"),
    (b'{"id": "\xff"}', "not an annotation: Invalid JSON: invalid unicode code point at column 9"),
    ({"people": []}, "id: Field required"),
    ({"id": ""}, "id: String should have at least 1 character, got ''"),
    ({"id": 7}, "id: Input should be a valid string, got 7"),
    ({"id": "a", "meetings": None}, "meetings: Input should be a valid array, got None"),
    ({"id": "a", "meetings": [{"type": "talks"}]}, "meetings[0].status: Field required"),
    (
        one_meeting(status="held"),
        "meetings[0].status: Input should be 'occurred', 'ongoing', 'planned', 'cancelled', 'denied' or "
        "'hypothetical', got 'held'",
    ),
    (
        one_meeting(start="June 2015"),
        "meetings[0].start: a date is written 2016, 2016-10 or 2016-10-15, got 'June 2015'",
    ),
    (
        one_meeting(participants=[PERSON, {"name": "x"}]),
        "meetings[0].participants[1].kind: Field required",
    ),
    (
        one_meeting(participants=[{**PERSON, "role": "guest"}]),
        "meetings[0].participants[0].role: Input should be 'host', 'mediator', 'attendee' or 'absent', "
        "got 'guest'",
    ),
    (
        one_meeting(quotes=["x", 1], place=3),
        "meetings[0].place: Input should be a valid string, got 3 (and 1 more)",
    ),
    (one_meeting(quotes="x" * 100), f"meetings[0].quotes: Input should be a valid array, got '{'x' * 59}…"),
]


@pytest.mark.parametrize(("line", "message"), BROKEN, ids=lambda value: str(value)[:30])
def test_a_broken_line_is_named_with_what_was_expected(
    tmp_path: Path, line: str | bytes | Json, message: str
) -> None:
    path = written(tmp_path / "gold.jsonl", {"id": "first"}, line)
    with pytest.raises(ArticleError) as caught:
        read_gold(path)
    assert str(caught.value) == f"{path}:2: {message}"


@pytest.mark.parametrize(
    "date",
    ["", "15", "2015-6", "2015-13", "2015-02-30", "20150615", "2015-W05-1", "2015-06-15T10:00", "-2015"],
)
def test_a_date_that_is_none_is_refused(tmp_path: Path, date: str) -> None:
    with pytest.raises(ArticleError, match=r"meetings\[0\]\.start: a date is written 2016"):
        read_gold(written(tmp_path / "gold.jsonl", one_meeting(start=date)))


@pytest.mark.parametrize("date", ["2015", "2015-06", "2015-06-15", "2016-02-29"])
def test_a_date_keeps_its_precision(tmp_path: Path, date: str) -> None:
    path = written(tmp_path / "gold.jsonl", one_meeting(start=date))
    assert read_gold(path)["a"].meetings[0].start == date


def test_with_a_handler_the_rest_is_read(tmp_path: Path) -> None:
    path = written(tmp_path / "gold.jsonl", {"id": "a"}, "{", {"id": "a"}, {"id": "b"})
    errors: list[ArticleError] = []
    assert list(read_gold(path, on_error=errors.append)) == ["a", "b"]
    assert [(error.line, error.reason[:25]) for error in errors] == [
        (2, "not an annotation: Invali"),
        (3, "article 'a' is annotated "),
    ]


def test_a_file_without_annotation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="holds no annotation; expected one JSON object a line"):
        read_gold(written(tmp_path / "gold.jsonl", ""))


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"none\.jsonl: cannot be read: No such file or directory"):
        read_gold(tmp_path / "none.jsonl", on_error=lambda error: None)
    with pytest.raises(ArticleError, match="cannot be read: Is a directory"):
        read_gold(tmp_path)
