"""The generated parts of the documentation, for cog: each function returns Markdown of the live code."""

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
    from kg.query import Parameter, SavedQuery
    from kg.store import Store

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = "examples/lausanne-talks.txt"
# Values with which the cookbook asks about the example.
ANSWERS = {
    "person": "John Kerry",
    "other": "Sergei Lavrov",
    "name": "Kerry",
    "place": "Lausanne",
    "from": "2016-10-01",
    "to": "2016-10-31",
    "title": "Foreign Minister",
}
_LONGEST_CELL = 60
_MOST_ROWS = 5


def commands() -> str:
    """The help of ``kg`` and of each command."""
    from kg.cli.main import cli

    parts = [_help("")]
    for name, command in sorted(cli.commands.items()):
        parts.append(f"## kg {name}\n\n{_help(name)}")
        for own in sorted(getattr(command, "commands", ())):
            parts.append(f"### kg {name} {own}\n\n{_help(f'{name} {own}')}")
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
    from rdflib import OWL, Graph
    from rdflib.namespace import NamespaceManager

    graph = Graph().parse(ROOT / "ontologies" / "newsgraph.ttl")
    names = NamespaceManager(graph, bind_namespaces="none")
    parts = []
    for heading, kind in (
        ("Classes", OWL.Class),
        ("Properties between things", OWL.ObjectProperty),
        ("Properties with values", OWL.DatatypeProperty),
    ):
        terms: dict[tuple[str, str], set[str]] = {}
        for term, comment, other in graph.query(_TERMS, initBindings={"kind": kind}):  # type: ignore[misc]
            aligned = terms.setdefault((f"`{term.n3(names)}`", str(comment)), set())
            aligned |= {f"`{other.n3(names)}`"} if other is not None else set()
        rows = [(*term, ", ".join(sorted(terms[term]))) for term in sorted(terms)]
        parts.append(f"## {heading}\n\n" + _table(("term", "meaning", "stands under or beside"), rows))
    return "\n".join(parts)


_TERMS = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?term ?comment ?other WHERE {
  ?term a ?kind ; rdfs:comment ?comment .
  FILTER STRSTARTS(STR(?term), "https://w3id.org/newsgraph/")
  OPTIONAL {
    ?term rdfs:subClassOf|rdfs:subPropertyOf|owl:equivalentClass|owl:equivalentProperty
          |skos:closeMatch|skos:exactMatch|skos:broadMatch ?other .
  }
}
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
    from kg.query import Solutions
    from kg.query import run as ask

    given = {p.name: ANSWERS[p.name] for p in query.params if p.required}
    line = " ".join(["kg query", query.name, *(f"-p {name}={shlex.quote(v)}" for name, v in given.items())])
    solutions = ask(store, query, given)
    assert isinstance(solutions, Solutions)
    rows = list(solutions.texts())
    used = [i for i in range(len(solutions.variables)) if any(row[i] for row in rows)]
    shown = [[_shortened(row[i]) for i in used] for row in rows[:_MOST_ROWS]]
    parts = [f"## {query.name}", query.summary, query.description]
    parts.append("\n".join(map(_parameter, query.params)))
    parts.append(f"```console\n$ {line}\n```")
    parts.append(_table([solutions.variables[i] for i in used], shown).rstrip() if rows else "(no row)")
    if len(rows) > _MOST_ROWS:
        parts.append(f"… and {len(rows) - _MOST_ROWS} more.")
    return "\n\n".join(filter(None, parts)) + "\n"


def _parameter(parameter: Parameter) -> str:
    optional = "" if parameter.required else ", optional"
    return f"- `{parameter.name}` ({parameter.type}{optional}): {parameter.help}"


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
    lines += ["| " + " | ".join(map(_cell, row)) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _cell(value: object) -> str:
    return " ".join(str(value).replace("|", "\\|").split())


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_CELL else words[: _LONGEST_CELL - 1] + "…"
