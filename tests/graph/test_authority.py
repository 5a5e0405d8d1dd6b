"""Authority files as tables and as RDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import AuthorityError
from kg.graph.authority import read_authority
from kg.resolve.authority import Tenure

PREFIXES = """
@prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix time: <http://www.w3.org/2006/time#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
ROW = """
[] a org:Membership ; org:member [ schema:name "Ilma Reko" ] ; org:role [ skos:prefLabel "Foreign Minister"@en , "ulkoministeri"@fi ] ;
  org:organization <http://example.org/finland> ; schema:startDate "2011-06-22"^^xsd:date ; schema:endDate "2015-05"^^xsd:gYearMonth .
<http://example.org/finland> rdfs:label "Finland" .
"""
TENURE = Tenure("Ilma Reko", "Foreign Minister", "Finland", "2011-06-22", "2015-05")


def written(folder: Path, name: str, content: str) -> str:
    """The path of a file with this content."""
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return str(path)


def test_a_membership_is_a_row(tmp_path: Path) -> None:
    assert read_authority(written(tmp_path, "people.ttl", PREFIXES + ROW)) == [TENURE]


def test_an_interval_stands_for_the_two_dates_and_an_end_may_be_missing(tmp_path: Path) -> None:
    row = """[] a org:Membership ; org:member [ rdfs:label "Otso Salmi" ] ; org:role "Envoy" ; org:organization "Finland" ;
      org:memberDuring [ time:hasBeginning [ time:inXSDgYear "2015"^^xsd:gYear ] ] ."""
    assert read_authority(written(tmp_path, "people.ttl", PREFIXES + row)) == [
        Tenure("Otso Salmi", "Envoy", "Finland", "2015", None)
    ]


def test_json_ld_is_read_and_the_web_is_not_asked(tmp_path: Path) -> None:
    content = """{"@context": {"org": "http://www.w3.org/ns/org#", "schema": "https://schema.org/"}, "@type": "org:Membership",
      "org:member": {"schema:name": "Ilma Reko"}, "org:role": "Foreign Minister", "org:organization": "Finland", "schema:startDate": "2011-06-22"}"""
    expected = [Tenure("Ilma Reko", "Foreign Minister", "Finland", "2011-06-22", None)]
    assert read_authority(written(tmp_path, "people.jsonld", content)) == expected
    remote = content.replace(
        '{"org": "http://www.w3.org/ns/org#", "schema": "https://schema.org/"}',
        '"http://localhost:9/context"',
    )
    with pytest.raises(AuthorityError, match=r"people\.jsonld.*not JSON-LD"):
        read_authority(written(tmp_path, "people.jsonld", remote))


def test_a_table_is_read_by_its_ending(tmp_path: Path) -> None:
    content = "person\ttitle\tof\tfrom\tto\nIlma Reko\tForeign Minister\tFinland\t2011-06-22\t2015-05\n"
    assert read_authority(written(tmp_path, "people.tsv", content)) == [
        Tenure("Ilma Reko", "Foreign Minister", "Finland", "2011-06-22", "2015-05", 2)
    ]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("people.ttl", PREFIXES + "[] a org:Membership", "people.ttl:8: not Turtle: "),
        ("people.ttl", PREFIXES, "people.ttl: no <http://www.w3.org/ns/org#Membership>, so no row; docs/identity.md names the terms"),
        ("people.xlsx", "", "people.xlsx: no authority file by its ending; expected one of .csv, .tsv, .txt, .ttl"),
        ("people.ttl", PREFIXES + "<urn:x> a org:Membership ; org:member 'Ilma Reko' .", "people.ttl: <urn:x> has no org:role with a name; add one"),
        ("people.ttl", PREFIXES + ROW.replace("2011-06-22", "22.6.2011"), "people.ttl: '22.6.2011' is no date; write it as 2001-03-20, 2001-03 or 2001"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_the_cure(tmp_path: Path, name: str, content: str, message: str) -> None:
    with pytest.raises(AuthorityError) as caught:
        read_authority(written(tmp_path, name, content))
    assert str(caught.value).removeprefix(f"{tmp_path}/").startswith(message)


def test_a_file_that_is_not_there_or_not_text_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match=r"none\.csv: cannot be read: No such file or directory"):
        read_authority(str(tmp_path / "none.csv"))
    (tmp_path / "latin.csv").write_bytes("person,title,of,from,to\nJürg,x,y,,\n".encode("latin-1"))
    with pytest.raises(AuthorityError, match=r"latin\.csv: is not UTF-8; save it as UTF-8"):
        read_authority(str(tmp_path / "latin.csv"))


def test_the_rest_is_read_where_errors_are_taken(tmp_path: Path) -> None:
    errors: list[AuthorityError] = []
    content = PREFIXES + ROW + "<urn:x> a org:Membership ; org:member 'Otso Salmi' ."
    assert read_authority(written(tmp_path, "people.ttl", content), on_error=errors.append) == [TENURE]
    assert len(errors) == 1
