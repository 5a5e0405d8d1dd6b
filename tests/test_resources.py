"""The shipped data files are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.resources import resource_dir


def test_the_queries_are_found() -> None:
    assert (resource_dir("queries") / "meetings.rq").is_file()


def test_the_ontology_and_the_shapes_are_found() -> None:
    folder = resource_dir("ontologies")
    assert {path.name for path in folder.glob("*.ttl")} >= {"newsgraph.ttl", "shapes.ttl"}


def test_a_missing_resource_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("kg.resources._PACKAGE", tmp_path / "kg")
    with pytest.raises(FileNotFoundError, match="'queries' is missing"):
        resource_dir("queries")
