"""Parties of a verb that tells of a meeting: subject, object, "with", "by"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.document import Document, Entity
from kg.extract.meetings.candidates import Party
from kg.extract.meetings.carrier_words import BODIES, CONVENING, WITH
from kg.extract.meetings.collector import Collector
from kg.extract.meetings.lexicon import load_lexicon
from kg.extract.meetings.status_words import load_status_words
from kg.extract.meetings.triggers import matter_with, on_the_line
from kg.extract.syntax import (
    after_preposition,
    agents,
    conjuncts,
    governing_verb,
    is_passive,
    noun_phrase,
    objects,
    own_subjects,
    subjects,
)
from kg.model import Part

_HOST_VERBS = frozenset({"host", "receive", "welcome"})
_ABOUT_OBJECT = frozenset({"discuss", "negotiate", "shake"})
"""Verbs whose object is the matter, not a party."""
_SITTING = CONVENING | {"meet"}
_LOOK_BACK = 60
"""Tokens that a note ("Official visit; met with …") may stand away from the sentence with its subject."""


def verb_parties(collector: Collector) -> None:
    """Add the parties of the trigger verb."""
    if collector.candidate.type == "session":
        _body_parties(collector)
        return
    verb = collector.candidate.head
    lemma = verb.lemma_.lower()
    part: Part = "host" if lemma in _HOST_VERBS else "attendee"
    if lemma == "bring":
        _brought_together(collector)
    elif is_passive(verb):
        collector.add(agents(verb), "agent", part)
        collector.add(own_subjects(verb) or subjects(verb), "passive subject")
    else:
        collector.add([*_first_listed(verb), *(_doers(verb) or understood_subject(verb))], "subject", part)
        if lemma not in _ABOUT_OBJECT:
            collector.add(
                objects(verb), "object", "host" if collector.candidate.type == "visit" else "attendee"
            )
    collector.add(_counterparts(verb, lemma), "with")
    if lemma in _HOST_VERBS | {"meet", "gather", "visit"}:
        for noun in after_preposition(verb, {"for", "in", "at"}):  # "met for talks with X"
            collector.add(after_preposition(noun, WITH), "with")


def _first_listed(verb: Token) -> list[Token]:
    """The first of "X, Y and Z met", which the parser may hang on the verb as an adverb."""
    for subject in verb.children:
        if subject.dep_ == "nsubj" and len(conjuncts(subject)) > 1:
            comma = subject.left_edge.i - 1
            if comma > 0 and verb.doc[comma].text == ",":
                first = verb.doc[comma - 1]
                if first.head == verb and first.dep_ == "npadvmod" and first.ent_type_ == "PERSON":
                    return [first]
    return []


def _doers(verb: Token) -> list[Token]:
    """The subjects of the verb; of an infinitive on a noun ("declined an invitation to meet X") those of the
    noun's verb.
    """
    noun = verb.head
    if (
        verb.dep_ == "relcl"
        and noun.dep_ == "conj"
        and not objects(verb)
        and not after_preposition(verb, WITH)
    ):
        return [noun, *noun.conjuncts]  # "X and Y, who met in Lima": the clause hangs on Y alone
    if verb.dep_ == "pcomp" and noun.lower_ == "from" and not is_passive(noun.head):
        return objects(noun.head) or subjects(verb)  # "stopped her from meeting him"
    infinitive = verb.dep_ == "acl" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    if not infinitive or own_subjects(verb) or noun.lemma_.lower() not in load_status_words().nouns:
        return subjects(verb)
    owners = [x for c in noun.children if c.dep_ == "poss" for x in conjuncts(c)]
    above = governing_verb(noun) if noun.dep_ in {"dobj", "nsubjpass"} else None
    doers = subjects(above) if above is not None and noun.dep_ == "dobj" else []
    return [*owners, *doers, *after_preposition(noun, {"from", "by"})]


def _brought_together(collector: Collector) -> None:
    """ "the envoy brought the two sides together"; a summit that does so has its own mention."""
    verb = collector.candidate.head
    brings = [s for s in subjects(verb) if s.lemma_.lower() not in load_lexicon().nouns]
    if is_passive(verb):
        collector.add(agents(verb), "brings", "mediator")
        collector.add(own_subjects(verb), "brought")
    elif brings:
        collector.add(brings, "brings", "mediator")
        collector.add(objects(verb), "brought")


def _counterparts(verb: Token, lemma: str) -> list[Token]:
    heads = matter_with(verb) if lemma in _ABOUT_OBJECT else after_preposition(verb, WITH)
    if lemma in {"meet", "talk", "speak"}:  # "face to face with", "one on one with"
        aside = (t for t in verb.subtree if t.lower_ in {"face", "one"} and 0 < t.i - verb.i <= 4)
        heads += [x for t in aside for x in after_preposition(t, WITH)]
    if lemma in {"speak", "talk"}:
        heads += after_preposition(verb, {"to"})
    if lemma not in _ABOUT_OBJECT:
        heads += on_the_line(verb)
    return heads + [h for obj in objects(verb) if obj.lemma_ == "hand" for h in after_preposition(obj, WITH)]


def understood_subject(root: Token) -> list[Token]:
    """Note style ("Official visit; met with the President."): the subject is that of the sentence before."""
    finite = root.pos_ != "VERB" or root.tag_ in {"VBD", "VBN"}
    if root.dep_ not in {"ROOT", "conj", "parataxis", "ccomp"} or not finite:
        return []
    sentence = root.sent
    while sentence.start > 0 and root.i - sentence.start <= _LOOK_BACK:
        sentence = sentence.doc[sentence.start - 1].sent
        found = own_subjects(sentence.root)
        if found:
            return found
    return []


def _body_parties(collector: Collector) -> None:
    """ "addressed the General Assembly", "testified before a Senate committee": the body is there, and so is
    the speaker.
    """
    verb = collector.candidate.head
    if verb.lemma_.lower() in _SITTING:
        collector.add(subjects(verb), "subject")
        return
    if verb.lemma_.lower() == "hear":
        collector.add(subjects(verb), "body")
        witnesses = [x for n in [verb, *objects(verb)] for x in after_preposition(n, {"from", "by", "of"})]
        collector.add(witnesses, "speaks to body")
        return
    passive = is_passive(verb)
    heads = [*(own_subjects(verb) if passive else objects(verb)), *after_preposition(verb, {"before", "to"})]
    bodies = [head for head in heads if _is_body(verb, head)]
    called = [(h, body) for h in heads if h not in bodies and (body := _named_before(collector.document, h))]
    for head, body in called:
        collector.candidate.add(Party(body, "attendee", noun_phrase(head), "body"))
    if bodies or called:
        collector.add(bodies, "body")
        collector.add(agents(verb) if passive else subjects(verb), "speaks to body")
        if verb.dep_ == "pcomp" and verb.head.head.lemma_ == "join":  # "joined X in testifying"
            collector.add(objects(verb.head.head), "speaks to body")


def _named_before(document: Document, head: Token) -> Entity | None:
    """ "told the council": the body that an earlier sentence names in full."""
    if head.lower_ not in BODIES or not any(c.lower_ == "the" for c in head.lefts):
        return None
    for entity in document.entities:
        if entity.kind == "organization" and entity.name.lower().split()[-1] == head.lower_:
            if entity.mentions and entity.mentions[0].span.start < head.i:
                return entity
    return None


def _is_body(verb: Token, head: Token) -> bool:
    """A council, committee or parliament; telling one something is a session only where it is named."""
    if head.lemma_.lower() not in BODIES or head.ent_type_ in {"PERSON", "GPE"}:
        return False
    speech = verb.lemma_.lower() in {"address", "testify"}
    return speech or head.pos_ == "PROPN" or any(c.pos_ == "PROPN" for c in head.lefts)
