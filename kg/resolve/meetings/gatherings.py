"""The proper name of a gathering, by which it is known whoever takes part: "the APEC Summit"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_WORD: Final = re.compile(r"[^\W_][\w'’.&/-]*")
_NO_NAMES: Final = frozenset(
    "a an the their his her its this that of on for in at and with to by "
    "annual regular special extraordinary informal official opening closing plenary general "
    "first second third fourth fifth sixth seventh eighth ninth tenth "
    "summit summits meeting meetings conference conferences congress convention council session sessions "
    "assembly forum talks gathering ministerial ministers leaders heads state government "
    "international national world global".split()
)


def gathering_name(words: Iterable[str]) -> frozenset[str]:
    """The capitalised words that name a gathering, in small letters, without those that name any gathering
    ("Summit", "Annual").
    """
    tokens = {token for phrase in words for token in _WORD.findall(phrase) if token[0].isupper()}
    return frozenset(token.casefold().removesuffix("’s").removesuffix("'s") for token in tokens) - _NO_NAMES


def same_gathering(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names can be one: all words of the shorter stand in the longer."""
    return bool(one and other) and (one <= other or other <= one)
