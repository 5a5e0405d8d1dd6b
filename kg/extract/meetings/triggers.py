"""Finding the words that may tell of a meeting, and leaving those that only look so."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extract.document import Document
from kg.extract.meetings.candidates import Candidate
from kg.extract.meetings.carrier_words import BODIES, CONVENING, IN_PROSPECT, TALKING_OVER
from kg.extract.meetings.lexicon import Lexicon, load_lexicon
from kg.extract.syntax import after_preposition, is_passive, objects, subjects, with_lemma
from kg.model import MeetingType

_PHONE = frozenset("phone telephone call telephonically videoconference cellphone video skype".split())
_PRESS = frozenset("news press media".split())
_NOT_PEOPLE = frozenset(
    """
    demand requirement need criterion standard target goal challenge deadline obligation expectation quota
    objective condition commitment resistance fate death end opposition approval criticism test cost threshold
    match opponent eye gas bullet force violence hostility skepticism scepticism silence applause fire smile
    indifference outrage
    """.split()
)
_GOING_TO_SEE = frozenset("due go come arrive travel fly schedule expect".split())
_OUTER = frozenset({"summit", "conference", "talk", "meeting", "negotiation", "forum"})
"""Events that a session may be part of, and is then no event of its own."""
_MEALS_AT = frozenset({"join", "meet", "host", "invite", "sit"})
_TWO_SIDED = frozenset({"meeting", "talk", "call", "conversation", "encounter"})
_POINTING = frozenset({"take", "participate", "attend"})
_DEBATE_KINDS = frozenset(
    "presidential primary televised vice candidate campaign final first second third next last "
    "republican democratic".split()
)
_NOT_SESSION = frozenset(
    "training photo trading question recording practice therapy jam study workout court trial bail".split()
)


def find_triggers(document: Document, captions: set[int]) -> list[Candidate]:
    """Candidates in text order, without their arguments; ``captions`` holds the first token of each caption
    sentence.
    """
    lexicon = load_lexicon()
    found = []
    for token in with_lemma(document.doc, lexicon.words | _POINTING):
        if document.boilerplate[token.i]:
            continue
        if token.pos_ in {"VERB", "AUX"} or (token.tag_.startswith("VB") and token.pos_ != "ADJ"):
            caption = token.sent.start in captions
            kind = _verb_type(token, lexicon, caption=caption)
            if kind:
                found.append(Candidate(token, _verb_span(token), kind, is_verb=True, events=[token]))
            elif _points_back(token):
                found.append(
                    Candidate(token, _verb_span(token), "meeting", is_verb=True, events=[token], pointer=True)
                )
        elif token.pos_ in {"NOUN", "PROPN"}:
            noun_kind = _noun_type(token, lexicon)
            if noun_kind:
                found.append(Candidate(token, _noun_span(token), noun_kind, is_verb=False, events=[token]))
    return found


def by_phone(token: Token) -> bool:
    """Whether the verb or noun is modified by a word for telephone or video."""
    return any(
        t.lemma_.lower() in _PHONE and t is not token for t in token.subtree if abs(t.i - token.i) <= 12
    ) or (any(t.lemma_.lower() in {"phone", "telephone"} for t in token.children))


def _verb_type(verb: Token, lexicon: Lexicon, *, caption: bool) -> MeetingType | None:
    lemma = verb.lemma_.lower()
    if lemma in lexicon.plain_verbs:
        return _plain_verb(verb, lemma, lexicon.plain_verbs[lemma])
    if lemma in lexicon.with_verbs:
        return _with_verb(verb, lemma, lexicon.with_verbs[lemma], caption=caption)
    return None


def _points_back(verb: Token) -> bool:
    """ "will participate", "also took part": attendance without naming at what."""
    lemma = verb.lemma_.lower()
    if is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "conj" and is_passive(verb.head)):
        return False
    if lemma == "take":
        if not any(obj.lower_ == "part" for obj in objects(verb)):
            return False
    elif lemma not in {"participate", "attend"} or objects(verb):
        return False
    return not after_preposition(verb, {"in", "at"}) and not any(
        after_preposition(obj, {"in", "at"}) for obj in objects(verb)
    )


def _plain_verb(verb: Token, lemma: str, kind: MeetingType) -> MeetingType | None:
    if any(child.dep_ == "prt" for child in verb.children):
        return None
    if any(obj.lemma_.lower() in _NOT_PEOPLE for obj in [*objects(verb), *after_preposition(verb, {"with"})]):
        return None
    if lemma == "meet" and is_passive(verb):
        return None  # "was met with silence", "was met by a crowd"
    if lemma == "meet":
        return "call" if by_phone(verb) else "session" if _sits(verb) else kind
    if lemma in CONVENING:
        return _gathering(verb, kind)
    if lemma == "bring":  # "brought the two delegations together"
        return kind if objects(verb) and _together(verb) else None
    if lemma == "hear":  # "the committee heard testimony from her"
        heard = {obj.lemma_.lower() for obj in objects(verb)}
        sits = all(s.lemma_.lower() in BODIES for s in subjects(verb))
        return kind if sits and heard & {"testimony", "evidence"} else None
    if lemma == "debate":
        return kind if not objects(verb) and any(s.lemma_ == "candidate" for s in subjects(verb)) else None
    if lemma == "see":  # "was due to see", "went to see"; plain "saw" is only eyesight
        return kind if verb.dep_ in {"xcomp", "advcl"} and verb.head.lemma_.lower() in _GOING_TO_SEE else None
    if lemma == "call":
        # "called him a liar" and "called on him" are no calls: only a lone object, which must be a person
        # (checked with the arguments)
        small_clause = any(child.dep_ in {"oprd", "ccomp", "xcomp"} for child in verb.children)
        return None if small_clause or is_passive(verb) or not objects(verb) else kind
    return kind


def _sits(verb: Token) -> bool:
    """ "the Security Council met": a body that meets with nobody else."""
    heads = subjects(verb)
    if not heads or objects(verb) or after_preposition(verb, {"with"}):
        return False
    return all(head.lemma_.lower() in BODIES for head in heads)


def _gathering(verb: Token, kind: MeetingType) -> MeetingType | None:
    """ "ministers gathered in Lima", "the parliament convened"; what is gathered or convened is another
    matter.
    """
    if objects(verb):
        return None
    return "session" if _sits(verb) else kind


def _together(verb: Token) -> bool:
    """ "brought X together", where the parser may hang the adverb on what follows."""
    last = max(obj.right_edge.i for obj in objects(verb))
    return any(t.lower_ == "together" for t in verb.doc[verb.i + 1 : min(last + 3, verb.sent.end)])


def _with_verb(verb: Token, lemma: str, kind: MeetingType, *, caption: bool) -> MeetingType | None:
    phone = by_phone(verb)
    if lemma in {"speak", "talk"}:
        if phone:
            return "call"
        aside = any(noun.lemma_ == "sideline" for noun in after_preposition(verb, {"on"}))
        return kind if aside or after_preposition(verb, {"with", "to"} if caption else {"with"}) else None
    if lemma in {"discuss", "consult", "confer"} and phone:
        return "call"
    if lemma in {"discuss", "consult", "negotiate"} and not (caption or matter_with(verb)):
        return None
    if lemma == "shake" and not any(obj.lemma_ == "hand" for obj in objects(verb)):
        return None
    if lemma == "sit" and not any(child.lower_ == "down" for child in verb.children):
        return None
    return kind


def matter_with(verb: Token) -> list[Token]:
    """Those after the "with" of "discussed trade with X", which the parser may hang on the matter, and that
    of "discussed a meeting with X", where X is a party of the meeting that is talked about.
    """
    matters = objects(verb)
    if any(_has_sides(obj) and _before_with(obj) for obj in matters):
        return []
    people = [
        x
        for obj in matters
        for x in after_preposition(obj, {"with"})
        if x.ent_type_ == "PERSON" or obj.lemma_.lower() in load_lexicon().nouns
    ]
    return after_preposition(verb, {"with"}) or on_the_line(verb) or people


def on_the_line(verb: Token) -> list[Token]:
    """Those after "by telephone with", whose "with" the parser hangs on the telephone."""
    lines = after_preposition(verb, {"by", "on", "over", "via"})
    return [
        x for line in lines if line.lemma_.lower() in _PHONE for x in after_preposition(line, {"with", "to"})
    ]


def is_matter(noun: Token) -> bool:
    """Whether the event noun is what people talk about: "discussed a peace conference", "spoke about a
    summit".
    """
    if noun.dep_ == "pobj" and noun.head.lower_ == "about" and noun.lemma_ in {"summit", "conference"}:
        return noun.head.head.lemma_ in {"talk", "speak"}
    return noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_.lower() in TALKING_OVER


def is_in_prospect(noun: Token) -> bool:
    """Whether it, or what leads to it, is what people talk about: "discussed preparations for the summit"."""
    above = noun.head.head
    led_to = noun.dep_ == "pobj" and noun.head.lower_ in {"for", "of"}
    return is_matter(noun) or (led_to and above.lemma_.lower() in IN_PROSPECT and is_matter(above))


def is_talked_over_with(noun: Token) -> bool:
    """Whether those after "with" talk about the event: "discussed a peace conference with X"."""
    return is_matter(noun) and not _has_sides(noun)


def _has_sides(noun: Token) -> bool:
    """A meeting that one has with somebody; the summit is rather one that is talked over with somebody."""
    return noun.lemma_.lower() in _TWO_SIDED or (
        noun.lemma_ == "summit" and not any(c.lower_ == "the" for c in noun.lefts)
    )


def _before_with(noun: Token) -> bool:
    return noun.i + 1 < len(noun.doc) and noun.doc[noun.i + 1].lower_ == "with"


def _noun_type(noun: Token, lexicon: Lexicon) -> MeetingType | None:
    lemma = noun.lemma_.lower()
    kind = lexicon.nouns.get(lemma)
    if kind is None or noun.dep_ == "compound":
        return None
    before = {child.lower_ for child in noun.lefts}
    if before & _PRESS:
        return None
    check = _NOUN_CHECKS.get(lemma)
    if check is not None and not check(noun, before):
        return None
    if kind in {"meeting", "talks"} and before & _PHONE:
        return "call"
    if lemma == "conversation" and not by_phone(noun) and not before & _PHONE:
        return "meeting"
    if kind == "meeting" and before & {"summit"}:
        return "summit"
    if kind == "meeting" and before & {
        "cabinet",
        "council",
        "committee",
        "parliament",
        "commission",
        "board",
    }:
        return "session"
    if kind == "meeting" and any(x.lemma_.lower() in BODIES for x in after_preposition(noun, {"of"})):
        return "session"
    if lemma == "assembly":
        return "session"
    return kind


def _is_call(noun: Token, before: set[str]) -> bool:
    if "the" in before and noun.dep_ == "pobj" and noun.head.lower_ in {"in", "during", "after"}:
        return not after_preposition(noun, {"for", "to", "on"})  # told before: "in the call, she thanked him"
    if noun.head.lemma_ == "make" and after_preposition(noun, {"to"}):
        return True
    return bool(before & _PHONE) or (
        bool(after_preposition(noun, {"with", "between"})) and not after_preposition(noun, {"for", "on"})
    )


def _is_talks(noun: Token, before: set[str]) -> bool:
    return noun.tag_ in {"NNS", "NNPS"}


def _is_debate(noun: Token, before: set[str]) -> bool:
    dated = any(c.dep_ == "poss" and c.ent_type_ == "DATE" for c in noun.children)
    return dated or bool(before & _DEBATE_KINDS)


def _is_session(noun: Token, before: set[str]) -> bool:
    inner = {x.lemma_.lower() for x in after_preposition(noun, {"of"})}
    return not before & _NOT_SESSION and not inner & _OUTER


def _is_common(noun: Token, before: set[str]) -> bool:
    return noun.pos_ == "NOUN" or noun.lower_ == "convention"


def _is_forum(noun: Token, before: set[str]) -> bool:
    """A forum that is held or spoken at; with a capital it may be the name of a party or an institute."""
    if noun.pos_ == "NOUN":
        return True
    at = noun.dep_ == "pobj" and noun.head.lower_ in {"at", "during", "to", "for"}
    return at or (
        noun.dep_ in {"dobj", "nsubjpass"}
        and noun.head.lemma_ in {"attend", "address", "open", "host", "hold"}
    )


def _is_general_assembly(noun: Token, before: set[str]) -> bool:
    return "general" in before and noun.is_title


def _is_discussion(noun: Token, before: set[str]) -> bool:
    """Discussions with somebody, or that somebody travels for."""
    return _has_counterpart(noun, before) or (
        noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.tag_ == "NNS"
    )


def _is_dialogue(noun: Token, before: set[str]) -> bool:
    """A dialogue that was held or has two sides; dialogue as a policy is none."""
    carried = noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_ in {"hold", "convene", "host", "attend"}
    return carried or bool(after_preposition(noun, {"with", "between"}))


def _is_hearing(noun: Token, before: set[str]) -> bool:
    """A hearing of a committee, not of a court."""
    return not before & _NOT_SESSION and not any(
        "court" in t.lower_ or t.lower_ in {"judge", "trial"} for t in noun.sent
    )


def _has_counterpart(noun: Token, before: set[str]) -> bool:
    carried_with = noun.dep_ == "dobj" and bool(after_preposition(noun.head, {"with"}))
    two_sided = carried_with or bool(after_preposition(noun, {"with", "between"}))
    return two_sided or any(child.dep_ == "poss" for child in noun.children)


def _is_meal(noun: Token, before: set[str]) -> bool:
    """A meal with or for somebody; what one eats is none."""
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ in {"for", "over", "at"}
        and noun.head.head.lemma_ in _MEALS_AT
    ):
        return True
    given = (
        noun.dep_ == "dobj"
        and noun.head.lemma_ in {"host", "hold", "give"}
        and bool(after_preposition(noun, {"for"}))
    )
    return given or _has_counterpart(noun, before)


def _is_table(noun: Token, before: set[str]) -> bool:
    """The table that negotiators come to."""
    return bool(before & {"negotiating", "bargaining"}) and noun.dep_ == "pobj" and noun.head.lower_ == "to"


def _is_conversation(noun: Token, before: set[str]) -> bool:
    return bool(before & _PHONE) or _has_counterpart(noun, before)


_NOUN_CHECKS = {
    "call": _is_call,
    "talk": _is_talks,
    "debate": _is_debate,
    "session": _is_session,
    "hearing": _is_hearing,
    "congress": _is_common,
    "forum": _is_forum,
    "assembly": _is_general_assembly,
    "discussion": _is_discussion,
    "dialogue": _is_dialogue,
    "conversation": _is_conversation,
    "lunch": _is_meal,
    "dinner": _is_meal,
    "breakfast": _is_meal,
    "luncheon": _is_meal,
    "table": _is_table,
    "encounter": _has_counterpart,
    "audience": _has_counterpart,
    "workshop": _has_counterpart,
    "consultation": _has_counterpart,
    "reunion": _has_counterpart,
}


def _verb_span(verb: Token) -> Span:
    """The verb with its particle, the phone and ``with``: "sat down with", "spoke by phone with"."""
    end = verb.i + 1
    while end < len(verb.doc) and verb.doc[end].head == verb:
        token = verb.doc[end]
        spoken = next((c for c in token.children if c.dep_ == "pobj" and c.lemma_.lower() in _PHONE), None)
        if spoken is not None and token.lower_ in {"by", "on", "over", "via"}:
            end = spoken.i + 1
        elif token.lower_ in {"down", "with"} or (token.lower_ == "by" and is_passive(verb)):
            end += 1
        else:
            break
    return verb.doc[verb.i : end]


def _noun_span(noun: Token) -> Span:
    """The noun with the modifiers before it: "the four-hour talks"."""
    lefts = [
        child.left_edge.i
        for child in noun.lefts
        if child.dep_ in {"det", "amod", "compound", "nummod", "nmod", "poss"}
    ]
    start = min([*lefts, noun.i])
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in {"round", "series"}:
        start = min(child.left_edge.i for child in [*head.head.lefts, head.head])
    return noun.doc[start : noun.i + 1]
