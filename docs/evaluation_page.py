"""The generated parts of evaluation.md: the annotated example, and what ``kg evaluate`` prints about it."""

from __future__ import annotations

import json

import pages

ANNOTATED = "examples/annotated.jsonl"
# The tables of mistakes and of confidences say little about an example as short as this.
_SHOWN_TABLES = 4


def annotated_article() -> str:
    """The first annotated article of the example, on several lines."""
    first = (pages.ROOT / ANNOTATED).read_text(encoding="utf-8").splitlines()[0]
    return f"```json\n{_folded(json.loads(first))}\n```\n"


def evaluation() -> str:
    """The first tables that ``kg evaluate`` prints about the example."""
    line = f"kg evaluate {ANNOTATED}"
    tables = pages.run(line).strip().split("\n\n")
    parts = [f"```console\n$ {line}\n```\n"]
    for title, body in list(zip(tables[::2], tables[1::2], strict=True))[:_SHOWN_TABLES]:
        columns, *rows = (row.split("\t") for row in body.splitlines())
        parts.append(f"{title}:\n\n{pages._table(columns, rows)}")
    return "\n".join(parts)


def _folded(value: object, indent: int = 0) -> str:
    """``value`` as JSON, its innermost objects on a line of their own."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + indent <= 150 or not isinstance(value, dict | list):
        return line
    pad = " " * (indent + 1)
    if isinstance(value, list):
        return "[\n" + ",\n".join(pad + _folded(item, indent + 1) for item in value) + "]"
    members = (f"{pad}{json.dumps(key)}: {_folded(item, indent + 1)}" for key, item in value.items())
    return "{\n" + ",\n".join(members) + "}"
