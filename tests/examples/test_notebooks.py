"""The notebooks in examples/ run from first to last cell against ``kg serve``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.cli.conftest import store as example_store
from tests.servers import free_port, running

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))

# Names the fixture of the command's tests, which is to be used here as well.
store = example_store

# ipykernel and its libraries leave sockets to the garbage collector.
pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(scope="session")
def server(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of ``kg serve`` on the example."""
    port = free_port()
    command = [sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", str(port)]
    url = f"http://127.0.0.1:{port}"
    with running(command, url + "/healthz", tmp_path_factory.mktemp("serve") / "log"):
        yield url


def outputs(notebook: nbformat.NotebookNode) -> str:
    """Everything that the cells print or show, as text."""
    found = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    return "\n".join(o.get("text", "") or o.get("data", {}).get("text/plain", "") for o in found)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_shows_the_people_of_the_example(
    path: Path, server: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NEWSGRAPH_SERVER", server)
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    assert "John Kerry" in outputs(notebook)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_outputs(path: Path) -> None:
    assert outputs(nbformat.read(path, as_version=4)) == ""
