"""From the head of a noun phrase to the entities that it denotes as parties of a meeting."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extract.document import Document, Entity
from kg.extract.gazetteer import load_gazetteer
from kg.extract.nations import country_of
from kg.extract.syntax import after_preposition, agents, ancestors, conjuncts, noun_phrase, own_subjects

# Nouns for several people (or one body of people) that take part without a name.
_PEOPLE = frozenset(
    """
    official leader minister diplomat lawmaker legislator senator congressman representative delegate
    delegation negotiator envoy ambassador rebel commander officer adviser advisor aide expert activist
    politician party side faction group team member counterpart executive businessman businesswoman
    entrepreneur worker student relative family victim survivor resident villager elder cleric bishop
    journalist reporter editor scholar researcher scientist investor donor ally partner power nation state
    country government opposition militant insurgent separatist fighter general chief president premier
    monarch king prime governor mayor candidate voter supporter critic lawyer judge prosecutor teacher doctor
    refugee migrant veteran soldier troop servicemember organization organisation community society coalition
    alliance union mediator observer monitor inspector dignitary authority personnel staff crew committee
    council commission parliament cabinet board panel assembly congress parliamentarian head spouse wife
    husband brother sister friend colleague people public guest participant
    """.split()
)
_COLLECTIVE = frozenset(
    """
    delegation team government opposition faction group community society coalition alliance union authority
    personnel staff crew committee council commission parliament cabinet board panel assembly congress
    leadership militia junta side party family
    """.split()
)
_NOT_PARTY = frozenset(
    {"press", "media", "reporter", "journalist", "crowd", "audience", "supporter", "voter"}
)
_DETERMINERS = frozenset("the a an this these those that some both all its their his her our my your".split())


def denoted(document: Document, head: Token) -> list[tuple[Entity, Span]]:
    """The entities that the phrase headed by ``head`` denotes, each with the words that say so; empty where
    it names no party.

    Members who are named in apposition or after "including" stand in for, or beside, their group.
    """
    if head.lower_ in {"i", "me", "we", "us", "my", "our"}:
        speaker = _speaker(head)
        return denoted(document, speaker) if speaker is not None else []
    if head.lower_ in {"whom", "who"} and (clause := _relative_clause(head)) is not None:
        return [found for x in conjuncts(clause.head) for found in denoted(document, x)]
    members = [
        m for m in _members(head) if any(e.kind in {"person", "office"} for e in document.entities_at(m))
    ]
    known = document.entities_at(head)
    groups_only = all(entity.kind == "group" for entity in known)
    if groups_only and head.lemma_.lower() in _NOT_PARTY:
        return []
    if members and groups_only:
        found = [(entity, _words(m, entity)) for m in members for entity in document.entities_at(m)]
        return found if _apposed(head) or _misattached(head) else [*_plain(document, head, known), *found]
    return [*_plain(document, head, known), *_listed(document, head, known)]


def _relative_clause(pronoun: Token) -> Token | None:
    """The relative clause of "whom"."""
    return next((t for t in ancestors(pronoun) if t.dep_ == "relcl"), None)


def _listed(document: Document, head: Token, known: tuple[Entity, ...]) -> list[tuple[Entity, Span]]:
    """People in apposition to another person are the rest of a list that the parser misread; others are told
    to accompany that person.
    """
    if not any(entity.kind == "person" for entity in known):
        return []
    beside = [*_apposed(head), *_company(head)]
    people = [(e, x) for x in beside for e in document.entities_at(x) if e.kind == "person"]
    return [(e, _words(x, e)) for e, x in people if e not in known]


def _company(head: Token) -> list[Token]:
    """ "President Costa, accompanied by her foreign minister"."""
    clauses = (c for c in head.children if c.dep_ == "acl" and c.lemma_ in {"accompany", "flank", "join"})
    return [x for clause in clauses for x in agents(clause)]


def _speaker(pronoun: Token) -> Token | None:
    """Who says "I": the subject of the verb of saying above."""
    for token in ancestors(pronoun):
        if token.pos_ == "VERB" and token.lemma_ in {
            "say",
            "tell",
            "add",
            "explain",
            "write",
            "recall",
            "insist",
            "state",
        }:
            return next((s for s in own_subjects(token) if s.lower_ not in {"i", "we"}), None)
    return None


def _plain(document: Document, head: Token, known: tuple[Entity, ...]) -> list[tuple[Entity, Span]]:
    if known and not (all(entity.kind == "group" for entity in known) and len(_origins(document, head)) > 1):
        return [(entity, _words(head, entity)) for entity in known]
    return [(group, group.mentions[0].span) for group in _groups(document, head)]


def _apposed(head: Token) -> list[Token]:
    return [x for child in head.children if child.dep_ == "appos" for x in conjuncts(child)]


def _members(head: Token) -> list[Token]:
    """Heads of the names in apposition to a group, given as examples of it, or leading it."""
    leaders = [
        x for c in head.children if c.dep_ == "acl" and c.lemma_ in {"lead", "head"} for x in agents(c)
    ]
    return [*_apposed(head), *after_preposition(head, {"including", "like"}), *leaders, *_misattached(head)]


def _misattached(head: Token) -> list[Token]:
    """ "the head of the Fund, Clara Meier, met": an apposition behind a comma that the parser hangs on the
    object of "of".
    """
    found = []
    for owner in after_preposition(head, {"of", "in", "for", "to"}):
        for child in [*_apposed(owner), *(c for c in owner.children if c.dep_ == "conj")]:
            before = child.doc[child.left_edge.i - 1]
            if child.ent_type_ == "PERSON" and before.text == ",":
                found += conjuncts(child)
    return found


def _origins(document: Document, head: Token) -> list[Token]:
    return [
        o
        for o in after_preposition(head, {"from"})
        if any(e.kind == "place" for e in document.entities_at(o))
    ]


def country_entity(document: Document, span: Span, *, capital: bool = False) -> Entity | None:
    """The country that a name or adjective stands for ("Russian"), as an entity of the article; ``None`` for
    other words.

    With ``capital``, the name of a capital stands for its government ("talks with Kyiv").
    """
    if capital:
        country = load_gazetteer().capital_of(span.text)
        name = country.name if country else None
    else:
        name = country_of(span.text)
    if name is None:
        return None
    entity = next((e for e in document.entities if e.is_country and e.country == name), None)
    if entity is None:
        entity = Entity("place", name, is_country=True, country=name)
        document.entities.append(entity)
    if not any(m.span.start == span.start for m in entity.mentions):
        document.add_mention(entity, span, "nominal")
    return entity


def _words(head: Token, entity: Entity) -> Span:
    for mention in entity.mentions:
        if mention.span.start <= head.i < mention.span.end:
            return mention.span
    return noun_phrase(head)


def _groups(document: Document, head: Token) -> list[Entity]:
    """Groups without a name ("rebel commanders"), made on first sight and remembered for their head token.

    "officials from Russia and Iran" are two groups, one for each country.
    """
    if head.pos_ not in {"NOUN", "PROPN", "ADJ"} or head.lemma_.lower() in _NOT_PARTY:
        return []
    if head.lemma_.lower() not in _PEOPLE and head.ent_type_ != "NORP":
        return []
    plural = head.tag_ in {"NNS", "NNPS"} or head.lemma_.lower() in _COLLECTIVE
    if not plural and not any(child.lower_ in {"a", "an"} for child in head.lefts):
        return []
    phrase = noun_phrase(head)
    if any(t.lemma_.lower() in _NOT_PARTY for t in phrase):
        return []
    while len(phrase) > 1 and (phrase[0].lower_ in _DETERMINERS | {"file"} or phrase[0].is_punct):
        phrase = phrase[1:]
    origins = [
        o
        for o in after_preposition(head, {"from"})
        if any(e.kind == "place" for e in document.entities_at(o))
    ]
    if len(origins) > 1:
        return [
            _new_group(document, f"{phrase.text} from {document.entities_at(o)[0].name}", phrase)
            for o in origins
        ]
    span = _with_complement(phrase)
    return [_new_group(document, span.text, span)]


def _new_group(document: Document, name: str, span: Span) -> Entity:
    group = Entity("group", name)
    document.entities.append(group)
    document.add_mention(group, span, "nominal")
    return group


def _with_complement(span: Span) -> Span:
    """Take in a short "of …" or "from …" that tells the group apart."""
    head = span.root
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "from"} and child.i == span.end:
            right = child.right_edge.i
            if right - child.i <= 8:
                return head.doc[span.start : right + 1]
    return span
