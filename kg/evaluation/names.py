"""When names, titles, organisations or places that were written differently are the same.

These are rules for judging, generous on purpose: whoever writes "Kerry" for "John Kerry" has found the
person. They hold inside one article only, and must not be used to decide who is who across articles.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from kg.evaluation.records import ParticipantRecord, RoleRecord
from kg.extract.accents import without_accents

_POSSESSIVE = re.compile(r"['’]s\b")
_WORD = re.compile(r"\w+")
_SMALL_WORDS = frozenset({"of", "the", "for", "and", "in"})
_LEAST_COMMON_WORDS = 2


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("equivalents.toml").read_text(encoding="utf-8"))


@cache
def _equivalents() -> dict[str, str]:
    """Other forms of a name, each with the form that stands for all of them."""
    return {other: form for form, others in _table()["same"].items() for other in others}


@cache
def _title_words() -> frozenset[str]:
    """Words that may stand before a name without being part of it."""
    return frozenset(_table()["titles"])


@lru_cache(maxsize=10_000)
def normal_form(text: str | None) -> str:
    """The words of ``text``, casefolded, without accents, punctuation, possessives and a leading article.

    Names that have several usual forms ("U.S.", "America") get one.
    """
    plain = without_accents(text or "").casefold()
    joined = " ".join(_WORD.findall(_POSSESSIVE.sub("", plain))).removeprefix("the ")
    return _equivalents().get(joined, joined)


def same_name(one: str, other: str) -> bool:
    """Whether the names are equal, or one is the other with words left out ("Kerry", "John Kerry")."""
    a, b = normal_form(one), normal_form(other)
    if not a or not b:
        return False
    titles = _title_words()
    return a == b or _nested(set(a.split()) - titles, set(b.split()) - titles)


def same_phrase(one: str | None, other: str | None) -> bool:
    """Whether titles, organisations or places are equal, or one holds all the words of the other."""
    a, b = normal_form(one), normal_form(other)
    return a == b or _nested(set(a.split()) - _SMALL_WORDS, set(b.split()) - _SMALL_WORDS)


def same_participant(one: ParticipantRecord, other: ParticipantRecord) -> bool:
    """Whether both are the same participant; holders of unnamed offices are compared by title and country."""
    if "office" not in (one.kind, other.kind):
        return same_name(one.name, other.name)
    a, b = _office_words(one), _office_words(other)
    if a == b or normal_form(one.name) == normal_form(other.name):
        return True
    return len(a & b) >= _LEAST_COMMON_WORDS and _nested(a, b)


def same_role(gold: tuple[str, RoleRecord], told: tuple[str, RoleRecord]) -> bool:
    """Whether the told role of a person is the annotated one; what the annotation leaves open may be
    anything.
    """
    (person, role), (told_person, told_role) = gold, told
    return (
        same_name(person, told_person)
        and (not role.title or same_phrase(role.title, told_role.title))
        and (not role.of or same_phrase(role.of, told_role.of))
    )


def _nested(a: set[str], b: set[str]) -> bool:
    return bool(a and b) and (a <= b or b <= a)


def _office_words(participant: ParticipantRecord) -> set[str]:
    office = normal_form(f"{participant.title or ''} {participant.of or ''}")
    return set((office or normal_form(participant.name)).split()) - {"of", "the"}
