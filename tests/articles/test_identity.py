"""Address and digest tell articles and exact duplicates apart."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from hashlib import sha256

import kg.articles
from kg.articles import address, digest
from kg.model import Article

ARTICLE = Article(
    id="a", text="Ministers met in Oslo.", url="https://example.org/a", published=date(2019, 5, 7)
)


def test_the_address_is_the_url_or_else_the_id() -> None:
    assert address(ARTICLE) == "https://example.org/a"
    assert address(replace(ARTICLE, url=None)) == "a"


def test_the_digest_is_that_of_text_and_date_alone() -> None:
    assert digest(ARTICLE) == sha256(b"Ministers met in Oslo.\x002019-05-07").hexdigest()
    assert digest(replace(ARTICLE, id="b", url=None, title="x", source="elsewhere")) == digest(ARTICLE)
    assert digest(replace(ARTICLE, published=None)) != digest(ARTICLE)
    assert digest(replace(ARTICLE, text="Ministers met in Bergen.")) != digest(ARTICLE)


def test_importing_the_readers_imports_nothing_heavy() -> None:
    heavy = (
        "trafilatura",
        "lxml",
        "pyarrow",
        "numpy",
        "py3langid",
        "feedparser",
        "warcio",
        "pycountry",
        "spacy",
        "yaml",
    )
    code = f"import kg.articles, sys; print([name for name in {heavy!r} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"


def test_the_public_names_are_sorted_and_exist() -> None:
    assert kg.articles.__all__ == sorted(kg.articles.__all__)
    assert all(callable(getattr(kg.articles, name)) for name in kg.articles.__all__)
