"""Parameters of a query: which there are, and text from a command line or URL as an RDF term of the declared
type.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.errors import GraphError, ParameterError
from kg.graph import literals
from kg.store.binding import variables

Value = NamedNode | Literal

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a query takes. ``variable`` is its name in the query's text, ``type`` a key of
    :data:`TYPES`.
    """

    name: str
    type: str
    required: bool
    variable: str
    help: str = ""


def _number(pattern: str, datatype: str) -> Callable[[str], Value]:
    shape = re.compile(pattern, re.ASCII)

    def read(text: str) -> Value:
        if not shape.fullmatch(text):
            raise ValueError(text)
        return Literal(text, datatype=NamedNode(_XSD + datatype))

    return read


_DECIMAL: Final = r"[+-]?(\d+(\.\d*)?|\.\d+)"

# type -> (how a value is read, what a value looks like)
TYPES: Final[Mapping[str, tuple[Callable[[str], Value], str]]] = {
    "string": (literals.text, "text"),
    "iri": (NamedNode, "an IRI such as https://example.org/a"),
    "integer": (_number(r"[+-]?\d+", "integer"), "a whole number such as 12"),
    "decimal": (_number(_DECIMAL, "decimal"), "a number such as 0.75"),
    "double": (_number(_DECIMAL + r"([eE][+-]?\d+)?", "double"), "a number such as 0.75"),
    "boolean": (_number("true|false", "boolean"), "true or false"),
    "date": (literals.time, "a date such as 2016-10-15, 2016-10 or 2016"),
}


def find_parameters(text: str, help: Mapping[str, str]) -> tuple[Parameter, ...]:
    """The parameters of a query in the order of its text, by grlc's naming: ``?_name_type``, ``?__name_type``
    if optional.

    ``help`` explains them by name. A variable without a known type is a string; ``?_name_xsd_date`` is
    ``?_name_date``.
    """
    found = []
    for variable in variables(text):
        if variable.startswith("_"):
            name, type = _split(variable.lstrip("_"))
            required = not variable.startswith("__")
            found.append(Parameter(name, type, required, variable, help.get(name, "")))
    return tuple(found)


def _split(words: str) -> tuple[str, str]:
    name, _, type = words.rpartition("_")
    if name and type in TYPES:
        return name.removesuffix("_xsd"), type
    return words, "string"


def read_values(query: str, parameters: tuple[Parameter, ...], values: Mapping[str, str]) -> dict[str, Value]:
    """``values``, given by name, as terms by variable.

    Raises :class:`~kg.errors.ParameterError` for a missing, unknown or ill-typed one; ``query`` is the name
    for its message.
    """
    names = list(dict.fromkeys(parameter.name for parameter in parameters))
    for name in values:
        if name not in names:
            raise ParameterError(f"has no parameter {name!r}{_advice(name, names)}", query=query)
    terms = {}
    for parameter in parameters:
        if parameter.name in values:
            terms[parameter.variable] = _term(query, parameter, values[parameter.name])
        elif parameter.required:
            raise ParameterError(
                f"needs the parameter {parameter.name!r}{_explained(parameter)}", query=query
            )
    return terms


def _term(query: str, parameter: Parameter, value: str) -> Value:
    read, shape = TYPES[parameter.type]
    try:
        return read(value)
    except (ValueError, GraphError) as error:
        raise ParameterError(
            f"parameter {parameter.name!r} is {shape}, not {value!r}", query=query
        ) from error


def _explained(parameter: Parameter) -> str:
    shape = TYPES[parameter.type][1]
    return f" ({parameter.help or shape})"


def _advice(name: str, names: list[str]) -> str:
    if not names:
        return "; it takes none"
    close = get_close_matches(name, names, n=1)
    return f"; did you mean {close[0]!r}?" if close else f"; it has {', '.join(names)}"
