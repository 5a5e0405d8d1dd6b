"""Completing roles from the rest of the article: the country of "President Obama", and one role instead of several tellings of it."""

from __future__ import annotations

from collections import Counter

from kg.extract.document import Document, Entity, RoleClaim
from kg.extract.lexicon import Lexicon, load_lexicon
from kg.extract.name_clusters import plain
from kg.extract.nations import country_of


def complete_roles(document: Document, claims: list[RoleClaim]) -> list[RoleClaim]:
    """The ``claims`` with ``of`` filled in where the article's context gives it, each role of a person once, in text order."""
    lexicon = load_lexicon()
    claims.sort(key=lambda c: (c.span.start, c.span.end))
    _parties(document, claims, lexicon)
    _from_same_person(claims)
    _from_owner(document, claims)
    _from_title(claims, lexicon)
    _from_context(document, claims, lexicon)
    return _once(claims)


def _parties(document: Document, claims: list[RoleClaim], lexicon: Lexicon) -> None:
    """A candidate stands for a party: "Republican presidential candidate"."""
    parties = {phrase.start: phrase.party for phrase in document.titles if phrase.party}
    for claim in claims:
        words = (claim.title or "").lower().replace("-", " ").split()
        party = next((p for start, p in parties.items() if claim.span.start <= start < claim.span.end), None)
        if (
            party
            and claim.title
            and any(word in lexicon.party_titles for word in words)
            and (claim.of is None or claim.of == "United States")
        ):
            claim.of = party


def _head(title: str | None, lexicon: Lexicon) -> str:
    """The head noun of a title in lower case; empty for an affiliation."""
    words = (title or "").lower().split()
    for word in words:
        if word in {"of", "for", "to", "in", "at"}:
            break
        found = word
    return (lexicon.head(found) or found) if words else ""


def _from_same_person(claims: list[RoleClaim]) -> None:
    """The same title of the same person elsewhere: "Kerry, the U.S. secretary of state" and "Secretary of State Kerry"."""
    for claim in claims:
        if claim.of is None and claim.title is not None:
            claim.of = next(
                (
                    c.of
                    for c in claims
                    if c.person is claim.person and c.of and c.title and plain(c.title) == plain(claim.title)
                ),
                None,
            )


def _from_owner(document: Document, claims: list[RoleClaim]) -> None:
    """ "Orban's chief of staff": the country or body of the person who owns the title."""
    owners = {
        phrase.start: phrase.owner
        for phrase in document.titles
        if phrase.owner is not None and phrase.owner.kind == "person"
    }
    for claim in claims:
        if claim.of is None:
            for start, owner in owners.items():
                if claim.span.start <= start < claim.span.end and owner is not None:
                    claim.of = next((c.of for c in claims if c.person is owner and c.of), None)


def _from_title(claims: list[RoleClaim], lexicon: Lexicon) -> None:
    for claim in claims:
        if claim.of is None and claim.title is not None and claim.title.lower() in lexicon.united_states:
            claim.of = "United States"


def _from_context(document: Document, claims: list[RoleClaim], lexicon: Lexicon) -> None:
    """The country that the article is about around the person, unless somebody else holds the same office there."""
    weights = _country_positions(document)
    if not weights:
        return
    for claim in claims:
        head = _head(claim.title, lexicon)
        if claim.of is not None or head not in lexicon.national:
            continue
        known = next((c.of for c in claims if c.person is claim.person and c.of and country_of(c.of)), None)
        if known is not None:
            claim.of = known
            continue
        taken = {
            c.of
            for c in claims
            if c.of
            and c.title
            and plain(c.title) == plain(claim.title or "")
            and c.person is not claim.person
            and not c.former
        }
        unique = head not in {
            "general",
            "colonel",
            "lawmaker",
            "diplomat",
            "lieutenant",
            "major",
            "soldier",
            "ambassador",
        }
        claim.of = _likeliest(document, claim.person, weights, taken if unique else set())


def _country_positions(document: Document) -> list[tuple[int, str]]:
    """Each token at which the article names a country or uses its adjective, with the country."""
    found = []
    for entity in document.entities:
        if entity.is_country and entity.country:
            found += [(mention.span.start, entity.country) for mention in entity.mentions]
    for ent in document.doc.ents:
        if ent.label_ == "NORP" and not document.boilerplate[ent.start]:
            country = country_of(ent.text)
            if country:
                found.append((ent.start, country))
    return sorted(found)


def _likeliest(
    document: Document, person: Entity, weights: list[tuple[int, str]], taken: set[str]
) -> str | None:
    """Countries score once for each mention in the article, and more for those in the sentences that name the person."""
    scores: Counter[str] = Counter()
    sentences = [mention.span.sent for mention in person.mentions if mention.form == "name"]
    for position, country in weights:
        if country in taken:
            continue
        scores[country] += 1
        scores[country] += sum(3 for s in sentences if s.start <= position < s.end)
    if not scores:
        return None
    return max(scores, key=lambda country: scores[country])


def _once(claims: list[RoleClaim]) -> list[RoleClaim]:
    """One claim for each title and body of a person; the first telling stands, completed by the later ones."""
    kept: list[RoleClaim] = []
    for claim in claims:
        twin = next((k for k in kept if k.person is claim.person and _same_role(k, claim)), None)
        if twin is None:
            kept.append(claim)
            continue
        twin.of = twin.of or claim.of
        twin.title = twin.title or claim.title
        twin.former = twin.former and claim.former
        twin.confidence = max(twin.confidence, claim.confidence)
    return kept


def _same_role(a: RoleClaim, b: RoleClaim) -> bool:
    x, y = set(plain(a.of or "").split()), set(plain(b.of or "").split())
    if x and y and not (x <= y or y <= x):
        return False
    if a.title is None or b.title is None:
        return bool(x and y)
    s, t = set(plain(a.title).split()), set(plain(b.title).split())
    return s <= t or t <= s
