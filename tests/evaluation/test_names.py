"""When names count as the same."""

from __future__ import annotations

import pytest

from kg.evaluation.names import normal_form, same_name, same_participant, same_phrase, same_role
from kg.evaluation.records import ParticipantRecord, RoleRecord
from tests.evaluation.records import office, person


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The Élysée", "elysee"),
        ("al-Rashid's", "al rashid"),
        ("U.S.", "united states"),
        ("the UN", "united nations"),
        ("  New\nYork\tCity ", "new york"),
        ("Britain’s", "united kingdom"),
        ("the", "the"),
        ("", ""),
        (None, ""),
    ],
)
def test_the_normal_form_leaves_out_how_a_name_is_written(text: str | None, form: str) -> None:
    assert normal_form(text) == form


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Weber", "Anna Weber", True),
        ("President Ortega", "Luis Ortega", True),
        ("Anna Weber", "Karl Weber", False),
        ("Prime Minister", "Minister", False),
        ("", "Weber", False),
        ("!", "!", False),
    ],
)
def test_names_are_the_same_if_one_leaves_words_out(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Minister for Foreign Affairs", "Minister of Foreign Affairs", True),
        ("Geneva", "Geneva, Switzerland", True),
        ("America", "United States", True),
        ("Rome", "Milan", False),
        ("director", None, False),
        (None, "", True),
    ],
)
def test_phrases_are_the_same_if_one_holds_the_words_of_the_other(
    one: str | None, other: str | None, same: bool
) -> None:
    assert same_phrase(one, other) is same


def test_unnamed_offices_are_compared_by_title_and_country() -> None:
    told = ParticipantRecord("the minister", "office", "Foreign Minister", "Iran")
    assert same_participant(office("Foreign Minister", "Iran"), told)
    assert not same_participant(office("Foreign Minister", "Iraq"), told)


def test_an_office_is_found_by_the_title_of_a_named_person() -> None:
    named = person("Carla Rossi", title="Foreign Minister", of="Italy")
    assert same_participant(office("Foreign Minister", "Italy"), named)


def test_one_word_in_common_does_not_make_an_office_the_same() -> None:
    assert not same_participant(
        office("Minister", "Italy"), ParticipantRecord("Italy", "office", None, "Italy")
    )


def test_of_a_role_only_what_the_annotation_states_must_be_right() -> None:
    told = ("Marta Gil", RoleRecord("director", "Growers' Union"))
    assert same_role(("Gil", RoleRecord(None, "Growers' Union")), told)
    assert same_role(("Gil", RoleRecord("director", None)), told)
    assert not same_role(("Gil", RoleRecord("chairwoman", None)), told)
    assert not same_role(("Ortega", RoleRecord("director", None)), told)
    assert not same_role(("Gil", RoleRecord("director", "Ministry")), told)
