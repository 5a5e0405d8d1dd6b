"""The command as a test sees it, and a store with the example article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import cli

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLE = str(ROOT / "examples" / "lausanne-talks.txt")

Kg = Callable[..., Result]


@pytest.fixture
def kg() -> Kg:
    """Runs ``kg`` in this process: ``kg("query", "meetings", input="…")``."""

    def run(*args: str | Path, input: str | None = None) -> Result:
        return CliRunner().invoke(cli, [str(arg) for arg in args], prog_name="kg", input=input)

    return run


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the example article; tests only read it."""
    path = tmp_path_factory.mktemp("store") / "example.kg"
    result = CliRunner().invoke(cli, ["build", EXAMPLE, "--store", str(path), "--workers", "1"])
    assert result.exit_code == 0, result.output
    return path
