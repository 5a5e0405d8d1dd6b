"""What follows a title noun: "of State", "for Syria", "at the University of Oslo", "from Russia, Iran and
Turkey".
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract.document import Entity
from kg.extract.lexicon import Lexicon
from kg.extract.named_phrases import NamedPhrase, read_noun_phrase
from kg.extract.title_modifiers import NameIndex

_PREPOSITIONS = frozenset({"of", "for", "at", "with", "in", "to", "from", "on", "against", "within"})
_CLAUSE = 10
"""Tokens after a title that are looked through for the body where somebody works."""
_PLACE_IN_TITLE = frozenset({"for", "to", "on"})


@dataclass(slots=True)
class Complement:
    """What was read to the right of a title noun; the phrase ends before ``end``, the title itself before
    ``title_end``.
    """

    end: int
    title_end: int
    of: str | None = None
    owner: Entity | None = None
    is_body: bool = False
    countries: tuple[str, ...] = ()


def read_complement(head: Token, names: NameIndex, lexicon: Lexicon) -> Complement:
    """Walk right from ``head`` over its prepositional phrases."""
    doc = head.doc
    first = head.i + 1
    if (
        first < len(doc)
        and doc[first].text == "."
        and f"{head.lower_}." in lexicon.abbreviations
        and not head.whitespace_
    ):
        first += 1
    found = Complement(first, first)
    plural = lexicon.is_plural_head(head.lower_)
    while found.end < head.sent.end - 1 and doc[found.end].lower_ in _PREPOSITIONS:
        prep = doc[found.end].lower_
        target = read_noun_phrase(doc, found.end + 1, names, lexicon)
        if target is None:
            break
        if not _take(found, prep, target, head, lexicon):
            break
        if plural and target.entity is not None and target.entity.is_country:
            _more_countries(doc, found, names)
        if found.of is not None and prep not in _PLACE_IN_TITLE | {"in"}:
            break
    if found.of is None:
        found.of = _workplace(doc, found.end, head.sent.end, names)
    return found


def _workplace(doc: Doc, start: int, limit: int, names: NameIndex) -> str | None:
    """The body at which somebody is told to do something: "a professor studying soil at Elm University"."""
    if start >= limit or doc[start].tag_ != "VBG" or doc[start].dep_ != "acl":
        return None
    for i in range(start + 1, min(start + _CLAUSE, limit - 1)):
        if doc[i].text in {",", ";"} or doc[i].pos_ == "VERB":
            return None
        if doc[i].lower_ in {"at", "for"}:
            named = names.at(i + 1) or names.at(i + 1 + (doc[i + 1].lower_ == "the"))
            if named is not None and named[1].kind == "organization":
                return named[1].name
    return None


def _take(found: Complement, prep: str, target: NamedPhrase, head: Token, lexicon: Lexicon) -> bool:
    """Add one prepositional phrase; whether it belongs to the title phrase."""
    adjacent = found.title_end == found.end
    entity = target.entity
    if target.person is not None and prep == "at":
        found.of, found.is_body, found.end = target.person.name, True, target.end
        return True  # a school named after somebody
    if target.person is not None:
        found.owner, found.end = found.owner or target.person, target.end
        return True
    if entity is None and target.body is None:
        if (
            prep == "of"
            and adjacent
            and not target.definite
            or _is_portfolio(head.doc, found.end + 1, target.end, lexicon)
        ):
            found.title_end = target.end
        elif prep not in {"of", "for", "on", "in", "to"} or target.end - found.end > 8:
            return False
        found.end = target.end
        return True
    is_place = entity is not None and entity.kind == "place"
    head_word = lexicon.head(head.lower_) or ""
    if prep in _PLACE_IN_TITLE and (
        is_place or prep != "for" or (target.body and head_word not in lexicon.for_whom)
    ):
        if adjacent and prep != "on":
            found.title_end = target.end
        found.end = target.end
        return True
    if prep == "in" and entity is None:
        found.end = target.end
        return True
    if (
        prep == "in"
        and is_place
        and not (entity is not None and entity.is_country and head_word in lexicon.national)
    ):
        found.end = target.end
        return True
    if entity is not None:
        found.of = target.body or (entity.country if entity.is_country else entity.name)
        found.owner, found.is_body = entity, entity.kind == "organization"
    else:
        found.of, found.is_body = target.body, True
    found.end = target.end
    return True


def _is_portfolio(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    words = [doc[i].lower_ for i in range(start, end)]
    return all(w in lexicon.portfolios or w in {"the", "and"} for w in words) and any(
        w in lexicon.portfolios for w in words
    )


def _more_countries(doc: Doc, found: Complement, names: NameIndex) -> None:
    """Further countries after a plural title: "the presidents of Russia, Iran and Azerbaijan"."""
    countries = [found.of] if found.of else []
    i = found.end
    while i < len(doc) - 1 and doc[i].lower_ in {",", "and", "&"}:
        k = i + 1
        while k < len(doc) and doc[k].lower_ in {"and", "the", "&"}:
            k += 1
        named = names.at(k)
        if named is None or not named[1].is_country:
            break
        countries.append(named[1].country or named[1].name)
        found.end = i = named[0].end
    if len(countries) > 1:
        found.countries = tuple(countries)
