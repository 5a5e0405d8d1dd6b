"""When and where: the time and the place in a sentence that belong to this meeting and no other."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from kg.extract.document import Document, Entity, TimeExpression
from kg.extract.meetings.candidates import Candidate
from kg.extract.meetings.lexicon import load_lexicon
from kg.extract.meetings.triggers import is_in_prospect
from kg.extract.meetings.venues import find_venue
from kg.extract.syntax import ancestors, event_nouns
from kg.extract.times.tense import is_appointed

_AT = frozenset({"in", "at", "near", "outside", "inside", "on"})
_CLAUSE = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "csubj"})
_PLACE_NOUNS = frozenset(
    "city town capital resort village province state island port region suburb district area "
    "west east north south".split()
)
_NOT_HAD = frozenset({"planned", "cancelled", "denied", "hypothetical"})
_MAKING_READY = frozenset({"prepare", "plan", "propose", "urge"})
_CLAUSE_STEP = 4
_MAX_COST = 7
_CHAIN_GAP = 4
"""Tokens between two links of "at the palace in Cairo, Egypt, Wednesday, April 20"."""
_MAX_PLACE_COST = 5


def attach_time(document: Document, candidate: Candidate) -> None:
    """Set ``candidate.start`` to the time expression of its sentence that is nearest to the event in the
    parse.
    """
    sentence = candidate.sentence
    times = [t for t in document.times if sentence.start <= t.span.start < sentence.end]
    if not times:
        return
    if candidate.caption:
        candidate.start = max(times, key=lambda t: (len(t.start), t.span.start))
        return
    times = _own_times(candidate, times)
    ranked = sorted(
        ((cost, t.span.start, t) for t in times if (cost := _cost(candidate, t.span)) <= _MAX_COST),
        key=lambda x: x[:2],
    )
    appointed = [x for x in ranked if candidate.status in _NOT_HAD and is_appointed(x[2].span.root)]
    if ranked:  # "cancelled on Monday the talks set for April"
        candidate.start = (appointed or ranked)[0][2]


def _own_times(candidate: Candidate, times: list[TimeExpression]) -> list[TimeExpression]:
    """Of "met X on Monday and Y on Tuesday" each part has the times behind its own person."""
    times = [
        t for t in times if not _of_another(candidate, t.span.root) and not _of_matter(candidate, t.span.root)
    ]
    if candidate.until is not None:
        return [t for t in times if t.span.start < candidate.until]
    if candidate.since is not None:
        return [t for t in times if t.span.start > candidate.since] or times
    return times


def _of_another(candidate: Candidate, root: Token) -> bool:
    """ "the talks followed Monday's call", "met after Monday's vote", "the 2010 treaty": a time before
    another noun is the time of that.
    """
    if root.dep_ not in {"poss", "compound", "nmod", "nummod"} or root.head.pos_ not in {"NOUN", "PROPN"}:
        return False
    own = {*candidate.events, *event_nouns(candidate.head)}
    return root.head not in own and root.head.ent_type_ not in {"DATE", "TIME"}


def _of_matter(candidate: Candidate, root: Token) -> bool:
    """ "spoke about a summit in June", "met to prepare the summit of June": a time or place of the event that
    is talked about or prepared, where that is another; and of that one, what stands outside its phrase.
    """
    own = event_nouns(candidate.head)
    phrase = [root, *ancestors(root)]
    if any(is_in_prospect(noun) for noun in own):
        beside = any(t.lower_ == "with" and t.head in own for t in phrase)
        return beside or not any(t in own for t in phrase)
    shared = {*own, *ancestors(candidate.head)}
    kinds = load_lexicon().nouns
    nouns = (t for t in phrase if t not in shared and kinds.get(t.lemma_.lower(), "visit") != "visit")
    return any(is_in_prospect(t) or (t.dep_ == "dobj" and t.head.lemma_ in _MAKING_READY) for t in nouns)


def attach_place(document: Document, candidate: Candidate) -> None:
    """Set ``candidate.place``: a place after in/at near the event, the place in its name ("the Geneva
    talks"), or the visited one.
    """
    if candidate.type == "call" and not candidate.caption:
        return  # a call is at no place; what its sentence names is what was talked about
    sentence = candidate.sentence
    if candidate.caption and (shown := _caption_place(document, candidate)):
        candidate.place = shown
        return
    ranked: list[tuple[int, int, Entity]] = []
    for entity, span in _places(document, sentence):
        cost = _place_cost(candidate, entity, span)
        if cost is not None and not _of_matter(candidate, span.root):
            ranked.append((cost, span.start, entity))
    if ranked:
        candidate.place = min(ranked, key=lambda x: x[:2])[2]


def _caption_place(document: Document, candidate: Candidate) -> Entity | None:
    """A caption ends "at VENUE in CITY, COUNTRY, DATE": the venue, else the first and most exact place of
    that chain.
    """
    if candidate.start is None:
        return None
    doc = candidate.head.doc
    end = candidate.start.span.start
    if end < candidate.head.i:
        return None
    venue = find_venue(document, candidate.sentence, end)
    if venue is not None and not any(t.pos_ in {"VERB", "AUX"} for t in doc[venue[1].end : end]):
        return venue[0]
    found, right = None, end
    for entity, span in sorted(_places(document, candidate.sentence), key=lambda x: -x[1].start):
        between = doc[span.end : right]
        if span.start >= right:
            continue
        if len(between) > _CHAIN_GAP or any(t.pos_ in {"VERB", "AUX", "PROPN"} for t in between):
            break
        if found is not None and entity.is_country:
            break  # "the crisis in Syria, in Lausanne": a country is no more exact than what is behind it
        right = span.start
        if _led_by(span) & _AT:
            found = entity
    return found


def _led_by(span: Span) -> set[str]:
    """The two words before a place: "in", or "in the"."""
    return {t.lower_ for t in span.doc[max(0, span.start - 2) : span.start]}


def _places(document: Document, sentence: Span) -> Iterable[tuple[Entity, Span]]:
    for entity in document.entities:
        if entity.kind == "place":
            for mention in entity.mentions:
                if mention.form == "name" and sentence.start <= mention.span.start < sentence.end:
                    yield entity, mention.span


def _place_cost(candidate: Candidate, entity: Entity, span: Span) -> int | None:
    root = span.root
    head = candidate.head
    if root.dep_ in {"compound", "nmod"} and _is_area(root.head):
        root = root.head  # "in the northern Lima province"
    if root.dep_ in {"compound", "nmod", "amod", "poss"}:
        if root.head in candidate.events and not entity.is_country and candidate.type != "visit":
            return 0
        return None
    chain = root
    while chain.dep_ in {"appos", "conj"} and chain.head.pos_ in {"PROPN", "NOUN"}:
        chain = chain.head
    if chain.dep_ == "pobj" and chain.head.lower_ == "of" and chain.head.head.lemma_.lower() in _PLACE_NOUNS:
        chain = chain.head.head  # "in the Swiss city of Lausanne"
    if chain.dep_ == "dobj" and chain.head is head and candidate.type == "visit":
        return 0
    if chain.dep_ not in {"pobj"}:
        return None
    prep = chain.head
    allowed = (
        _AT | {"to"}
        if candidate.type == "visit"
        or (prep.head is head and head.lemma_ in {"welcome", "receive", "host"})
        or prep.head.lemma_.lower() in {"travel", "go", "head", "fly", "come", "trip"}
        else _AT
    )
    if prep.lower_ not in allowed:
        return None
    if prep.lower_ == "on" and not entity.name.endswith(("Hill", "Island")):
        return None
    cost = _cost(candidate, span)
    most = _MAX_COST if prep.lower_ == "at" and not candidate.caption else _MAX_PLACE_COST
    return cost if cost <= most else None


def _is_area(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.lemma_.lower() in _PLACE_NOUNS | {
        "countryside",
        "neighborhood",
        "camp",
    }


def _cost(candidate: Candidate, span: Span) -> int:
    """Steps in the parse between the span and the nearest token of the event; crossing into another clause
    costs more.
    """
    return min(_distance(span.root, event) for event in candidate.events)


def _distance(token: Token, event: Token) -> int:
    path_up: dict[int, int] = {}
    cost, current = 0, event
    while True:
        path_up[current.i] = cost
        if current.head == current:
            break
        cost += _step(current)
        current = current.head
    cost, current = 0, token
    while current.i not in path_up:
        if current.head == current:
            return 99
        cost += _step(current)
        current = current.head
    return cost + path_up[current.i]


def _step(token: Token) -> int:
    """Price of the step from ``token`` to its head; "said on Monday that they met" dates the saying, not the
    meeting.
    """
    if token.dep_ == "ccomp":
        return 6
    if token.dep_ == "pcomp" and token.pos_ == "VERB" and token.head.lower_ in {"before", "after"}:
        return _CLAUSE_STEP
    if token.dep_ == "relcl" and token.head.ent_type_ == "PERSON":
        return 6  # "met the man who was elected in 2010"
    other_verb = token.dep_ == "conj" and token.pos_ == "VERB"
    return _CLAUSE_STEP if token.dep_ in _CLAUSE or other_verb else 1
