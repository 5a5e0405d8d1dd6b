"""From article graphs to the merged graph: the records read from them, and the quads written."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pyoxigraph import Quad, RdfFormat, parse, serialize

from kg.errors import GraphError
from kg.graph import (
    MERGED_GRAPH,
    article_iri,
    entity_iri,
    event_iri,
    merged_quads,
    read_records,
    report_quads,
)
from kg.graph import vocabulary as v
from kg.model import Mention, Report
from kg.resolve import MeetingReport, ParticipationRecord, Reference, RoleRecord, TimeRecord, merge
from tests.graph.reports import call, oslo, vienna


def records(*reports: Report) -> tuple[list[Reference], list[MeetingReport]]:
    references: list[Reference] = []
    meetings: list[MeetingReport] = []
    for report in reports:
        found = read_records(report_quads(report, digest="D", fingerprint="F"))
        references += found[0]
        meetings += found[1]
    return references, meetings


def merged(*reports: Report) -> list[Quad]:
    return list(merged_quads(merge(*records(*reports))))


def said(quads: list[Quad], subject: str) -> set[tuple[str, str]]:
    """Property (its last part) and value of what is said of ``subject``."""
    return {
        (q.predicate.value.replace("#", "/").rpartition("/")[2], q.object.value)  # type: ignore[union-attr]
        for q in quads
        if q.subject.value == subject  # type: ignore[union-attr]
    }


def test_references_have_the_roles_forms_and_fellows_of_their_article() -> None:
    iri = article_iri(vienna().article)
    references, _ = records(vienna())
    context: dict[str, Any] = {"article": iri, "published": "2021-03-10", "countries": ("AT", "NO")}
    prime, chancellor = (
        RoleRecord(f"{iri}#r1", "Prime Minister", "Norway"),
        RoleRecord(f"{iri}#r2", "Chancellor"),
    )
    post: dict[str, Any] = {"title": "Finance Minister", "of": "Chad"}
    assert references == [
        Reference(f"{iri}#l1", "place", "Norway", 3144096, "Norway", "NO", 62.0, 10.0, **context),
        Reference(f"{iri}#l2", "place", "Vienna", 2761369, "Austria", "AT", 48.20849, 16.37208, **context),
        Reference(f"{iri}#o1", "post", "Finance Minister of Chad", **post, **context),
        Reference(f"{iri}#p1", "person", "Anna Berg", roles=(prime,), fellows=("Jonas Weiß",), **context),
        Reference(
            f"{iri}#p2", "person", "Jonas Weiß", roles=(chancellor,), fellows=("Anna Berg",), **context
        ),
    ]


def test_other_forms_of_a_name_are_names_and_no_pronouns() -> None:
    report = vienna()
    berg = report.persons[0]
    berg = replace(berg, mentions=(*berg.mentions, Mention(15, 24, "Anna Berg"), Mention(20, 24, "Berg")))
    references, _ = records(replace(report, persons=(berg, *report.persons[1:])))
    assert [r.forms for r in references if r.iri.endswith("#p1")] == [("Berg",)]


def test_meetings_have_their_times_participations_and_words() -> None:
    iri = article_iri(vienna().article)
    _, meetings = records(vienna())
    # The office that is named as absent takes part in name only: it is no actor.
    assert meetings == [
        MeetingReport(
            f"{iri}#m1",
            "meeting",
            "occurred",
            start="2021-03-09",
            place=f"{iri}#l2",
            actors=(f"{iri}#p1", f"{iri}#p2"),
            article=iri,
            published="2021-03-10",
            times=(TimeRecord(f"{iri}#m1-start", "2021-03-09", "relative", 0.9),),
            participations=(
                _taking_part(f"{iri}#m1-1", f"{iri}#p1", "person", "attendee", ("Prime Minister", "Norway")),
                _taking_part(f"{iri}#m1-2", f"{iri}#p2", "person", "host", ("Chancellor", None)),
                _taking_part(f"{iri}#m1-3", f"{iri}#o1", "office", "absent", ("Finance Minister", "Chad")),
            ),
            words=("met",),
            confidence=0.95,
        )
    ]


def _taking_part(
    iri: str, who: str, kind: str, part: str, office: tuple[str, str | None]
) -> ParticipationRecord:
    title, of = office
    return ParticipationRecord(iri, who, kind, part, title, of, 0.9)


def test_records_do_not_depend_on_the_order_of_quads() -> None:
    quads = report_quads(oslo(), digest="D", fingerprint="F")
    assert read_records(quads[::-1]) == read_records(quads)


def test_a_graph_that_lacks_a_name_is_refused() -> None:
    quads = [q for q in report_quads(oslo(), digest="D", fingerprint="F") if q.predicate != v.NAME]
    with pytest.raises(GraphError, match="has no https://schema.org/name; read its article again"):
        read_records(quads)


def test_one_person_of_three_articles_is_one_entity_with_its_other_name() -> None:
    quads = merged(vienna(), oslo(), call())
    berg = entity_iri("person", "anna berg")
    assert said(quads, berg) == {
        ("type", "https://schema.org/Person"),
        ("name", "Anna Berg"),
        ("altLabel", "ANNA BERG"),
    }
    assert {q.subject.value for q in quads if q.predicate == v.DENOTES and q.object.value == berg} == {  # type: ignore[union-attr]
        article_iri(report.article) + "#p1" for report in (vienna(), oslo(), call())
    }


def test_a_place_keeps_where_it_lies() -> None:
    assert said(merged(vienna()), entity_iri("place", "geonames:2761369")) == {
        ("type", "https://schema.org/Place"),
        ("name", "Vienna"),
        ("geonames", "https://sws.geonames.org/2761369/"),
        ("country", "Austria"),
        ("countryCode", "AT"),
        ("lat", "48.20849"),
        ("long", "16.37208"),
    }


def test_an_event_has_the_facts_of_its_report() -> None:
    report = article_iri(call().article) + "#m1"
    quads = merged(call())
    assert said(quads, event_iri(report)) == {
        ("type", "https://w3id.org/newsgraph/Meeting"),
        ("type", "https://w3id.org/newsgraph/Call"),
        ("status", "ongoing"),
        ("hasBeginTimeStamp", "2020"),
        ("hasEndTimeStamp", "2021-01-02"),
        ("hasActor", entity_iri("person", "anna berg")),
        ("hasActor", entity_iri("person", "jonas weiss")),
        ("hasActor", entity_iri("place", "geonames:3144096")),
    }
    assert said(quads, report) == {("denotes", event_iri(report))}


def test_an_event_that_is_simply_a_meeting_has_its_class_once() -> None:
    quads = merged(vienna())
    assert len(quads) == len(set(quads))
    event = event_iri(article_iri(vienna().article) + "#m1")
    assert ("type", "https://w3id.org/newsgraph/Meeting") in said(quads, event)


def test_all_stands_in_the_merged_graph_and_reads_back_as_written() -> None:
    quads = merged(vienna(), oslo(), call())
    assert {q.graph_name.value for q in quads} == {MERGED_GRAPH}  # type: ignore[union-attr]
    nquads = serialize(quads, format=RdfFormat.N_QUADS)
    assert nquads is not None and list(parse(nquads, RdfFormat.N_QUADS)) == quads


def test_the_merged_graph_does_not_depend_on_the_order_of_articles() -> None:
    assert merged(vienna(), oslo(), call()) == merged(call(), vienna(), oslo())
