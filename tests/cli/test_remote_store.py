"""Every command works on a store behind a URL as on a directory."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.build import bring_up_to_date
from kg.graph import report_nquads
from kg.store import open_store
from tests.cli.conftest import EXAMPLE, Kg
from tests.graph.reports import call, oslo, vienna
from tests.servers import PASSWORD, USER, emptied

ENGINES = ("oxigraph", "virtuoso")


@pytest.fixture(params=ENGINES)
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The URL of an empty server."""
    monkeypatch.setenv("NEWSGRAPH_STORE_USER", USER)
    monkeypatch.setenv("NEWSGRAPH_STORE_PASSWORD", PASSWORD)
    url: str = request.getfixturevalue(request.param)
    emptied(url).close()
    return url


def test_build_ask_export_validate_and_remove_on_a_server(kg: Kg, server: str, store: Path) -> None:
    done = kg("build", EXAMPLE, "--store", server, "--workers", "1")
    assert (done.exit_code, done.stderr) == (0, f"{server}: 1 article read: 1 added\n")
    for arguments in (["query", "meetings"], ["query", "who-met-whom"], ["stats"], ["export", "nquads"]):
        assert kg(*arguments, "--store", server).stdout == kg(*arguments, "--store", store).stdout
    assert kg("validate", "--store", server).exit_code == 0
    again = kg("build", EXAMPLE, "--store", server, "--workers", "1")
    assert "1 unchanged" in again.stdout + again.stderr
    [article] = kg("query", "articles", "--columns", "article", "--store", server).stdout.split()[1:]
    assert kg("remove", article, "--store", server).exit_code == 0
    assert kg("query", "articles", "--fail-if-empty", "--store", server).exit_code == 3


def filled(location: str | Path) -> str:
    """``location``, with the three small articles in it."""
    with open_store(location, create=True) as store:
        for report in (vienna(), oslo(), call()):
            store.replace(report_nquads(report, digest=report.article.id, fingerprint="F"))
        bring_up_to_date(store)
    return str(location)


COMMANDS = (
    ("authority", "add", "FILE"),
    ("authority", "list"),
    ("query", "office-holders"),
    ("different", "Anna Berg", "Jonas Weiß", "--by", "eve", "--why", "she met him"),
    ("same", "Anna Berg", "Jonas Weiß", "--by", "eve"),
    ("decisions", "list", "--all"),
    ("undo", "Jonas Weiß", "Anna Berg", "--by", "eve"),
    ("why", "Anna Berg", "Jonas Weiß"),
    ("path", "Anna Berg", "Jonas Weiß"),
    ("review", "--by", "eve"),
    ("resolve",),
    ("coverage", "--list", "sentence"),
    ("stats",),
    ("authority", "remove", "ministers.csv"),
    ("validate",),
)


def test_every_other_command_does_on_a_server_what_it_does_on_a_directory(
    kg: Kg, server: str, tmp_path: Path
) -> None:
    file = tmp_path / "ministers.csv"
    file.write_text("person,title,of,from,to\nIda Okoro,Finance Minister,Chad,2019-01-01,2022-01-01\n")
    directory = filled(tmp_path / "s.kg")
    filled(server)
    assert kg("diff", directory, server).exit_code == 0
    for command in COMMANDS:
        words = [str(file) if word == "FILE" else word for word in command]
        results = [kg(*words, "--store", where, input="q\n") for where in (directory, server)]
        told = [
            (done.exit_code, *(timeless(text.replace(where, "STORE")) for text in (done.stdout, done.stderr)))
            for done, where in zip(results, (directory, server), strict=True)
        ]
        assert told[0] == told[1], command
        assert told[0][0] == (1 if command[0] == "same" else 0), told[0]


def timeless(text: str) -> str:
    """``text`` without what depends on when a decision was taken: its time, and its id."""
    text = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", "TIME", text)
    return re.sub(r"(?<![\w-])[0-9a-f]{8}(?![\w-])", "ID", text)


def test_a_server_that_is_not_there_is_an_error_of_one_line(kg: Kg) -> None:
    result = kg("query", "meetings", "--store", "http://127.0.0.1:9/sparql")
    assert result.exit_code == 1
    assert result.stderr.startswith(
        "Error: http://127.0.0.1:9/sparql: the server does not answer as it should"
    )
    assert len(result.stderr.splitlines()) == 1
