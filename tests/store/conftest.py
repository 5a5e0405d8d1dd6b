"""A store of each kind, for what every store must do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.store import Store, memory_store, open_store
from tests.servers import PASSWORD, USER, emptied

ENGINES = ("directory", "memory", "oxigraph", "virtuoso")


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An empty store, open for writing."""
    monkeypatch.setenv("NEWSGRAPH_STORE_USER", USER)
    monkeypatch.setenv("NEWSGRAPH_STORE_PASSWORD", PASSWORD)
    makers: dict[str, Callable[[], Store]] = {
        "directory": lambda: open_store(tmp_path / "s.kg", create=True),
        "memory": memory_store,
        "oxigraph": lambda: emptied(request.getfixturevalue("oxigraph")),
        "virtuoso": lambda: emptied(request.getfixturevalue("virtuoso")),
    }
    with makers[request.param]() as opened:
        yield opened
