"""The bodies that people belong to: "X of the Red Cross", "Y, who works for Z", "V's Green Party"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from kg.extract.document import Document, Entity, RoleClaim
from kg.extract.nations import country_of, us_state_of
from kg.extract.role_patterns import Mentions
from kg.extract.syntax import after_preposition, is_unreal, subjects, with_lemma
from kg.extract.title_modifiers import NameIndex

_FOLLOWINGS = frozenset({"party", "faction", "movement", "group", "militia", "bloc", "coalition", "campaign"})
_AFFILIATED = frozenset({"of", "with", "from", "at"})


def employed(document: Document, names: NameIndex) -> Iterator[RoleClaim]:
    """ "X, who works at Y", "Z serves in the Senate": the body where somebody works."""
    for token in with_lemma(document.doc, {"work", "serve"}):
        if token.pos_ != "VERB" or document.boilerplate[token.i]:
            continue
        places = after_preposition(token, {"at", "in", "for", "with", "on"})
        bodies = [names.at(place.i) for place in places]
        body = next((b for b in bodies if b is not None and b[1].kind == "organization"), None)
        if body is None or is_unreal(token):
            continue
        for subject in subjects(token):
            for person in document.entities_at(subject):
                if person.kind == "person" and subject.i < token.i:
                    whole = document.doc[subject.i : body[0].end]
                    title = "member" if token.lemma_ == "serve" else None
                    yield RoleClaim(person, title, body[1].name, whole, confidence=0.7)


def affiliate(document: Document, mentions: Mentions, names: NameIndex, claims: list[RoleClaim]) -> None:
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
