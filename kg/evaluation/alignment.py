"""Which told meeting is which annotated meeting: by shared participants, words, date and place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from kg.evaluation.matching import Matching, match_best_first, match_in_order
from kg.evaluation.names import normal_form, same_participant, same_phrase
from kg.evaluation.records import MeetingRecord

_LEAST_COMMON_PARTICIPANTS = 2
# A quote counts as the same passage when most of the shorter one's words stand in the other. Very short ones
# share words by chance.
_COMMON_SHARE = 0.7
_LEAST_WORDS = 5


def align(gold: Sequence[MeetingRecord], told: Sequence[MeetingRecord]) -> Matching[MeetingRecord]:
    """Match the meetings of one article, the most alike first."""
    return match_best_first(gold, told, likeness)


def likeness(gold: MeetingRecord, told: MeetingRecord) -> float | None:
    """How much speaks for one meeting told twice (the higher the more), or ``None`` if too little does.

    Either the same words tell of both, or two participants are the same, or one participant and the date or
    place.
    """
    common = len(match_in_order(gold.participants, told.participants, same_participant).matched)
    words = same_passage(gold.quotes, told.quotes)
    date, place = same_start(gold, told), same_place(gold, told)
    if not words and (not common or not (common >= _LEAST_COMMON_PARTICIPANTS or date or place)):
        return None
    size = len(gold.participants) + len(told.participants)
    overlap = 2 * common / size if size else 0.0
    return 2.0 * overlap + words + 0.5 * date + 0.5 * place + 0.25 * (gold.status == told.status)


def same_start(gold: MeetingRecord, told: MeetingRecord) -> bool:
    """Whether both have a start, the same at the same precision."""
    return bool(gold.start) and gold.start == told.start


def same_place(gold: MeetingRecord, told: MeetingRecord) -> bool:
    """Whether both have a place, and it is the same."""
    return bool(gold.place and told.place) and same_phrase(gold.place, told.place)


def same_passage(ones: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a quote of one side stands in a quote of the other, or most of it does."""
    return any(_overlap(normal_form(a), normal_form(b)) for a, b in product(ones, others))


def _overlap(a: str, b: str) -> bool:
    if not a or not b:
        return False
    if a in b or b in a:
        return True
    words, other_words = a.split(), b.split()
    if min(len(words), len(other_words)) < _LEAST_WORDS:
        return False
    smaller = min(len(set(words)), len(set(other_words)))
    return len(set(words) & set(other_words)) >= _COMMON_SHARE * smaller
