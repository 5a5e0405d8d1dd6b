"""Parameters of a query: which there are, and text from a command line or URL as an RDF term of the declared
type.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.errors import GraphError, ParameterError, QueryError
from kg.graph import literals
from kg.query.header import Header
from kg.query.lexical import XSD, misfit
from kg.store.binding import variables

Value = NamedNode | Literal

_PREFIX: Final = re.compile(r"^\s*PREFIX\s+(\w+):\s*<([^<>\s]*)>", re.IGNORECASE | re.MULTILINE)
_LANGUAGE: Final = re.compile("[a-z]{2}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a query takes. ``variable`` is its name in the query's text, ``type`` a key of
    :data:`TYPES`.

    ``language`` or ``datatype`` (an IRI) is that of the literal, where the variable's name says so.
    ``default`` is its value where none is given; ``choices`` are the only values that it takes, if any.
    """

    name: str
    type: str
    required: bool
    variable: str
    help: str = ""
    default: str | None = None
    choices: tuple[str, ...] = ()
    language: str = ""
    datatype: str = ""


def _number(pattern: str, datatype: str) -> Callable[[str], Value]:
    shape = re.compile(pattern, re.ASCII)

    def read(text: str) -> Value:
        if not shape.fullmatch(text):
            raise ValueError(text)
        return Literal(text, datatype=NamedNode(XSD + datatype))

    return read


_DECIMAL: Final = r"[+-]?(\d+(\.\d*)?|\.\d+)"


def _any_number(text: str) -> Value:
    """A number without quotes, whose type SPARQL tells from how it is written."""
    if text.isascii() and text.lstrip("+-").isdigit():
        return TYPES["integer"][0](text)
    return TYPES["double" if "e" in text.lower() else "decimal"][0](text)


# type -> (how a value is read, what a value looks like)
TYPES: Final[Mapping[str, tuple[Callable[[str], Value], str]]] = {
    "string": (literals.text, "text"),
    "literal": (literals.text, "text"),
    "iri": (NamedNode, "an IRI such as https://example.org/a"),
    "number": (_any_number, "a number such as 12 or 0.75"),
    "integer": (_number(r"[+-]?\d+", "integer"), "a whole number such as 12"),
    "decimal": (_number(_DECIMAL, "decimal"), "a number such as 0.75"),
    "double": (_number(_DECIMAL + r"([eE][+-]?\d+)?", "double"), "a number such as 0.75"),
    "boolean": (_number("true|false", "boolean"), "true or false"),
    "date": (literals.time, "a date such as 2016-10-15, 2016-10 or 2016"),
}


def find_parameters(text: str, header: Header) -> tuple[Parameter, ...]:
    """The parameters of a query in the order of its text, by grlc's naming: ``?_name_type``, ``?__name_type``
    if optional.

    A type is a key of :data:`TYPES`, a language of two letters, or a datatype as ``prefix_name``
    (``?_day_xsd_gYear``) whose prefix the query declares. Without one it is a string.
    """
    prefixes = dict(_PREFIX.findall(text)) | {"xsd": XSD}
    found = []
    for variable in variables(text):
        if variable.startswith("_"):
            bare = _parameter(variable, prefixes)
            default = header.defaults.get(bare.name)
            found.append(
                replace(
                    bare,
                    required=bare.required and default is None,
                    help=header.help.get(bare.name, ""),
                    default=default,
                    choices=header.choices.get(bare.name, ()),
                )
            )
    return tuple(found)


def _parameter(variable: str, prefixes: Mapping[str, str]) -> Parameter:
    required, words = not variable.startswith("__"), variable.lstrip("_")
    head, _, last = words.rpartition("_")
    name, _, prefix = head.rpartition("_")
    if name and prefix == "xsd" and last in TYPES:
        return Parameter(name, last, required, variable)
    if name and prefix in prefixes:
        return Parameter(name, "string", required, variable, datatype=prefixes[prefix] + last)
    if head and last in TYPES:
        return Parameter(head, last, required, variable)
    if head and _LANGUAGE.fullmatch(last):
        return Parameter(head, "string", required, variable, language=last)
    return Parameter(words, "string", required, variable)


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
        value = values.get(parameter.name, parameter.default)
        if value is not None:
            terms[parameter.variable] = _term(query, parameter, value)
        elif parameter.required:
            raise ParameterError(
                f"needs the parameter {parameter.name!r}{_explained(parameter)}", query=query
            )
    return terms


def check_values(query: str, parameters: Iterable[Parameter]) -> None:
    """Raise :class:`~kg.errors.QueryError` where a default or a choice of the header is no value of its
    parameter.
    """
    for parameter in parameters:
        given = parameter.choices if parameter.default is None else (*parameter.choices, parameter.default)
        for value in given:
            try:
                _term(query, parameter, value)
            except ParameterError as error:
                reason = str(error).removeprefix(f"{query}: ")
                raise QueryError(f"in the header, {reason}", query=query) from error


def _term(query: str, parameter: Parameter, value: str) -> Value:
    if parameter.choices:
        value = _choice(query, parameter, value)
    if parameter.language:
        return Literal(literals.text(value).value, language=parameter.language)
    if parameter.datatype:
        if shape := misfit(value, parameter.datatype):
            raise ParameterError(f"parameter {parameter.name!r} is {shape}, not {value!r}", query=query)
        return Literal(literals.text(value).value, datatype=NamedNode(parameter.datatype))
    read, shape = TYPES[parameter.type]
    try:
        return read(value)
    except (ValueError, GraphError) as error:
        raise ParameterError(
            f"parameter {parameter.name!r} is {shape}, not {value!r}", query=query
        ) from error


def _choice(query: str, parameter: Parameter, value: str) -> str:
    """The one of the parameter's choices that ``value`` is, in any case."""
    for choice in parameter.choices:
        if choice.casefold() == value.casefold():
            return choice
    known = ", ".join(parameter.choices)
    raise ParameterError(f"parameter {parameter.name!r} is one of {known}, not {value!r}", query=query)


def _explained(parameter: Parameter) -> str:
    shape = TYPES[parameter.type][1]
    return f" ({parameter.help or shape})"


def _advice(name: str, names: list[str]) -> str:
    if not names:
        return "; it takes none"
    close = get_close_matches(name, names, n=1)
    return f"; did you mean {close[0]!r}?" if close else f"; it has {', '.join(names)}"
