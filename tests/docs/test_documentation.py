"""What the documentation says is what the program does."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

import kg
from kg.cli.main import cli
from kg.export import FORMATS
from kg.query import load_queries
from kg.settings import Settings
from tests.terminal import on_terminal, plain

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [
    ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", *sorted(ROOT.glob("docs/*.md")))
]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def text(name: str) -> str:
    """The text of a page."""
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    """The code blocks of a page in one language."""
    return [code for kind, code in FENCE.findall(text(name)) if kind == language]


def kg_lines(path: Path) -> list[str]:
    """The lines of a page's blocks that call ``kg``."""
    lines = [
        line.removeprefix("$ ")
        for _, code in FENCE.findall(path.read_text("utf-8"))
        for line in code.splitlines()
    ]
    return [line for line in lines if line.startswith("kg ")]


def test_the_generated_parts_are_up_to_date() -> None:
    pages = [str(path) for path in PAGES if "[[[cog" in path.read_text("utf-8")]
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "cogapp", "--check", "--diff", "-I", "docs", *pages],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_is_described(name: str) -> None:
    assert f"## kg {name}\n" in text("docs/cli.md")
    assert f"kg {name}" in text("docs/guide.md")


@pytest.mark.parametrize("name", sorted(load_queries(None)))
def test_every_saved_query_is_in_the_cookbook(name: str) -> None:
    assert f"## {name}\n" in text("docs/queries.md")


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_every_setting_is_in_the_guide(name: str) -> None:
    assert f"| `{name}` |" in text("docs/guide.md")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_export_format_is_in_the_guide(name: str) -> None:
    assert f"| `{name}` |" in text("docs/guide.md")


@pytest.mark.parametrize("name", kg.__all__)
def test_every_public_name_is_in_the_guide(name: str) -> None:
    assert f"`{name}`" in text("docs/guide.md")


def test_every_dependency_has_its_decision() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values()]
    names = {re.split(r"[\[<>=~ ]", line)[0] for lines in lists for line in lines} - {"newsgraph"}
    decisions = text("docs/decisions.md").lower()
    assert {name for name in names if name.lower() not in decisions} == set()


def test_the_changelog_describes_this_version() -> None:
    version = tomllib.loads(text("pyproject.toml"))["project"]["version"]
    assert re.search(rf"^## \[{re.escape(version)}\]", text("CHANGELOG.md"), re.MULTILINE)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    targets = LINK.findall(FENCE.sub("", path.read_text(encoding="utf-8")))
    assert [target for target in targets if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_command_line_in_the_pages_is_understood(path: Path) -> None:
    for line in kg_lines(path):
        words = shlex.split(line.split("|")[0].split(">")[0], comments=True)
        name = words[1]
        if name in cli.commands:
            command = cli.commands[name]
            with command.make_context(name, words[2:], resilient_parsing=False):
                pass


def test_the_first_commands_of_the_readme_show_what_it_says(tmp_path: Path) -> None:
    install, build, query = [part.strip() for part in blocks("README.md", "bash")[0].split("&&")]
    assert install == "pip install ."
    where = {"NEWSGRAPH_STORE": str(tmp_path / "readme.kg")}
    assert on_terminal(*shlex.split(build)[1:], **where)[1] == 0
    shown, code = on_terminal(*shlex.split(query)[1:], width=120, **where)
    assert (plain(shown), code) == (blocks("README.md", "text")[0], 0)


def test_the_python_examples_of_the_guide_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for code in blocks("docs/guide.md", "python"):
        exec(compile(code, "guide.md", "exec"), {})


def test_the_python_example_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    names: dict[str, object] = {}
    exec(compile(blocks("README.md", "python")[0], "README.md", "exec"), names)
    assert "John Kerry" in set(names["table"]["participant"])  # type: ignore[index]
