"""What a person at a terminal sees, and what everything else gets: a real pseudo-terminal against a pipe."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.terminal import on_terminal, plain

ROOT = Path(__file__).resolve().parent.parent.parent


def off_terminal(*args: str | Path, **environment: str) -> str:
    """What ``kg`` writes to a pipe."""
    command = [sys.executable, "-m", "kg", *map(str, args)]
    return subprocess.run(
        command, capture_output=True, check=True, cwd=ROOT, env={**os.environ, **environment}
    ).stdout.decode("utf-8")


def query(values: str) -> str:
    """A query that gives one row of these values, needing nothing of the store."""
    return f"SELECT * WHERE {{ VALUES (?name ?quote) {{ ({values}) }} }}"


def test_rows_are_a_table_on_a_terminal_and_csv_in_a_pipe(store: Path) -> None:
    ask = ("query", "-e", query("'Ann' 'She said, no.'"), "--store", store)
    shown, code = on_terminal(*ask, NO_COLOR="1")
    assert code == 0
    head, rule, row = plain(shown).splitlines()
    assert head.split() == ["name", "quote"]
    assert set(rule.strip()) == {"─"}
    assert row.split(maxsplit=1) == ["Ann", "She said, no."]
    assert off_terminal(*ask).splitlines() == ["name,quote", 'Ann,"She said, no."']


def test_a_row_too_wide_for_the_terminal_is_shown_value_by_value(store: Path) -> None:
    shown, _ = on_terminal("query", "meetings", "--store", store, width=80, NO_COLOR="1")
    assert "── 1 " in shown
    assert ["place", "Lausanne"] in [line.split() for line in plain(shown).splitlines()]


def test_a_terminal_gets_no_control_character_of_an_article_and_a_pipe_gets_all(store: Path) -> None:
    ask = ("query", "-e", query("'\\u001B[31mred\\u0007' '\\u202Edegas'"), "--store", store)
    shown, _ = on_terminal(*ask, NO_COLOR="1")
    assert "\x1b[31m" not in shown and "\x07" not in shown and "\u202e" not in shown
    assert "\ufffd[31mred\ufffd" in shown
    assert off_terminal(*ask).splitlines()[1] == "\x1b[31mred\x07,\u202edegas"


def test_a_table_in_a_pipe_is_tab_separated_lines(store: Path) -> None:
    ask = ("query", "-e", query("'Ann' 'one\\ntwo\\tthree'"), "--store", store, "--format", "table")
    assert off_terminal(*ask) == "name\tquote\nAnn\tone two three\n"


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}])
def test_colour_is_for_terminals_and_can_be_turned_off(environment: Mapping[str, str]) -> None:
    shown, code = on_terminal("query", "no-such-query", **environment)
    assert code == 2
    assert "there is no saved query of this name" in shown
    shown, _ = on_terminal("build", "/no/such/file", "--store", "/dev/null/x", **environment)
    assert "Traceback" not in shown


def test_a_build_shows_its_progress_on_a_terminal_only(tmp_path: Path) -> None:
    args = ("build", ROOT / "examples" / "lausanne-talks.txt", "--workers", "1", "--store")
    shown, code = on_terminal(*args, tmp_path / "one.kg")
    assert code == 0
    assert "articles" in shown and "1/1" in shown
    command = [sys.executable, "-m", "kg", *map(str, args), str(tmp_path / "two.kg")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert "\x1b" not in done.stderr and len(done.stderr.splitlines()) == 1
    quiet = subprocess.run(
        [*command[:-1], str(tmp_path / "three.kg"), "-q"], capture_output=True, text=True, check=True
    )
    assert (quiet.stdout, quiet.stderr) == ("", "")
