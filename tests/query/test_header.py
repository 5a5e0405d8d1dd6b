"""The header of a query file as grlc documents it, and parameters by grlc's naming."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from kg.errors import ParameterError, QueryError
from kg.query import SavedQuery, all_queries, parse_query
from kg.query.parameters import read_values

XSD = "http://www.w3.org/2001/XMLSchema#"
# Every decorator of grlc's own documentation.
FULL = """#+ summary: Who lives where?
#+ description: One row per house.
#+ endpoint: http://example.org/sparql
#+ endpoint_in_url: False
#+ method: GET
#+ pagination: 100
#+ mime: application/json
#+ transform: {
#+     "key": "?p",
#+     "$anchor": "key"
#+   }
#+ tags:
#+   - houses
#+ defaults:
#+   - year: 2016
#+ enumerate:
#+   - colour:
#+     - red
#+     - Green
#+   - street
PREFIX geo: <http://www.opengis.net/ont/geosparql#>
SELECT ?house WHERE { ?house ?p ?_colour, ?__street_en, ?_year_integer, ?_area_geo_wktLiteral, ?_n_number, ?_y_xsd_gYear }
"""


def terms(query: SavedQuery, **values: str) -> dict[str, NamedNode | Literal]:
    return read_values(query.name, query.params, values)


def test_all_that_grlc_puts_into_a_header_is_read_or_passed_over() -> None:
    query = parse_query(FULL)
    assert (query.summary, query.description, query.tags) == (
        "Who lives where?",
        "One row per house.",
        ("houses",),
    )
    assert query.pagination == 100
    assert {p.name: (p.required, p.default, p.choices) for p in query.params} == {
        "colour": (True, None, ("red", "Green")),
        "street": (False, None, ()),
        "year": (False, "2016", ()),
        "area": (True, None, ()),
        "n": (True, None, ()),
        "y": (True, None, ()),
    }


def test_names_of_variables_say_language_and_datatype_as_in_grlc() -> None:
    wkt = "POINT(1 2)"
    assert terms(parse_query(FULL), colour="red", street="High Street", area=wkt, n="1.5", y="2016") == {
        "_colour": Literal("red"),
        "__street_en": Literal("High Street", language="en"),
        "_year_integer": Literal("2016", datatype=NamedNode(XSD + "integer")),
        "_area_geo_wktLiteral": Literal(
            wkt, datatype=NamedNode("http://www.opengis.net/ont/geosparql#wktLiteral")
        ),
        "_n_number": Literal("1.5", datatype=NamedNode(XSD + "decimal")),
        "_y_xsd_gYear": Literal("2016", datatype=NamedNode(XSD + "gYear")),
    }


@pytest.mark.parametrize(
    ("value", "datatype"), [("12", "integer"), ("-3", "integer"), (".5", "decimal"), ("1e3", "double")]
)
def test_a_number_has_the_type_that_sparql_gives_it(value: str, datatype: str) -> None:
    query = parse_query("ASK { ?s ?p ?_x_number }")
    assert terms(query, x=value) == {"_x_number": Literal(value, datatype=NamedNode(XSD + datatype))}


VALID = {
    "gYear": ["2016", "-0044", "12016", "2016Z", "2016+02:00"],
    "gYearMonth": ["2016-10", "2016-10Z"],
    "gMonthDay": ["--10-15"],
    "dateTime": ["2016-10-15T14:30:00", "2016-10-15T14:30:00.5Z", "2016-10-15T24:00:00-14:00"],
    "dateTimeStamp": ["2016-10-15T14:30:00Z"],
    "time": ["14:30:00"],
    "duration": ["P1Y", "-P1Y2M3DT4H5M6.7S", "PT0S"],
    "dayTimeDuration": ["P1D", "PT1H"],
    "yearMonthDuration": ["P1Y6M"],
    "float": ["1.5", "-INF", "NaN", "1e3"],
    "byte": ["127", "-128", "+007"],
    "positiveInteger": ["1", "9" * 40],
    "language": ["en", "zh-Hant-CN"],
    "hexBinary": ["", "0aFF"],
    "anyURI": ["any thing"],
}
INVALID = {
    "gYear": ["notayear", "16", "02016", "2016-10", "2016\n", "٢٠١٦"],
    "gYearMonth": ["2016", "2016-13"],
    "gMonthDay": ["10-15", "--10-32"],
    "dateTime": ["2016-10-15", "2016-10-15T25:00:00", "2016-10-15T14:30:00+15:00"],
    "dateTimeStamp": ["2016-10-15T14:30:00"],
    "time": ["14:30", "24:00:01"],
    "duration": ["P", "PT", "P1YT", "1Y", "P1.5D"],
    "dayTimeDuration": ["P1Y", "P"],
    "yearMonthDuration": ["P1D"],
    "float": ["inf", "1,5", ""],
    "byte": ["128", "-129", "1.0", "x"],
    "positiveInteger": ["0", "-1"],
    "language": ["english language", "-"],
    "hexBinary": ["0", "xy"],
}


@pytest.mark.parametrize(("datatype", "value"), [(name, v) for name, values in VALID.items() for v in values])
def test_a_value_of_a_datatype_of_xml_schema_is_taken_as_it_is_written(datatype: str, value: str) -> None:
    query = parse_query(f"ASK {{ ?s ?p ?__x_xsd_{datatype} }}")
    expected = Literal(value, datatype=NamedNode(XSD + datatype))
    assert terms(query, x=value) == {f"__x_xsd_{datatype}": expected}


@pytest.mark.parametrize(
    ("datatype", "value"), [(name, v) for name, values in INVALID.items() for v in values]
)
def test_a_value_that_is_none_of_its_datatype_is_refused_with_one_that_is(datatype: str, value: str) -> None:
    query = parse_query(f"ASK {{ ?s ?p ?__x_xsd_{datatype} }}", name="q")
    with pytest.raises(ParameterError, match=rf"q: parameter 'x' is an xsd:{datatype}( such as |, a whole)"):
        terms(query, x=value)


def test_a_default_is_the_value_where_none_is_given_and_no_more() -> None:
    query = parse_query("#+ defaults:\n#+   - name: Ann\nASK { ?s ?p ?_name }")
    assert terms(query) == {"_name": Literal("Ann")}
    assert terms(query, name="Bob") == {"_name": Literal("Bob")}


def test_a_value_outside_of_an_enumeration_is_refused_with_those_that_are_in_it() -> None:
    query = parse_query(
        "#+ enumerate:\n#+   - size:\n#+     - small\n#+     - large\nASK { ?s ?p ?__size }", name="q"
    )
    assert terms(query, size="SMALL") == {"__size": Literal("small")}
    assert terms(query) == {}
    with pytest.raises(ParameterError, match="^q: parameter 'size' is one of small, large, not 'huge'$"):
        terms(query, size="huge")


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("#+ defaults: 5\n", "'defaults' maps names of parameters to text"),
        ("#+ defaults:\n#+   - x: [1]\n", "'defaults' maps names of parameters to text"),
        ("#+ enumerate:\n#+   - x: red\n", "'enumerate' has no list of values for 'x'"),
        ("#+ pagination: many\n", "'pagination' is the number of rows of a page"),
        ("#+ pagination: 0\n", "'pagination' is the number of rows of a page"),
        ("#+ tags: one\n", "'tags' is a list of texts"),
        ("#+ defaults:\n#+   - y: 1\n", "the header speaks of 'y', which is no parameter of it"),
    ],
)
def test_a_header_that_cannot_be_meant_is_named(header: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(header + "ASK { ?s ?p ?_x }", name="q")
    assert str(caught.value).removeprefix("q: ").removeprefix("in the header, ") == message


def test_shipped_queries_name_their_parameters_in_one_word_as_grlc_reads_them() -> None:
    for query in all_queries().values():
        assert all(p.name.isalnum() for p in query.params), query.name
