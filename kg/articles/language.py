"""Which language an article is in: given codes in one form, and detection where none is given."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# The languages that news comes in at scale. Creoles and small relatives of English (Nigerian Pidgin, Frisian)
# are left out: with them, one English text in twenty that is full of foreign names was taken for another
# language.
_LANGUAGES = (
    "ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sq sr "
    "sv sw ta th tr uk ur vi zh"
)
_SAMPLE = 4000
_MIN_LETTERS = 40
_CERTAIN = 0.9


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of ``text``, judged by its beginning.

    ``None`` where it is too short to tell.
    """
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _MIN_LETTERS and sample.isascii():
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= _CERTAIN else None


@cache
def _identifier() -> LanguageIdentifier:
    """The detector, loaded at first use (half a second)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LANGUAGES.split())
    return identifier


def language_code(value: str) -> str | None:
    """The ISO 639-1 code that ``value`` names (``en-GB``, ``eng``, ``English``), or ``None`` where it names
    no language.
    """
    name = value.strip().replace("_", "-").split("-")[0].casefold()
    if len(name) == 2 and name.isascii() and name.isalpha():
        return name
    if name in ("eng", "english"):
        return "en"
    return _looked_up(name)


def _looked_up(name: str) -> str | None:
    import pycountry

    try:
        found = pycountry.languages.lookup(name)
    except LookupError:
        return None
    code = getattr(found, "alpha_2", None) or found.alpha_3
    return None if code in ("und", "mul", "zxx", "mis") else str(code)
