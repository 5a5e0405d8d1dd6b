"""Imports point one way: each package imports only from packages to its left, also inside functions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = (
    "articles", "extract", "evaluation", "resolve", "graph", "store", "query", "export", "serve", "engine",
    "build", "cli", "__main__",
)  # fmt: skip
ANYWHERE = {"errors", "settings", "model", "resources"}
HOMES = {
    "spacy": {"extract"},
    "pyoxigraph": {"graph", "store", "query", "serve"},
    "rdflib": {"graph", "export"},
    "pyshacl": {"graph"},
    "networkx": {"export"},
    "SPARQLWrapper": {"store"},
    "trafilatura": {"articles"},
    "starlette": {"serve"},
    "uvicorn": {"serve"},
    "jinja2": {"serve"},
    "prometheus_client": {"serve"},
    "splink": {"resolve"},
    "duckdb": {"resolve"},
    "click": {"cli"},
    "rich": {"cli"},
}
FILES = sorted((ROOT / "kg").rglob("*.py"))


def package_of(path: Path) -> str:
    """The part of kg that a file belongs to: ``graph`` for kg/graph/quads.py, ``model`` for kg/model.py."""
    return path.relative_to(ROOT / "kg").with_suffix("").parts[0]


def imported(path: Path) -> Iterator[str]:
    """The dotted names of all modules that a file imports anywhere in its text."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(parts[: len(parts) - node.level]) if node.level else ""
            module = ".".join(filter(None, (base, node.module)))
            # `from kg import store` imports the package kg.store.
            yield from (f"{module}.{alias.name}" for alias in node.names) if module == "kg" else (module,)


def inner_imports(path: Path) -> set[str]:
    """The parts of kg that a file imports."""
    return {name.split(".")[1] for name in imported(path) if name.startswith("kg.")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_imports_only_from_packages_to_its_left(path: Path) -> None:
    own = package_of(path)
    if own == "__init__":
        return  # the public face names things of every package
    allowed = ANYWHERE | {own} | (set(LAYERS[: LAYERS.index(own)]) if own in LAYERS else set())
    if own == "graph":
        allowed -= {"store"}
    assert inner_imports(path) <= allowed


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_heavy_library_is_imported_only_at_home(path: Path) -> None:
    heavy = {name.split(".")[0] for name in imported(path)} & set(HOMES)
    assert {library for library in heavy if package_of(path) not in HOMES[library]} == set()


def test_every_package_has_its_place_in_the_order() -> None:
    packages = {package_of(path) for path in FILES} - {"__init__"}
    assert packages <= set(LAYERS) | ANYWHERE
