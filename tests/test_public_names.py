"""The public face: its names, their documentation, and that asking for it costs nothing."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import kg


def run_python(code: str) -> str:
    """What a fresh interpreter prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_the_public_names_are_sorted_and_are_all_that_is_public() -> None:
    assert kg.__all__ == sorted(kg.__all__)
    assert dir(kg) == kg.__all__
    for name in kg.__all__:
        assert getattr(kg, name) is not None


@pytest.mark.parametrize("name", kg.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    assert inspect.getdoc(getattr(kg, name))
    assert f"`{name}`" in inspect.getdoc(kg)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'kg' has no attribute 'nothing'"):
        kg.nothing  # noqa: B018


def test_importing_the_package_imports_none_of_its_parts() -> None:
    heavy = "n.startswith('kg.') or n in ('spacy', 'pyoxigraph')"
    code = f"import kg, sys; print([n for n in sys.modules if {heavy}])"
    assert run_python(code) == "[]\n"


@pytest.mark.parametrize(
    "first", ["import kg", "import kg.build, kg.query", "from kg.query import find_query"]
)
def test_build_and_query_are_functions_whatever_was_imported_before(first: str) -> None:
    use = "print(kg.build.__name__, kg.query.__name__)\nfrom kg import query; print(callable(query))"
    code = f"{first}\nimport kg\n{use}"
    assert run_python(code) == "build run\nTrue\n"
