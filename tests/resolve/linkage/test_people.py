"""The parts of personal names, and which names can be one person's. All names are invented."""

from __future__ import annotations

import pytest

from kg.resolve.linkage.people import PersonName, may_be_one, person_name, sounds


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ada Berg", PersonName(("ada",), "berg")),
        ("Berg", PersonName((), "berg")),
        ("Tomas K.L. Berg", PersonName(("tomas", "k", "l"), "berg")),
        ("Tomas Berg Jr.", PersonName(("tomas",), "berg", "jr")),
        ("King Osmund II", PersonName((), "osmund", "2")),
        ("Samir al-Harun", PersonName(("samir",), "harun")),
        ("al-Harun", PersonName((), "harun")),
        ("Samir bin Nabil al-Harun", PersonName(("samir", "nabil"), "harun")),
        ("Abdel Karim al-Harun", PersonName(("abdelkarim",), "harun")),
        ("Luz de la Cueva", PersonName(("luz",), "cueva")),
        ("de Vrijer", PersonName((), "vrijer")),
        ("Ben Harlow", PersonName(("ben",), "harlow")),
        ("Ash Harlow", PersonName(("ash",), "harlow")),
        ("Al Harlow", PersonName(("al",), "harlow")),
        ("Al Haruni", PersonName((), "haruni")),
        ("Zhou Minghao", PersonName(("minghao",), "zhou", None, "minghao")),
        ("Kim Dae-ryul", PersonName(("daeryul",), "kim", None, "daeryul")),
        ("Kim Harper", PersonName(("kim",), "harper")),
        ("Zoë Łukasik", PersonName(("zoe",), "lukasik")),
        ("Сергей Волошин", PersonName(("sergey",), "voloshin")),
    ],
)
def test_a_name_has_parts(text: str, parts: PersonName) -> None:
    assert person_name(text) == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("William Harlow", "Bill Harlow"),
        ("William T. Harlow", "William Thomas Harlow"),
        ("Harlow", "William Harlow"),
        ("Thomas Harlow", "William Thomas Harlow"),
        ("Sergei Voloshin", "Sergey Voloshin"),
        ("Muammar Qadirov", "Moammar Kadirov"),
        ("Steven Berg", "Stephen Berg"),
        ("Duarte Pinho", "Ines Duarte Pinho"),
        ("Kim", "Kim Dae-ryul"),
        ("Dae-ryul Kim", "Kim Dae-ryul"),
        ("Kim Dae Ryul", "Kim Dae-ryul"),
        ("Kim Dae Ho", "Kim Dae-ho"),
        ("Samir Harun", "Samir al-Harun"),
        ("Harlow Jr.", "William Harlow"),
        # Romanisations of one name.
        ("Binyamin Harlow", "Benjamin Harlow"),
        ("Yousef Qadirov", "Youssef Kadirov"),
        ("Tariq Harun", "Tarek Haroun"),
        ("Ghasem Harun", "Qassim Harun"),
        ("Umar Harun", "Omar Harun"),
        ("Yevgenii Voloshin", "Evgeny Voloshin"),
        ("Ada Nurbayev", "Ada Nurbaev"),
        ("Ada Tolwanov", "Ada Tolvanow"),
        ("Ada Yelshin", "Ada Elshin"),
    ],
)
def test_names_that_may_be_one_person(one: str, other: str) -> None:
    assert may_be_one(person_name(one), person_name(other))
    assert may_be_one(person_name(other), person_name(one))
    assert sounds(person_name(one)) & sounds(person_name(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tomas K.L. Berg", "Tomas L. Berg"),
        ("Tomas Berg Jr.", "Tomas Berg Sr."),
        ("Paul Harlow", "Paula Harlow"),
        ("Mary Harlow", "Mario Harlow"),
        ("Jane Harlow", "Jan Harlow"),
        ("Ada Berg", "Ada Harlow"),
        ("Samir Harun", "Nabil Harun"),
        ("Osmund II", "Osmund III"),
        ("Singh", "Sinha"),
        ("Ivan Harlow", "Evan Harlow"),
        ("Ian Harlow", "Jan Harlow"),
    ],
)
def test_names_that_cannot_be_one_person(one: str, other: str) -> None:
    assert not may_be_one(person_name(one), person_name(other))
    assert not may_be_one(person_name(other), person_name(one))
