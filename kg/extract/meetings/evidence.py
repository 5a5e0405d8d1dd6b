"""Whether enough is known to speak of a meeting: of a mention before it is joined to others, and of an event
after.
"""

from __future__ import annotations

from kg.extract.document import Document
from kg.extract.meetings.candidates import Candidate, Party
from kg.extract.meetings.carrier_words import CONVENING
from kg.extract.meetings.joining import Event
from kg.extract.meetings.triggers import is_matter
from kg.extract.syntax import governing_verb, objects

_OFTEN = frozenset(
    "often regularly usually frequently always routinely sometimes rarely periodically".split()
)
_LOOSE_VERBS = frozenset({"host", "greet", "receive", "welcome", "see", "call"})
"""Verbs that tell of much else ("hosts refugees", "greeted the news"), so that both sides must be named."""
ASSEMBLING = CONVENING | {"bring"}
"""Verbs of coming or being brought together, which tell of a meeting only of some people."""
_OFFICIALS = frozenset(
    """
    leader minister official diplomat lawmaker legislator senator representative delegate delegation
    negotiator envoy ambassador president chief head governor mayor monarch king expert scientist executive
    bishop cardinal
    """.split()
)
_PHASES = frozenset({"continue", "begin", "start", "be", "resume"})
_OWN_RULES = frozenset(
    {"carrier subject", "between", "of", "subject", "with", "brings", "gathers", "involving"}
)
"""Patterns by which a group alone is enough: "rebel leaders held talks"."""
_CONVENED = frozenset({"summit", "conference", "talks"})


def is_possible(candidate: Candidate) -> bool:
    """Whether a mention may tell of a meeting: a verb needs two sides, a noun may be joined to an event told
    elsewhere.
    """
    if any(c.lower_ in _OFTEN for token in candidate.events for c in token.children if c.dep_ == "advmod"):
        return False
    if candidate.pointer:
        return True
    if not candidate.is_verb:
        return not _habitual(candidate)
    if len(candidate.parties) >= 2:
        if candidate.head.lemma_.lower() in CONVENING:
            return any(
                _gathers_officials(candidate, p) or p.entity.kind == "person" for p in candidate.parties
            )
        return _named_enough(candidate)
    return bool(candidate.parties) and _one_side_is_enough(candidate, candidate.parties[0])


def _one_side_is_enough(candidate: Candidate, party: Party) -> bool:
    """ "the Security Council met", or "met with X" where the other side is told by a phrase that names
    nobody.
    """
    lemma = candidate.head.lemma_.lower()
    if lemma == "debate":
        return True
    if lemma in ASSEMBLING:
        return _gathers_officials(candidate, party)
    if lemma != "meet":
        return False
    if party.rule in {"with", "object"} and party.entity.kind in {"person", "office"}:
        return True
    return party.entity.kind in {"group", "organization"} and not objects(candidate.head)


def _gathers_officials(candidate: Candidate, party: Party) -> bool:
    """ "ministers gathered in Lima" is a meeting, "mourners gathered in the square" is none."""
    if party.rule == "brought":
        return party.entity.kind == "group"
    if candidate.type == "session":
        return True
    return party.entity.kind == "office" or (
        party.entity.kind == "group" and party.span.root.lemma_.lower() in _OFFICIALS
    )


def _habitual(candidate: Candidate) -> bool:
    """ "raises it in meetings with them": a plural in the present tense, without a time, tells of a habit."""
    noun = candidate.head
    if noun.tag_ not in {"NNS", "NNPS"} or candidate.type == "talks" or candidate.start or candidate.caption:
        return False
    verb = governing_verb(noun)
    return verb is not None and verb.tag_ in {"VBZ", "VBP"} and verb.lemma_ not in _PHASES


def _named_enough(candidate: Candidate) -> bool:
    kinds = [party.entity.kind for party in candidate.parties]
    if candidate.type == "visit":
        return any(kind in {"person", "office", "group"} for kind in kinds)
    if candidate.head.lemma_.lower() not in _LOOSE_VERBS:
        return True
    return sum(kind in {"person", "office"} for kind in kinds) >= 2


def is_meeting(event: Event, document: Document) -> bool:
    """Whether the joined mentions are a meeting: two sides, or one side that is told to sit, speak or be met,
    or a convened event.
    """
    parties = event.parties
    if event.status in {"occurred", "ongoing"} and all(
        not c.is_verb and is_matter(c.head) for c in event.candidates
    ):
        return False  # "discussed the summit" does not tell whether it has been
    if event.type == "visit" and not _official_visit(parties, document):
        return False
    if (
        all(c.head.lemma_ == "table" for c in event.candidates)
        and event.status == "occurred"
        and len(parties) < 2
    ):
        return False
    if len(parties) != 1:
        return len(parties) >= 2 or _convened(event)
    party = parties[0]
    if event.type == "call":
        return False  # a call to nobody
    if party.rule in {"speaks at", "carrier subject", "speaks to it"} and party.entity.kind in {
        "person",
        "group",
    }:
        if event.type in {"conference", "summit", "session"}:
            return True
    if event.type == "session" and party.entity.kind == "organization":
        return True
    if party.rule == "with" or (party.entity.kind == "group" and party.rule in _OWN_RULES):
        return True
    return event.start is not None or event.place is not None


def _convened(event: Event) -> bool:
    """A summit, conference or round of talks that nobody is named at, with its time and place, or with a name
    and one of them.
    """
    if event.type not in _CONVENED or event.candidates[0].head.lemma_ == "discussion":
        return False
    known = (event.start is not None) + (event.place is not None)
    named = any(c.head.pos_ == "PROPN" for c in event.candidates)
    return known == 2 or (named and known == 1)


def _official_visit(parties: list[Party], document: Document) -> bool:
    """A private journey is no visit: the visitor holds an office, or is met by somebody."""
    hosts = [p for p in parties if p.part == "host"]
    visitors = [p.entity for p in parties if p.part != "host"]
    if any(p.entity.kind != "place" for p in hosts) or len(visitors) >= 2:
        return True
    office_holders = {claim.person for claim in document.roles if claim.title}
    return any(v in office_holders or v.kind in {"office", "group"} for v in visitors)
