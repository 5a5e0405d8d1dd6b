"""Who holds which office: a role for each title that the article gives to a named person."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.extract.document import Document, Entity, RoleClaim, TitlePhrase
from kg.extract.lexicon import Lexicon, load_lexicon
from kg.extract.nations import country_of, us_state_of
from kg.extract.office_holders import title_before
from kg.extract.role_context import complete_roles
from kg.extract.role_patterns import Mentions
from kg.extract.syntax import after_preposition, agents, is_passive, noun_phrase, objects, subjects
from kg.extract.title_modifiers import NameIndex
from kg.extract.titles import find_titles

_COPULAS = frozenset(
    {"be", "become", "remain", "elect", "re-elect", "appoint", "name", "reelect", "choose", "serve"}
)
_LED_BY = range(3, 12)
"""Tokens from a body to the title in "the Council, which is led by Prime Minister X"."""
_FOLLOWINGS = frozenset({"party", "faction", "movement", "group", "militia", "bloc", "coalition", "campaign"})
_AFFILIATED = frozenset({"of", "with", "from", "at"})


def find_roles(document: Document) -> None:
    """Fill ``document.titles`` and ``document.roles``; names must have been found."""
    find_titles(document)
    lexicon, mentions, names = load_lexicon(), Mentions(document), NameIndex(document)
    used: set[int] = set()
    claims: list[RoleClaim] = []
    for claim, phrase in _told_beside_name(document, mentions, used):
        if not _tells_nothing(phrase, lexicon):
            claims.append(claim)
        used.add(phrase.head)
        phrase.attached = True
    claims += _told_by_verb(document, used)
    claims += _led(document, names, _holders(document, claims))
    claims = _governed(claims)
    claims += _employed(document, names)
    _affiliate(document, mentions, names, claims)
    document.roles.extend(complete_roles(document, claims))
    _name_counterparts(document)


def _name_counterparts(document: Document) -> None:
    """ "his Italian counterpart, X": the title is that of the person told of before."""
    kept = []
    for claim in document.roles:
        if claim.title is not None and claim.title.lower().endswith("counterpart"):
            claim.title = title_before(document, claim.span.start)
        if claim.title is not None or claim.of is None or country_of(claim.of) is None:
            kept.append(claim)
    document.roles[:] = kept


def _holders(document: Document, claims: list[RoleClaim]) -> dict[int, Entity]:
    """The person that each title noun beside a name denotes."""
    return {
        phrase.head: claim.person
        for phrase in document.titles
        if phrase.attached and not phrase.plural
        for claim in claims
        if claim.span.start <= phrase.start and phrase.end <= claim.span.end
    }


def _tells_nothing(phrase: TitlePhrase, lexicon: Lexicon) -> bool:
    """Whether the title is only a form of honour or a relation ("Mullah", "resident", "colleague")."""
    if phrase.title.lower() == "head" and phrase.determiner in {"his", "her", "their", "my"}:
        return True  # part of the body
    words = phrase.title.lower().split()
    return words[-1] in lexicon.bystanders or (len(words) == 1 and words[0].rstrip(".") in lexicon.honorifics)


def _told_beside_name(
    document: Document, mentions: Mentions, used: set[int]
) -> Iterator[tuple[RoleClaim, TitlePhrase]]:
    for phrase in document.titles:
        people = mentions.names_after(phrase)
        if people:
            mentions.share_body_before(phrase)
        for at, (span, person) in enumerate(people):
            yield _claim(document, person, phrase, span, at), phrase
    for span, person in list(mentions.people.values()):
        for phrase in mentions.apposition_after(span):
            if phrase.head not in used:
                yield _claim(document, person, phrase, span), phrase
    for phrase in document.titles:
        if phrase.head in used:
            continue
        if phrase.plural and not _one_of(mentions, phrase):
            yield from _apposed_list(document, mentions, phrase)
            continue
        named = mentions.name_behind_comma(phrase)
        if named is not None:
            yield _claim(document, named[1], phrase, named[0]), phrase


def _one_of(mentions: Mentions, phrase: TitlePhrase) -> bool:
    """Whether a plural title is told of one: "one of his lawyers, X"."""
    return mentions.word(phrase.start - 1) == "of" and mentions.word(phrase.start - 2) == "one"


def _apposed_list(
    document: Document, mentions: Mentions, phrase: TitlePhrase
) -> Iterator[tuple[RoleClaim, TitlePhrase]]:
    """Several people in apposition to a plural title: "two deputies, X and Y"; "the presidents of A and B
    - X and Y"."""
    mark = mentions.word(phrase.end)
    if (
        mark not in {",", "–", "—", "-", "--", ":"}
        or mark == ","
        and not phrase.determiner
        and not phrase.party
    ):
        return
    start = phrase.end + 1
    if mentions.word(start) == "from" and mentions.word(start + 1) in {"left", "right"}:
        start += 3
    people = list(mentions.listed(start))
    if len(people) > 1 and (not phrase.countries or len(phrase.countries) == len(people)):
        for at, (span, person) in enumerate(people):
            yield _claim(document, person, phrase, span, at), phrase


def _claim(
    document: Document, person: Entity, phrase: TitlePhrase, name: Span | None = None, at: int = 0
) -> RoleClaim:
    of = phrase.countries[at] if at < len(phrase.countries) else phrase.of
    words = set(phrase.title.lower().replace("-", " ").split())
    if phrase.party and of in {None, "United States"} and words & load_lexicon().party_titles:
        of = phrase.party  # a candidate stands for a party
    start, end = phrase.start, phrase.end
    if name is not None:
        start, end = min(start, name.start), max(end, name.end)
    span = document.doc[start:end]
    return RoleClaim(person, _written_out(phrase.title), of, span, former=phrase.former, acting=phrase.acting)


def _written_out(title: str) -> str:
    """ "Sen." and "Gov." as the words that news uses for the same people elsewhere; other abbreviations
    stay as they are. A "Minster" is a frequent misspelling."""
    title = title.replace("Minster", "Minister").replace("minster", "minister")
    return {"sen": "Senator", "sens": "Senator", "gov": "Governor"}.get(title.lower().rstrip("."), title)


def _told_by_verb(document: Document, used: set[int]) -> Iterator[RoleClaim]:
    """ "X is the head of Y", "X was elected chairman", "X served as ambassador"."""
    for phrase in document.titles:
        if phrase.head in used or phrase.plural or _tells_nothing(phrase, load_lexicon()):
            continue
        verb = _copula(document.doc[phrase.head])
        if verb is None or _unreal(verb):
            continue
        for subject in subjects(verb):
            for person in document.entities_at(subject):
                if person.kind == "person" and subject.i < phrase.head:
                    used.add(phrase.head)
                    yield _claim(document, person, phrase)


def _copula(head: Token) -> Token | None:
    """The verb that makes ``head`` a predicate."""
    verb = head.head
    if head.dep_ in {"attr", "oprd"} and verb.lemma_ in _COPULAS:
        return verb
    if head.i > 2 and head.nbor(-1).lower_ == "elected" and head.nbor(-2).text == "-":
        return head.nbor(-3)  # "re-elected chairman", which the parser takes apart
    if (
        head.dep_ == "pobj"
        and verb.lower_ == "as"
        and verb.head.lemma_
        in {
            "serve",
            "work",
            "elect",
            "appoint",
            "name",
            "step",
            "resign",
            "retire",
            "quit",
            "remain",
            "act",
            "confirm",
            "swear",
            "install",
            "inaugurate",
            "reappoint",
        }
    ):
        return verb.head
    return None


def _unreal(verb: Token) -> bool:
    """Negated, or only possible: "is not", "would be", "wants to become", "if she is"."""
    for child in verb.children:
        if (
            child.dep_ == "neg"
            or child.dep_ == "mark"
            and child.lower_ in {"if", "whether", "unless"}
            or (
                child.dep_ == "aux"
                and child.lower_ in {"would", "could", "might", "may", "should", "will", "can", "to"}
            )
        ):
            return True
    return False


def _governed(claims: list[RoleClaim]) -> list[RoleClaim]:
    """ "the Council, led by Prime Minister X": the body is that of the title told beside the name."""
    kept = []
    for claim in claims:
        titled = [c for c in claims if c.person is claim.person and c.of is None and c is not claim]
        beside = [c for c in titled if c.title and c.span.start - claim.span.start in _LED_BY]
        if (
            claim.confidence < 1.0
            and claim.title == "leader"
            and beside
            and claim.span.end >= beside[0].span.end
        ):
            beside[0].of = claim.of
        else:
            kept.append(claim)
    return kept


def _employed(document: Document, names: NameIndex) -> Iterator[RoleClaim]:
    """ "X, who works at Y", "Z serves in the Senate": the body where somebody works."""
    for token in document.doc:
        if token.lemma_ not in {"work", "serve"} or token.pos_ != "VERB" or document.boilerplate[token.i]:
            continue
        places = after_preposition(token, {"at", "in", "for", "with", "on"})
        bodies = [names.at(place.i) for place in places]
        body = next((b for b in bodies if b is not None and b[1].kind == "organization"), None)
        if body is None or _unreal(token):
            continue
        for subject in subjects(token):
            for person in document.entities_at(subject):
                if person.kind == "person" and subject.i < token.i:
                    whole = document.doc[subject.i : body[0].end]
                    title = "member" if token.lemma_ == "serve" else None
                    yield RoleClaim(person, title, body[1].name, whole, confidence=0.7)


def _led(document: Document, names: NameIndex, holders: dict[int, Entity]) -> Iterator[RoleClaim]:
    """ "X, who heads Y"; "an economist who heads Y"; "Z, who teaches history at Y"; "Y, led by X".

    ``holders`` are the people by the head of the title told beside their name.
    """
    verbs = load_lexicon().verbs
    for token in document.doc:
        title = verbs.get(token.lemma_.lower())
        if title is None or token.pos_ != "VERB" or document.boilerplate[token.i] or _unreal(token):
            continue
        if is_passive(token):
            yield from _led_by(document, names, token, title)
            continue
        body = _led_body(token, names)
        if token.lemma_.lower() == "teach":
            title, body = _taught(token, names)
        if body is None:
            continue
        for subject in subjects(token):
            people = document.entities_at(subject) or tuple(filter(None, [holders.get(subject.i)]))
            for person in people:
                if person.kind == "person" and subject.i < token.i:
                    whole = document.doc[subject.i : max(body[0].end, token.i + 1)]
                    yield RoleClaim(person, title, body[1].name, whole, confidence=0.7)


def _led_body(token: Token, names: NameIndex) -> tuple[Span, Entity] | None:
    """The organisation that is the object of ``token``."""
    for target in objects(token):
        named = names.at(target.i)
        if named is not None and named[1].kind == "organization":
            return named
    return None


def _taught(token: Token, names: NameIndex) -> tuple[str, tuple[Span, Entity] | None]:
    """What a teacher teaches and where: "history teacher" at the school."""
    subject = next((noun_phrase(target).text for target in objects(token) if target.pos_ == "NOUN"), "")
    for place in after_preposition(token, {"at", "in"}) + [
        x for target in objects(token) for x in after_preposition(target, {"at", "in"})
    ]:
        named = names.at(place.i)
        if named is not None and named[1].kind == "organization":
            return f"{subject} teacher".strip(), named
    return "", None


def _led_by(document: Document, names: NameIndex, token: Token, title: str) -> Iterator[RoleClaim]:
    body = names.at(token.head.i) if token.dep_ in {"acl", "relcl"} else None
    if body is None or body[1].kind != "organization":
        return
    for agent in agents(token):
        for person in document.entities_at(agent):
            if person.kind == "person":
                whole = document.doc[body[0].start : agent.i + 1]
                yield RoleClaim(person, title, body[1].name, whole, confidence=0.7)


def _affiliate(document: Document, mentions: Mentions, names: NameIndex, claims: list[RoleClaim]) -> None:
    """ "X of the Red Cross", "the Oslo Centre's X": the body of a title that has none, or an
    affiliation of its own."""
    doc = document.doc
    regions = {
        e.name
        for e in document.entities
        if e.kind == "place" and not e.is_country and us_state_of(e.name) is None
    }
    for span, person in mentions.people.values():
        body = _body_after(mentions, names, span) or _body_before(mentions, names, span)
        body = body or _own_body(mentions, names, span)
        if body is None:
            continue
        body_span, entity = body
        beside = [
            c for c in claims if c.person is person and c.span.start <= span.start and c.span.end >= span.end
        ]
        open_claims = [
            c for c in beside if c.of is None or (entity.kind == "organization" and c.of in regions)
        ]
        of = entity.country if entity.is_country else entity.name
        for claim in open_claims:
            claim.of = of
        if entity.kind == "organization" and not any(
            c.person is person and c.of and country_of(c.of) is None for c in claims
        ):
            whole = doc[min(span.start, body_span.start) : max(span.end, body_span.end)]
            claims.append(RoleClaim(person, None, of, whole))

    for claim in claims:  # "the lawmakers X, Y and Z of the Green Party"
        if claim.of is None and claim.title is not None:
            same = (
                c.of for c in claims if c.span.start == claim.span.start and c.title == claim.title and c.of
            )
            claim.of = next(same, None)


def _body_after(mentions: Mentions, names: NameIndex, span: Span) -> tuple[Span, Entity] | None:
    i = span.end + (mentions.word(span.end) == ",")
    if mentions.word(i) not in _AFFILIATED:
        return None
    limit = i + 9
    place: tuple[Span, Entity] | None = None
    i += 1
    while i < min(limit, len(mentions.doc)):
        named = names.at(i)
        if named is not None:
            if named[1].kind == "organization":
                return named
            if named[1].kind == "person":
                if mentions.word(named[0].end) not in {"'s", "’s"}:
                    return None
                i = named[0].end + 1  # "X of Y's Reform faction"
                continue
            place = place or named
            i = named[0].end
            if mentions.word(i) in {"'s", "’s", "-"}:
                place, i = None, i + 1
                continue
            break
        token = mentions.doc[i]
        modifies = token.pos_ in {"DET", "ADJ", "NOUN", "PROPN", "ADV", "NUM", "CCONJ"} or token.tag_ == "VBN"
        if not modifies and token.text not in {"-", "'s", "’s"}:
            break
        i += 1
    return place if mentions.word(span.end) == "of" else None


def _own_body(mentions: Mentions, names: NameIndex, span: Span) -> tuple[Span, Entity] | None:
    """ "Dahl's Reform party", "Dahl, whose Reform party won": the party or group that is somebody's."""
    i = span.end + (mentions.word(span.end) == ",")
    if mentions.word(i) not in {"'s", "’s", "whose"}:
        return None
    for k in range(i + 1, min(i + 5, len(mentions.doc))):
        named = names.at(k)
        if named is not None:
            end = named[0].end
            party = {mentions.word(end), mentions.word(end - 1), mentions.word(k - 1)} & _FOLLOWINGS
            return named if named[1].kind == "organization" and party else None
        if mentions.doc[k].pos_ not in {"ADJ", "NOUN", "ADV"}:
            return None
    return None


def _body_before(mentions: Mentions, names: NameIndex, span: Span) -> tuple[Span, Entity] | None:
    if mentions.word(span.start - 1) not in {"'s", "’s", "’"}:
        return None
    named = names.at(span.start - 2)
    return named if named is not None and named[1].kind == "organization" else None
