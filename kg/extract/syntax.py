"""Small questions about a dependency parse, in the labels of spaCy's English pipelines (ClearNLP)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

_SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
PORTIONS = {"round", "series", "set", "day", "week", "month", "hour", "string", "flurry", "part", "session"}
"""Nouns that stand before "of" and an event: a round of talks, a series of meetings."""
_SUBJECT_CONTROL = {"promise", "pledge", "vow", "take", "make", "have", "hold"}
_UNREAL = {"would", "could", "might", "may", "should", "will", "can", "to"}
_RELATIVE = {"who", "which", "that", "whom", "whose"}
_MODIFIERS_KEPT = {
    "compound",
    "amod",
    "nmod",
    "poss",
    "nummod",
    "case",
    "punct",
    "advmod",
    "quantmod",
    "npadvmod",
    "det",
}


def conjuncts(token: Token) -> list[Token]:
    """``token`` and everything coordinated to its right: the members of the list that it opens."""
    found, stack = [token], [token]
    while stack:
        for child in stack.pop(0).children:
            if child.dep_ == "conj" and child.i > token.i:
                found.append(child)
                stack.append(child)
    return sorted(found, key=lambda t: t.i)


def objects(token: Token) -> list[Token]:
    """Direct objects of a verb, with those coordinated to them."""
    return [
        x
        for child in token.children
        if child.dep_ in {"dobj", "dative", "obj"} and child.pos_ != "ADP"
        for x in conjuncts(child)
    ]


def after_preposition(token: Token, prepositions: frozenset[str] | set[str]) -> list[Token]:
    """Heads of the noun phrases that ``token`` governs through one of the (lower-case) ``prepositions``,
    coordination included.
    """
    found: list[Token] = []
    stack = [
        child for child in token.children if child.dep_ in {"prep", "agent", "dative"} or child.pos_ == "ADP"
    ]
    while stack:
        prep = stack.pop(0)
        stack.extend(child for child in prep.children if child.dep_ == "conj" and child.pos_ == "ADP")
        if prep.lower_ in prepositions:
            for child in prep.children:
                if child.dep_ in {"pobj", "pcomp", "obj"}:
                    found.extend(conjuncts(child))
        elif prep.lower_ in {"along", "together", "prior", "as", "separately", "jointly"}:
            stack.extend(child for child in prep.children if child.dep_ == "prep")
    return found


def own_subjects(verb: Token) -> list[Token]:
    """The subjects that stand with ``verb`` itself, coordination included; a semicolon parts a note from the
    next ("visit; met").
    """
    heads = [
        c
        for c in verb.children
        if c.dep_ in _SUBJECTS and not any(t.text == ";" for t in verb.doc[c.i : verb.i])
    ]
    return [x for head in heads for x in conjuncts(head)]


def subjects(verb: Token) -> list[Token]:
    """The subjects of ``verb``, own or understood: from coordination, control, relative clause or participle.

    For a passive verb these are its grammatical subjects; its agents are :func:`agents`.
    """
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = own_subjects(verb)
        if own:
            return [x for subject in own for x in _antecedent(subject, verb)]
        if (
            verb.dep_ == "xcomp"
            and verb.head.lemma_ not in _SUBJECT_CONTROL
            and (controlled := objects(verb.head))
        ):
            return controlled  # "urged them to meet": they are to meet
        if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return conjuncts(verb.head)
        if (
            verb.dep_ in {"conj", "xcomp", "advcl", "pcomp", "ccomp", "parataxis", "dep", "aux"}
            or verb.dep_ == "acl"
        ):
            head = governing_verb(verb.head) if verb.head.pos_ not in {"VERB", "AUX"} else verb.head
            if head is None or head == verb:
                return []
            verb = head
            continue
        return []
    return []


def agents(verb: Token) -> list[Token]:
    """Who does what a passive ``verb`` says ("were convened by X")."""
    return after_preposition(verb, {"by"})


def is_passive(verb: Token) -> bool:
    """Whether ``verb`` stands in the passive voice."""
    if any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children):
        return True
    perfect = any(child.dep_ == "aux" and child.lemma_.lower() == "have" for child in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"} and not perfect


def is_unreal(verb: Token) -> bool:
    """Negated, or only possible: "is not", "would be", "wants to become", "if she is"."""
    return any(
        child.dep_ == "neg"
        or (child.dep_ == "mark" and child.lower_ in {"if", "whether", "unless"})
        or (child.dep_ == "aux" and child.lower_ in _UNREAL)
        for child in verb.children
    )


def governing_verb(token: Token) -> Token | None:
    """The nearest verb at or above ``token``, or ``None`` in a sentence without one."""
    current = token
    while True:
        if current.pos_ in {"VERB", "AUX"}:
            return current
        if current.head == current:
            return None
        current = current.head


def event_nouns(noun: Token) -> list[Token]:
    """An event noun, and the "round", "series" or "day" of it above: what belongs to the event may hang on
    either.
    """
    nouns = [noun]
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in PORTIONS:
        nouns.append(noun.head.head)
    return nouns


def frame_nouns(token: Token) -> list[Token]:
    """The events that something happens at: "met at the summit", "on the sidelines of the assembly", "during
    a visit".
    """
    nouns = after_preposition(token, {"at", "during", "on"})
    return [*nouns, *[inner for noun in nouns for inner in after_preposition(noun, {"of"})]]


def noun_phrase(head: Token) -> Span:
    """The words of the noun phrase of ``head`` without its clauses and prepositional phrases."""
    left = right = head.i
    for child in head.children:
        if child.dep_ in _MODIFIERS_KEPT and child.i < head.i:
            left = min(left, child.left_edge.i)
    return head.doc[left : right + 1]


def ancestors(token: Token) -> Iterator[Token]:
    """The tokens above ``token``, nearest first."""
    while token.head != token:
        token = token.head
        yield token


def _antecedent(subject: Token, verb: Token) -> list[Token]:
    """A relative pronoun stands for the noun that its clause modifies."""
    if subject.lower_ in _RELATIVE and verb.dep_ in {"relcl", "acl"}:
        return conjuncts(verb.head)
    return [subject]


def sentence_numbers(doc: Doc) -> dict[int, int]:
    """The number of each sentence, counted from 0, by its first token."""
    return {sentence.start: number for number, sentence in enumerate(doc.sents)}


def with_lemma(doc: Doc, lemmas: Iterable[str]) -> Iterator[Token]:
    """The tokens with one of the lower-case ``lemmas`` in any case."""
    forms = (form for lemma in lemmas for form in (lemma, lemma.capitalize(), lemma.upper()))
    return _having(doc, "LEMMA", forms)


def with_lower(doc: Doc, words: Iterable[str]) -> Iterator[Token]:
    """The tokens whose lower-case form is one of ``words``."""
    return _having(doc, "LOWER", words)


def _having(doc: Doc, attribute: str, forms: Iterable[str]) -> Iterator[Token]:
    """Compares numbers: a token object for every word of an article costs more than all that follows."""
    strings = doc.vocab.strings
    wanted = {strings[form] for form in forms}
    for i, number in enumerate(doc.to_array(attribute).tolist()):
        if number in wanted:
            yield doc[i]
