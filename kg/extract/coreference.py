"""Pronouns and noun phrases that refer back: "he", "the analyst", "the two leaders", "both countries"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.extract.document import Document, Entity, TitlePhrase
from kg.extract.gender import Gender, gender_of
from kg.extract.lexicon import load_lexicon
from kg.extract.office_holders import find_holder, same_office, title_head
from kg.extract.syntax import after_preposition, objects, subjects

_HE: dict[str, Gender] = {
    "he": "he",
    "him": "he",
    "his": "he",
    "himself": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "herself": "she",
}
_THEY = frozenset({"they", "them", "their", "themselves", "both"})
_TWO_PEOPLE = frozenset(
    {
        "leaders",
        "men",
        "presidents",
        "ministers",
        "officials",
        "diplomats",
        "pair",
        "candidates",
        "women",
        "duo",
        "counterparts",
        "politicians",
        "heads",
        "secretaries",
        "envoys",
    }
)
_TWO_COUNTRIES = frozenset(
    {
        "countries",
        "nations",
        "sides",
        "governments",
        "states",
        "neighbors",
        "neighbours",
        "parties",
        "capitals",
        "allies",
    }
)
_SAYING = frozenset(
    (
        "say tell add note state argue explain warn stress insist announce declare write ask comment "
        "continue conclude claim acknowledge"
    ).split()
)
_DECIDING = frozenset({"agree", "decide", "refuse", "promise", "pledge", "hope", "plan", "deny", "signal"})
_MEETING = frozenset({"meet", "talk", "speak", "negotiate", "confer", "host", "welcome", "receive", "greet"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_REACH = 3
"""Sentences back in which a pronoun looks for its person."""


def resolve_coreference(document: Document) -> None:
    """Add the pronoun and nominal mentions of people and pairs, in text order; names, roles and offices must
    have been found.
    """
    genders: dict[int, Gender | None] = {}
    phrases = {phrase.head: phrase for phrase in document.titles}
    for token in document.doc:
        if document.boilerplate[token.i]:
            continue
        word = token.lower_
        if (word in _TWO_PEOPLE or word in _TWO_COUNTRIES) and _is_pair(token):
            _pair(document, token)
        if token.i in document.referents:
            continue
        if word in _HE:
            _pronoun(document, token, _HE[word], genders)
        elif word in _THEY:
            _they(document, token)
        elif word == "it" and token.dep_ in _SUBJECTS:
            _it(document, token)
        elif (
            token.i in phrases
            and not phrases[token.i].attached
            and phrases[token.i].determiner in {"the", "this", "that"}
        ):
            _definite(document, phrases[token.i])


def _pronoun(document: Document, token: Token, gender: Gender, genders: dict[int, Gender | None]) -> None:
    best: tuple[float, Entity] | None = None
    for person, distance, mention in _people_before(document, token):
        if id(person) not in genders:
            genders[id(person)] = gender_of(document, person)
        known = genders[id(person)]
        if _co_argument(mention, token):
            continue
        if known is not None and known != gender:
            if not (gender == "she" and known == "he" and best is None and distance == 0):
                continue
            continue
        score = -2.0 * distance + _prominence(mention, token)
        score += 1.0 if known == gender else 0.0
        if best is None or score > best[0]:
            best = (score, person)
    if best is not None:
        genders[id(best[1])] = genders[id(best[1])] or gender  # who was "her" once is not "he" later
        document.add_mention(best[1], token.doc[token.i : token.i + 1], "pronoun")


def _co_argument(mention: Token, pronoun: Token) -> bool:
    """Whether both stand with one verb, as in "Dahl met him" or "he spoke to her": two people."""
    if pronoun.lower_.endswith("self") or pronoun.dep_ not in {"dobj", "dative", "pobj"}:
        return False
    verb = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
    return mention.dep_ in _SUBJECTS and mention.head == verb


def _people_before(document: Document, token: Token) -> list[tuple[Entity, int, Token]]:
    """People denoted before ``token``, nearest first, each with the distance in sentences and the token that
    denotes them.
    """
    found: list[tuple[Entity, int, Token]] = []
    seen: set[tuple[int, int]] = set()
    doc, distance = token.doc, 0
    sentence = token.sent
    i = token.i - 1
    while i >= 0:
        while i < sentence.start:
            distance += 1
            sentence = doc[i].sent
        if distance > _REACH:
            break
        entities = document.referents.get(i, ())
        if (
            len(entities) == 1
            and entities[0].kind in {"person", "office"}
            and (id(entities[0]), distance) not in seen
        ):
            seen.add((id(entities[0]), distance))
            found.append((entities[0], distance, doc[i]))
        i -= 1
    return found


def _prominence(mention: Token, pronoun: Token) -> float:
    """How well ``mention`` stands out: subjects and speakers more than objects, possessors least."""
    if mention.dep_ in {"nsubj", "nsubjpass"}:
        speaks = mention.head.lemma_ in _SAYING
        return 3.0 if speaks else 2.5
    if mention.dep_ in {"poss", "compound", "nmod"}:
        return 0.0
    if mention.sent == pronoun.sent and mention.head == pronoun.head and pronoun.dep_ in {"nsubj", "dobj"}:
        return -2.0
    return 1.0


def _definite(document: Document, phrase: TitlePhrase) -> None:
    """ "the analyst", "the president": the person with that title, the one last mentioned if there are
    several.
    """
    if phrase.plural or phrase.former or phrase.end > phrase.head + 1 and phrase.of is None:
        return
    span = document.doc[phrase.start : phrase.end]
    holder = find_holder(document, phrase.title, phrase.of)
    if holder is None and phrase.of is None:
        titled = [c.person for c in document.roles if c.title and same_office(c.title, phrase.title)]
        token = document.doc[phrase.head]
        before = _people_before(document, token)
        holder = next((person for person, _, _ in before if person in titled), None)
        if holder is None and title_head(phrase.title) in load_lexicon().speakers:
            holder = next(
                (person for person, distance, at in before if distance <= 2 and at.dep_ in _SUBJECTS), None
            )
    if holder is not None and any(mention.span.start < phrase.start for mention in holder.mentions):
        document.add_mention(holder, span, "nominal")


def _is_pair(token: Token) -> bool:
    """Whether the plural noun is told of two: "the two leaders", "both men", "the pair"."""
    if token.lower_ in {"pair", "duo"}:
        return any(child.dep_ == "det" for child in token.children)
    return any(child.lower_ in {"two", "both"} for child in token.children)


def _pair(document: Document, token: Token) -> None:
    countries = token.lower_ in _TWO_COUNTRIES
    members = _last_coordinated(document, token, "country" if countries else "person", exactly=2)
    if not members and token.lower_ in {"sides", "parties"}:
        members = _last_coordinated(document, token, "person", exactly=2)
    _denote(document, token, members)


def _they(document: Document, token: Token) -> None:
    if token.lower_ == "both" and token.dep_ in {"preconj", "cc", "det", "predet"}:
        return
    antecedent = _plural_subject(document, token)
    _denote(document, token, antecedent)


def _plural_subject(document: Document, token: Token) -> tuple[Entity, ...]:
    """What "they" means: the nearest subject that is several people or a group, in this sentence or the two
    before it.
    """
    first = token.sent.start
    for _ in range(2):
        if first > 0:
            first = token.doc[first - 1].sent.start
    for i in range(token.i - 1, first - 1, -1):
        candidate = token.doc[i]
        if candidate.dep_ not in {"nsubj", "nsubjpass"}:
            continue
        entities = _coordinated(document, candidate)
        if len(entities) > 1 or entities and entities[0].kind == "group":
            return entities
        if entities and (partners := _partners(document, candidate.head, entities[0])):
            return (*entities, *partners)
    return ()


def _partners(document: Document, verb: Token, one: Entity) -> tuple[Entity, ...]:
    """Whom ``one`` met or talked with, by the verb of the sentence: "X met Y. They ..." are both."""
    if verb.lemma_ in _MEETING:
        heads = objects(verb) + after_preposition(verb, {"with"})
    elif verb.lemma_ in {"hold", "have"}:
        heads = after_preposition(verb, {"with"})
        heads += [other for target in objects(verb) for other in after_preposition(target, {"with"})]
    else:
        return ()
    others = [e for head in heads for e in _coordinated(document, head) if e is not one]
    people = {"person", "office"}
    return tuple(e for e in others if e.kind == one.kind or {e.kind, one.kind} <= people)


def _it(document: Document, token: Token) -> None:
    """ "The Alliance said it would not take part": the body or country that says so in the same sentence."""
    verb = token.head
    while verb.dep_ in {"ccomp", "xcomp", "conj", "advcl"} and verb.head is not verb:
        verb = verb.head
        if verb.lemma_ in _SAYING or verb.lemma_ in _DECIDING:
            for subject in subjects(verb):
                for entity in document.entities_at(subject):
                    if subject.i < token.i and (
                        entity.kind in {"organization", "group"} or entity.is_country
                    ):
                        document.add_mention(entity, token.doc[token.i : token.i + 1], "pronoun")
                        return


def _coordinated(document: Document, head: Token) -> tuple[Entity, ...]:
    found: list[Entity] = list(document.entities_at(head))
    for conjunct in head.conjuncts:
        found += [e for e in document.entities_at(conjunct) if e not in found]
    return tuple(found)


def _last_coordinated(document: Document, token: Token, kind: str, *, exactly: int) -> tuple[Entity, ...]:
    """The ``exactly`` people or countries that the last sentence before ``token`` with so many of them tells
    of.
    """
    doc = token.doc
    sentence, end = token.sent, token.i
    for _ in range(_REACH + 1):
        members: list[Entity] = []
        for i in range(sentence.start, end):
            for entity in document.referents.get(i, ()):
                fits = entity.is_country if kind == "country" else entity.kind in {"person", "office"}
                if fits and entity not in members:
                    members.append(entity)
        if len(members) == exactly:
            return tuple(members)
        if len(members) > exactly or sentence.start == 0:
            return ()
        sentence = doc[sentence.start - 1].sent
        end = sentence.end
    return ()


def _denote(document: Document, token: Token, entities: tuple[Entity, ...]) -> None:
    if not entities:
        return
    form = "pronoun" if token.pos_ == "PRON" else "nominal"
    span = _with_modifiers(token)
    for group in document.referents.pop(token.i, ()):
        _forget(document, group, token)
    for entity in entities:
        if form == "pronoun":
            document.add_mention(entity, span, "pronoun")
        else:
            document.add_mention(entity, span, "nominal")
    document.referents[token.i] = entities


def _forget(document: Document, group: Entity, token: Token) -> None:
    """Take back that ``token`` heads a mention of ``group``; a group without mentions goes."""
    group.mentions = [m for m in group.mentions if not m.span.start <= token.i < m.span.end]
    if not group.mentions:
        document.entities.remove(group)


def _with_modifiers(token: Token) -> Span:
    start = token.i
    for child in token.lefts:
        if child.dep_ in {"det", "nummod", "amod"}:
            start = min(start, child.i)
    return token.doc[start : token.i + 1]
