"""The parts of organisations' names, and how two names resemble each other. All names are invented."""

from __future__ import annotations

import pytest

from kg.resolve.linkage.organizations import likeness, organization_name, sounds


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("the Harlow Corporation", "Harlow", "equal"),
        ("Ministry of Foreign Affairs of Norway", "Norwegian Foreign Ministry", "equal"),
        ("Norwegian Foreign Ministry", "Foreign Ministry", "equal"),
        ("University of Lindholm", "Lindholm University", "equal"),
        ("Berg & Lind Inc.", "Berg and Lind", "equal"),
        ("Harlow Airlines", "Harlow", "shortened"),
        ("Norwegian Harbour Watch", "Harbour Watch", "shortened"),
        ("Nordic Fisheries Union", "NFU", "letters"),
        ("N.F.U.", "Nordic Fisheries Union", "letters"),
        ("Organization of the Salt Exporting Countries", "OSEC", "letters"),
        ("United States Coast Guard", "USCG", "letters"),
        ("U.S. Coast Guard", "USCG", "letters"),
        ("Hizbayah", "Hezbaya", "spelling"),
        ("U.S. Treasury", "Treasury Department", "equal"),
        ("the Fed", "Federal Reserve Board", "equal"),
    ],
)
def test_names_resemble_each_other(one: str, other: str, how: str) -> None:
    a, b = organization_name(one), organization_name(other)
    assert (likeness(a, b), likeness(b, a)) == (how, how)
    assert sounds(a) & sounds(b)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norwegian Foreign Ministry", "Finnish Foreign Ministry"),
        ("Foreign Ministry", "Defense Ministry"),
        ("Harlow Airlines", "Harlow Records"),
        ("Norwegian Airlines", "Norwegian"),
        ("First National Group", "First"),
        ("NFU", "NFB"),
        ("U.S. Embassy", "Embassy of the United States"),
    ],
)
def test_names_that_have_nothing_in_common(one: str, other: str) -> None:
    a, b = organization_name(one), organization_name(other)
    assert (likeness(a, b), likeness(b, a)) == ("none", "none")


def test_an_institution_of_a_state_is_general() -> None:
    name = organization_name("Norwegian Supreme Court")
    assert (name.full, name.nation, name.general) == ("court supreme", "NO", True)
    assert not organization_name("Harlow Supreme").general


def test_an_institution_that_one_state_alone_calls_so_is_of_that_state() -> None:
    assert organization_name("State Department").key == organization_name("U.S. Department of State").key
    assert organization_name("Department of State").nation == "US"
    assert organization_name("Norwegian State Department").nation == "NO"
    assert organization_name("Justice Department").nation is None


def test_a_name_without_letters_is_itself() -> None:
    assert organization_name("24").full == "24"
    assert organization_name("…").full == "..."
