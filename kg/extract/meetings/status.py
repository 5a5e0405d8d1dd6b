"""Whether a meeting took place: read from tense, modality, negation and the verbs above its mention.

Telling as happened what did not happen is the worst error, so wherever a plan, wish, condition or refusal governs the mention, that decides.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.meetings.arguments import ATTENDING
from kg.extract.meetings.candidates import Candidate
from kg.extract.syntax import ancestors, governing_verb
from kg.model import Status

_PLAN = frozenset("plan schedule expect intend agree prepare arrange announce set slate due aim".split())
_WISH = frozenset(
    """
    want hope urge offer propose seek ask request invite demand need consider allow try encourage push suggest wish like call press appeal
    recommend advocate willing ready open possible likely unlikely able consent pledge promise vow consider threaten favor favour support insist
    extend
    """.split()
)
_REFUSE = frozenset("refuse decline reject deny rule avoid oppose".split())
_CANCEL = frozenset(
    "cancel postpone suspend delay abandon scrap shelve call_off break_off put_off pull_out".split()
)
_GO_ON = frozenset("continue drag resume ongoing underway proceed".split())
_CONDITIONAL = frozenset({"if", "unless", "whether"})
_WOULD = frozenset({"would", "could", "might", "may", "should", "must", "can", "ought", "'d"})
_WILL = frozenset({"will", "'ll", "shall", "wo", "’ll"})
_PLANNED_WORDS = frozenset("planned upcoming scheduled forthcoming expected coming anticipated next".split())
_POSSIBLE_WORDS = frozenset("possible potential proposed future any hypothetical".split())
_GOING_WORDS = frozenset("ongoing current continuing continued present simultaneous".split())
_OFF_WORDS = frozenset("cancelled canceled postponed suspended aborted stalled_".split())
_AHEAD = frozenset({"before", "ahead", "until", "pending"})
_BEHIND = frozenset({"after", "following", "since"})


def read_status(candidate: Candidate) -> Status:
    """The status that the words around the trigger give; dates are not looked at."""
    status = _climb(candidate.head, candidate)
    if candidate.is_verb or status in {"cancelled", "denied"}:
        return status
    return _modifiers(candidate.head) or status


def _modifiers(noun: Token) -> Status | None:
    words = {
        child.lower_ for child in noun.children if child.dep_ in {"amod", "compound", "det", "nmod", "advmod"}
    }
    if words & _OFF_WORDS:
        return "cancelled"
    if words & _PLANNED_WORDS:
        return "planned"
    if words & _POSSIBLE_WORDS:
        return "hypothetical"
    if words & _GOING_WORDS:
        return "ongoing"
    if "no" in words:
        return "denied"
    return None


def _climb(head: Token, candidate: Candidate) -> Status:
    """Walk up from the trigger; the first governor that settles the matter decides."""
    token = head
    status: Status | None = None
    if head.pos_ in {"VERB", "AUX"}:
        status = _verb_status(head, candidate)
        if status not in {None, "occurred"}:
            return _under_condition(head, status)
    previous = head
    for token in [head, *ancestors(head)]:
        decided = _governor_status(token, previous, candidate)
        if decided is not None:
            return (
                _under_condition(token, decided) if decided in {"occurred", "ongoing", "planned"} else decided
            )
        if (
            token is not head
            and token.pos_ in {"VERB", "AUX"}
            and previous.dep_ in {"ccomp", "relcl", "advcl"}
            and status
        ):
            break
        previous = token
    return status or "occurred"


def _under_condition(token: Token | None, status: Status | None) -> Status:
    """A condition ("if they meet") makes anything hypothetical."""
    if token is not None and any(c.dep_ == "mark" and c.lower_ in _CONDITIONAL for c in token.children):
        return "hypothetical"
    return status or "occurred"


def lemma_with_particle(verb: Token) -> str:
    """ "called off" is ``call_off``, "broke off" is ``break_off``."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), None)
    return f"{verb.lemma_.lower()}_{particle}" if particle else verb.lemma_.lower()


def _governor_status(token: Token, previous: Token, candidate: Candidate) -> Status | None:
    if token.pos_ == "ADP" or token.dep_ == "prep":
        return _preposition_status(token, candidate)
    if token is candidate.head:
        return None
    lemma = lemma_with_particle(token)
    base = lemma.split("_")[0]
    if base in ATTENDING and token in candidate.events:
        return "planned" if _words(token) & _WILL else None
    if token.pos_ in {"VERB", "AUX", "ADJ"}:
        inside = previous.dep_ in {
            "xcomp",
            "dobj",
            "nsubjpass",
            "prep",
            "ccomp",
            "pcomp",
            "acl",
            "advcl",
            "obj",
        }
        if (lemma in _CANCEL and inside) or _called_off(token):
            return "cancelled"
        if (base in _REFUSE and inside and lemma not in {"rule_in"}) or (
            base == "fail" and previous.dep_ == "xcomp"
        ):
            return "denied"
        if (
            base in _WISH
            and previous.dep_ in {"xcomp", "ccomp", "dobj", "prep", "obj", "nsubjpass"}
            and not _is_carrier_call(token)
        ):
            return "hypothetical"
        if base in _PLAN and previous.dep_ in {"xcomp", "dobj", "nsubjpass", "prep", "obj", "ccomp"}:
            return None if previous.dep_ == "ccomp" and base == "announce" else "planned"
        if token.pos_ != "ADJ":
            return _verb_status(token, candidate)
    if token.pos_ == "NOUN" and previous.dep_ in {"acl", "prep"}:
        if base in {"plan", "schedule", "agreement", "decision", "date", "intention", "preparation"}:
            return "planned"
        if base in {
            "proposal",
            "offer",
            "invitation",
            "request",
            "call",
            "demand",
            "hope",
            "possibility",
            "chance",
            "prospect",
            "need",
            "appeal",
        }:
            return "hypothetical"
        if base in {"refusal", "rejection"}:
            return "denied"
        if base in {"cancellation", "postponement", "suspension"}:
            return "cancelled"
    return None


def _is_purpose(candidate: Candidate) -> bool:
    """ "is in London to meet the Prime Minister": the purpose of what goes on now is still to come."""
    return candidate.head.dep_ in {"advcl", "xcomp"} and any(c.lower_ == "to" and c.dep_ == "aux" for c in candidate.head.children)


def _called_off(verb: Token) -> bool:
    """ "was to take place last week but was called off"."""
    verbs = [verb, *[c for c in verb.children if c.dep_ == "xcomp"]]
    return any(c.dep_ == "conj" and lemma_with_particle(c) in _CANCEL for v in verbs for c in v.children)


def _is_carrier_call(token: Token) -> bool:
    return token.lemma_ == "call" and any(c.dep_ == "dobj" for c in token.children)


def _preposition_status(prep: Token, candidate: Candidate) -> Status | None:
    word = prep.lower_
    if candidate.caption:
        return "occurred"
    if word in _AHEAD or (word == "of" and prep.head.lower_ == "ahead"):
        return "planned"
    if word in _BEHIND:
        governor = governing_verb(prep.head)
        return "planned" if governor is not None and _words(governor) & _WILL else "occurred"
    return None


def _words(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}


def _verb_status(verb: Token, candidate: Candidate) -> Status | None:
    """What the form of one verb says; ``None`` for a form that leaves it to its governor (infinitive, gerund)."""
    children = list(verb.children)
    words = _words(verb)
    negated = any(c.dep_ == "neg" or c.lower_ in {"never"} for c in children)
    if negated and not candidate.caption:
        return "hypothetical" if words & _WOULD else "denied"
    if words & _WILL:
        return "planned"
    if words & _WOULD:
        return "hypothetical"
    if "to" in words or (verb.tag_ == "VB" and not words & {"do", "does", "did"}):
        return "planned" if verb.head.lemma_ == "be" and verb.dep_ == "xcomp" else None
    if verb.tag_ == "VBG":
        if words & {"is", "are", "'s", "'re", "am", "’s", "’re", "been"}:
            return "occurred" if candidate.caption else "ongoing"
        return "occurred" if words & {"was", "were"} else None
    if verb is not candidate.head and verb.tag_ in {"VBZ", "VBP"} and _is_purpose(candidate) and not candidate.caption:
        return "planned"
    lemma = lemma_with_particle(verb)
    if lemma.split("_")[0] in _GO_ON and verb is not candidate.head:
        return "ongoing"
    if lemma in _CANCEL and verb is not candidate.head:
        return None
    return "occurred"
