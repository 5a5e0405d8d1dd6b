"""Gathering the parties of one candidate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.extract.document import Document, Entity
from kg.extract.meetings.candidates import Candidate, Party
from kg.extract.meetings.parties import country_entity, denoted
from kg.model import Part

_DASHES = frozenset({"—", "–", "--", "-"})
_DATELINE_WORDS = 3
_SAYING = frozenset({"speak", "talk", "tell", "chat"})


@dataclass(frozen=True, slots=True)
class Collector:
    """A candidate and its document; :meth:`add` turns noun phrases into parties."""

    document: Document
    candidate: Candidate

    def add(self, heads: Iterable[Token], rule: str, part: Part = "attendee") -> None:
        """Add what the phrases headed by ``heads`` denote; ``rule`` names the pattern that found them."""
        for head in heads:
            if _is_dateline(head):
                continue
            for entity, span in denoted(self.document, head):
                party = self._party(entity, span)
                if party is not None:
                    self.candidate.add(Party(party, part, span, rule))

    def has(self, *rules: str) -> bool:
        """Whether one of the rules has found a party."""
        return any(party.rule in rules for party in self.candidate.parties)

    def people(self, heads: Iterable[Token]) -> list[Token]:
        """Those of ``heads`` that denote people, or nothing that is known not to be."""
        kinds = {"person", "office", "group"}
        return [
            h for h in heads if not (e := self.document.entities_at(h)) or any(x.kind in kinds for x in e)
        ]

    def named_people(self, heads: Iterable[Token]) -> list[Token]:
        """Those of ``heads`` that denote a named person or office."""
        return [h for h in heads if any(e.kind in {"person", "office"} for e in self.document.entities_at(h))]

    def _party(self, entity: Entity, span: Span) -> Entity | None:
        """The entity as a party, or ``None`` where it can be none here."""
        candidate = self.candidate
        if span.start <= candidate.head.i < span.end and (
            entity.kind != "group" or span.root == candidate.head
        ):
            return None  # the name of the event itself, and not "delegates to the convention"
        if entity.kind == "organization":
            interview = (
                candidate.is_verb and candidate.type != "session" and candidate.head.lemma_.lower() in _SAYING
            )  # "spoke to the agency"
            institution = candidate.is_verb and candidate.type == "visit"  # "visited the school"
            return None if interview or institution else entity
        if entity.kind == "place" and not entity.is_country:
            return country_entity(self.document, span, capital=True)
        return entity


def _is_dateline(head: Token) -> bool:
    """ "LISBON —", "LISBON (Agency) -": where a story was filed, which the parser takes for a subject."""
    if not head.text.isupper() or head.i - head.sent.start > _DATELINE_WORDS:
        return False
    if not head.whitespace_:  # "UN-brokered"
        return False
    after = head.doc[head.i + 1 : head.sent.end]
    closing = (t.i + 1 for t in after if t.text == ")")
    bracket = next(closing, None) if after.text.startswith("(") else head.i + 1
    return bracket is not None and head.doc[bracket : bracket + 1].text in _DASHES
