"""The chain from a document to its meetings."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span

from kg.extract.document import Document
from kg.extract.meetings.arguments import find_parties
from kg.extract.meetings.candidates import Candidate, Party
from kg.extract.meetings.captions import find_captions
from kg.extract.meetings.frames import find_journeys, settle
from kg.extract.meetings.joining import Event, inherit_setting, join
from kg.extract.meetings.setting import attach_place, attach_time
from kg.extract.meetings.status import read_status
from kg.extract.meetings.triggers import find_triggers
from kg.extract.syntax import governing_verb, objects

_OFTEN = frozenset(
    {
        "often",
        "regularly",
        "usually",
        "frequently",
        "always",
        "routinely",
        "sometimes",
        "rarely",
        "periodically",
    }
)


@dataclass(frozen=True, slots=True)
class Findings:
    """The meetings of an article, and the sentences with a meeting word that gave none."""

    events: list[Event]
    unexplained: list[Span]


def find_meetings(document: Document) -> Findings:
    """Find the meetings that the article tells of; reads the entities, referents and times that are in
    ``document``.
    """
    captions = find_captions(document)
    candidates = find_triggers(document, captions)
    journeys = find_journeys(document) if candidates else []
    numbers = {sentence.start: number for number, sentence in enumerate(document.doc.sents)}
    for candidate in candidates:
        candidate.caption = candidate.sentence.start in captions
        find_parties(document, candidate)
        candidate.status = read_status(candidate)
        attach_time(document, candidate)
        _heed_date(document, candidate)
        attach_place(document, candidate)
        settle(candidate, journeys, numbers[candidate.sentence.start])
    events = [
        event for event in join([c for c in candidates if _possible(c)]) if _is_meeting(event, document)
    ]
    inherit_setting(events)
    used = {c.sentence.start for event in events for c in event.candidates}
    unexplained = {c.sentence.start: c.sentence for c in candidates if c.sentence.start not in used}
    return Findings(events, list(unexplained.values()))


def _heed_date(document: Document, candidate: Candidate) -> None:
    """What lies after the day of publication has not happened yet; "ahead of" a day that is over, it has."""
    published = document.article.published
    time = candidate.start
    if time is None or published is None:
        return
    day = published.isoformat()[: len(time.start)]
    if candidate.status in {"occurred", "ongoing"} and (
        time.start > day or time.span.text.lower().startswith("later")
    ):
        candidate.status = "planned"
    elif (
        candidate.status == "planned"
        and candidate.ahead
        and not time.weekday_only
        and (time.end or time.start) < day
    ):
        candidate.status = "occurred"


def _possible(candidate: Candidate) -> bool:
    """A verb needs two sides; a noun may stand alone and be joined to an event told elsewhere."""
    if any(c.lower_ in _OFTEN for token in candidate.events for c in token.children if c.dep_ == "advmod"):
        return False
    if not candidate.is_verb:
        return not _habitual(candidate)
    if len(candidate.parties) >= 2:
        return _personal_enough(candidate)
    alone = candidate.parties[0].entity if candidate.parties else None
    if alone is None or candidate.head.lemma_ != "meet":
        return False
    if candidate.parties[0].rule in {"with", "object"} and alone.kind in {"person", "office"}:
        return True  # the other side is told by a phrase that names nobody
    return alone.kind in {"group", "organization"} and not objects(candidate.head)


def _habitual(candidate: Candidate) -> bool:
    """ "raises it in meetings with them": a plural in the present tense, without a time, tells of a habit."""
    noun = candidate.head
    if (
        noun.tag_ not in {"NNS", "NNPS"}
        or candidate.type == "talks"
        or candidate.start is not None
        or candidate.caption
    ):
        return False
    verb = governing_verb(noun)
    return (
        verb is not None
        and verb.tag_ in {"VBZ", "VBP"}
        and verb.lemma_ not in {"continue", "begin", "start", "be", "resume"}
    )


def _personal_enough(candidate: Candidate) -> bool:
    """Verbs that tell of much else ("hosts refugees", "greeted the news") need a named counterpart."""
    if candidate.head.lemma_.lower() not in {"host", "greet", "receive", "welcome", "see", "visit", "call"}:
        return True
    return sum(party.entity.kind in {"person", "office"} for party in candidate.parties) >= (
        1 if candidate.type == "visit" else 2
    )


def _is_meeting(event: Event, document: Document) -> bool:
    """Enough is known: two sides, or one side and a time or place."""
    parties = event.parties
    if event.type == "visit" and not _official_visit(parties, document):
        return False
    if len(parties) >= 2:
        return True
    if len(parties) == 1:
        speaks = parties[0].rule in {"speaks at", "carrier subject"} and parties[0].entity.kind == "person"
        if speaks and event.type in {"conference", "summit", "session"}:
            return True
        plural = parties[0].entity.kind == "group" and parties[0].rule in {
            "carrier subject",
            "between",
            "of",
            "subject",
            "with",
        }
        return plural or parties[0].rule == "with" or event.start is not None or event.place is not None
    return (
        event.start is not None and event.place is not None and any(not c.is_verb for c in event.candidates)
    )


def _official_visit(parties: list[Party], document: Document) -> bool:
    """A private journey is no visit: the visitor holds an office, or is met by somebody."""
    hosts = [p for p in parties if p.part == "host"]
    visitors = [p.entity for p in parties if p.part != "host"]
    if any(p.entity.kind != "place" for p in hosts) or len(visitors) >= 2:
        return True
    office_holders = {claim.person for claim in document.roles if claim.title}
    return any(v in office_holders or v.kind in {"office", "group"} for v in visitors)
