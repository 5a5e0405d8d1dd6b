"""The lock file: every dependency of the project, each with hashes, and no address to fetch it from."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def canonical(requirement: str) -> str:
    """The name of a requirement as indexes compare it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=~; ]", requirement)[0]).lower()


def test_every_dependency_is_locked() -> None:
    lists = [PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()]
    wanted = {canonical(line) for lines in lists for line in lines} - {"newsgraph"}
    locked = {canonical(line) for line in LOCK.splitlines() if "==" in line}
    assert wanted - locked == set()


def test_every_locked_package_has_a_version_and_a_hash() -> None:
    for entry in re.split(r"\n(?=\S)", LOCK.strip()):
        assert re.match(r"[A-Za-z0-9._-]+==\S+", entry)
        assert "--hash=sha256:" in entry


def test_the_lock_names_no_address() -> None:
    assert re.findall(r"https?:|file:|index-url|find-links| @ ", LOCK) == []


def test_the_lock_of_the_tests_client_is_as_good() -> None:
    text = (ROOT / "tests" / "serve" / "comunica" / "package-lock.json").read_text(encoding="utf-8")
    packages = {path: entry for path, entry in json.loads(text)["packages"].items() if path}
    assert {path for path, entry in packages.items() if not {"version", "integrity"} <= entry.keys()} == set()
    assert re.findall(r"https?:|file:", text) == []
