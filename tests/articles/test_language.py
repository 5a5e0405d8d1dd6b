"""Languages are told where there is enough text, and English full of foreign names stays English."""

from __future__ import annotations

import pytest

from kg.articles import detect_language
from kg.articles.language import language_code


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The foreign minister met her colleague in Oslo on Monday for talks about trade and fishing.", "en"),
        ("El ministro de Asuntos Exteriores se reunió el lunes en Madrid con su homóloga noruega.", "es"),
        ("Le ministre des Affaires étrangères a rencontré lundi à Paris son homologue norvégienne.", "fr"),
        ("De minister van Buitenlandse Zaken ontmoette maandag in Den Haag zijn collega.", "nl"),
        ("外交部长星期一在北京会见了挪威外交大臣。", "zh"),
        ("Министр иностранных дел встретился в понедельник в Москве с коллегой.", "ru"),
        ("التقى وزير الخارجية نظيرته النرويجية في القاهرة يوم الاثنين", "ar"),
    ],
)
def test_the_language_of_a_sentence_is_told(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Abubakar Tafawa Balewa met Nnamdi Azikiwe and Obafemi Awolowo in Ibadan, the governor of Kano said.",
        "President Jane Roe traveled to Reykjavík, Akureyri and Ísafjörður, Iceland, on June 3, 2004.",
    ],
)
def test_english_full_of_foreign_names_is_not_taken_for_another_language(text: str) -> None:
    assert detect_language(text) in ("en", None)


@pytest.mark.parametrize("text", ["", ".", "Myanmar Fashion", "Oslo, 1993", "X" * 30])
def test_too_short_a_text_has_no_language(text: str) -> None:
    assert detect_language(text) is None


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("en", "en"),
        ("en-US", "en"),
        ("FR_ca", "fr"),
        ("eng", "en"),
        ("German", "de"),
        ("spa", "es"),
        ("und", None),
        ("??", None),
    ],
)
def test_names_of_languages_become_codes(value: str, code: str | None) -> None:
    assert language_code(value) == code
