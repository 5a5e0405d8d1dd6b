"""Short names that the article defines, nicknames, and credits that say for whom somebody works."""

from __future__ import annotations

import pytest

from kg.extract.credits import tells_affiliation
from kg.extract.document import Document
from kg.extract.name_clusters import cluster_people
from kg.extract.names import find_names
from tests.extract.conftest import Parse


def bodies(document: Document) -> dict[str, int]:
    """The organisations with the number of their mentions."""
    find_names(document)
    return {e.name: len(e.mentions) for e in document.entities if e.kind == "organization"}


def test_initials_in_brackets_name_the_body_before_them(parse: Parse) -> None:
    text = "The Fund for Open Lakes (FOL) said so. A spokesman for FOL agreed."
    assert bodies(parse(text)) == {"Fund for Open Lakes": 3}


def test_abbreviated_words_count_with_all_their_letters(parse: Parse) -> None:
    text = "The U.N. High Commissioner for Refugees (UNHCR) agreed. UNHCR tents arrived."
    assert bodies(parse(text)) == {"U.N. High Commissioner for Refugees": 3}


@pytest.mark.parametrize(
    "text", ["The bridge in Oslo (closed) is old.", "Erik Dahl (NO) spoke.", "The Elm Club (XYZ) met."]
)
def test_other_brackets_define_nothing(parse: Parse, text: str) -> None:
    assert not [name for name in bodies(parse(text)) if name in {"Oslo", "Erik Dahl", "XYZ club"}]


@pytest.mark.parametrize(("short", "full"), [("Mike", "Michael"), ("Bill", "William"), ("Liz", "Elizabeth")])
def test_a_nickname_and_its_full_name_are_one_person(short: str, full: str) -> None:
    clusters = cluster_people([(0, f"{full} Bowen"), (1, f"{short} Bowen")])
    assert clusters[0] is clusters[1]


def test_two_given_names_are_two_people() -> None:
    clusters = cluster_people([(0, "Mark Bowen"), (1, "Michael Bowen")])
    assert clusters[0] is not clusters[1]


@pytest.mark.parametrize(
    "line",
    [
        "NNB's Anna Lund contributed to this report from Rome.",
        "NNB Oslo producer Carl Berg contributed to this report.",
        "The Daily Herald's Anna Lund contributed to this report.",
    ],
)
def test_a_credit_that_names_the_employer_is_read(line: str) -> None:
    assert tells_affiliation(line)


@pytest.mark.parametrize(
    "line",
    [
        "Anna Lund contributed to this report from Rome.",
        "Anna Lund and Carl Berg contributed to this report.",
        "(Photo: A. Lund / NNB)",
        "Follow us on the web.",
    ],
)
def test_other_boilerplate_is_not_read(line: str) -> None:
    assert not tells_affiliation(line)
