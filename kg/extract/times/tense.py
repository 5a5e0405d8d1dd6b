"""Whether the words around a time tell of something past or something to come."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.times.calendar import Tense

_FUTURE_AUX = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
_PLANNING = frozenset(
    "agree aim announce ask bind due expect hope intend invite likely plan pledge prepare promise propose "
    "ready schedule set slate vow want".split()
)
_APPOINTED = frozenset("planned scheduled set slated rescheduled billed pencilled penciled due".split())
_PARTS = frozenset("early late mid the - mid-".split())
_TO_COME = frozenset({"ahead", "before", "until", "till", "by"})
_GONE_BY = frozenset({"after", "since", "following", "despite"})
_UPCOMING = frozenset({"upcoming", "forthcoming", "planned", "scheduled", "proposed", "coming", "future"})


def tense_of(token: Token, *, near: bool = False) -> Tense | None:
    """The tense of what ``token`` (a time, or any word) belongs to, or ``None`` where no verb tells.

    With ``near`` a verb does not tell the tense of what lies inside its prepositional phrases ("guests of the
    fair in August").

    "will meet on Monday", "is due to meet Monday", "Monday's upcoming talks" and "ahead of Monday's talks"
    are future; "met on Monday" and "after Monday's talks" are past; "meets Monday" is present, which news
    uses for a day to come.
    """
    if is_appointed(token):
        return "future"
    if _follows_past_verb(token):
        return "past"
    current = token
    for _ in range(12):
        if current.pos_ in ("VERB", "AUX"):
            return verb_tense(current)
        hint = _noun_hint(current)
        if hint is not None:
            return hint
        inside = (
            near and current is not token and current.pos_ in ("NOUN", "PROPN") and current.dep_ == "pobj"
        )
        if inside and current.head.lower_ not in _GONE_BY | _TO_COME:
            return None
        if current.head is current:
            return None
        current = current.head
    return None


def is_appointed(token: Token) -> bool:
    """Whether it is the time that something was set for: "planned for April", "due in late May"."""
    i = token.i - 1
    while i > 0 and token.doc[i].lower_ in _PARTS:
        i -= 1
    if i < 1:
        return False
    word, verb = token.doc[i].lower_, token.doc[i - 1].lower_
    return (word == "for" and verb in _APPOINTED) or (word in {"in", "on"} and verb == "due")


def _follows_past_verb(token: Token) -> bool:
    """Whether a verb in the past tense stands right before it: "said Sunday that they would meet"."""
    i = token.i - 1
    while i >= 0 and token.doc[i].lower_ in ("on", "early", "late", "in"):
        i -= 1
    return i >= 0 and token.doc[i].tag_ == "VBD" and token.doc[i].pos_ == "VERB"


def verb_tense(verb: Token) -> Tense | None:
    """The tense of a verb with its auxiliaries; of an infinitive or a participle, that of the verb that it
    hangs on.
    """
    current = verb
    for _ in range(6):
        found = _own_tense(current)
        if found is not None:
            return found
        if current.head is current:
            return None
        current = current.head
    return None


def _own_tense(word: Token) -> Tense | None:
    """The tense that a word tells by itself; ``None`` sends the reader on to its head."""
    auxiliaries = [c for c in word.children if c.dep_ in ("aux", "auxpass")]
    if any(a.lower_ in _FUTURE_AUX for a in auxiliaries):
        return "future"
    if word.lemma_.lower() in _PLANNING and word.pos_ != "NOUN":
        return "future" if word.tag_ in ("VBN", "VBZ", "VBP", "VBG", "JJ") else "past"
    if any(a.lower_ == "to" for a in auxiliaries):
        return _infinitive_tense(word)
    if word.tag_ == "VBG":
        return _progressive_tense(auxiliaries)
    if word.tag_ == "VBD" or (word.tag_ == "VBN" and not _present_passive(auxiliaries)):
        return "past"
    return "present" if word.tag_ in ("VBZ", "VBP", "VBN") else None


def _infinitive_tense(word: Token) -> Tense | None:
    head = word.head
    if head is word:
        return "future"
    if head.lemma_.lower() in _PLANNING or (head.lemma_ == "be" and word.dep_ == "xcomp"):
        return "future"
    return None


def _progressive_tense(auxiliaries: list[Token]) -> Tense | None:
    if any(a.tag_ in ("VBZ", "VBP") and a.lemma_ == "be" for a in auxiliaries):
        return "future"
    return "past" if any(a.tag_ == "VBD" for a in auxiliaries) else None


def _present_passive(auxiliaries: list[Token]) -> bool:
    return any(a.lemma_ == "be" and a.tag_ in ("VBZ", "VBP") for a in auxiliaries)


def _noun_hint(word: Token) -> Tense | None:
    if word.pos_ == "NOUN" and any(
        c.lower_ in _UPCOMING for c in word.children if c.dep_ in ("amod", "compound")
    ):
        return "future"
    if word.pos_ in ("ADP", "SCONJ", "ADV") and word.lower_ in _TO_COME:
        return "future"
    if word.lower_ == "of" and word.i > 0 and word.nbor(-1).lower_ == "ahead":
        return "future"
    return "past" if word.pos_ in ("ADP", "SCONJ") and word.lower_ in _GONE_BY else None
