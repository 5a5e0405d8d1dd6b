"""Finding and loading the language model by name."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from kg.errors import ExtractionError
from kg.extract.language_model import load_model, model_version


def test_the_default_model_has_what_extraction_needs(nlp: Language) -> None:
    assert {"tagger", "parser", "ner", "lemmatizer"} <= set(nlp.pipe_names)


def test_name_and_version_are_known_without_loading() -> None:
    assert model_version("en_core_web_md") == "en_core_web_md 3.7.1"


def test_the_version_is_that_of_the_loaded_model(nlp: Language) -> None:
    assert model_version("en_core_web_md") == f"en_core_web_md {nlp.meta['version']}"


def test_a_model_that_is_not_installed_is_an_error_that_names_it() -> None:
    with pytest.raises(ExtractionError, match="'xx_no_such_model' is not installed"):
        load_model("xx_no_such_model")


def test_a_model_that_is_not_installed_has_no_version() -> None:
    assert model_version("xx_no_such_model") == "xx_no_such_model (not installed)"


def test_a_pipeline_without_a_parser_is_an_error(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ExtractionError, match="lacks lemmatizer, ner, parser"):
        load_model(str(tmp_path / "blank"))


def test_a_directory_gives_the_version_that_it_states(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "meta.json").write_text('{"version": "2.5"}', encoding="utf-8")
    assert model_version(str(folder)) == f"{folder} 2.5"


def test_a_directory_that_is_no_pipeline_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ExtractionError, match="is not installed"):
        load_model(str(tmp_path))
