"""The generated parts of the documentation, for cog: each function returns Markdown made from the live code."""

from __future__ import annotations

import os
import shlex
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from click.testing import CliRunner

if TYPE_CHECKING:
    from kg.query import SavedQuery
    from kg.store import Store

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = "examples/lausanne-talks.txt"
# Values with which the cookbook asks about the example.
ANSWERS = {
    "person": "John Kerry",
    "place": "Lausanne",
    "from": "2016-10-01",
    "to": "2016-10-31",
    "title": "Foreign Minister",
}
_LONGEST_CELL = 70
_MOST_ROWS = 12


def commands() -> str:
    """The help of ``kg`` and of each command."""
    from kg.cli.main import cli

    parts = [_help("")]
    parts += [f"## kg {name}\n\n{_help(name)}" for name in sorted(cli.commands)]
    return "\n".join(parts)


def settings() -> str:
    """The settings with their defaults."""
    from kg.settings import Settings

    rows = [
        (f"`{f.name}`", f"`--{f.name.replace('_', '-')}`", f"`{f.default}`", f.metadata["help"])
        for f in fields(Settings)
    ]
    return _table(("setting", "option", "default", "meaning"), rows)


def exports() -> str:
    """The export formats."""
    from kg.export import FORMATS

    return _table(("format", "holds"), [(f"`{f.name}`", f.summary) for f in FORMATS.values()])


def queries() -> str:
    """Every saved query with what it answers about the example article."""
    from kg.query import load_queries

    with example_store() as store:
        return "\n".join(_query(query, store) for query in load_queries(None).values())


def vocabulary() -> str:
    """The classes and properties of the ontology."""
    from rdflib import Graph

    graph = Graph().parse(ROOT / "ontologies" / "newsgraph.ttl")
    parts = []
    for heading, kind in (
        ("Classes", "owl:Class"),
        ("Properties between things", "owl:ObjectProperty"),
        ("Properties with values", "owl:DatatypeProperty"),
    ):
        found = graph.query(_TERMS.replace("KIND", kind))
        rows = [(f"`{name}`", comment, aligned) for name, comment, aligned in found]  # type: ignore[misc]
        parts.append(f"## {heading}\n\n" + _table(("term", "meaning", "aligned with"), rows))
    return "\n".join(parts)


_TERMS = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?name ?comment (GROUP_CONCAT(?other; separator=", ") AS ?aligned) WHERE {
  {
    SELECT DISTINCT ?name ?comment ?other WHERE {
      ?term a KIND ; rdfs:comment ?comment .
      FILTER STRSTARTS(STR(?term), "https://w3id.org/newsgraph/")
      BIND (STRAFTER(STR(?term), "https://w3id.org/newsgraph/") AS ?name)
      OPTIONAL {
        ?term rdfs:subClassOf|rdfs:subPropertyOf|owl:equivalentClass|owl:equivalentProperty
              |skos:closeMatch|skos:exactMatch|skos:broadMatch ?alignment .
        BIND (REPLACE(REPLACE(STR(?alignment), "^https://w3id.org/newsgraph/", ":"), "^.*[/#]", "") AS ?other)
      }
    } ORDER BY ?name ?other
  }
} GROUP BY ?name ?comment ORDER BY ?name
"""


def run(line: str, *, width: int = 80) -> str:
    """What ``kg …`` prints to stdout, run in this process from the top folder."""
    from kg.cli.main import cli

    previous = os.getcwd()
    os.chdir(ROOT)
    try:
        result = CliRunner().invoke(
            cli, shlex.split(line)[1:], prog_name="kg", terminal_width=width, env={"NEWSGRAPH_STORE": ""}
        )
    finally:
        os.chdir(previous)
    if result.exit_code != 0:
        raise RuntimeError(f"{line}: exit code {result.exit_code}: {result.output}")
    return result.stdout


@contextmanager
def example_store() -> Iterator[Store]:
    """A store with the example article in it."""
    from kg.build import build

    from kg.settings import Settings
    from kg.store import open_store

    with tempfile.TemporaryDirectory() as folder:
        with open_store(Path(folder) / "example.kg", create=True) as store:
            build([str(ROOT / EXAMPLE)], store, Settings(workers=1))
            yield store


def _help(command: str) -> str:
    text = run(f"kg {command} --help", width=100)
    return f"```\n{text.rstrip()}\n```\n"


def _query(query: SavedQuery, store: Store) -> str:
    from kg.query import run as ask

    given = {p.name: ANSWERS[p.name] for p in query.params if p.required}
    line = " ".join(["kg query", query.name, *(f"-p {name}={shlex.quote(v)}" for name, v in given.items())])
    solutions = ask(store, query, given)
    rows = [["" if cell is None else str(cell) for cell in row] for row in solutions.rows()]
    used = [i for i in range(len(solutions.variables)) if any(row[i] for row in rows)]
    shown = [[row[i] for i in used] for row in rows[:_MOST_ROWS]]
    parts = [f"## {query.name}", query.summary, query.description]
    parts += [f"- `{p.name}` ({p.type}{'' if p.required else ', optional'}): {p.help}" for p in query.params]
    parts.append(f"```console\n$ {line}\n```")
    parts.append(_table([solutions.variables[i] for i in used], shown) if rows else "(no row)")
    if len(rows) > _MOST_ROWS:
        parts.append(f"… and {len(rows) - _MOST_ROWS} more.")
    return "\n\n".join(filter(None, parts)) + "\n"


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
    lines += ["| " + " | ".join(map(_cell, row)) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _cell(value: object) -> str:
    text = " ".join(str(value).replace("|", "\\|").split())
    return text
