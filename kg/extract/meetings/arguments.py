"""Who takes part: from the grammar around a trigger to parties and the part that each plays."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.document import Document
from kg.extract.meetings.candidates import Candidate, Party
from kg.extract.meetings.parties import country_entity, denoted
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

# Verbs that carry an event noun as their object, by the part that their subject plays in it.
_CARRIERS: dict[str, Part] = {
    **dict.fromkeys(
        "hold have attend join open begin start resume conclude finish end wrap skip address enter continue conduct pursue leave reconvene".split(),
        "attendee",
    ),
    **dict.fromkeys(
        "host convene chair organize organise sponsor moderate lead call arrange".split(), "host"
    ),
    **dict.fromkeys("mediate broker facilitate".split(), "mediator"),
    **dict.fromkeys("skip boycott miss shun".split(), "absent"),
}
# Verbs whose subject takes part where the event noun names the other side: "canceled a meeting with X".
_ARRANGERS = frozenset("cancel postpone delay suspend schedule plan seek want request propose reject refuse decline demand need avoid".split())
# Verbs that take an event noun after a preposition: "took part in the talks", "spoke at the summit".
_JOINERS = frozenset(
    """
    take participate speak engage arrive appear sit gather assemble testify attend travel fly go come leave return meet talk say tell add call
    address join enter be discuss deliver warn pledge urge agree announce present pose walk stand sign listen chat greet shake
    """.split()
)
ATTENDING = frozenset({"attend", "join", "participate", "take", "skip", "boycott", "miss", "shun", "come", "go", "appear"})
"""Verbs of going to an event: that somebody does not, says nothing against the event."""
_DURING = frozenset(
    {"in", "at", "during", "to", "into", "for", "after", "following", "before", "by", "through"}
)
_WITH = frozenset({"with", "alongside"})
_HELD = frozenset(
    "hold host convene chair organize organise sponsor mediate broker facilitate schedule plan set lead attend attended include involve".split()
)
_ABOUT_OBJECT = frozenset({"discuss", "negotiate", "shake"})
_OFFERS = frozenset({"offer", "proposal", "invitation", "request", "call", "appeal"})
_ANSWERS = frozenset("reject accept refuse decline make extend renew welcome dismiss rebuff spurn issue send ignore consider".split())
_GATHERING = frozenset("invite summon bring gather convene welcome receive host join call".split())
_TELLING = frozenset("tell say speak talk ask urge warn assure inform discuss congratulate thank express".split())
_SAYING = frozenset({"speak", "talk", "tell", "chat"})
_HYPHENS = frozenset({"-", "–", "/"})
_BODIES = frozenset(
    "council assembly congress parliament committee subcommittee commission senate house legislature cabinet board panel bundestag duma knesset".split()
)
_SPONSORED = frozenset(
    "brokered mediated facilitated sponsored led hosted convened backed organized organised".split()
)
_SIDES = frozenset({"with", "between", "of", "possessive"})
_REPORTERS = frozenset({"reporter", "journalist"})


def find_parties(document: Document, candidate: Candidate) -> None:
    """Fill ``candidate.parties`` and ``candidate.events`` from the grammar around the trigger."""
    if candidate.is_verb:
        _verb_parties(document, candidate)
    else:
        _noun_parties(document, candidate)
        if not any(p.rule in _SIDES for p in candidate.parties) and candidate.type in {"talks", "meeting"}:
            _sides_nearby(document, candidate)
    if candidate.caption and (candidate.parties or not candidate.is_verb):
        _shown(document, candidate)


def _sides_nearby(document: Document, candidate: Candidate) -> None:
    """ "talks failed to yield an accord between X and Y": the sides of the accord are the sides of the talks."""
    for token in candidate.sentence:
        if token.lower_ == "between" and abs(token.i - candidate.head.i) <= 20:
            heads = [x for child in token.children if child.dep_ == "pobj" for x in conjuncts(child)]
            if len(heads) >= 2 and any(document.entities_at(h) for h in heads):
                _add(document, candidate, heads, "attendee", "between nearby")


def _shown(document: Document, candidate: Candidate) -> None:
    """A caption shows the people that it names; those in the name of a topic or an owner are not shown."""
    sentence = candidate.sentence
    for entity in document.entities:
        if entity.kind != "person":
            continue
        for mention in entity.mentions:
            if (
                mention.form == "name"
                and sentence.start <= mention.span.start < sentence.end
                and not _only_topic(mention.span.root)
            ):
                candidate.add(Party(entity, "attendee", mention.span, "caption"))


def _only_topic(root: Token) -> bool:
    if root.dep_ in {"poss", "compound", "nmod"}:
        return True
    if root.dep_ == "pobj" and root.head.head.lemma_ in {"accompany", "join", "flank"}:
        return False
    return root.dep_ == "pobj" and root.head.lower_ in {"of", "about", "for", "by", "against", "on"}


def _add(document: Document, candidate: Candidate, heads: list[Token], part: Part, rule: str) -> None:
    """Add what the phrases denote; a place is a party only where it is a country that is named as one."""
    for head in heads:
        for entity, span in denoted(document, head):
            if span.start <= candidate.head.i < span.end:
                continue  # the name of the event itself
            if entity.kind == "organization" and candidate.head.lemma_.lower() in _SAYING:
                continue  # "spoke to the agency" is an interview
            if entity.kind == "organization" and candidate.is_verb and candidate.type == "visit":
                continue  # a visit to an institution has no counterpart
            if entity.kind == "place" and not entity.is_country:
                entity = country_entity(document, span, capital=True) or entity
            if entity.kind != "place" or entity.is_country:
                candidate.add(Party(entity, part, span, rule))


def _verb_parties(document: Document, candidate: Candidate) -> None:
    verb = candidate.head
    lemma = verb.lemma_.lower()
    with_heads = after_preposition(verb, _WITH)
    talked_to = after_preposition(verb, {"to"}) if lemma in {"speak", "talk"} else []
    with_heads += [h for obj in objects(verb) if obj.lemma_ == "hand" for h in after_preposition(obj, _WITH)]
    host_verb = lemma in {"host", "receive", "welcome"}
    if candidate.type == "session":
        _body_parties(document, candidate)
        return
    if is_passive(verb):
        _add(document, candidate, agents(verb), "host" if host_verb else "attendee", "agent")
        _add(document, candidate, own_subjects(verb) or subjects(verb), "attendee", "passive subject")
    else:
        _add(
            document,
            candidate,
            subjects(verb) or _understood_subject(verb),
            "host" if host_verb else "attendee",
            "subject",
        )
        _add(
            document,
            candidate,
            [o for o in objects(verb) if o.lemma_ != "hand"],
            "host" if candidate.type == "visit" else "attendee",
            "object",
        )
    _add(document, candidate, with_heads + talked_to, "attendee", "with")
    if host_verb or lemma in {"meet", "gather", "visit"}:
        _add_via_nouns(document, candidate)


def _understood_subject(root: Token) -> list[Token]:
    """Note style ("Official visit; met with the President."): the subject is that of the sentence before."""
    if root.dep_ not in {"ROOT", "conj", "parataxis", "ccomp"} or (
        root.pos_ == "VERB" and root.tag_ not in {"VBD", "VBN"}
    ):
        return []
    sentence = root.sent
    while sentence.start > 0:
        sentence = sentence.doc[sentence.start - 1].sent
        found = own_subjects(sentence.root)
        if found:
            return found
        if root.i - sentence.start > 60:
            break
    return []


def _body_parties(document: Document, candidate: Candidate) -> None:
    """ "addressed the General Assembly", "testified before a Senate committee": the body is there, and so is the speaker."""
    verb = candidate.head
    bodies = [
        o for o in [*objects(verb), *after_preposition(verb, {"before", "to"})] if _is_body(document, o)
    ]
    if bodies:
        _add(document, candidate, bodies, "attendee", "body")
        _add(document, candidate, subjects(verb), "attendee", "speaks to body")


def _is_body(document: Document, head: Token) -> bool:
    return head.lemma_.lower() in _BODIES and head.ent_type_ not in {"PERSON", "GPE"}


def _add_via_nouns(document: Document, candidate: Candidate) -> None:
    """ "met for talks with X", "was received for a meeting with X"."""
    for noun in after_preposition(candidate.head, {"for", "in", "at"}):
        _add(document, candidate, after_preposition(noun, _WITH), "attendee", "with")


def _noun_parties(document: Document, candidate: Candidate) -> None:
    for noun in event_nouns(candidate.head):
        _inside_phrase(document, candidate, noun)
        _participles(document, candidate, noun)
    _carrier(document, candidate)


def _inside_phrase(document: Document, candidate: Candidate, noun: Token) -> None:
    visit = candidate.type == "visit"
    _add(
        document,
        candidate,
        after_preposition(noun, {"between", "among", "amongst", "involving"}),
        "attendee",
        "between",
    )
    _add(document, candidate, after_preposition(noun, _WITH), "attendee", "with")
    _add(document, candidate, after_preposition(noun, {"by"}), "attendee", "by")
    if visit:
        _add(document, candidate, after_preposition(noun, {"to"}), "host", "visit to")
    else:
        _add(document, candidate, after_preposition(noun, {"of"}), "attendee", "of")
        if candidate.type == "call":
            _add(document, candidate, after_preposition(noun, {"to"}), "attendee", "call to")
    for child in noun.children:
        if child.dep_ == "poss":
            _add(document, candidate, conjuncts(child), "attendee", "possessive")
        elif child.dep_ in {"compound", "nmod", "amod"} and child.i < noun.i:
            _modifier(document, candidate, child)
            _sponsor(document, candidate, child)
    _nations(document, candidate, noun)
    _offered(document, candidate, noun)


def _modifier(document: Document, candidate: Candidate, child: Token) -> None:
    """ "a Security Council meeting", "the NATO summit", "the Obama-Putin meeting"."""
    for token in [
        child,
        *[t for t in child.subtree if t.dep_ in {"compound", "nmod", "conj"} and t is not child],
    ]:
        for entity in document.entities_at(token):
            if entity.kind in {"organization", "person"} and entity not in document.entities_at(
                candidate.head
            ):
                span = next(
                    (m.span for m in entity.mentions if m.span.start <= token.i < m.span.end),
                    token.doc[token.i : token.i + 1],
                )
                candidate.add(Party(entity, "attendee", span, "modifier"))


def _nations(document: Document, candidate: Candidate, noun: Token) -> None:
    """ "Iranian-Turkish talks" has two sides; "US talks with Iran" has one before the noun."""
    doc = noun.doc
    left = min([c.left_edge.i for c in noun.lefts] or [noun.i])
    for i in range(left, noun.i - 2):
        if doc[i + 1].text in _HYPHENS:
            pair = [doc[i : i + 1], doc[i + 2 : i + 3]]
            countries = [country_entity(document, span) for span in pair]
            if all(countries):
                for span, country in zip(pair, countries, strict=True):
                    if country is not None:
                        candidate.add(Party(country, "attendee", span, "nation pair"))
                return
    if candidate.type in {"talks", "meeting"} and any(p.rule == "with" for p in candidate.parties):
        for child in noun.lefts:
            if child.dep_ in {"amod", "compound"}:
                span = doc[child.i : child.i + 1]
                country = country_entity(document, span)
                if country is not None:
                    candidate.add(Party(country, "attendee", span, "nation"))


def _sponsor(document: Document, candidate: Candidate, child: Token) -> None:
    """ "UN-brokered talks": the one in front of the participle mediates or hosts."""
    word = child.lower_.rsplit("-", 1)[-1]
    if word not in _SPONSORED:
        return
    part: Part = "host" if word.startswith(("host", "organi", "conven")) else "mediator"
    sponsors = [t for t in child.children if t.i < child.i and t.pos_ in {"PROPN", "NOUN"}]
    _add(document, candidate, sponsors or [child], part, "sponsor")


def _offered(document: Document, candidate: Candidate, noun: Token) -> None:
    """ "rejected an offer of talks from X": who offers and who answers are the two sides."""
    offer = noun.head.head
    if noun.dep_ != "pobj" or offer.lemma_.lower() not in _OFFERS:
        return
    _add(document, candidate, after_preposition(offer, {"from", "by", "with"}), "attendee", "offer")
    _add(document, candidate, [c for c in offer.children if c.dep_ == "poss"], "attendee", "offer")
    if offer.dep_ in {"dobj", "pobj"} and (verb := governing_verb(offer)) is not None and verb.lemma_.lower() in _ANSWERS:
        if offer.dep_ == "dobj":
            _add(document, candidate, after_preposition(verb, {"from", "by"}), "attendee", "offer")
        _add(document, candidate, subjects(verb), "attendee", "offer")


def _participles(document: Document, candidate: Candidate, noun: Token) -> None:
    """ "talks hosted by X", "talks that X attended", "a meeting involving X"."""
    for clause in noun.children:
        if clause.dep_ not in {"acl", "relcl"} or clause.lemma_.lower() not in _HELD | set(_CARRIERS) | {
            "bring",
            "draw",
        }:
            continue
        candidate.events.append(clause)
        lemma = clause.lemma_.lower()
        part = _CARRIERS.get(lemma, "attendee")
        _add(document, candidate, agents(clause), "host" if part == "attendee" else part, "held by")
        _add(document, candidate, after_preposition(clause, _WITH | {"between"}), "attendee", "with")
        if lemma in {"involve", "include", "bring", "draw"}:
            _add(document, candidate, objects(clause), "attendee", "involving")
        elif not is_passive(clause):
            _add(document, candidate, own_subjects(clause), part, "held")


def _carrier(document: Document, candidate: Candidate) -> None:
    """The verb that carries the event noun: its subject takes part, and so do those after its ``with``."""
    noun = event_nouns(candidate.head)[-1]
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    if noun.dep_ in {"dobj", "nsubjpass", "obj"} and noun.head.pos_ in {"VERB", "AUX"}:
        _carried(document, candidate, noun)
    elif noun.dep_ in {"pobj", "pcomp"}:
        _prepositional(document, candidate, noun)
        if candidate.type == "call" and noun.head.lower_ in {"in", "during", "by"}:
            _told_in_call(document, candidate, noun.head)
    elif noun.dep_ == "ROOT" and any(p.rule == "with" for p in candidate.parties):
        _add(document, candidate, _understood_subject(noun), "attendee", "understood subject")
    elif noun.dep_ in {"nsubj"}:
        candidate.events.append(noun.head)
        _add(document, candidate, after_preposition(noun.head, _WITH | {"between"}), "attendee", "with")
        for clause in noun.head.children:  # "talks are underway with X to …": the parser takes "with" for a conjunction
            if clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "with" for c in clause.children):
                _add(document, candidate, own_subjects(clause), "attendee", "with")
        if noun.head.lemma_.lower() in {"bring", "include", "involve", "draw", "gather"}:
            _add(document, candidate, objects(noun.head), "attendee", "brings")


def _carried(document: Document, candidate: Candidate, noun: Token) -> None:
    verb = noun.head
    lemma = verb.lemma_.lower()
    candidate.events.append(verb)
    if lemma in _ARRANGERS and any(p.rule == "with" for p in candidate.parties) and not is_passive(verb):
        _add(document, candidate, subjects(verb), "attendee", "arranger")
    if lemma not in _CARRIERS:
        return
    part = _CARRIERS[lemma]
    if lemma in ATTENDING and any(c.dep_ == "neg" for c in verb.children):
        part = "absent"
    if is_passive(verb):
        holds = part == "attendee" and lemma not in ATTENDING
        _add(document, candidate, agents(verb), "host" if holds else part, "held by")
    else:
        _add(document, candidate, subjects(verb), part, "carrier subject")
    _add(document, candidate, after_preposition(verb, _WITH | {"between"}), "attendee", "with")
    for head in after_preposition(verb, {"with"}):  # "with the participation of"
        if head.lemma_.lower() in {"participation", "presence", "attendance"}:
            _add(document, candidate, after_preposition(head, {"of"}), "attendee", "with")
    for prep in verb.children:  # "of X, Y as well as Z" sometimes hangs on the verb
        if prep.dep_ == "cc" and prep.lower_ == "as":
            _add(
                document,
                candidate,
                [
                    x
                    for c in verb.children
                    if c.dep_ == "conj" and c.pos_ in {"PROPN", "NOUN"}
                    for x in conjuncts(c)
                ],
                "attendee",
                "with",
            )


def _prepositional(document: Document, candidate: Candidate, noun: Token) -> None:
    """ "said after talks with X", "took part in the meeting", "arrived for a summit"."""
    prep = noun.head
    if prep.dep_ not in {"prep", "advmod", "mark", "pcomp"} or prep.lower_ not in _DURING | {
        "ahead",
        "of",
        "prior",
        "until",
    }:
        return
    above = prep
    while above.head.dep_ == "prep" or above.head.pos_ == "ADP":
        above = above.head
    governor = above.head
    if governor.pos_ in {"NOUN", "PROPN"} and governor.lemma_.lower() in {
        "participation",
        "participant",
        "speech",
        "address",
        "part",
        "delegate",
        "guest",
        "speaker",
        "attendee",
    }:
        _add(
            document,
            candidate,
            [c for c in governor.children if c.dep_ == "poss"],
            "attendee",
            "participation",
        )
    verb = governing_verb(governor)
    if verb is None:
        return
    lemma = verb.lemma_.lower()
    if lemma == "preside":
        candidate.events.append(verb)
        _add(document, candidate, subjects(verb), "host", "presides")
        _add(document, candidate, after_preposition(verb, _WITH), "host", "presides")
        return
    named_others = any(p.rule in {"with", "between"} for p in candidate.parties)
    if prep.lower_ == "for" and lemma in _GATHERING and not is_passive(verb):
        _add(document, candidate, subjects(verb), "host", "gathers")
        _add(document, candidate, objects(verb), "attendee", "gathers")
    if lemma in _JOINERS or candidate.caption or named_others:
        candidate.events.append(verb)
        heads = [s for s in subjects(verb) if s.lemma_.lower() not in _REPORTERS]
        people = [s for s in heads if _personal(document, s)]
        if prep.lower_ in {"in", "at", "during", "into", "to", "for", "by"} or named_others:
            missing = lemma in ATTENDING and any(c.dep_ == "neg" for c in verb.children)
            _add(document, candidate, people, "absent" if missing else "attendee", "speaks at")
        if candidate.type == "call" and prep.lower_ in {"in", "during", "by"}:
            _add(
                document,
                candidate,
                [o for o in objects(verb) if _named_person(document, o)],
                "attendee",
                "told in a call",
            )
        if lemma in {"greet", "welcome", "join", "chat", "shake"}:
            _add(
                document,
                candidate,
                objects(verb) + after_preposition(verb, {"with"}),
                "attendee",
                "greets at",
            )


def _told_in_call(document: Document, candidate: Candidate, prep: Token) -> None:
    """ "X told Y, in a telephone call, …": the nearest verb of telling before the phrase names both ends of the line."""
    before = reversed(list(prep.doc[prep.sent.start : prep.i]))
    for token in [*before, *([prep.head] if prep.head.pos_ == "VERB" else [])]:
        if token.pos_ == "VERB" and token.lemma_.lower() in _TELLING:
            people = [t for t in [*subjects(token), *objects(token)] if _named_person(document, t)]
            _add(document, candidate, people, "attendee", "told in a call")
            return


def _named_person(document: Document, head: Token) -> bool:
    return any(e.kind in {"person", "office"} for e in document.entities_at(head))


def _personal(document: Document, head: Token) -> bool:
    return any(
        e.kind in {"person", "office", "group"} for e in document.entities_at(head)
    ) or not document.entities_at(head)
