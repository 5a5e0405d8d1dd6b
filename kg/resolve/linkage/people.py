"""A person's name in its parts, and whether two names can be one person's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.resolve.linkage.given import one_person
from kg.resolve.linkage.rarity import is_surname, known_surname, listed
from kg.resolve.linkage.words import alike, nearly_equal, one_spelling, plain, read_data, romanised, sound

_INITIALS = re.compile(r"(?:[a-z]\.){2,}[a-z]?$")
_FEW = 3


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in parts, in small Latin letters: ``given`` names and initials in their order, the ``surname``
    without particles, and a ``suffix`` ("jr", "2"); ``also`` is the surname if the name is read the other way
    round ("Kim Min Ho" or "Min Ho Kim").
    """

    given: tuple[str, ...]
    surname: str
    suffix: str | None = None
    also: str | None = None

    @property
    def bare(self) -> bool:
        """Whether no given name is known."""
        return not self.given

    @property
    def key(self) -> str:
        """The name as one string, the same for the same parts."""
        return " ".join((*self.given, self.surname, self.suffix or "")).strip()


@lru_cache(maxsize=65536)
def person_name(text: str) -> PersonName:
    """The parts of the name ``text``. A name without a letter has itself as its surname."""
    words = [word for word in _words(text) if word]
    words, suffix = _without_suffix(words)
    while len(words) > 1 and words[0] in read_data("names.toml")["honorifics"]:
        words = words[1:]
    if not words:
        return PersonName((), plain(text) or text, suffix)
    if _surname_first(words):
        return PersonName(("".join(words[1:]),), words[0], suffix, words[-1])
    words = _without_particles(words)
    return PersonName(tuple(words[:-1]), words[-1], suffix)


def may_be_one(one: PersonName, other: PersonName) -> bool:
    """Whether the names can be one person's: surnames alike, and neither given names, nor initials, nor
    suffixes that contradict each other.
    """
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    if _one_surname(one.surname, other.surname):
        return one_person(one.given, other.given)
    # Of a name whose order is in doubt, either end may stand alone or come last.
    return any(
        a.also is not None and alike(a.also, b.surname) and (b.bare or _turned(a, b))
        for a, b in ((one, other), (other, one))
    )


def sounds(name: PersonName) -> frozenset[str]:
    """The sounds of what may be the surname: names that may be one share one of them."""
    words = [word for word in (name.surname, name.also) if word]
    return frozenset(sound(spelt) for word in words for spelt in (word, romanised(word)))


def _one_surname(one: str, other: str) -> bool:
    """Whether two surnames are spellings of one; of two well-known ones hardly a letter may differ."""
    if one == other:
        return True
    if known_surname(one) and known_surname(other):
        return alike(one, other) and nearly_equal(one, other)
    return alike(one, other) or one_spelling(one, other)


def _turned(one: PersonName, other: PersonName) -> bool:
    return sorted("".join((*one.given, one.surname))) == sorted("".join((*other.given, other.surname)))


def _words(text: str) -> list[str]:
    """The words of a name; initials written together ("J.R.") apart, "al-Hadid" as two words, other hyphens
    dropped.
    """
    particles = read_data("names.toml")["particles"]
    words: list[str] = []
    for word in plain(text).replace("'", "").replace("&", " ").split():
        if _INITIALS.match(word):
            words += [letter for letter in word if letter != "."]
            continue
        parts = [part for part in word.replace(".", "").split("-") if part]
        if len(parts) > 1 and parts[0] in particles:
            words.append("".join(parts[1:]))
        else:
            words.append("".join(parts))
    return _compounded(words)


def _compounded(words: list[str]) -> list[str]:
    """ "abdel" and the like joined to the word after them, over a particle."""
    first = read_data("names.toml")["compounding"]
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in first and word not in ("al", "el"):
            joined[-1] += word
        elif not (joined and joined[-1] in first):
            joined.append(word)
    return joined


def _without_suffix(words: list[str]) -> tuple[list[str], str | None]:
    suffixes: dict[str, str] = read_data("names.toml")["suffixes"]
    if len(words) > 1 and words[-1] in suffixes:
        return words[:-1], suffixes[words[-1]]
    return words, None


def _without_particles(words: list[str]) -> list[str]:
    data = read_data("names.toml")
    kept = [
        word
        for place, word in enumerate(words)
        if word not in data["particles"]
        or place == len(words) - 1
        or (place == 0 and len(word) > 1 and (len(words) > _FEW - 1 or _is_given_here(word, words[-1])))
    ]
    return kept or words


def _is_given_here(particle: str, surname: str) -> bool:
    """Whether what looks like a particle is a given name: "Ben Lind", "Al Lind", but not "Al Harun"."""
    if particle not in read_data("names.toml")["given_particles"]:
        return False
    return particle != "al" or is_surname(surname)


def _surname_first(words: list[str]) -> bool:
    """Whether the surname comes first: a surname of China, Korea or Vietnam, and after it a word that the
    census of the United States has neither as a surname nor as a given name, or (of three words) a second one
    that is no given name there ("Kim Dae Ho").
    """
    if not 2 <= len(words) <= _FEW or words[0] not in read_data("names.toml")["first_surnames"]:
        return False
    unknown = any(not (is_surname(word) or listed(word)) for word in words[1:])
    unknown = unknown or (len(words) == _FEW and not listed(words[1]))
    return unknown and all(len(word) > 1 for word in words)
