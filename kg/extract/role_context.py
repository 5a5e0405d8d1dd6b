"""Completing roles from the rest of the article: the country of "President X", and one role instead of
several tellings of it.
"""

from __future__ import annotations

import re

from spacy.tokens import Span

from kg.extract.country_context import TAKEN, CountryContext, read_country_context
from kg.extract.document import Document, RoleClaim, TitlePhrase
from kg.extract.lexicon import Lexicon, load_lexicon
from kg.extract.name_clusters import plain
from kg.extract.nations import country_of, us_state_of
from kg.extract.office_holders import is_of_body

# Offices that many people of one country hold at once.
_MANY = frozenset(
    (
        "general colonel lawmaker diplomat lieutenant major soldier ambassador minister captain candidate "
        "senator representative"
    ).split()
)
# Confidence by how a role is told: docs/extraction-log.md, "Names, titles, roles, offices, coreference".
_WITH_BODY, _WITHOUT_BODY, _AFFILIATION, _FROM_CONTEXT = 0.93, 0.71, 0.87, 0.77
_BODIES = frozenset(
    (
        "group party organization organisation company agency movement firm bank union team club council "
        "committee coalition network association newspaper institute university charity alliance"
    ).split()
)
_BODILY = frozenset(
    (
        "leader spokesman spokeswoman spokesperson head chief director chairman chairwoman founder "
        "co-founder commander official editor"
    ).split()
)


def complete_roles(document: Document, claims: list[RoleClaim]) -> list[RoleClaim]:
    """The ``claims`` with ``of`` filled in where the article's context gives it, each role of a person once,
    in text order.
    """
    lexicon = load_lexicon()
    claims.sort(key=lambda c: (c.span.start, c.span.end))
    _from_state(document, claims, lexicon)
    _from_same_person(claims)
    _from_police(claims)
    _ranks_from_same_person(claims, lexicon)
    _from_nearest_body(document, claims, lexicon)
    _from_court(document, claims, lexicon)
    _from_nearest_place(document, claims, lexicon)
    _from_owner(document, claims)
    context = read_country_context(document)
    _from_title(claims, context, lexicon)
    _from_context(context, claims, lexicon)
    _from_owner(document, claims)
    kept = _once(claims)
    for claim in kept:
        claim.confidence = _confidence(claim)
    return kept


def _confidence(claim: RoleClaim) -> float:
    """The share of right roles among those told like this, measured on annotated articles."""
    if claim.confidence < 1.0:
        return claim.confidence
    if claim.title is None:
        return _AFFILIATION
    return _WITH_BODY if claim.of is not None else _WITHOUT_BODY


def _head(title: str | None, lexicon: Lexicon) -> str:
    """The head noun of a title in lower case; empty for an affiliation."""
    words = (title or "").lower().split()
    for word in words:
        if word in {"of", "for", "to", "in", "at"}:
            break
        found = word
    return (lexicon.head(found) or found) if words else ""


def _ranks_from_same_person(claims: list[RoleClaim], lexicon: Lexicon) -> None:
    """A rank belongs to the force that the person's other titles are of: "police officer Superintendent
    X"."""
    for claim in claims:
        if claim.of is None and claim.title is not None and claim.title.lower().split()[-1] in lexicon.ranks:
            others = (c.of for c in claims if c.person is claim.person and c.of and c.title and not c.former)
            claim.of = next((of for of in others if set(of.lower().split()) & _FORCES), None)


def _from_police(claims: list[RoleClaim]) -> None:
    """ "Police spokesman X" speaks for the police."""
    for claim in claims:
        if claim.of is None and (claim.title or "").lower() in _POLICE_VOICES:
            claim.of = "police"


def _from_same_person(claims: list[RoleClaim]) -> None:
    """The same title of the same person elsewhere: "Dahl, the Danish finance minister" and "Finance Minister
    Dahl".
    """
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


_POLICE_VOICES = frozenset({"police spokesman", "police spokeswoman", "police spokesperson"})
_PARTY_STATE = re.compile(
    r",?\s*\(?\s*(?:(?:[RDI]|Rep|Dem)\.?\s?[-–]\s?"
    r"|(?:an? )?(?:Republican|Democrat|independent) (?:from|of) |of )"
    r"(?P<state>[A-Z][A-Za-z.]+(?: [A-Z][a-z]+)?)"
)
_FORCES = frozenset(
    {"police", "army", "navy", "force", "forces", "guard", "guards", "marines", "fleet", "corps"}
)
_STATE_TITLES = frozenset(
    {"senator", "representative", "congressman", "congresswoman", "governor", "lawmaker"}
)


def _from_state(document: Document, claims: list[RoleClaim], lexicon: Lexicon) -> None:
    """ "Sen. X, R-Texas", "Rep. Y, a Democrat from Ohio": the state that a legislator is told to be from."""
    states: dict[int, str] = {}
    for claim in claims:
        for mention in claim.person.mentions:
            if id(claim.person) not in states and (state := _state_after(document, mention.span)):
                states[id(claim.person)] = state
    for claim in claims:
        state = states.get(id(claim.person))
        if (
            state is not None
            and claim.of in {None, "United States"}
            and _head(claim.title, lexicon) in _STATE_TITLES
        ):
            claim.of = state


def _state_after(document: Document, name: Span) -> str | None:
    """The state in "(R-Texas)", ", D-Vt." or ", a Republican from Ohio" right after a name."""
    doc = document.doc
    tail = doc[name.end : min(name.end + 9, len(doc))].text
    match = _PARTY_STATE.match(tail)
    return us_state_of(match["state"].strip()) if match else None


def _from_nearest_body(document: Document, claims: list[RoleClaim], lexicon: Lexicon) -> None:
    """ "its leader X", "spokesman Y": the organisation last named before, in the sentence or for "its" in the
    one before.
    """
    for claim in claims:
        if claim.of is not None or claim.title is None:
            continue
        if is_of_body(claim.title):
            claim.of = _body_before(document, claim.span.start, sentences=2)
            continue
        possessed = _possessed(document, claim)
        if not possessed and _head(claim.title, lexicon) not in _BODILY:
            continue
        words = set(claim.title.lower().split())
        if words & {"opposition", "rebel", "military", "junta", "separatist", "tribal"} and not possessed:
            continue
        claim.of = _body_before(document, claim.span.start, sentences=3 if possessed else 1)


def _is_owned(document: Document, phrase: TitlePhrase) -> bool:
    """Whether the title belongs to a body that is named elsewhere: "its leader", "the group's founder"."""
    owner = document.doc[phrase.start].lower_
    return phrase.determiner in {"its", "their"} or (phrase.determiner == "'s" and owner in _BODIES)


def _body_before(document: Document, start: int, *, sentences: int) -> str | None:
    doc = document.doc
    first = doc[start].sent.start
    for _ in range(sentences - 1):
        first = doc[first - 1].sent.start if first > 0 else 0
    for i in range(start - 1, first - 1, -1):
        for entity in document.referents.get(i, ()):
            if entity.kind == "organization":
                return entity.name
    return None


def _from_court(document: Document, claims: list[RoleClaim], lexicon: Lexicon) -> None:
    """A justice sits in the supreme court that the article speaks of."""
    court = next(
        (e for e in document.entities if e.kind == "organization" and "Supreme Court" in e.name), None
    )
    for claim in claims:
        if court is not None and claim.of is None and _head(claim.title, lexicon) == "justice":
            claim.of = court.name


def _from_nearest_place(document: Document, claims: list[RoleClaim], lexicon: Lexicon) -> None:
    """ "In Oslo, Officer X": the city or state last named before, in the sentence or the one before
    it; for a "state senator", the state last named anywhere before."""
    for claim in claims:
        if claim.of is None and claim.title and _is_local(claim.title.lower(), lexicon):
            of_state = claim.title.lower().startswith("state ")
            claim.of = (_state_before if of_state else _place_before)(document, claim.span.start)


def _is_local(title: str, lexicon: Lexicon) -> bool:
    return title.split()[-1] in lexicon.local or title == "police chief" or title.startswith("state ")


def _state_before(document: Document, start: int) -> str | None:
    """The state of the United States last named before the token ``start``."""
    for i in range(start - 1, -1, -1):
        for entity in document.referents.get(i, ()):
            if entity.kind == "place" and us_state_of(entity.name) is not None:
                return entity.name
    return None


def _place_before(document: Document, start: int) -> str | None:
    doc = document.doc
    first = doc[start].sent.start
    first = doc[first - 1].sent.start if first > 0 else 0
    for i in range(start - 1, first - 1, -1):
        for entity in document.referents.get(i, ()):
            if entity.kind == "place" and not entity.is_country:
                return entity.name
    return None


def _from_owner(document: Document, claims: list[RoleClaim]) -> None:
    """ "Dahl's chief of staff": the country or body of the person who owns the title."""
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


def _from_title(claims: list[RoleClaim], context: CountryContext, lexicon: Lexicon) -> None:
    """What news in English takes for American without a country; of senators and the like, which others have
    too, not in an article that names other countries alone.
    """
    for claim in claims:
        title = (claim.title or "").lower()
        if claim.of is None and title in lexicon.united_states:
            if context.is_american or not (title == "first lady" or _head(title, lexicon) in _STATE_TITLES):
                claim.of = "United States"


def _possessed(document: Document, claim: RoleClaim) -> bool:
    """Whether the title is somebody's or something's that is named elsewhere, and so no office of a state."""
    return any(
        claim.span.start <= phrase.start < claim.span.end and _is_owned(document, phrase)
        for phrase in document.titles
    )


def _from_context(context: CountryContext, claims: list[RoleClaim], lexicon: Lexicon) -> None:
    """The country that the article is about around the person, unless somebody else holds the same office
    there; what is clearest is settled first.
    """
    document = context.document
    guests = {c.of for c in claims if c.of and c.person in context.visited}
    open_claims: list[tuple[RoleClaim, dict[str, float]]] = []
    for claim in claims:
        if claim.of is None and claim.title is not None and _is_national(claim.title, lexicon):
            if claim.title.lower() == "leader" and _possessed(document, claim):
                continue
            claim.of = _own_country(claim, claims)
            if claim.of is None:
                office = _state_office(claim.title, lexicon)
                open_claims.append((claim, context.scores(claim.person, office, guests)))
    while open_claims:
        weighed = [(claim, _less_taken(claim, claims, scores, lexicon)) for claim, scores in open_claims]
        at = max(range(len(weighed)), key=lambda k: _lead(weighed[k][1]))
        claim, scores = weighed[at]
        open_to = scores.keys() - _stated(claim, claims, lexicon)
        claim.of = _own_country(claim, claims) or max(sorted(open_to), key=scores.__getitem__, default=None)
        if claim.of is not None:
            claim.confidence = min(claim.confidence, _FROM_CONTEXT)
        del open_claims[at]


def _stated(claim: RoleClaim, claims: list[RoleClaim], lexicon: Lexicon) -> set[str]:
    """The countries whose only such office the article itself, beside a title, gives to somebody else; who
    is acting in it takes it from nobody.
    """
    told = [c for c in claims if c.confidence > _FROM_CONTEXT and not c.acting]
    return set() if claim.acting else _taken(claim, told, lexicon)


def _is_national(title: str, lexicon: Lexicon) -> bool:
    """Whether the office is one of a country: "president", not "secretary-general" or "state senator"."""
    if is_of_body(title) or _is_local(title.lower(), lexicon):
        return False
    words = title.lower().split()
    of_force = words[0] in _FORCES - {"police"} and words[-1] == "chief"
    return _head(title, lexicon) in lexicon.national or of_force


def _state_office(title: str, lexicon: Lexicon) -> str:
    """The office of a state in a title: "prime minister" of "Deputy Prime Minister", "king" of "King"."""
    words = plain(title).replace("-", " ").split()
    head = _head(title, lexicon)
    return "prime minister" if words[-2:] == ["prime", "minister"] else head


def _less_taken(
    claim: RoleClaim, claims: list[RoleClaim], scores: dict[str, float], lexicon: Lexicon
) -> dict[str, float]:
    taken = _taken(claim, claims, lexicon)
    return {country: score + TAKEN * (country in taken) for country, score in scores.items()}


def _lead(scores: dict[str, float]) -> float:
    """By how much the best country leads the second."""
    best = sorted(scores.values(), reverse=True)[:2]
    return best[0] - best[1] if len(best) == 2 else 10.0


def _own_country(claim: RoleClaim, claims: list[RoleClaim]) -> str | None:
    """The country of the person's other roles, their bodies' country included ("Danish Defence
    Ministry")."""
    for other in claims:
        if other.person is claim.person and other.of:
            country = country_of(other.of) or country_of(other.of.split()[0])
            if country is not None and not other.of.endswith("Party"):
                return country
    return None


def _taken(claim: RoleClaim, claims: list[RoleClaim], lexicon: Lexicon) -> set[str]:
    """The countries whose only such office somebody else holds in this article."""
    title = plain(claim.title or "")
    if claim.former or _state_office(title, lexicon) in _MANY:
        return set()
    return {
        c.of
        for c in claims
        if c.of and c.title and plain(c.title) == title and c.person is not claim.person and not c.former
    }


def _once(claims: list[RoleClaim]) -> list[RoleClaim]:
    """One claim for each title and body of a person; the first telling stands, completed by the later
    ones."""
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
    s, t = _title_words(a.title), _title_words(b.title)
    if a.former != b.former and s != t:
        return False
    return s <= t or t <= s


def _title_words(title: str) -> set[str]:
    abbreviations = load_lexicon().abbreviations
    return {word for part in title.lower().split() for word in plain(abbreviations.get(part, part)).split()}
