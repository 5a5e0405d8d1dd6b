"""House rules that can be counted: small files, small functions, few parameters, a docstring on everything
public.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "kg").rglob("*.py"))
Function = ast.FunctionDef | ast.AsyncFunctionDef


def tree(path: Path) -> ast.Module:
    """The syntax of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def length(node: Function) -> int:
    """The lines of a function."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def functions() -> Iterator[tuple[str, Function]]:
    """Every function of the package, with where it stands."""
    for path in FILES:
        for node in ast.walk(tree(path)):
            if isinstance(node, Function):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node


def parameters(node: Function) -> int:
    """The parameters of a function that its callers see."""
    names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


def public(node: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | Function]:
    """The public classes, functions and methods in ``node``."""
    for child in node.body:
        if isinstance(child, ast.ClassDef | Function) and not child.name.startswith("_"):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from public(child)


def test_files_are_small() -> None:
    lengths = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {path: lines for path, lines in lengths.items() if lines > 400} == {}
    assert median(lines for lines in lengths.values() if lines) <= 120


def test_functions_are_small() -> None:
    lengths = {where: length(node) for where, node in functions()}
    assert {where: lines for where, lines in lengths.items() if lines > 50} == {}
    assert median(lengths.values()) <= 10


def test_functions_take_few_parameters() -> None:
    counts = {where: parameters(node) for where, node in functions()}
    assert {where: count for where, count in counts.items() if count > 5} == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_everything_public_says_what_it_is(path: Path) -> None:
    module = tree(path)
    silent = [node.name for node in public(module) if not ast.get_docstring(node)]
    assert silent == []
    assert ast.get_docstring(module) or not module.body
