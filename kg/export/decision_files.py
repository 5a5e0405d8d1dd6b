"""Decisions about identity as files that people share: CSV for a spreadsheet, JSON Lines for programs."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, Final, TextIO, get_args

from kg.errors import DecisionError, ExportError, GraphError
from kg.export.spreadsheet import harmless
from kg.resolve.decisions import Decision, Verdict

FORMATS: Final = ("csv", "jsonl")
COLUMNS: Final = tuple(field.name for field in fields(Decision))

_NEEDED: Final = ("one", "other", "verdict", "who", "when")


def format_of(path: str | Path) -> str:
    """The format that a file's name ends with. Raises :class:`~kg.errors.DecisionError` for any other."""
    suffix = Path(path).suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        raise DecisionError("is neither .csv nor .jsonl", source=str(path))
    return suffix


def write_decisions(decisions: Iterable[Decision], stream: TextIO, format: str) -> None:
    """Write ``decisions``, in their order, as one of :data:`FORMATS`; what is empty is left out."""
    if format == "jsonl":
        for decision in decisions:
            said = {name: value for name in COLUMNS if (value := getattr(decision, name))}
            stream.write(json.dumps(said, ensure_ascii=False) + "\n")
        return
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for decision in decisions:
        writer.writerow(harmless(getattr(decision, name) or "") for name in COLUMNS)


def write_decision_file(decisions: Iterable[Decision], path: Path, format: str) -> None:
    """:func:`write_decisions` to a file.

    Raises :class:`~kg.errors.ExportError` where it cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8", newline="") as stream:
            write_decisions(decisions, stream, format)
    except OSError as error:
        raise ExportError(
            f"{path}: cannot be written ({error.strerror or error}); name a file in a folder that is there, "
            "in which you may write"
        ) from error


def read_decision_file(path: Path) -> list[tuple[int, Decision]]:
    """The decisions in a file as :func:`write_decisions` writes it, by the end of its name, each with the
    line that it ends on.

    Raises :class:`~kg.errors.DecisionError`, naming file and line, for one that cannot be read or is
    not whole.
    """
    read = _jsonl_lines if format_of(path) == "jsonl" else _csv_lines
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return [(line, _decision(said, str(path), line)) for line, said in read(stream, str(path))]
    except OSError as error:
        raise DecisionError(f"cannot be read ({error.strerror or error})", source=str(path)) from error
    except UnicodeDecodeError as error:
        raise DecisionError(f"is not UTF-8 (byte {error.start})", source=str(path)) from error


def _jsonl_lines(stream: TextIO, source: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        try:
            said = json.loads(line)
        except ValueError as error:
            raise DecisionError(f"is not JSON ({error})", source=source, line=number) from error
        if not isinstance(said, dict):
            raise DecisionError("is not a JSON object", source=source, line=number)
        yield number, said


def _csv_lines(stream: TextIO, source: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    reader = csv.DictReader(stream)
    missing = [name for name in _NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        raise DecisionError(
            f"has no column {missing[0]!r}; it needs {', '.join(_NEEDED)}", source=source, line=1
        )
    try:
        for row in reader:
            yield reader.line_num, {k: _as_written(v) if isinstance(v, str) else v for k, v in row.items()}
    except csv.Error as error:
        raise DecisionError(f"is not CSV ({error})", source=source, line=reader.line_num) from error


def _as_written(cell: str) -> str:
    """``cell`` without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if cell.startswith("'") and harmless(cell[1:]) == cell else cell


def _decision(said: Mapping[str, Any], source: str, line: int) -> Decision:
    from kg.graph.decisions import checked

    unknown = [str(name) for name in said if name not in COLUMNS]
    if unknown:
        what = "more cells than the head of the table" if unknown == ["None"] else repr(unknown[0])
        raise DecisionError(f"has {what}, which no decision has", source=source, line=line)
    wrong = [name for name, value in said.items() if not isinstance(value, str | None)]
    wrong += [name for name in _NEEDED if not said.get(name)]
    if wrong:
        raise DecisionError(f"needs a text as {wrong[0]!r}", source=source, line=line)
    if said["verdict"] not in get_args(Verdict):
        raise DecisionError(
            f"the verdict is same, different or unsure, not {said['verdict']!r}", source=source, line=line
        )
    values: dict[str, Any] = {name: said[name] for name in _NEEDED}
    values |= {name: said.get(name) or "" for name in ("why", "one_name", "other_name")}
    values |= {name: said.get(name) or None for name in ("withdrawn", "withdrawn_by")}
    try:
        return checked(Decision(**values))
    except GraphError as error:
        raise DecisionError(str(error), source=source, line=line) from error
