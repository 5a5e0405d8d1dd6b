"""Which mentions tell of one event: "a meeting", "the four-hour talks" and "the two met" become one."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.document import Entity, TimeExpression
from kg.extract.meetings.candidates import Candidate, Party
from kg.extract.meetings.carrier_words import ATTENDING, CARRIERS
from kg.extract.meetings.triggers import is_matter
from kg.extract.syntax import ancestors, event_nouns, frame_nouns, is_passive
from kg.model import MeetingType, Status

_GENERIC: frozenset[MeetingType] = frozenset({"meeting", "talks"})
_FRAMES: frozenset[MeetingType] = frozenset({"summit", "conference", "session"})
_DAY = len("2016-10-15")
_PLENARY = 3
"""So many who all meet at a summit are its own meeting."""
_SPOKE = frozenset({"speak", "talk"})
_ORDER = frozenset({"after", "before"})
_POINTER_REACH = 40
"""Tokens over which "will participate" may point back."""
_DEFINITE = frozenset("the this these those that their its his her both".split())


@dataclass(eq=False, slots=True)
class Event:
    """One meeting of the article: the candidates that tell of it, in text order."""

    candidates: list[Candidate] = field(default_factory=list)
    inherited_start: TimeExpression | None = None
    inherited_place: Entity | None = None

    @property
    def parties(self) -> list[Party]:
        """Who takes part, each entity once; a more telling part wins over plain attendance."""
        merged = Candidate(
            self.candidates[0].head, self.candidates[0].span, self.candidates[0].type, is_verb=False
        )
        for candidate in self.candidates:
            for party in candidate.parties:
                merged.add(Party(party.entity, party.part, party.span, party.rule))
        return merged.parties

    @property
    def type(self) -> MeetingType:
        """The most telling type among the mentions: "talks" says more than "meeting", a summit more than
        both.
        """
        kinds = [c.type for c in self.candidates if not c.pointer]
        special = [k for k in kinds if k not in _GENERIC]
        if special:
            return special[0]
        return "talks" if "talks" in kinds else "meeting"

    @property
    def status(self) -> Status:
        """Later words of the article decide over a plan; a cancellation always stands."""
        told = [c.status for c in self.candidates if not c.pointer]
        if "cancelled" in told:
            return "cancelled"
        if told[0] in {"planned", "hypothetical"} and "denied" in told:
            return "denied"
        return told[0]

    @property
    def caption(self) -> bool:
        """Whether a caption tells of it."""
        return any(c.caption for c in self.candidates)

    @property
    def start(self) -> TimeExpression | None:
        """The most precise time that a mention gives."""
        times = [self.inherited_start] if self.inherited_start else []
        times += [c.start for c in self.candidates if c.start is not None]
        return max(times, key=lambda t: (len(t.start), t.basis == "stated"), default=None)

    @property
    def place(self) -> Entity | None:
        """The first building, else the first town, else the first; a call is at no place."""
        if self.type == "call" and not self.caption:
            return None
        places = [self.inherited_place] if self.inherited_place else []
        places += [c.place for c in self.candidates if c.place is not None]
        return min(places, key=lambda p: (p.is_country, not _is_building(p)), default=None)


def join(candidates: list[Candidate]) -> list[Event]:
    """Group candidates, given in text order, into events."""
    events: list[Event] = []
    for candidate in candidates:
        if candidate.pointer:
            if events and candidate.head.i - events[-1].candidates[-1].head.i <= _POINTER_REACH:
                _heed_absence(candidate, events[-1])
                events[-1].candidates.append(candidate)
            continue
        event = _home(candidate, events)
        if event is None:
            events.append(Event([candidate]))
        else:
            event.candidates.append(candidate)
    return events


def _heed_absence(pointer: Candidate, event: Event) -> None:
    """Who "did not attend" was absent; who only "hoped to take part" is not told to have been there."""
    if pointer.status in {"denied", "cancelled"}:
        for party in pointer.parties:
            party.part = "absent"
    elif pointer.status in {"planned", "hypothetical"} and event.status in {"occurred", "ongoing"}:
        pointer.parties.clear()


def inherit_setting(events: list[Event]) -> list[Event]:
    """The ``events``, where a meeting "at the summit" or "on the sidelines of" it is held where and when that
    is, unless told otherwise; three and more who "met at the summit" are that summit.
    """
    by_head = {c.head.i: event for event in events for c in event.candidates}
    absorbed: list[Event] = []
    for event in events:
        for candidate in event.candidates:
            frames = (by_head.get(noun.i) for noun in frame_nouns(candidate.head))
            frame = next((f for f in frames if f is not None and f is not event), None)
            if frame is not None and _is_plenary(event, frame):
                frame.candidates.extend(event.candidates)
                absorbed.append(event)
                break
            if frame is not None:
                event.inherited_start = None if event.start else frame.start
                event.inherited_place = None if event.place else frame.place
    return [event for event in events if event not in absorbed]


def _is_plenary(event: Event, frame: Event) -> bool:
    """Whether a meeting is told of all who are told to be at the summit around it; two meet beside one."""
    here, there = ({id(party.entity) for party in e.parties} for e in (event, frame))
    return event.type in _GENERIC and len(here) >= _PLENARY and here == there and event.status == frame.status


def _home(candidate: Candidate, events: list[Event]) -> Event | None:
    best: tuple[float, int] | None = None
    for index, event in enumerate(events):
        score = _score(candidate, event)
        if score > 0 and (best is None or (score, index) >= best):
            best = (score, index)
    return events[best[1]] if best else None


def _score(candidate: Candidate, event: Event) -> float:
    """Positive where the candidate may tell of this event; larger is likelier."""
    heads = [c.head for c in event.candidates]
    if candidate.head in heads:
        return 0  # one word that tells of several meetings
    if not candidate.is_verb and is_matter(candidate.head) and candidate.head.head in heads:
        return 0  # "discussed the summit with X": two events
    if not (
        _types_fit(candidate, event) and _times_fit(candidate, event) and _places_fit(candidate, event.place)
    ):
        return 0
    mine = [p.entity for p in candidate.parties]
    theirs = [p.entity for p in event.parties]
    shared = [e for e in mine if e in theirs]
    fulfilled = (
        candidate.status == "hypothetical"
        and len(shared) >= 2
        and len(shared) == len(mine)
        and _told_in_past(candidate)
    )
    if (
        not fulfilled
        and not _only_named(candidate, event, shared)
        and not _statuses_fit(candidate.status, event.status)
    ):
        return 0
    same_sentence = event.candidates[-1].sentence.start == candidate.sentence.start
    if same_sentence and (_frames(candidate, event) or _one_after_another(candidate, event)):
        return 0
    if mine and theirs:
        if not shared:
            if _same_gathering(candidate, event):
                return 0.7
            joins = any(is_passive(t) and t.lemma_.lower() in ATTENDING for t in candidate.events)
            points_back = _anaphoric(candidate) and (joins or same_sentence or _same_place(candidate, event))
            return 0.5 if points_back or _one_day_event(candidate, event) else 0
        subset = len(shared) == min(len(mine), len(theirs))
        if not subset and not (_anaphoric(candidate) or same_sentence):
            return 0
        return 2.0 * len(shared) / max(1, min(len(mine), len(theirs)))
    opens = bool(mine) and not theirs and not candidate.type == event.type and not same_sentence
    if (_anaphoric(candidate) or _anaphoric(event.candidates[0]) or same_sentence) and not opens:
        alike = candidate.head.lemma_ == event.candidates[0].head.lemma_
        return 1.0 + 0.5 * alike
    same_time = candidate.start is not None and event.start is not None
    return 0.8 if same_time and _same_place(candidate, event) else 0


def _same_place(candidate: Candidate, event: Event) -> bool:
    return candidate.place is not None and candidate.place is event.place


def _frames(candidate: Candidate, event: Event) -> bool:
    """ "X met Y at the summit": the summit is the frame of the meeting, not the meeting."""
    if candidate.type in _GENERIC and candidate.parties and event.type in _FRAMES:
        frames = frame_nouns(candidate.head)
        return any(c.head in frames for c in event.candidates)
    if candidate.is_verb or candidate.type in _GENERIC or candidate.type == "call":
        return False
    return any(
        c.type in _GENERIC and c.parties and candidate.head in frame_nouns(c.head) for c in event.candidates
    )


def _one_after_another(candidate: Candidate, event: Event) -> bool:
    """ "the visit comes a week after he met X": what happened before or after the event is another event."""
    if _anaphoric(candidate) or candidate.caption:
        return False
    known = {t.i for c in event.candidates for t in c.events}
    between = False
    for token in [candidate.head, *ancestors(candidate.head)]:
        if between and token.i in known:
            return True
        ordered = token.dep_ == "prep" or token.pos_ == "ADP"
        between = between or (ordered and token.lower_ in _ORDER)
        between = between or any(c.dep_ == "mark" and c.lower_ in _ORDER for c in token.children)
    return False


def _one_day_event(candidate: Candidate, event: Event) -> bool:
    """Two lists of one event: the same day, and captions of it, or a group ("the leaders") on one side and
    its members on the other.
    """
    mine, theirs = candidate.start, event.start
    if mine is None or theirs is None or mine.start != theirs.start or len(mine.start) < _DAY:
        return False
    if candidate.caption and all(c.caption for c in event.candidates):
        return not candidate.is_verb and candidate.head.lemma_ in {c.head.lemma_ for c in event.candidates}
    kinds = [{p.entity.kind for p in candidate.parties}, {p.entity.kind for p in event.parties}]
    return {"group"} in kinds


def _same_gathering(candidate: Candidate, event: Event) -> bool:
    """ "delegates to the convention", "the Labour convention": whose it is in one, who came in the other."""
    if candidate.type not in _FRAMES or candidate.type != event.type or not _anaphoric(candidate):
        return False
    owners = ["modifier" in {p.rule for p in parties} for parties in (candidate.parties, event.parties)]
    return (
        candidate.head.lemma_.lower() == event.candidates[-1].head.lemma_.lower() and owners[0] != owners[1]
    )


def _only_named(candidate: Candidate, event: Event, shared: list[Entity]) -> bool:
    """ "critics of his visit": words that name a planned event and say nothing of when it is."""
    if candidate.is_verb or candidate.status != "occurred" or event.status != "planned":
        return False
    if candidate.start and len(candidate.start.start) >= _DAY:
        return False
    named = candidate.head.head.lemma_.lower() not in CARRIERS and candidate.head.dep_ not in {
        "nsubj",
        "nsubjpass",
    }
    mine = len(candidate.parties)
    return named and candidate.type == event.type and mine > 0 and len(shared) == mine


def _told_in_past(candidate: Candidate) -> bool:
    """ "had wanted to talk": a wish of the past, which the meeting told elsewhere fulfilled."""
    return candidate.is_verb and candidate.head.head.tag_ in {"VBD", "VBN"}


def _anaphoric(candidate: Candidate) -> bool:
    """ "the talks", "their meeting": words that point to an event already told."""
    if candidate.is_verb:
        return False
    return any(
        c.lower_ in _DEFINITE
        for noun in event_nouns(candidate.head)
        for c in noun.children
        if c.dep_ in {"det", "poss"}
    )


def _types_fit(candidate: Candidate, event: Event) -> bool:
    kind = candidate.type
    if kind == "call" and _anaphoric(candidate) and event.type == "meeting":
        return all(
            c.head.lemma_.lower() in _SPOKE for c in event.candidates
        )  # "spoke with X. In the call ..."
    if candidate.is_verb and kind == "session" and event.type in _GENERIC and len(event.parties) > 1:
        known = [p.entity for p in event.parties]
        return all(
            p.entity in known for p in candidate.parties
        )  # "held talks with X and addressed the council"
    if "call" in {kind, event.type}:
        return kind == event.type or (kind == "talks" and event.type == "call")
    return kind == event.type or kind in _GENERIC or event.type in _GENERIC


def _times_fit(candidate: Candidate, event: Event) -> bool:
    mine, theirs = candidate.start, event.start
    if mine is None or theirs is None:
        return True
    if mine.start.startswith(theirs.start) or theirs.start.startswith(mine.start):
        return True
    return bool(theirs.end and theirs.start <= mine.start <= theirs.end)


def _places_fit(candidate: Candidate, theirs: Entity | None) -> bool:
    mine = candidate.place
    if mine is None or theirs is None or mine is theirs:
        return True
    if mine.is_country or theirs.is_country:
        return mine.country is not None and mine.country == theirs.country
    in_town = _is_building(mine) != _is_building(theirs) and mine.country == theirs.country
    return in_town and candidate.type != "visit"


def _is_building(place: Entity) -> bool:
    """A building of a known country stands in no list of towns."""
    return place.geonames is None and place.country is not None and not place.is_country


def _statuses_fit(mine: Status, theirs: Status) -> bool:
    happened = {"occurred", "ongoing"}
    return (mine in happened) == (theirs in happened) or "cancelled" in {mine, theirs}
