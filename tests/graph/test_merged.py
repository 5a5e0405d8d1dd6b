"""From article graphs to the merged graph: the records read from them, and the quads written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pyoxigraph import Quad, RdfFormat, parse, serialize

from kg.errors import GraphError
from kg.graph import (
    article_iri,
    entity_iri,
    event_iri,
    read_records,
    report_quads,
)
from kg.graph import vocabulary as v
from kg.graph.identifiers import fact_iri
from kg.model import Mention, Report
from kg.resolve import MeetingReport, ParticipationRecord, Reference, RoleRecord, TimeRecord
from tests.graph.reports import call, oslo, vienna
from tests.merging import merged_quads


def records(*reports: Report) -> tuple[list[Reference], list[MeetingReport]]:
    references: list[Reference] = []
    meetings: list[MeetingReport] = []
    for report in reports:
        found = read_records(report_quads(report, digest="D", fingerprint="F"))
        references += found[0]
        meetings += found[1]
    return references, meetings


def named(quads: list[Quad], name: str) -> str:
    """The entity that is called ``name``."""
    [node] = {q.subject.value for q in quads if q.predicate == v.NAME and q.object.value == name}  # type: ignore[union-attr]
    return node


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
        RoleRecord(f"{iri}#r2", "Chancellor", confidence=0.8),
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
    quads = merged_quads(vienna(), oslo(), call())
    berg = named(quads, "Anna Berg")
    assert said(quads, berg) == {
        ("type", "https://schema.org/Person"),
        ("name", "Anna Berg"),
        ("altLabel", "ANNA BERG"),
    }
    assert {q.subject.value for q in quads if q.predicate == v.DENOTES and q.object.value == berg} == {  # type: ignore[union-attr]
        article_iri(report.article) + "#p1" for report in (vienna(), oslo(), call())
    }


def test_a_new_person_is_called_after_the_first_reference() -> None:
    first = min(article_iri(report.article) + "#p1" for report in (vienna(), oslo()))
    quads = merged_quads(vienna(), oslo())
    assert named(quads, "Anna Berg") == entity_iri("person", "Anna Berg", first)


def test_a_place_keeps_where_it_lies() -> None:
    quads = merged_quads(vienna())
    assert said(quads, entity_iri("place", "geonames:2761369", "geonames:2761369")) == {
        ("type", "https://schema.org/Place"),
        ("name", "Vienna"),
        ("geonames", "https://sws.geonames.org/2761369/"),
        ("country", "Austria"),
        ("countryCode", "AT"),
        ("lat", "48.20849"),
        ("long", "16.37208"),
    }


def test_an_event_has_the_plain_facts_and_how_many_say_so() -> None:
    report = article_iri(call().article) + "#m1"
    quads = merged_quads(call())
    assert said(quads, event_iri(report)) == {
        ("type", "https://w3id.org/newsgraph/Meeting"),
        ("type", "https://w3id.org/newsgraph/Call"),
        ("status", "ongoing"),
        ("hasBeginTimeStamp", "2020"),
        ("hasEndTimeStamp", "2021-01-02"),
        ("hasActor", named(quads, "ANNA BERG")),
        ("hasActor", named(quads, "Jonas Weiß")),
        ("hasActor", named(quads, "Norway")),
        ("articleCount", "1"),
        ("sourceCount", "1"),
    }
    assert said(quads, report) == {("denotes", event_iri(report))}


def test_who_is_named_as_absent_is_a_fact_and_no_actor() -> None:
    quads = merged_quads(vienna())
    report = article_iri(vienna().article) + "#m1"
    assert said(quads, fact_iri("actor", f"{report}-3")) == {
        ("type", "https://w3id.org/newsgraph/ActorFact"),
        ("about", event_iri(report)),
        ("actor", named(quads, "Finance Minister of Chad")),
        ("part", "absent"),
        ("title", "Finance Minister"),
        ("of", "Chad"),
        ("support", f"{report}-3"),
        ("articleCount", "1"),
        ("sourceCount", "1"),
        ("confidence", "0.9"),
    }
    assert ("hasActor", named(quads, "Finance Minister of Chad")) not in said(quads, event_iri(report))


def test_times_places_and_statuses_are_facts_with_their_supports() -> None:
    quads = merged_quads(vienna())
    report = article_iri(vienna().article) + "#m1"
    event, once = event_iri(report), {("articleCount", "1"), ("sourceCount", "1")}
    assert said(quads, fact_iri("time", f"{report}-start")) == once | {
        ("type", "https://w3id.org/newsgraph/TimeFact"),
        ("about", event),
        ("bound", "start"),
        ("value", "2021-03-09"),
        ("basis", "relative"),
        ("support", f"{report}-start"),
        ("confidence", "0.9"),
    }
    assert said(quads, fact_iri("place", report)) == once | {
        ("type", "https://w3id.org/newsgraph/PlaceFact"),
        ("about", event),
        ("location", named(quads, "Vienna")),
        ("support", report),
        ("confidence", "0.95"),
    }
    assert said(quads, fact_iri("status", report)) == once | {
        ("type", "https://w3id.org/newsgraph/StatusFact"),
        ("about", event),
        ("status", "occurred"),
        ("firstPublished", "2021-03-10"),
        ("lastPublished", "2021-03-10"),
        ("support", report),
        ("confidence", "0.95"),
    }


def test_a_role_is_a_fact_of_the_person_from_first_to_last_publication() -> None:
    later = replace(
        vienna(), article=replace(vienna().article, url="https://e.org/2", published=date(2022, 1, 2))
    )
    quads = merged_quads(vienna(), later)
    supports = sorted(article_iri(report.article) + "#r1" for report in (vienna(), later))
    assert said(quads, fact_iri("role", supports[0])) == {
        ("type", "https://w3id.org/newsgraph/RoleFact"),
        ("about", named(quads, "Anna Berg")),
        ("title", "Prime Minister"),
        ("of", "Norway"),
        ("firstPublished", "2021-03-10"),
        ("lastPublished", "2022-01-02"),
        ("support", supports[0]),
        ("support", supports[1]),
        ("articleCount", "2"),
        # It is one text.
        ("sourceCount", "1"),
        ("confidence", "1"),
    }


def test_an_event_that_is_simply_a_meeting_has_its_class_once() -> None:
    event = event_iri(article_iri(vienna().article) + "#m1")
    assert ("type", "https://w3id.org/newsgraph/Meeting") in said(merged_quads(vienna()), event)


def test_all_stands_in_the_merged_graph_and_reads_back_as_written() -> None:
    quads = merged_quads(vienna(), oslo(), call())
    nquads = serialize(quads, format=RdfFormat.N_QUADS)
    assert nquads is not None and list(parse(nquads, RdfFormat.N_QUADS)) == quads


def test_the_merged_graph_does_not_depend_on_the_order_of_articles() -> None:
    assert merged_quads(vienna(), oslo(), call()) == merged_quads(call(), vienna(), oslo())
