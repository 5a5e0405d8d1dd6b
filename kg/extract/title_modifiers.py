"""What stands before a title noun: "former", "Russian", "State Department", "deputy foreign", "the country's"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.extract.document import Document, Entity
from kg.extract.lexicon import Lexicon
from kg.extract.nations import country_of

_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_DETERMINERS = {"DET", "PRON", "NUM"}
_PARTIES = frozenset({"republican", "democratic", "democrat", "labour", "tory", "libertarian", "green"})
_INSIDE_NAMES = frozenset({"of", "for", "and", "&", "the", "on", "in"})


class NameIndex:
    """The name mentions of a document by token."""

    def __init__(self, document: Document) -> None:
        self._names: dict[int, tuple[Span, Entity]] = {}
        for entity in document.entities:
            for mention in entity.mentions:
                if mention.form == "name":
                    for i in range(mention.span.start, mention.span.end):
                        self._names[i] = (mention.span, entity)

    def __contains__(self, i: int) -> bool:
        return i in self._names

    def at(self, i: int) -> tuple[Span, Entity] | None:
        """The name that covers token ``i`` and its entity."""
        return self._names.get(i)


@dataclass(slots=True)
class Modifiers:
    """What was read to the left of a title noun; ``start`` is the phrase's first token without determiner."""

    start: int
    title_start: int
    of: str | None = None
    owner: Entity | None = None
    is_body: bool = False
    countries: tuple[str, ...] = ()
    party: str | None = None
    former: bool = False
    acting: bool = False
    determiner: str = ""


def read_modifiers(head: Token, names: NameIndex, lexicon: Lexicon) -> Modifiers:
    """Walk left from ``head`` over everything that belongs to its noun phrase."""
    doc = head.doc
    found = Modifiers(head.i, head.i)
    first = head.sent.start
    i = head.i - 1
    while i >= first:
        step = _step(doc, i, found, names, lexicon)
        if step is None:
            break
        i = step
    if i >= first and doc[i].pos_ in _DETERMINERS and not found.determiner:
        found.determiner = doc[i].lower_
    return found


def _step(doc: Doc, i: int, found: Modifiers, names: NameIndex, lexicon: Lexicon) -> int | None:
    """Take the word that ends at ``i`` into the phrase; the index to go on from, or ``None`` where the phrase begins."""
    if doc[i].text in _POSSESSIVES:
        return _possessor(doc, i, found, names)
    if doc[i].text == ")" and i + 1 == found.start and i >= 3 and doc[i - 2].text == "(":
        i -= 3  # "the Freedom Party (FP) leader"
    named = names.at(i)
    if named is not None:
        return _name(doc, named, found, lexicon)
    word_start = _word_start(doc, i)
    word = doc[word_start : i + 1].text.lower()
    if doc[i].text == "-" and i + 1 == found.start:
        return _prefix(doc, i, found, lexicon)
    if word in lexicon.former:
        found.former, found.start = True, word_start
    elif word in lexicon.acting:
        found.acting, found.start = True, word_start
    elif word in _PARTIES and found.party is None and doc[i].text[0].isupper():
        found.party, found.start = _party(doc[i].text), word_start
    elif country_of(doc[word_start : i + 1].text) is not None:
        return _nation(doc, word_start, i, found)
    elif _is_ornament(doc, i, word, lexicon):
        found.start = word_start
    elif _is_title_modifier(doc, i, word, found, lexicon):
        if found.title_start == found.start:
            found.title_start = word_start
        found.start = word_start
    elif (
        doc[i].pos_ == "PROPN"
        and doc[i].text[0].isupper()
        and found.of is None
        and lexicon.head(word) is None
    ):
        return _unnamed_body(doc, i, found, names)
    else:
        return None
    return word_start - 1


def _word_start(doc: Doc, i: int) -> int:
    """The first token of the hyphenated word that ends at ``i``."""
    while i >= 2 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_:
        i -= 2
    return i


def _prefix(doc: Doc, i: int, found: Modifiers, lexicon: Lexicon) -> int | None:
    """A hyphen right before the phrase: "ex-president", "vice-president", "then-Soviet leader"."""
    if i == 0 or doc[i - 1].whitespace_:
        return None
    word = doc[i - 1].lower_
    if word in lexicon.former:
        found.former = True
    elif found.title_start == found.start:
        found.title_start = i - 1
    found.start = i - 1
    return i - 2


def _is_ornament(doc: Doc, i: int, word: str, lexicon: Lexicon) -> bool:
    if word in lexicon.ornaments:
        return True
    if "-" in word and word.rsplit("-", 1)[1] in {
        "based",
        "born",
        "backed",
        "led",
        "old",
        "trained",
        "appointed",
        "elected",
        "ranking",
        "time",
        "year",
    }:
        return True
    return "-" in word and word.split("-", 1)[0] in {"pro", "anti", "self"}


def _is_title_modifier(doc: Doc, i: int, word: str, found: Modifiers, lexicon: Lexicon) -> bool:
    """Whether the word belongs to the title itself ("foreign", "deputy", "law"); only next to the title noun or its modifiers."""
    token = doc[i]
    rank = doc[found.start].lower_ in lexicon.ranks and found.start == found.title_start
    if lexicon.head(word) is not None:
        if (word, doc[found.start].lower_) in lexicon.compounds:
            return True
        return word in lexicon.modifiers and not rank and not lexicon.is_plural_head(word)
    if word in lexicon.modifiers:
        return not rank or (word, doc[found.start].lower_) in lexicon.compounds
    if word in lexicon.abbreviations:
        return False
    return (
        token.pos_ in {"NOUN", "ADJ"}
        and token.is_alpha | ("-" in word)
        and token.ent_type_ not in {"DATE", "TIME"}
        and (token.text.islower() or token.is_sent_start is True)
    )


def _party(text: str) -> str:
    return "Democratic Party" if text.lower() in {"democratic", "democrat"} else f"{text.capitalize()} Party"


def _nation(doc: Doc, start: int, end: int, found: Modifiers) -> int:
    """A country or its adjective; with "and" before it, the last of several."""
    if start > 0 and not doc[start - 1].whitespace_ and doc[start - 1].text == "-":
        start -= 1
    for longer in (2, 1):
        if start >= longer and (wider := country_of(doc[start - longer : end + 1].text)) is not None:
            start -= longer
            break
    else:
        wider = country_of(doc[start : end + 1].text)
    nations = [wider] if wider else []
    found.start = start
    i = start - 1
    while i >= 1 and doc[i].lower_ in {"and", ",", "&"}:
        other = country_of(doc[i - 1].text)
        if other is None:
            break
        nations.insert(0, other)
        found.start = i - 1
        i -= 2
    if found.of is None:
        found.of = wider
        found.countries = tuple(nations) if len(nations) > 1 else ()
    return found.start - 1


def _name(doc: Doc, named: tuple[Span, Entity], found: Modifiers, lexicon: Lexicon) -> int | None:
    """A body or place right before the title: "State Department spokesman", "Texas Senator", "VOA Seoul correspondent"."""
    span, entity = named
    if entity.kind == "person":
        if not doc[found.start].text.islower():
            return None
        found.owner = found.owner or entity
    elif found.of is None or (entity.kind == "organization" and not found.is_body):
        found.of, found.owner = entity.country if entity.is_country else entity.name, entity
        found.is_body = entity.kind == "organization"
    found.start = span.start
    return span.start - 1


def _possessor(doc: Doc, i: int, found: Modifiers, names: NameIndex) -> int | None:
    """The owner before "'s": a name, or a common noun that says no more than "the country's"."""
    named = names.at(i - 1) if i > 0 else None
    found.determiner = "'s"
    if named is None:
        start = i - 1
        while start > 0 and doc[start - 1].pos_ in {"ADJ", "NOUN", "PROPN"} and start - 1 not in names:
            start -= 1
        if start < 0:
            return None
        country = country_of(doc[start:i].text)
        if found.of is None and country is not None:
            found.of = country
        elif found.of is None and doc[i - 1].pos_ == "PROPN":
            found.of = doc[start:i].text
        found.start = start
        return None
    span, entity = named
    found.start = span.start
    if entity.kind == "person":
        found.owner = entity if found.of is None else found.owner
        return None
    if found.of is None or (entity.kind == "organization" and not found.is_body):
        found.of, found.owner = entity.country if entity.is_country else entity.name, entity
        found.is_body = entity.kind == "organization"
        return span.start - 1
    return None


def _unnamed_body(doc: Doc, i: int, found: Modifiers, names: NameIndex) -> int:
    """A capitalised run before the title that the model gave no name: a body."""
    start = i
    while (
        start > doc[i].sent.start
        and start - 1 not in names
        and (
            doc[start - 1].text[:1].isupper()
            and doc[start - 1].pos_ in {"PROPN", "ADJ", "NOUN"}
            or doc[start - 1].lower_ in _INSIDE_NAMES
            and start >= 2
            and doc[start - 2].text[:1].isupper()
            and doc[start - 2].pos_ == "PROPN"
            or doc[start - 1].text == "-"
        )
    ):
        start -= 1
    while doc[start].lower_ in _INSIDE_NAMES or doc[start].text == "-":
        start += 1
    found.of, found.is_body, found.start = doc[start : i + 1].text, True, start
    return start - 1
