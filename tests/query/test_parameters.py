from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from kg.errors import ParameterError
from kg.query import Parameter, parse_query
from kg.query.parameters import Value, read_values

XSD = "http://www.w3.org/2001/XMLSchema#"
TEXT = """SELECT ?x WHERE { ?x ?p ?_person ; ?q ?__from_date .
  FILTER(?n > ?__min_count_integer && ?x != ?_person && ?r = ?__share_xsd_decimal) } # ?_not"""


def typed(value: str, datatype: str) -> Literal:
    return Literal(value, datatype=NamedNode(XSD + datatype))


def test_parameters_are_named_typed_and_optional_as_grlc_has_it() -> None:
    assert parse_query(TEXT).params == (
        Parameter("person", "string", True, "_person"),
        Parameter("from", "date", False, "__from_date"),
        Parameter("min_count", "integer", False, "__min_count_integer"),
        Parameter("share", "decimal", False, "__share_xsd_decimal"),
    )


@pytest.mark.parametrize(
    ("type", "value", "term"),
    [
        ("string", 'a "b" }', Literal('a "b" }')),
        ("iri", "https://e.org/é?a=1", NamedNode("https://e.org/é?a=1")),
        ("integer", "-12", typed("-12", "integer")),
        ("decimal", ".75", typed(".75", "decimal")),
        ("double", "1e-3", typed("1e-3", "double")),
        ("boolean", "true", typed("true", "boolean")),
        ("date", "2016", typed("2016", "gYear")),
        ("date", "2016-10", typed("2016-10", "gYearMonth")),
        ("date", "2016-10-15", typed("2016-10-15", "date")),
    ],
)
def test_a_value_becomes_a_term_of_the_declared_type(type: str, value: str, term: Value) -> None:
    params = parse_query(f"SELECT * WHERE {{ ?s ?p ?_x_{type} }}").params
    assert read_values("q", params, {"x": value}) == {f"_x_{type}": term}


@pytest.mark.parametrize(
    ("type", "value", "shape"),
    [
        ("iri", "no iri> } DROP ALL", "an IRI such as"),
        ("iri", "relative", "an IRI such as"),
        ("integer", "12.5", "a whole number"),
        ("integer", "١٢", "a whole number"),
        ("decimal", "1e3", "a number such as"),
        ("boolean", "yes", "true or false"),
        ("date", "2016-13-01", "a date such as"),
        ("date", "2016-02-30", "a date such as"),
        ("date", "15 October", "a date such as"),
        ("date", "", "a date such as"),
    ],
)
def test_an_ill_typed_value_is_named_with_what_was_expected(type: str, value: str, shape: str) -> None:
    params = parse_query(f"SELECT * WHERE {{ ?s ?p ?_x_{type} }}").params
    with pytest.raises(ParameterError) as caught:
        read_values("q", params, {"x": value})
    assert str(caught.value).startswith(f"q: parameter 'x' is {shape}")
    assert repr(value) in str(caught.value)


def test_a_missing_parameter_is_named_with_its_explanation() -> None:
    text = "#+ params:\n#+   person: full name\nSELECT * WHERE { ?s ?p ?_person }"
    with pytest.raises(ParameterError, match=r"^q: needs the parameter 'person' \(full name\)$"):
        read_values("q", parse_query(text).params, {})


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("SELECT * { ?s ?p ?_person }", "; did you mean 'person'?"),
        ("SELECT * { ?s ?_x_iri ?__y }", "; it has x, y"),
        ("SELECT * { ?s ?p ?o }", "; it takes none"),
    ],
)
def test_an_unknown_parameter_is_named_with_the_closest(text: str, advice: str) -> None:
    with pytest.raises(ParameterError) as caught:
        read_values("q", parse_query(text).params, {"persn": "x"})
    assert str(caught.value) == "q: has no parameter 'persn'" + advice


def test_an_optional_parameter_that_is_not_given_stays_a_variable() -> None:
    assert read_values("q", parse_query("SELECT * { ?s ?p ?__x }").params, {}) == {}
