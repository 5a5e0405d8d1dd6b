"""An organisation's name in its parts, and whether two names can be one organisation's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from kg.resolve.linkage.nations import nation_of
from kg.resolve.linkage.words import alike, plain, read_data, sound

Likeness = Literal["equal", "shortened", "letters", "spelling", "none"]

_LETTERS = re.compile(r"[A-Z][a-z]?[A-Z0-9&]*[A-Z]s?$")
_DOTTED = re.compile(r"^(?:[A-Za-z]\.){2,}[A-Za-z]?\.?$")
_GAP = re.compile(r"[\s,()\-]+")
_LONGEST_LETTERS = 8
_LONGEST_ABBREVIATION = 3
_SHORTEST_SPELLING = 5
_LONGEST_NATION = 3


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """A name in parts, in small Latin letters.

    ``full`` is the name without its legal form and small words, in the order "Example University" also where
    the text has "University of Example"; ``cores`` are the shorter names that it goes by, without its trade
    ("example" of "Example Airlines") or country. ``letters`` are its first letters, or the name itself if
    that is an abbreviation (``abbreviated``). ``general`` marks the name of an institution that many states
    have; ``nation`` is then the ISO code (or name) of the state that it names, which ``full`` leaves out.
    """

    full: str
    cores: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    abbreviated: bool = False
    general: bool = False
    nation: str | None = None

    @property
    def key(self) -> str:
        """The name as one string, the same for the same parts."""
        return f"{self.full} of {self.nation}" if self.nation else self.full


@lru_cache(maxsize=65536)
def organization_name(text: str) -> OrganizationName:
    """The parts of the name ``text``. A name without a letter has itself as its only part."""
    written = _without_legal_form([word for word in _GAP.split(text) if word])
    if len(written) == 1 and _is_abbreviation(written[0]):
        short = re.sub(r"[^a-z0-9]", "", plain(written[0]))
        return OrganizationName(short, frozenset({short}), frozenset({short}), abbreviated=True)
    turned, words = _words(text)
    words = _usual(" ".join(_without_legal_form(words))).split()
    if not words:
        return OrganizationName(plain(text) or text)
    letters = _letters(_without_legal_form(_kept(plain(text.replace("-", " ")).split())))
    nation, institution = _institution(words)
    if institution:
        full = _usual(_in_order(institution))
        of_one_state: dict[str, str] = _data()["of_one_state"]
        home = nation or of_one_state.get(full)
        return OrganizationName(full, letters=letters, general=True, nation=home)
    cores = frozenset({" ".join(words)}) if turned else _cores(words)
    more = frozenset(letter for core in cores for letter in _letters(core.split()))
    return OrganizationName(" ".join(words), cores, letters | more)


def likeness(one: OrganizationName, other: OrganizationName) -> Likeness:
    """How two names resemble each other; ``none`` if nothing in them says that they may be one."""
    if one.nation and other.nation and one.nation != other.nation:
        return "none"
    if other.general and stands_for_many(one):
        return "none"
    if one.full == other.full:
        return "equal"
    # Two that are short for the same are sisters ("Example Steel", "Example Motors"), not one.
    if one.full in other.cores or other.full in one.cores:
        return "shortened"
    if one.abbreviated != other.abbreviated:
        return "letters" if one.letters & other.letters else "none"
    return "spelling" if _spelt_alike(one, other) else "none"


def stands_for_many(name: OrganizationName) -> bool:
    """Whether one state has many of these, as it has embassies: its name does not tell them apart."""
    return name.general and any(word in _data()["representations"] for word in name.full.split())


def sounds(name: OrganizationName) -> frozenset[str]:
    """Keys by which names that may be one find each other: how name and cores sound, and first letters."""
    spoken = {"".join(sound(word) for word in part.split()) for part in (name.full, *name.cores)}
    return frozenset(spoken | {f"letters {letters}" for letters in name.letters})


def _spelt_alike(one: OrganizationName, other: OrganizationName) -> bool:
    if one.abbreviated or one.general or other.general:
        return False
    if one.full.replace(" ", "") == other.full.replace(" ", ""):
        return True
    pairs = list(zip(one.full.split(), other.full.split(), strict=False))
    same_length = one.full.count(" ") == other.full.count(" ")
    long_enough = min(len(one.full), len(other.full)) >= _SHORTEST_SPELLING
    return same_length and long_enough and all(alike(a, b) for a, b in pairs)


def _is_abbreviation(word: str) -> bool:
    bare = word.replace(".", "")
    return bool(_DOTTED.match(word)) or (len(bare) <= _LONGEST_LETTERS and bool(_LETTERS.match(bare)))


def _data() -> dict[str, Any]:
    return read_data("organizations.toml")


def _kept(words: list[str]) -> list[str]:
    """The words that count, each in one spelling and without points."""
    same: dict[str, str] = _data()["same_words"]
    bare = [word.replace(".", "").strip("'") for word in words]
    return [same.get(word, word) for word in bare if word and word not in _data()["small_words"]]


def _words(text: str) -> tuple[bool, list[str]]:
    """The words of a name that count, "University of Example" turned round; and whether it was."""
    parts = plain(text.replace("-", " ")).split(" of ")
    return len(parts) > 1, _kept([word for part in reversed(parts) for word in part.split()])


def _without_legal_form(words: list[str]) -> list[str]:
    while len(words) > 1 and words[-1].casefold().strip(".") in _data()["legal_forms"]:
        words = words[:-1]
    return words


def _institution(words: list[str]) -> tuple[str | None, list[str]]:
    """The country that an institution's name holds, and the other words; none if it is not such a name."""
    if _general(words) or (len(words) == 1 and words[0] in _data()["not_a_name"]):
        return None, words
    for length in range(_LONGEST_NATION, 0, -1):
        for start in range(len(words) - length + 1):
            rest = words[:start] + words[start + length :]
            nation = nation_of(" ".join(words[start : start + length]))
            if nation and rest and _general(rest):
                return nation, rest
    return None, []


def _general(words: list[str]) -> bool:
    known = all(word in _data()["institutions"] for word in words)
    return known and any(word not in _data()["modifiers"] for word in words)


def _usual(name: str) -> str:
    """The name that a body usually goes by, for one that it has besides."""
    also_called: dict[str, str] = _data()["also_called"]
    return also_called.get(name, name)


def _in_order(words: list[str]) -> str:
    """ "Ministry of Foreign Affairs" and "Foreign Ministry" as one: by the alphabet, without "affairs"."""
    return " ".join(sorted(word for word in words if word != "affairs" or len(words) == 1))


def _cores(words: list[str]) -> frozenset[str]:
    """What the company of these words may be called for short, and the whole."""
    same: dict[str, str] = _data()["same_words"]
    trades = {same.get(trade, trade) for trade in _data()["trades"]} | set(_data()["legal_forms"])
    core = words
    while len(core) > 1 and (core[-1] in trades or " ".join(core[-2:]) in trades):
        core = core[:-1] if core[-1] in trades and " ".join(core[-2:]) not in trades else core[:-2]
    home = words[1:] if len(words) > 2 and nation_of(words[0]) else words
    return frozenset(
        " ".join(part) for part in (words, core, home) if part == words or _is_name(part, trades)
    )


def _is_name(words: list[str], trades: set[str]) -> bool:
    """Whether these words can stand for a company: no country, and not only words that many have."""
    vague = {*_data()["not_a_name"], *_data()["institutions"], *trades}
    if nation_of(" ".join(words)) or all(word in vague for word in words):
        return False
    return any(len(word) > 1 for word in words)


def _letters(words: list[str]) -> frozenset[str]:
    """The first letters of ``words``; the abbreviation of a country among them counts with all letters."""
    if len(words) < 2:
        return frozenset()
    whole = [word if len(word) <= _LONGEST_ABBREVIATION and nation_of(word) else word[0] for word in words]
    return frozenset({"".join(word[0] for word in words), "".join(whole)})
