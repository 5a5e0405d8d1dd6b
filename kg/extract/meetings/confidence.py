"""How sure a fact is, from what it rests on; the figures are data, in ``data/confidence.toml``."""

from __future__ import annotations

from kg.extract.data_files import read_data
from kg.extract.document import TimeExpression
from kg.extract.meetings.candidates import Party
from kg.extract.meetings.joining import Event

_WEAK = frozenset(
    {
        "between nearby",
        "modifier",
        "of",
        "possessive",
        "carrier subject",
        "held",
        "involving",
        "arranger",
        "by",
        "offer",
    }
)
_SURE = frozenset({"caption", "with", "between"})
_DAY = len("2016-10-15")


def _figures() -> dict[str, dict[str, float]]:
    return read_data("confidence.toml")


def meeting_confidence(event: Event) -> float:
    """How sure it is that this is a meeting with this status, in 0..1."""
    figures = _figures()["meeting"]
    kinds = [party.entity.kind for party in event.parties]
    named = sum(kind in {"person", "office"} for kind in kinds)
    if named >= 2:
        figure = figures["named_two"]
    elif named:
        figure = figures["named_and_others"] if len(kinds) > 1 else figures["named_alone"]
    else:
        figure = figures["others"] if kinds else figures["nobody"]
    return min(figure, figures["hypothetical"]) if event.status == "hypothetical" else figure


def party_confidence(party: Party) -> float:
    """How sure it is that this party takes part, in 0..1."""
    figures = _figures()["party"]
    figure = figures["country" if party.entity.kind == "place" else party.entity.kind]
    if party.rule in _WEAK:
        figure *= figures["weak"]
    elif party.rule in _SURE:
        figure *= figures["sure"]
    return round(figure, 2)


def time_confidence(expression: TimeExpression, *, caption: bool) -> float:
    """How sure it is that the meeting began at this time (0..1); never surer than its words."""
    figures = _figures()["time"]
    if len(expression.start) < _DAY:
        figure = figures["coarse"]
    elif expression.basis == "relative":
        figure = figures["relative_day"]
    else:
        figure = figures["stated_caption" if caption else "stated_day"]
    return min(figure, expression.confidence)


def place_confidence(*, caption: bool) -> float:
    """How sure it is that the meeting took place there, in 0..1."""
    return _figures()["place"]["caption" if caption else "other"]
