"""A report as quads: every statement, and nothing more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pyoxigraph import Dataset, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.errors import GraphError
from kg.graph import article_iri, report_nquads, report_quads
from kg.graph import vocabulary as v
from kg.model import Article, Mention, Report, TimeValue
from tests.graph.reports import OSLO_TEXT, VIENNA_TEXT, call, oslo, vienna

PREFIXES = """
@prefix : <https://w3id.org/newsgraph/> .
@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


Statement = tuple[str, ...]


def quads(report: Report, *also: Article) -> Dataset:
    return Dataset(report_quads(report, digest="D", fingerprint="F", also=also))


def shortened(quad: Quad | Triple, report: Report) -> Statement:
    """A statement with the IRIs of the article cut to ``#name``."""
    iri = article_iri(report.article)
    return tuple(str(t).replace(iri, "") for t in (quad.subject, quad.predicate, quad.object))


def statements(report: Report, *subjects: str) -> set[Statement]:
    """What is said of these local names."""
    found = {shortened(q, report) for q in quads(report)}
    return {statement for statement in found if statement[0].strip("<>") in subjects}


def expected(turtle: str) -> set[Statement]:
    """The statements of ``turtle``, in which ``<#name>`` stands for a node of the article."""
    triples = parse(PREFIXES + turtle, RdfFormat.TURTLE, base_iri="x:")
    return {
        tuple(str(t).replace("<x:", "<") for t in (found.subject, found.predicate, found.object))
        for found in triples
    }


def test_everything_said_of_an_article_stands_in_the_graph_that_has_its_iri() -> None:
    report = vienna()
    assert {q.graph_name.value for q in quads(report)} == {article_iri(report.article)}  # type: ignore[union-attr]


def test_an_article_keeps_its_text_metadata_and_what_it_was_read_with() -> None:
    assert statements(vienna(), "", "#report") == expected(
        f"""
        <> a schema:NewsArticle ; schema:identifier "vienna" ;
          schema:url "https://news.example/vienna?a=1"^^xsd:anyURI ;
          schema:headline "Berg \\"meets\\" Weiß" ; schema:datePublished "2021-03-10"^^xsd:date ;
          schema:publisher "Daily Example" ; schema:author "C. Clark" ; schema:inLanguage "en" ;
          :digest "D" ; nif:isString "{VIENNA_TEXT}" .
        <#report> a :Report ; prov:wasDerivedFrom <> ; :model "test_model 1.0" ; :fingerprint "F" ;
          :sentenceCount 3 .
        """
    )


def test_coverage_points_at_the_words_that_were_not_understood() -> None:
    begin, place = OSLO_TEXT.index("Talks"), OSLO_TEXT.index("Farwick")
    assert statements(oslo(), "#report") == expected(
        f"""
        <#report> a :Report ; prov:wasDerivedFrom <> ; :model "test_model 1.0" ; :fingerprint "F" ;
          :sentenceCount 3 ; :unexplained <#char={begin},{len(OSLO_TEXT)}> ;
          :unresolvedPlace <#char={place},{place + 7}> .
        """
    )


def test_references_carry_their_names_places_and_mentions() -> None:
    assert statements(vienna(), "#p1", "#l1", "#l2", "#o1") == expected(
        """
        <#p1> a :PersonReference ; schema:name "Anna Berg" ; :mention <#char=15,24>, <#char=83,86> .
        <#l1> a :PlaceReference ; schema:name "Norway" ; :geonames <https://sws.geonames.org/3144096/> ;
          :country "Norway" ; :countryCode "NO" ; :isCountry true ; geo:lat "62"^^xsd:decimal ;
          geo:long "10"^^xsd:decimal ; :mention <#char=28,34> .
        <#l2> a :PlaceReference ; schema:name "Vienna" ; :geonames <https://sws.geonames.org/2761369/> ;
          :country "Austria" ; :countryCode "AT" ; geo:lat 48.20849 ; geo:long 16.37208 ;
          :mention <#char=64,70> .
        <#o1> a :OfficeReference ; schema:name "Finance Minister of Chad" ; :title "Finance Minister" ;
          :of "Chad" ; :mention <#char=102,130> .
        """
    )


def test_a_mention_has_its_offsets_and_words_and_a_form_unless_it_is_a_name() -> None:
    assert statements(vienna(), "#char=15,24", "#char=83,86") == expected(
        """
        <#char=15,24> nif:beginIndex 15 ; nif:endIndex 24 ; nif:anchorOf "Anna Berg" .
        <#char=83,86> nif:beginIndex 83 ; nif:endIndex 86 ; nif:anchorOf "She" ; :form "pronoun" .
        """
    )


def test_a_meeting_says_what_when_where_and_in_which_words() -> None:
    assert statements(vienna(), "#m1", "#m1-start") == expected(
        """
        <#m1> a :MeetingReport ; :meetingType :Meeting ; :status "occurred" ; :confidence 0.95 ;
          :start <#m1-start> ; :place <#l2> ; :placeConfidence 0.875 ; :mention <#char=35,38> ;
          :firstSentence <#char=0,82> ; :sentence <#char=0,82>, <#char=102,143> ;
          :participation <#m1-1>, <#m1-2>, <#m1-3> .
        <#m1-start> a :TimeStatement ; :value "2021-03-09"^^xsd:date ; :basis "relative" ;
          :mention <#char=74,81> ; :confidence 0.9 .
        """
    )


def test_a_participation_says_who_as_what_and_in_which_part() -> None:
    assert statements(vienna(), "#m1-2", "#m1-3") == expected(
        """
        <#m1-2> a :Participation ; :participant <#p2> ; :participantKind "person" ; :part "host" ;
          :title "Chancellor" ; :mention <#char=50,60> ; :sentence <#char=0,82> ; :confidence 0.9 .
        <#m1-3> a :Participation ; :participant <#o1> ; :participantKind "office" ; :part "absent" ;
          :title "Finance Minister" ; :of "Chad" ; :mention <#char=102,143> ; :sentence <#char=102,143> ;
          :confidence 0.9 .
        """
    )


def test_a_role_is_marked_former_where_it_is_and_says_nothing_of_it_where_it_is_not() -> None:
    assert statements(oslo(), "#r1") == expected(
        """
        <#r1> a :RoleReport ; :person <#p1> ; :title "minister" ; :former true ; :mention <#char=0,25> ;
          :sentence <#char=0,85> ; :confidence 1 .
        """.replace("confidence 1 ", 'confidence "1"^^xsd:decimal ')
    )
    assert statements(vienna(), "#r2") == expected(
        """
        <#r2> a :RoleReport ; :person <#p2> ; :title "Chancellor" ; :mention <#char=39,60> ;
          :sentence <#char=0,82> ; :confidence 0.8 .
        """
    )


def test_a_time_keeps_the_precision_of_the_text() -> None:
    def time(report: Report, name: str) -> set[str]:
        return {value for _, predicate, value in statements(report, name) if predicate.endswith("/value>")}

    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert time(oslo(), "#m1-start") == {f'"2021-05"^^<{xsd}gYearMonth>'}
    assert time(call(), "#m1-start") == {f'"2020"^^<{xsd}gYear>'}
    assert time(call(), "#m1-end") == {f'"2021-01-02"^^<{xsd}date>'}


def test_a_copy_keeps_its_own_id_and_address_and_lends_them_to_the_article() -> None:
    report = vienna()
    copy = replace(report.article, id="wien", url="https://other.example/1", title="In Vienna", author=None)
    added = set(quads(report, copy)) - set(quads(report))
    assert {shortened(q, report) for q in added} == expected(
        """
        <> :copy <#copy2> ; schema:identifier "wien" ; schema:url "https://other.example/1"^^xsd:anyURI .
        <#copy2> a :Copy ; schema:identifier "wien" ; schema:url "https://other.example/1"^^xsd:anyURI ;
          schema:headline "In Vienna" ; schema:publisher "Daily Example" .
        """
    )


def test_nquads_read_back_as_the_same_quads_in_the_same_order() -> None:
    report = vienna()
    nquads = report_nquads(report, digest="D", fingerprint="F")
    assert list(parse(nquads, RdfFormat.N_QUADS)) == report_quads(report, digest="D", fingerprint="F")
    assert nquads == report_nquads(vienna(), digest="D", fingerprint="F")


AWKWARD = [
    '"> <x:y> } ; DROP ALL #',
    "a\n\rb\tc\\",
    "\x00\x01\x1f\x7f",
    "\u202e\u200f\ufeff\ufffe",
    "😀🇳🇴",
    "'''\"\"\"${x}",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_any_characters_in_texts_names_and_addresses_come_back_as_they_were(text: str) -> None:
    article = Article(id=text, text=text, url=text, title=text, publisher=text, author=text)
    nquads = report_nquads(replace(call(), article=article), digest="D", fingerprint="F")
    found = [
        q.object.value  # type: ignore[union-attr]
        for q in parse(nquads, RdfFormat.N_QUADS)
        if q.subject == NamedNode(article_iri(article)) and q.predicate.value.startswith(v.SCHEMA)
    ]
    assert found == [text] * 5


def test_a_lone_surrogate_becomes_the_replacement_character_one_to_one() -> None:
    article = Article(id="s", text="a\ud83db")
    texts = [q.object for q in quads(replace(call(), article=article)) if q.predicate == v.IS_STRING]
    assert texts == [Literal("a\ufffdb")]


@pytest.mark.parametrize("value", ["2016-13", "2016-02-30", "16", "Saturday", "2016-10-15T25:00:00", ""])
def test_a_time_that_is_none_is_refused_by_its_value(value: str) -> None:
    report = vienna()
    broken = replace(report.meetings[0], start=TimeValue(value, "stated", Mention(0, 5, "Prime")))
    with pytest.raises(GraphError, match=f"{value!r} is not a time"):
        report_quads(replace(report, meetings=(broken,)), digest="D", fingerprint="F")


def test_a_reference_to_nobody_is_refused_by_its_name() -> None:
    report = replace(vienna(), persons=())
    with pytest.raises(GraphError, match="refers to 'p1', which it does not describe"):
        report_quads(report, digest="D", fingerprint="F")


def test_an_unknown_publication_date_stays_unknown() -> None:
    assert not [q for q in quads(call()) if "datePublished" in q.predicate.value]
    assert date.today().isoformat() not in str(report_nquads(call(), digest="D", fingerprint="F"))
