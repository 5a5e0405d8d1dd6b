"""The settings of linkage: shipped, written, read, trained. All names are invented."""

from __future__ import annotations

from collections.abc import Collection
from itertools import product
from math import log2
from pathlib import Path
from typing import Any

import pytest

from kg.errors import NewsgraphError
from kg.resolve.linkage import Linker, Model, keys_of, read_model, shipped_model, train, write_model
from kg.resolve.linkage.training import LARGEST_STEP
from kg.resolve.records import Reference, RoleRecord

GIVEN = ("Ada", "Nils", "Eva", "Tomas", "Ruth", "Omar", "Luz", "Ivan", "Zoe", "Karl")
SURNAMES = ("Berglundh", "Harlowe", "Voloshin", "Lindqvist", "Tamm")


def told() -> list[Reference]:
    """Fifty people, each in five articles of other years, always in one office."""
    return [
        Reference(
            f"{given}-{surname}-{year}",
            "person",
            f"{given} {surname}",
            published=f"{year}-01-01",
            roles=(RoleRecord("r", "Mayor", surname),),
            countries=("NO",),
        )
        for given, surname, year in product(GIVEN, SURNAMES, range(2010, 2015))
    ]


def levels(model: Model, comparison: str) -> dict[str, float]:
    """The weights of a comparison of people, by the words for its levels."""
    (found,) = (c for c in model.settings["person"]["comparisons"] if c["output_column_name"] == comparison)

    def weight(level: dict[str, Any]) -> float:
        return log2(level["m_probability"] / level["u_probability"])

    return {x["label_for_charts"]: weight(x) for x in found["comparison_levels"] if "is_null_level" not in x}


def test_a_model_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_model(shipped_model(), tmp_path / "model.json")
    assert read_model(tmp_path / "model.json") == shipped_model()


def test_training_moves_what_the_articles_tell_by_a_step_at_most() -> None:
    trained = train(told())
    before, after = levels(shipped_model(), "office"), levels(trained, "office")
    assert after["offices of other bodies"] < before["offices of other bodies"]
    assert all(abs(after[level] - before[level]) <= LARGEST_STEP + 1e-6 for level in before)
    assert levels(trained, "surname") == levels(shipped_model(), "surname")
    assert trained.points == shipped_model().points


def test_the_trained_settings_link_the_articles_that_they_were_fitted_to() -> None:
    references = told()

    def find(keys: Collection[str]) -> list[Reference]:
        return [reference for reference in references if not keys_of(reference).isdisjoint(keys)]

    people = {
        tuple(sorted(r.iri for r in references if r.name == name)) for name in {r.name for r in references}
    }
    assert set(Linker(train(references)).link(references, find).clusters) == people


def test_training_does_not_depend_on_the_order() -> None:
    assert train(reversed(told())) == train(told())


def test_too_few_references_teach_nothing() -> None:
    assert train(told()[:20]) == shipped_model()


@pytest.mark.parametrize("text", ["{", "[]", '{"person": {}, "organization": {}}'])
def test_a_file_that_is_no_model_is_named_with_the_cure(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.json"
    path.write_text(text)
    with pytest.raises(
        NewsgraphError, match=r"other\.json: this is no model of linkage .*kg resolve --train"
    ):
        read_model(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NewsgraphError, match=r"none\.json: the model of linkage cannot be read"):
        read_model(tmp_path / "none.json")
