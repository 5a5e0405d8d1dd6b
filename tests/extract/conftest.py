"""The real language model, loaded once, and a way to make a parsed document of a few sentences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language

from kg.extract.document import Document
from kg.extract.language_model import load_model
from kg.model import Article

Parse = Callable[..., Document]


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default pipeline."""
    return load_model("en_core_web_md")


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Parse:
    """``parse(text, published=date | None)`` gives a document without findings or boilerplate."""

    def make(text: str, published: date | None = None) -> Document:
        doc = nlp(text)
        return Document(Article(id="a", text=text, published=published), doc, [False] * len(doc))

    return make
