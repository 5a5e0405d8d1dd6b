"""What newsgraph writes is valid under its shapes, and a graph that is broken is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import SH, Graph

from kg.graph import Violation, article_iri, event_iri, report_quads, validate
from kg.graph import vocabulary as v
from kg.graph.identifiers import fact_iri
from kg.resources import resource_dir
from tests.graph.reports import call, oslo, vienna
from tests.merging import merged_quads

ARTICLE = article_iri(vienna().article)
XSD = "http://www.w3.org/2001/XMLSchema#"


def report_graph() -> list[Quad]:
    copy = replace(vienna().article, id="wien", url=None)
    return report_quads(vienna(), digest="D", fingerprint="F", also=[copy])


def merged_graph() -> list[Quad]:
    return merged_quads(vienna())


def local(name: str) -> NamedNode:
    return NamedNode(f"{ARTICLE}#{name}" if name else ARTICLE)


def typed(value: str, datatype: str) -> Literal:
    return Literal(value, datatype=NamedNode(XSD + datatype))


def test_every_report_is_valid() -> None:
    for report in (vienna(), oslo(), call()):
        assert validate(report_quads(report, digest="D", fingerprint="F")) == []
    assert validate(report_graph()) == []


def test_the_merged_graph_is_valid_alone_and_beside_its_articles() -> None:
    assert validate(merged_graph()) == []
    assert validate(report_graph() + merged_graph()) == []


def test_nothing_at_all_is_valid() -> None:
    assert validate([]) == []


@pytest.mark.parametrize(
    ("node", "property", "wrong"),
    [
        ("", v.DIGEST, None),
        ("", v.IS_STRING, None),
        ("", v.IDENTIFIER, None),
        ("", v.DATE_PUBLISHED, Literal("2021-03-10")),
        ("", v.DATE_PUBLISHED, typed("2021-03", "date")),
        ("", v.COPY, local("p1")),
        ("report", v.FINGERPRINT, None),
        ("report", v.SENTENCE_COUNT, typed("-1", "integer")),
        ("report", v.WAS_DERIVED_FROM, local("p1")),
        ("char=15,24", v.BEGIN_INDEX, typed("24", "integer")),
        ("char=15,24", v.END_INDEX, None),
        ("char=15,24", v.ANCHOR_OF, None),
        ("char=83,86", v.FORM, Literal("name")),
        ("p1", v.NAME, None),
        ("p1", v.NAME, Literal("")),
        ("l2", v.GEONAMES, NamedNode("https://news.example/2761369")),
        ("l2", v.COUNTRY_CODE, Literal("AUT")),
        ("l2", v.LAT, typed("148.2", "decimal")),
        ("l2", v.LONG, None),
        ("o1", v.TITLE, None),
        ("r1", v.PERSON, local("l1")),
        ("r1", v.CONFIDENCE, typed("1.1", "decimal")),
        ("r1", v.CONFIDENCE, typed("high", "decimal")),
        ("r1", v.SENTENCE, None),
        ("m1", v.STATUS, Literal("happened")),
        ("m1", v.MEETING_TYPE, v.Person),
        ("m1", v.PLACE, local("p1")),
        ("m1", v.PLACE_CONFIDENCE, None),
        ("m1", v.FIRST_SENTENCE, None),
        ("m1", v.START, local("m1-1")),
        ("m1-start", v.BASIS, Literal("guessed")),
        ("m1-start", v.VALUE, None),
        ("m1-start", v.MENTION, None),
        ("m1-1", v.PARTICIPANT, None),
        ("m1-1", v.PART, Literal("guest")),
        ("m1-1", v.PARTICIPANT_KIND, Literal("dog")),
    ],
)
def test_a_wrong_or_missing_value_is_a_violation(
    node: str, property: NamedNode, wrong: NamedNode | Literal | None
) -> None:
    rest = [q for q in report_graph() if (q.subject, q.predicate) != (local(node), property)]
    added = [] if wrong is None else [Quad(local(node), property, wrong, local(""))]
    violations = validate(rest + added)
    assert (local(node).value, property.value) in {(found.node, found.path) for found in violations}


def test_a_padded_or_impossible_time_is_a_violation_of_the_value() -> None:
    for value in (
        typed("2021-3-9", "date"),
        typed("2021-13", "gYearMonth"),
        Literal("March"),
        typed("1", "integer"),
    ):
        rest = [q for q in report_graph() if q.predicate != v.VALUE]
        violations = validate([*rest, Quad(local("m1-start"), v.VALUE, value, local(""))])
        assert value.value in {found.node for found in violations}, value


def test_a_mention_that_has_no_offsets_is_a_violation() -> None:
    extra = Quad(local("p1"), v.MENTION, local("char=9,9"), local(""))
    found = {(x.node, x.path) for x in validate([*report_graph(), extra])}
    assert found == {(local("char=9,9").value, v.BEGIN_INDEX.value)}


def test_a_participant_that_the_article_does_not_describe_is_a_violation() -> None:
    rest = [q for q in report_graph() if q.subject != local("p2")]
    assert [(x.node, x.path) for x in validate(rest)] == [
        (local("p2").value, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
        (local("r2").value, v.PERSON.value),
    ]


@pytest.mark.parametrize("node", ["", "p1", "m1", "m1-1", "m1-start", "r1", "report", "char=15,24"])
def test_a_property_that_no_shape_knows_is_a_violation(node: str) -> None:
    extra = Quad(local(node), NamedNode("https://news.example/rumour"), Literal("x"), local(""))
    found = {(violation.node, violation.value) for violation in validate([*report_graph(), extra])}
    assert (local(node).value, "x") in found


def test_a_node_of_an_unknown_class_is_a_violation() -> None:
    extra = Quad(local("z1"), v.RDF_TYPE, NamedNode("https://news.example/Unicorn"), local(""))
    assert [(x.node, x.value) for x in validate([*report_graph(), extra])] == [
        (local("z1").value, "https://news.example/Unicorn")
    ]


def test_an_entity_that_no_article_speaks_of_is_a_violation() -> None:
    quads = merged_graph()
    [berg] = {q.object for q in quads if q.subject == local("p1")}
    rest = [q for q in quads if q.object != berg or q.predicate != v.DENOTES]
    assert [(x.node, x.path is not None) for x in validate(rest)] == [(berg.value, True)]  # type: ignore[union-attr]


def test_an_event_in_no_known_state_is_a_violation() -> None:
    quads = [q for q in merged_graph() if q.predicate != v.STATUS]
    event, fact = event_iri(f"{ARTICLE}#m1"), fact_iri("status", f"{ARTICLE}#m1")
    assert [(x.node, x.path) for x in validate(quads)] == [(event, v.STATUS.value), (fact, v.STATUS.value)]


def test_a_violation_names_node_property_value_and_what_is_wrong() -> None:
    rest = [q for q in report_graph() if q.predicate != v.BASIS]
    wrong = Quad(local("m1-start"), v.BASIS, Literal("guessed"), local(""))
    [violation] = validate([*rest, wrong])
    assert violation == Violation(local("m1-start").value, v.BASIS.value, "guessed", violation.message)
    assert violation.message.startswith('Value Literal("guessed") not in list')


def test_graphs_are_checked_whole_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.graph.validation._BATCH_QUADS", 10)
    reports = (vienna(), oslo(), call())
    quads = [q for report in reports for q in report_quads(report, digest="D", fingerprint="F")]
    assert validate(quads) == []
    assert len(validate(q for q in quads if q.predicate != v.DIGEST)) == 3


def test_every_shape_with_a_path_says_what_it_is_for() -> None:
    shapes = Graph().parse(resource_dir("ontologies") / "shapes.ttl")
    targets = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
    for shape in set(shapes.subjects(SH.path)):
        assert any(list(shapes.objects(shape, target)) for target in targets), shape
