"""The real language model, loaded once, and ways to parse or read a text of a few sentences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language

from kg.extract.document import Document
from kg.extract.extractor import assemble_report
from kg.extract.language_model import load_model
from kg.extract.segments import join, pieces
from kg.model import Article
from tests.extract.reading import PUBLISHED, Reading, told

Parse = Callable[..., Document]
Read = Callable[..., Reading]


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


@pytest.fixture(scope="session")
def read(nlp: Language) -> Read:
    """``read(text, published=date | None)`` runs the whole chain; the default day is a Wednesday."""

    def run(text: str, published: date | None = PUBLISHED) -> Reading:
        article = Article(id="a", text=text, published=published, language="en")
        report = assemble_report(
            article, (join(list(nlp.pipe(pieces(text)))) if text else nlp.make_doc("")), "model"
        )
        return Reading(report, told(report))

    return run
