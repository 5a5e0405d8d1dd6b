"""A day becomes a range where the sentence tells how long: "ended their two-day retreat on Friday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Span, Token

from kg.extract.times.calendar import count
from kg.extract.times.found import Reading
from kg.extract.times.patterns import DURATION

_BEGINNING = frozenset({"start", "begin", "open", "commence", "launch", "kick", "convene"})
_ENDING = frozenset({"end", "wrap", "conclude", "close", "finish"})
_LONGEST = 31


def stretch(span: Span, reading: Reading) -> Reading:
    """``reading`` with its range, if the verb begins or ends something of some days' length on this day; else
    unchanged.
    """
    if reading.end is not None or len(reading.start) != 10:
        return reading
    verb = _verb(span.root)
    if verb is None or verb.lemma_.lower() not in _BEGINNING | _ENDING:
        return reading
    days = _days_told(verb, span)
    if days is None:
        return reading
    return _from_start(reading, days) if verb.lemma_.lower() in _BEGINNING else _to_end(reading, days)


def _verb(token: Token) -> Token | None:
    return next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)


def _days_told(verb: Token, span: Span) -> int | None:
    """The length told in the clause of the verb, or of the noun that the verb modifies ("four days of talks
    starting Monday").
    """
    top = verb.head if verb.dep_ in ("acl", "relcl", "advcl") else verb
    words = span.doc[top.left_edge.i : top.right_edge.i + 1].text
    for match in re.finditer(DURATION, words):
        number = count(match["n"])
        if number is not None and 1 < number <= _LONGEST:
            return number
    return None


def _from_start(reading: Reading, days: int) -> Reading:
    end = date.fromisoformat(reading.start) + timedelta(days=days - 1)
    return replace(reading, end=end.isoformat())


def _to_end(reading: Reading, days: int) -> Reading:
    back = timedelta(days=days - 1)
    future = reading.future_start
    return replace(
        reading,
        start=(date.fromisoformat(reading.start) - back).isoformat(),
        end=reading.start,
        future_start=None if future is None else (date.fromisoformat(future) - back).isoformat(),
    )
