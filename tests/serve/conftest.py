"""A store of small articles, one of them hostile, and a server on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from kg.build import bring_up_to_date
from kg.graph import report_nquads
from kg.store import open_store
from tests.graph.reports import call, oslo, vienna
from tests.serve.server import running

HEADLINE = "<script>alert('headline')</script>"


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles vienna, oslo (whose headline and id are script) and call, with their merged graph."""
    path = tmp_path_factory.mktemp("serve") / "small.kg"
    hostile = oslo()
    hostile = replace(hostile, article=replace(hostile.article, id=HEADLINE, title=HEADLINE))
    with open_store(path, create=True) as opened:
        for report in (vienna(), hostile, call()):
            opened.replace(report_nquads(report, digest=report.article.id, fingerprint="F"))
        bring_up_to_date(opened)
    return path


@pytest.fixture
def own_store(store: Path, tmp_path: Path) -> Path:
    """A copy of the store that a test may write to."""
    return shutil.copytree(store, tmp_path / "own.kg")


@pytest.fixture(scope="session")
def address(store: Path) -> Iterator[str]:
    """The address of a server with short limits on the store."""
    limits = ("--query-seconds", "3", "--client-seconds", "2", "--max-rows", "5000", "--query-processes", "2")
    with running(store, *limits) as found:
        yield found


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx.Client]:
    """A client of this server."""
    with httpx.Client(base_url=address, timeout=30) as opened:
        yield opened
