"""Who holds which office: a role for each title that the article gives to a named person."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.extract.affiliations import affiliate, employed
from kg.extract.document import Document, Entity, RoleClaim, TitlePhrase
from kg.extract.lexicon import Lexicon, load_lexicon
from kg.extract.nations import country_of
from kg.extract.office_holders import title_before
from kg.extract.role_context import complete_roles
from kg.extract.role_patterns import Mentions
from kg.extract.syntax import (
    after_preposition,
    agents,
    is_passive,
    is_unreal,
    noun_phrase,
    objects,
    subjects,
    with_lemma,
)
from kg.extract.title_modifiers import NameIndex
from kg.extract.titles import find_titles

_COPULAS = frozenset(
    {"be", "become", "remain", "elect", "re-elect", "appoint", "name", "reelect", "choose", "serve"}
)
_LED_BY = range(3, 12)
"""Tokens from a body to the title in "the Council, which is led by Prime Minister X"."""


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
    claims += employed(document, names)
    affiliate(document, mentions, names, claims)
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
        if verb is None or is_unreal(verb):
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


def _led(document: Document, names: NameIndex, holders: dict[int, Entity]) -> Iterator[RoleClaim]:
    """ "X, who heads Y"; "an economist who heads Y"; "Z, who teaches history at Y"; "Y, led by X".

    ``holders`` are the people by the head of the title told beside their name.
    """
    verbs = load_lexicon().verbs
    for token in with_lemma(document.doc, verbs):
        title = verbs.get(token.lemma_.lower())
        if title is None or token.pos_ != "VERB" or document.boilerplate[token.i] or is_unreal(token):
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
