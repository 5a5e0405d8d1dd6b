"""Every command works on a store behind a URL as on a directory."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import EXAMPLE, Kg
from tests.servers import emptied


def test_build_ask_export_validate_and_remove_on_a_server(
    kg: Kg, oxigraph: str, store: Path, tmp_path: Path
) -> None:
    emptied(oxigraph).close()
    done = kg("build", EXAMPLE, "--store", oxigraph, "--workers", "1")
    assert (done.exit_code, done.stderr) == (
        0,
        kg("build", EXAMPLE, "--store", tmp_path / "s.kg", "--workers", "1").stderr.replace(
            str(tmp_path / "s.kg"), oxigraph
        ),
    )
    for arguments in (["query", "meetings"], ["query", "who-met-whom"], ["stats"], ["export", "nquads"]):
        assert kg(*arguments, "--store", oxigraph).stdout == kg(*arguments, "--store", store).stdout
    assert kg("validate", "--store", oxigraph).exit_code == 0
    again = kg("build", EXAMPLE, "--store", oxigraph, "--workers", "1")
    assert "1 unchanged" in again.stdout + again.stderr
    [article] = kg("query", "articles", "--columns", "article", "--store", oxigraph).stdout.split()[1:]
    assert kg("remove", article, "--store", oxigraph).exit_code == 0
    assert kg("query", "articles", "--fail-if-empty", "--store", oxigraph).exit_code == 3


def test_a_server_that_is_not_there_is_an_error_of_one_line(kg: Kg) -> None:
    result = kg("query", "meetings", "--store", "http://127.0.0.1:9/sparql")
    assert result.exit_code == 1
    assert result.stderr.startswith(
        "Error: http://127.0.0.1:9/sparql: the server does not answer as it should"
    )
    assert len(result.stderr.splitlines()) == 1
