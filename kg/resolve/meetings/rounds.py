"""Words that number a meeting in a row of meetings: "the second round of talks" is not the first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

Round = tuple[str, int]
"""What is counted ("round"), and which one it is."""

_ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=1
    )
}
_CARDINALS: Final = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
}
_ROMAN: Final = {"ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8}
_COUNTED: Final = (
    "round|session|meeting|summit|conference|congress|assembly|forum|talk|visit|trip|call|hearing|debate|"
    "consultation|negotiation|encounter|conversation|phase|stage"
)
_FIRST: Final = re.compile(
    rf"\b([a-z]+|\d+(?:st|nd|rd|th|d))\b(?![\s-]+(?:day|time|half|week)s?\b)(?=(?:[\s-]+[\w&'’-]+){{0,5}}?[\s-]+({_COUNTED})s?\b)"
)
_AFTER: Final = re.compile(rf"\b({_COUNTED})\s+([a-z]+|\d+)\b")
# "Geneva II": written in capitals, so that no word is taken for a number.
_NUMERAL: Final = re.compile(r"\b[A-Z][a-z]+ (II|III|IV|VI|VII|VIII)\b")


def rounds(words: Iterable[str]) -> frozenset[Round]:
    """The numbers that the words for a meeting give it.

    A round is counted as such; whatever else is numbered ("70th session", "third summit") is counted as a
    meeting, since articles call one meeting by several nouns.
    """
    return frozenset(found for phrase in words for found in _numbers(phrase))


def _numbers(phrase: str) -> Iterable[Round]:
    low = phrase.casefold()
    for match in _FIRST.finditer(low):
        number = _ordinal(match[1])
        if number is not None:
            yield _counted(match[2]), number
    for match in _AFTER.finditer(low):
        number = _CARDINALS.get(match[2]) or (int(match[2]) if match[2].isdigit() else None)
        if number is not None and number < 100:
            yield _counted(match[1]), number
    for match in _NUMERAL.finditer(phrase):
        yield "meeting", _ROMAN[match[1].casefold()]


def _ordinal(word: str) -> int | None:
    digits = word.rstrip("stndrh")
    return int(digits) if digits.isdigit() else _ORDINALS.get(word)


def _counted(noun: str) -> str:
    return "round" if noun == "round" else "meeting"


def contradict(one: frozenset[Round], other: frozenset[Round]) -> bool:
    """Whether two meetings are numbered differently in what counts the same."""
    numbers = dict[str, set[int]]()
    for counted, number in one:
        numbers.setdefault(counted, set()).add(number)
    others = dict[str, set[int]]()
    for counted, number in other:
        others.setdefault(counted, set()).add(number)
    return any(not numbers[counted] & others[counted] for counted in numbers.keys() & others.keys())
