"""What the components of this package hand to each other: parties and candidates."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from kg.extract.document import Entity, TimeExpression
from kg.model import MeetingType, Part, Status


@dataclass(eq=False, slots=True)
class Party:
    """One entity that takes part, in which part, and the words that say so. ``rule`` names the pattern that
    found it.
    """

    entity: Entity
    part: Part
    span: Span
    rule: str


@dataclass(eq=False, slots=True)
class Candidate:
    """One mention of a meeting: a verb or noun, with what its sentence says of it.

    ``events`` are the tokens that stand for the event in the parse: the trigger, the light verb that carries
    it ("held talks") and participles on it ("talks held in"); times and places belong to the event that is
    nearest to them.
    """

    head: Token
    span: Span
    type: MeetingType
    is_verb: bool
    parties: list[Party] = field(default_factory=list)
    events: list[Token] = field(default_factory=list)
    status: Status = "occurred"
    start: TimeExpression | None = None
    place: Entity | None = None
    caption: bool = False
    since: int | None = None
    until: int | None = None
    """Of a mention that stands for several meetings: the tokens behind and before which this one is told."""
    pointer: bool = False
    """Only points to an event told just before ("the ministers will also attend")."""

    @property
    def ahead(self) -> bool:
        """Whether it is told as lying ahead of something ("before the meeting"), which says nothing about the
        day of publication.
        """
        return self.head.head.lower_ in {"before", "of"} and self.head.dep_ in {"pobj", "pcomp"}

    @property
    def sentence(self) -> Span:
        """The sentence that the mention stands in."""
        return self.head.sent

    def add(self, party: Party) -> None:
        """Add a party unless its entity is already one; a more telling part wins over plain attendance."""
        for known in self.parties:
            if known.entity is party.entity:
                if known.part == "attendee" and party.part != "attendee":
                    known.part = party.part
                return
        self.parties.append(party)
