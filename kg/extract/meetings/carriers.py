"""Parties that a verb ties to an event noun: "held talks with", "said after a meeting with"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.meetings.carrier_words import (
    ADDING,
    ARRANGERS,
    ATTENDING,
    CARRIERS,
    GATHERING,
    JOINERS,
    PARTICIPATION,
    PRESENT,
    TALKING_OVER,
    TELLING,
    UTTERANCES,
    VISITING,
    WITH,
)
from kg.extract.meetings.collector import Collector
from kg.extract.meetings.parties import denoted
from kg.extract.meetings.verb_arguments import understood_subject
from kg.extract.syntax import (
    after_preposition,
    agents,
    conjuncts,
    event_nouns,
    governing_verb,
    is_passive,
    objects,
    own_subjects,
    subjects,
)
from kg.model import Part

_PHASES = frozenset({"start", "beginning", "opening", "end", "conclusion", "close", "sideline", "margin"})
_LEAVING: dict[str, Part] = {
    **dict.fromkeys(("walk", "storm"), "attendee"),
    **dict.fromkeys(("pull", "drop", "back"), "absent"),
}
"""Verbs before "out of the talks": those who walk out were there, those who pull out are not."""
_CARRIED = frozenset({"dobj", "nsubjpass", "obj", "npadvmod"})
"""Relations to the carrying verb; "began two days of talks" is read as a duration."""
_CHAIRS = frozenset(
    "chairman chairwoman chairperson chair host organizer organiser moderator convener".split()
)
"""Those whose office is the event: "the chairman of the conference, Jan Nowak"."""
_APART = frozenset({"after", "before", "following", "until", "prior", "ahead"})
_ANNOUNCING = frozenset({"add", "announce", "agree", "pledge", "present", "sign"})
"""What is done right after an event; other things may be done elsewhere and later."""
_SIDES_TO = frozenset({"return", "come", "engage", "participate", "sit", "enter"})
"""Verbs by which also a country goes to talks."""
_MEALS = frozenset({"dinner", "lunch", "breakfast", "luncheon"})
_PREPOSITIONS = frozenset(
    "in at during to into for after following before by through ahead of prior until over from".split()
)
_ON_VISIT = frozenset({"on", "during", "for", "in"})
_PRESENT_AT = frozenset({"in", "at", "during", "into", "to", "for", "by"})


def carrier_parties(collector: Collector) -> None:
    """Add the subject of the verb that carries the event noun, and those after the verb's ``with``."""
    noun = event_nouns(collector.candidate.head)[-1]
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    if noun.dep_ in _CARRIED and noun.head.pos_ in {"VERB", "AUX"}:
        _carried(collector, noun)
    elif noun.dep_ in {"pobj", "pcomp"}:
        _after_preposition(collector, noun)
        if collector.candidate.type == "call" and noun.head.lower_ in {"in", "during", "by"}:
            _told_in_call(collector, noun.head)
    elif noun.dep_ == "ROOT" and collector.has("with"):
        collector.add(understood_subject(noun), "understood subject")
    elif noun.dep_ == "nsubj":
        _as_subject(collector, noun)


def _as_subject(collector: Collector, noun: Token) -> None:
    """ "talks are underway with X", "the summit brought together X and Y"."""
    verb = noun.head
    collector.candidate.events.append(verb)
    collector.add(after_preposition(verb, WITH | {"between"}), "with")
    for clause in verb.children:  # "underway with X to …": the parser takes this "with" for a conjunction
        if clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "with" for c in clause.children):
            collector.add(own_subjects(clause), "with")
    if verb.lemma_.lower() in ADDING:
        collector.add(objects(verb), "brings")


def _carried(collector: Collector, noun: Token) -> None:
    verb = noun.head
    lemma = verb.lemma_.lower()
    if lemma not in TALKING_OVER:
        collector.candidate.events.append(verb)
    if lemma in ARRANGERS and collector.has("with", "visit to") and not is_passive(verb):
        collector.add(subjects(verb), "arranger")
    journey = collector.candidate.type in {"visit", "call"} and lemma in VISITING
    if lemma not in CARRIERS and not journey:
        return
    if lemma == "call" and any(c.lower_ in {"the", "their", "his", "her"} for c in noun.lefts):
        return  # "called the talks useful"
    part: Part = "attendee" if journey else CARRIERS[lemma]
    if lemma in ATTENDING and _negated(verb):
        part = "absent"
    if is_passive(verb):
        holds = part == "attendee" and lemma not in ATTENDING
        collector.add(agents(verb), "held by", "host" if holds else part)
        for other in conjuncts(verb)[1:]:  # "chaired by X and attended by Y"
            if other.tag_ == "VBN" and other.lemma_.lower() in CARRIERS:
                collector.add(agents(other), "held by", CARRIERS[other.lemma_.lower()])
    else:
        collector.add(_inverted_subjects(verb) or subjects(verb), "carrier subject", part)
    if lemma in {"host", "hold", "give"} and collector.candidate.head.lemma_ in _MEALS:
        collector.add(after_preposition(noun, {"for"}), "with")
    collector.add(after_preposition(verb, WITH | {"between"}), "with")
    _presence(collector, verb)


def _inverted_subjects(verb: Token) -> list[Token]:
    """Who is told behind the verb: "also attending the summit were X", "among those attending are X"."""
    if verb.dep_ == "csubj" and verb.head.lemma_ == "be":
        be = verb.head
    elif verb.dep_ == "acl" and verb.head.dep_ == "pobj" and verb.head.head.lower_ == "among":
        be = verb.head.head.head
    else:  # the parser may take "were" for an auxiliary of "attending"
        be = next((c for c in verb.children if c.lemma_ == "be" and c.i > verb.i), verb)
        if be is verb:
            return []
    return [x for c in be.children if c.dep_ in {"attr", "nsubj"} for x in conjuncts(c)]


def _presence(collector: Collector, verb: Token) -> None:
    """ "with the participation of X as well as Y"."""
    for head in after_preposition(verb, {"with"}):
        if head.lemma_.lower() in {"participation", "presence", "attendance"}:
            collector.add(after_preposition(head, {"of"}), "with")
    if any(c.dep_ == "cc" and c.lower_ == "as" for c in verb.children):  # "as well as" may hang on the verb
        heads = [c for c in verb.children if c.dep_ == "conj" and c.pos_ in {"PROPN", "NOUN"}]
        collector.add([x for head in heads for x in conjuncts(head)], "with")


def _after_preposition(collector: Collector, noun: Token) -> None:
    """ "said after talks with X", "took part in the meeting", "arrived for a summit"."""
    prep = noun.head
    visiting = collector.candidate.type == "visit" and prep.lower_ in _ON_VISIT
    if prep.dep_ not in {"prep", "advmod", "mark", "pcomp"}:
        return
    if prep.lower_ not in _PREPOSITIONS and not visiting:
        return
    above = prep
    while above.head.dep_ == "prep" or above.head.pos_ == "ADP":
        above = above.head
    governor = above.head
    while governor.lemma_.lower() in _PHASES and governor.dep_ == "pobj":  # "at the start of the meeting"
        prep = governor.head
        governor = prep.head
    if governor.lemma_.lower() in PARTICIPATION:
        collector.add([c for c in governor.children if c.dep_ == "poss"], "participation")
        if governor.dep_ == "dobj" and not collector.has("participation"):
            collector.add(subjects(governor.head), "participation")
    if governor.lemma_.lower() in _CHAIRS and prep.lower_ == "of":
        collector.add([governor], "presides", "host")
    if governor.lemma_.lower() in PRESENT and governor.tag_ == "NNS" and prep.lower_ in {"to", "at", "in"}:
        collector.add([governor], "speaks at")
    verb = governing_verb(governor)
    if verb is not None and visiting:
        _on_visit(collector, verb)
    if verb is not None and above.lower_ == "out" and verb.lemma_.lower() in _LEAVING:
        collector.add(subjects(verb), "speaks at", _LEAVING[verb.lemma_.lower()])
    elif verb is not None:
        _governed(collector, verb, prep.lower_)


def _on_visit(collector: Collector, verb: Token) -> None:
    """ "said on a visit to Peru", "arrived in Lima for a visit": the subject visits, the country is host."""
    if collector.has("by", "possessive"):
        return
    collector.candidate.events.append(verb)
    collector.add(collector.named_people(subjects(verb)), "speaks at")
    if not collector.has("visit to") and verb.lemma_.lower() in {"arrive", "land", "be", "come"}:
        collector.add(after_preposition(verb, {"in", "to"}), "visit to", "host")


def _governed(collector: Collector, verb: Token, prep: str) -> None:
    candidate = collector.candidate
    lemma = verb.lemma_.lower()
    if prep in _PRESENT_AT | {"from"} and _kept_away(verb):
        candidate.events.append(verb)
        collector.add(subjects(verb), "speaks at", "absent")
        return
    if lemma == "preside":
        candidate.events.append(verb)
        collector.add([*subjects(verb), *after_preposition(verb, WITH)], "presides", "host")
        return
    if prep == "for" and lemma in GATHERING and not is_passive(verb):
        guests = objects(verb)
        collector.add(subjects(verb), "gathers", "host" if guests and lemma != "join" else "attendee")
        collector.add(guests, "gathers")
    if candidate.head.lemma_ == "table" and lemma in {"bring", "get", "drag", "force", "push"}:
        collector.add(objects(verb), "gathers")
    if candidate.head.lemma_ == "debate" and prep in {"in", "during", "at"} and not is_passive(verb):
        collector.add(collector.named_people([*subjects(verb), *objects(verb)]), "speaks at")
    two_sided = collector.has("with", "between")
    if prep in {"in", "at", "during", "after", "following"} and not two_sided and _several(collector, verb):
        collector.add(subjects(verb), "speaks at")
    if lemma in JOINERS or candidate.caption or two_sided:
        if prep not in _APART or lemma in TELLING | _ANNOUNCING or candidate.caption:
            candidate.events.append(verb)
        if prep in _PRESENT_AT or two_sided:
            absent = lemma in ATTENDING and _negated(verb)
            kept = subjects(verb) if lemma in _SIDES_TO else collector.people(subjects(verb))
            people = [s for s in kept if s.lemma_.lower() not in {"reporter", "journalist"}]
            collector.add(people, "speaks at", "absent" if absent else "attendee")
            collector.add(_speakers_of(subjects(verb)), "speaks at")
            if lemma == "accompany":
                collector.add(agents(verb), "speaks at")
            if lemma == "be" and any(c.dep_ == "acomp" and c.lower_ == "present" for c in verb.children):
                behind = [x for c in verb.children if c.dep_ == "attr" for x in conjuncts(c)]
                collector.add(behind, "speaks at")
        if prep in {"in", "at", "during"} and lemma in TELLING and candidate.type != "visit":
            collector.add(_told(collector, verb), "told at")
        if lemma in {"greet", "welcome", "join", "chat", "shake", "accompany"}:
            collector.add([*objects(verb), *after_preposition(verb, {"with"})], "greets at")


def _several(collector: Collector, verb: Token) -> bool:
    """ "after talks in Geneva, Chile and Peru signed an accord": several sides in the subject were there."""
    heads = subjects(verb)
    return len(heads) >= 2 and all(denoted(collector.document, h) for h in heads)


def _speakers_of(heads: list[Token]) -> list[Token]:
    """ "Weber's remarks came after talks with X": Weber was at the talks."""
    return [c for h in heads if h.lemma_.lower() in UTTERANCES for c in h.children if c.dep_ == "poss"]


def _told(collector: Collector, verb: Token) -> list[Token]:
    """Those who are told something at the event: people, offices and groups."""
    kinds = {"person", "office", "group"}
    return [o for o in objects(verb) if any(e.kind in kinds for e in collector.document.entities_at(o))]


def _told_in_call(collector: Collector, prep: Token) -> None:
    """ "X told Y, in a telephone call, …": the nearest verb of telling before the phrase names both ends of
    the line.
    """
    before = reversed(list(prep.doc[prep.sent.start : prep.i]))
    for token in [*before, prep.head]:
        if token.pos_ == "VERB" and token.lemma_.lower() in TELLING:
            collector.add(collector.named_people([*subjects(token), *objects(token)]), "told in a call")
            return


def is_presence(word: Token) -> bool:
    """ "present at", "absent from": that somebody is not so says nothing against the event."""
    return word.dep_ in {"acomp", "advmod"} and word.lower_ in {"present", "absent", "away"}


def _kept_away(verb: Token) -> bool:
    """ "was not present at the talks", "was absent from them", "stayed away from them"."""
    words = {c.lower_ for c in verb.children if is_presence(c)}
    if verb.lemma_ == "be" and "present" in words:
        return _negated(verb)
    return (
        verb.lemma_ in {"be", "stay", "keep", "remain"} and bool(words - {"present"}) and not _negated(verb)
    )


def _negated(verb: Token) -> bool:
    kept_away = verb.dep_ == "xcomp" and verb.head.lemma_ in {"unable", "refuse", "decline", "fail"}
    return kept_away or any(c.dep_ == "neg" for c in verb.children)
