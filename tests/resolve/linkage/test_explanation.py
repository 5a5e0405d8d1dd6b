"""Why two references are one, by Splink's own figures. All names are invented."""

from __future__ import annotations

from math import isclose

from kg.resolve.linkage import Explanation, Field, explain
from kg.resolve.records import Reference, RoleRecord

MINISTER = RoleRecord("r", "Foreign Minister", "Norway")


def explained(one: Reference, other: Reference) -> Explanation:
    """The explanation of two references that are compared."""
    explanation = explain(one, other)
    assert explanation is not None
    return explanation


def test_each_field_has_its_level_and_its_weight() -> None:
    one = Reference(
        "a", "person", "Ada Berglundh", published="2014-05-01", roles=(MINISTER,), countries=("NO",)
    )
    other = Reference(
        "b", "person", "Berglundh", published="2015-02-01", roles=(MINISTER,), countries=("NO", "SE")
    )
    found = explained(one, other)
    assert {field.name: field.level for field in found.fields} == {
        "surname": "the same",
        "given": "one without",
        "middle": "one without",
        "suffix": "one without",
        "office": "the same office at that time",
        "rank": "no head of a state",
        "time": "the same or the next year",
        "setting": "one country in both",
        "company": "nobody met in one of them",
    }
    weights = {field.name: round(field.weight, 1) for field in found.fields if field.weight}
    assert weights == {"surname": 15.0, "office": 8.0, "time": 1.3, "setting": 0.2}
    assert isclose(found.weight, found.prior + sum(field.weight for field in found.fields))
    assert found.weight > found.threshold
    assert not found.contradiction


def test_a_rare_name_weighs_more_than_a_common_one() -> None:
    def surname(name: str) -> Field:
        pair = (Reference(iri, "person", name) for iri in "ab")
        return next(field for field in explained(*pair).fields if field.name == "surname")

    rare, common = surname("Ada Berglundh"), surname("Ada Smith")
    assert round(rare.rarity - common.rarity, 1) == 8.4
    assert rare.weight > common.weight


def test_names_that_contradict_each_other_are_told() -> None:
    found = explained(Reference("a", "person", "Tomas K.L. Berg"), Reference("b", "person", "Tomas L. Berg"))
    assert found.contradiction
    assert str(found).endswith("never joined, whatever the weight")


def test_names_without_a_common_sound_are_compared_as_well() -> None:
    found = explained(
        Reference("a", "organization", "Harlow"), Reference("b", "organization", "Lindholm Works")
    )
    assert [field.level for field in found.fields if field.name == "name"] == ["other"]
    assert found.probability < 0.001


def test_a_place_is_not_compared() -> None:
    assert explain(Reference("a", "place", "Oslo"), Reference("b", "place", "Oslo")) is None
    assert explain(Reference("a", "person", "Berg"), Reference("b", "organization", "Berg")) is None
