"""Servers that several parts of the tests keep a store on, each started once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.servers import oxigraph_server, virtuoso_server


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of an Oxigraph server."""
    with oxigraph_server(tmp_path_factory.mktemp("oxigraph")) as url:
        yield url


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a Virtuoso."""
    with virtuoso_server(tmp_path_factory.mktemp("virtuoso")) as url:
        yield url
