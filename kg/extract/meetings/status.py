"""Whether a meeting took place: read from tense, modality, negation and the words above its mention.

The reading climbs the parse from the mention; the first word that settles the matter decides. Telling as
happened what did not happen is the worst error, so a plan, wish, condition or refusal above the mention
always wins over the tense of the verb itself.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.meetings.candidates import Candidate
from kg.extract.meetings.carrier_words import ATTENDING, TALKING_OVER
from kg.extract.meetings.carriers import is_presence
from kg.extract.meetings.hearsay import HEARSAY, is_content, is_known, read_hearsay, verdict_on
from kg.extract.meetings.status_words import lemma_with_particle, load_status_words
from kg.extract.meetings.triggers import is_matter
from kg.extract.syntax import (
    PORTIONS,
    ancestors,
    event_nouns,
    governing_verb,
    is_passive,
    objects,
    own_subjects,
)
from kg.model import Status

_CONDITIONAL = frozenset({"if", "unless", "whether"})
_WOULD = frozenset({"would", "could", "might", "may", "should", "must", "can", "ought", "'d"})
_WILL = frozenset({"will", "'ll", "shall", "wo", "’ll"})
_BE_NOW = frozenset({"is", "are", "'s", "'re", "am", "’s", "’re", "been"})
_AHEAD = frozenset({"before", "ahead", "until", "pending"})
_BEHIND = frozenset({"after", "following", "since"})
_COMPLEMENT = frozenset({"to", "on", "for", "of", "into", "about", "from"})
_ADJUNCT = frozenset({"during", "at", "on", "after", "before", "following", "since", "to"})
_DEPARTING = frozenset({"leave", "depart", "head", "set"})
_ASIDE = PORTIONS | {"sideline", "margin"}
_UNSETTLED = frozenset(
    {"date", "decision", "condition", "precondition", "call", "demand", "request", "appeal"}
)
"""Nouns without which ("no date for talks") a meeting is still open."""
_SUPPORT = frozenset({"support", "backing"})
"""What is given to an event to come and to one that goes on: "support for a summit", "for the talks"."""
_ON_HEARSAY = frozenset({"allegedly", "supposedly", "purportedly", "reportedly"})
_KEEPING = frozenset({"stop", "keep"})
_BEGINNING = frozenset("start begin open resume get take materialize happen convene".split())
_GOVERNED = frozenset({"xcomp", "dobj", "nsubjpass", "prep", "ccomp", "pcomp", "acl", "obj"})


def read_status(candidate: Candidate) -> Status:
    """The status that the words around the trigger give; dates are not looked at."""
    status = _climb(candidate)
    if status == "planned" and candidate.head.lemma_ == "table":
        return "hypothetical"  # "expected to come to the negotiating table"
    if candidate.is_verb or status in {"cancelled", "denied"}:
        return status
    return _modifier(candidate.head) or status


def _modifier(noun: Token) -> Status | None:
    table = load_status_words().modifiers
    found = [table[c.lower_] for c in noun.lefts if c.lower_ in table and c.dep_ not in {"poss", "prep"}]
    return found[0] if found else None


def _climb(candidate: Candidate) -> Status:
    head = candidate.head
    own = _verb_form(head, candidate) if head.pos_ in {"VERB", "AUX"} else None
    path = [head]
    if own not in {None, "occurred"}:
        return _unless_conditional(path, own)
    if candidate.is_verb and any(c.lower_ in _ON_HEARSAY for c in head.children):
        return "hypothetical"
    previous, detached = head, False
    for token in ancestors(head):
        if own and token.i > previous.i and any(t.text == ";" for t in token.doc[previous.i : token.i]):
            break  # "met X; Y was not there"
        path.append(token)
        decided = _decide(token, previous, candidate, detached=detached)
        if decided is not None:
            return _unless_conditional(path, decided)
        if own and (
            previous.dep_ == "relcl"
            or (token.pos_ in {"VERB", "AUX"} and previous.dep_ in {"ccomp", "advcl"})
        ):
            break
        detached = detached or (token.pos_ == "NOUN" and token.lemma_.lower() not in _ASIDE)
        previous = token
    return _unless_conditional(path, own)


def _unless_conditional(path: list[Token], status: Status | None) -> Status:
    """A condition ("if they meet", "if he refuses to meet") makes anything hypothetical."""
    if any(c.dep_ == "mark" and c.lower_ in _CONDITIONAL for token in path for c in token.children):
        return "hypothetical"
    return status or "occurred"


def _decide(token: Token, previous: Token, candidate: Candidate, *, detached: bool) -> Status | None:
    """What ``token``, above ``previous``, says; ``detached`` is set where another noun stands between it and
    the mention.
    """
    if _only_matter(previous, candidate):
        return "hypothetical"
    if token.pos_ == "ADP" or token.dep_ == "prep":
        return _preposition(token, previous, candidate)
    if token.pos_ == "NOUN":
        if token.lemma_.lower() in HEARSAY:
            return read_hearsay(token, previous, candidate)
        if token.lemma_.lower() in _SUPPORT and (previous.lower_ != "for" or is_known(candidate.head)):
            return None
        if (
            token.dep_ == "attr"
            and load_status_words().verdicts.get(token.lemma_.lower())
            and is_content(previous)
        ):
            return verdict_on(token.head)  # "it is a lie that they met"
        return _noun(token) if previous.dep_ in {"acl", "prep", "relcl"} else None
    if token.pos_ not in {"VERB", "AUX", "ADJ"}:
        return None
    if token.lemma_.lower() in ATTENDING and token in candidate.events and previous.dep_ != "nsubj":
        return _attendance(token, candidate)
    if previous.dep_ in {"ccomp", "csubj"} and (false := verdict_on(token)) is not None:
        return false  # "it is untrue that they met"
    if _called_off(token):
        return "cancelled"
    if _has_yet(token):
        return "planned" if previous is candidate.head and previous.dep_ == "nsubj" else "denied"
    governed = _governor(token, previous) if not detached else None
    if governed == "planned" and token.dep_ == "acl":  # "efforts to arrange a meeting"
        return _noun(token.head) or governed
    if governed is not None:
        return governed
    if token.pos_ == "ADJ":
        return None
    if previous.dep_ == "nsubj" and not detached and (said := _complement(token)) is not None:
        return said
    if candidate.type in {"talks", "visit"} and _is_present(token) and _goes_on(token, previous, candidate):
        return None if candidate.caption else "ongoing"
    if previous.dep_ == "prep" and previous.lower_ == "for" and _is_under_way(token):
        return "planned"
    aside = previous.dep_ == "prep" and previous.lower_ in _ADJUNCT
    return _verb_form(token, candidate, negatable=not aside and not is_presence(previous))


def _noun(noun: Token) -> Status | None:
    """What a plan, an offer or a refusal says of the meeting that it is about, and what was done with it."""
    tables = load_status_words()
    lemma = noun.lemma_.lower()
    if lemma == "participation":  # "suspended its participation in the talks"
        answer = tables.answers.get(lemma_with_particle(noun.head)) if noun.dep_ == "dobj" else None
        return answer if answer == "cancelled" else None
    status = tables.nouns.get(lemma)
    if status in {None, "denied", "cancelled"}:
        return status
    verb = noun.head if noun.dep_ in {"dobj", "nsubjpass"} else None
    none_had = (
        verb is not None and verb.lemma_ in {"have", "see"} and any(c.dep_ == "neg" for c in verb.children)
    )
    if none_had or any(c.lower_ == "no" for c in noun.lefts):
        return "hypothetical" if lemma in _UNSETTLED else "denied"
    if verb is None or any(c.dep_ == "neg" for c in verb.children):
        return status
    answer = tables.answers.get(lemma_with_particle(verb))
    if answer == "cancelled" and status == "hypothetical":
        return "denied"  # an offer that is dropped never was a meeting
    return answer or status


def _has_yet(verb: Token) -> bool:
    """ "has yet to meet", "is yet to meet": it has not happened."""
    return verb.lemma_ in {"have", "be"} and any(
        c.dep_ == "xcomp" and (verb.i < c.i) and any(t.lower_ == "yet" for t in verb.doc[verb.i + 1 : c.i])
        for c in verb.children
    )


def _is_under_way(verb: Token) -> bool:
    """ "left for talks", "is in London for talks": the talks are still to come."""
    return verb.lemma_.lower() in _DEPARTING or (verb.lemma_ == "be" and _is_present(verb))


def _attendance(verb: Token, candidate: Candidate) -> Status | None:
    """ "will attend" makes the event planned; that one side of talks will not come, makes them denied."""
    words = _auxiliaries(verb)
    if any(c.dep_ == "neg" for c in verb.children):
        two_sided = any(p.rule in {"with", "between"} for p in candidate.parties) and candidate.type in {
            "talks",
            "meeting",
        }
        if two_sided and words & (_WILL | _WOULD):
            return "denied"
        return "planned" if words & _WILL else None
    if words & _WILL:
        return "planned"
    return "hypothetical" if words & _WOULD else None


def _goes_on(verb: Token, previous: Token, candidate: Candidate) -> bool:
    """ "talks aim at …", "is in talks with X": talks of the present are under way."""
    if candidate.type == "visit":
        return previous.lower_ == "on" and verb.lemma_ == "be"
    if previous is candidate.head:
        return previous.dep_ == "nsubj"
    return previous.lower_ == "in" and verb.lemma_ == "be"


def _governor(token: Token, previous: Token) -> Status | None:
    lemma = lemma_with_particle(token)
    base = lemma.split("_")[0]
    if base == "fail" and previous.dep_ == "xcomp":
        return "denied"
    if base == "fail" and previous.dep_ == "nsubj" and _never_began(token):
        return "denied"
    if base in _KEEPING and previous.lower_ == "from":
        return "denied"  # "police stopped him from meeting her"
    tables = load_status_words()
    table = tables.governors
    status = table.get(lemma) or (table.get(base) if base != "call" or "_" not in lemma else None)
    if status is None and token.pos_ == "ADJ":
        status = tables.adjectives.get(base)
    if status is None:
        return None
    if status == "ongoing":
        now = token.tag_ in {"VBZ", "VBP", "VBG"} and not _auxiliaries(token) & (_WILL | _WOULD)
        return status if now and previous.dep_ in {"nsubj", "dobj", "xcomp"} else None
    if previous.dep_ not in _GOVERNED or (base == "call" and any(c.dep_ == "dobj" for c in token.children)):
        return None
    if base == "aim" and previous.lower_ == "at":
        return "hypothetical"
    if previous.dep_ == "prep" and previous.lower_ not in _COMPLEMENT:
        return None  # "agreed during talks" tells of talks that were; "agreed to talks" of some to come
    if base == "suppose" and "have" in _auxiliaries(previous):
        return None  # "supposed to have blessed the talks" tells of a belief, "supposed to meet" of a plan
    if base == "invite" and _is_definite(previous):
        return None
    if base == "announce" and previous.dep_ == "ccomp":
        return None
    if any(c.dep_ == "neg" for c in token.children) and status in {"denied", "cancelled"}:
        return "hypothetical" if status == "denied" else "planned"
    return status


def _only_matter(previous: Token, candidate: Candidate) -> bool:
    """ "discussed a peace conference", "discussed meeting her": what is only talked about; not "discussed the
    talks", which are told elsewhere.
    """
    if candidate.is_verb:
        gerund = previous is candidate.head and previous.tag_ == "VBG" and previous.dep_ in {"xcomp", "dobj"}
        return gerund and previous.head.lemma_.lower() in TALKING_OVER
    if not is_matter(previous) or previous not in event_nouns(candidate.head):
        return False
    return not is_known(previous) and not any(c.dep_ == "relcl" for c in previous.children)


def _never_began(verb: Token) -> bool:
    """ "talks failed to start", where "talks failed to yield a deal" tells of talks that were held."""
    return any(c.dep_ == "xcomp" and c.lemma_.lower() in _BEGINNING for c in verb.children)


def _complement(verb: Token) -> Status | None:
    """What an adjective says of its subject: "talks are due to begin", "a meeting is likely to follow"."""
    tables = load_status_words()
    said = [c for c in verb.children if c.dep_ == "acomp" and any(x.dep_ == "xcomp" for x in c.children)]
    lemmas = [c.lemma_.lower() for c in said]
    found = [tables.governors.get(lemma) or tables.adjectives.get(lemma) for lemma in lemmas]
    return found[0] if found else None


def _is_definite(prep: Token) -> bool:
    return any(d.lower_ == "the" for noun in prep.children for d in noun.lefts)


def _called_off(verb: Token) -> bool:
    """ "was to take place last week but was called off"; also in "a meeting planned for April was cancelled",
    where the parser takes "planned" for the verb.
    """
    table = load_status_words().governors
    if table.get(verb.lemma_) == "planned" and not _auxiliaries(verb):
        above = [verb.head] if verb.dep_ in {"csubj", "csubjpass"} else []
        below = [c for c in verb.children if c.dep_ == "ccomp" and not own_subjects(c)]
        if any(is_passive(v) and table.get(lemma_with_particle(v)) == "cancelled" for v in above + below):
            return True
    verbs = [verb, *[c for c in verb.children if c.dep_ == "xcomp"]]
    return any(
        c.dep_ == "conj" and table.get(lemma_with_particle(c)) == "cancelled"
        for v in verbs
        for c in v.children
    )


def _preposition(prep: Token, previous: Token, candidate: Candidate) -> Status | None:
    word = prep.lower_
    if candidate.caption:
        shown = governing_verb(prep.head)
        ahead = shown is not None and _auxiliaries(shown) & (_WILL | _WOULD)
        return None if ahead else "occurred"
    if word == "without":  # "left without meeting him", "without talks, the war will go on"
        return "denied" if previous.pos_ == "VERB" else "hypothetical"
    if word == "of" and any(t.lower_ == "instead" for t in (prep.head, *prep.children)):
        return "denied"
    if word == "before" and previous.tag_ == "VBG" and previous is not candidate.head:
        governor = governing_verb(
            prep.head
        )  # "met X before flying to Berlin for talks with Y": one after another
        return None if governor is not None and governor.tag_ == "VBD" else "planned"
    if word in _AHEAD or (word == "of" and prep.head.lower_ == "ahead"):
        return "planned"
    if word in _BEHIND:
        governor = governing_verb(prep.head)
        return "planned" if governor is not None and _auxiliaries(governor) & _WILL else "occurred"
    return None


def _auxiliaries(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}


def _is_present(verb: Token) -> bool:
    return verb.tag_ in {"VBZ", "VBP"}


def _is_purpose(candidate: Candidate) -> bool:
    """ "is in London to meet the Prime Minister": the purpose of what goes on now is still to come."""
    head = candidate.head
    return head.dep_ in {"advcl", "xcomp"} and any(
        c.lower_ == "to" and c.dep_ == "aux" for c in head.children
    )


def _verb_form(verb: Token, candidate: Candidate, *, negatable: bool = True) -> Status | None:
    """What the form of one verb says; ``None`` for a form that leaves it to its governor (infinitive,
    gerund).

    With ``negatable`` false a negation is the verb's own affair: "did not speak at the summit" says nothing
    against the summit.
    """
    words = _auxiliaries(verb)
    if (
        negatable
        and any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)
        and not candidate.caption
    ):
        return "hypothetical" if words & _WOULD else "denied"
    if any(c.lower_ == "neither" for obj in objects(verb) for c in obj.children):
        return "denied"
    if words & _WILL:
        return "planned"
    if words & _WOULD:
        reported = words & _WOULD == {"would"} and verb.dep_ == "ccomp" and verb.head.tag_ == "VBD"
        return "planned" if reported else "hypothetical"  # "said she would meet him"
    if "to" in words or (verb.tag_ == "VB" and not words & {"do", "does", "did"}):
        return "planned" if verb.head.lemma_ == "be" and verb.dep_ == "xcomp" else None
    if verb.tag_ == "VBG":
        return _progressive(words, candidate)
    if verb is not candidate.head and _is_present(verb) and _is_purpose(candidate) and not candidate.caption:
        return "planned"
    if (
        verb is not candidate.head
        and load_status_words().governors.get(lemma_with_particle(verb)) == "cancelled"
    ):
        return None
    return "occurred"


def _progressive(words: set[str], candidate: Candidate) -> Status | None:
    if words & _BE_NOW:
        return "occurred" if candidate.caption else "ongoing"
    return "occurred" if words & {"was", "were"} else None
