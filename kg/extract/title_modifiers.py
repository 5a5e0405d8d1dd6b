"""What stands before a title noun: "former", "Russian", "State Department", "deputy foreign", "the
country's".
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.extract.document import Document, Entity
from kg.extract.lexicon import Lexicon
from kg.extract.nations import country_of

_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_DETERMINERS = {"DET", "PRON", "NUM"}
_PARTIES = frozenset({"republican", "democratic", "democrat", "labour", "tory", "libertarian", "green"})
_GRADES = frozenset({"chief", "deputy", "vice", "assistant", "associate"})
_DESCRIBING = frozenset(
    "based born backed led old trained appointed elected ranking time year educated held run owned".split()
)
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
    grade: str = ""


def read_modifiers(head: Token, names: NameIndex, lexicon: Lexicon) -> Modifiers:
    """Walk left from ``head`` over everything that belongs to its noun phrase."""
    doc = head.doc
    found = Modifiers(head.i, head.i)
    first = _first(head, lexicon)
    i = head.i - 1
    while i >= first:
        step = _step(doc, i, found, names, lexicon)
        if step is None:
            break
        i = step
    if i >= first and doc[i].pos_ in _DETERMINERS and not found.determiner:
        found.determiner = doc[i].lower_
    return found


def _first(head: Token, lexicon: Lexicon) -> int:
    """Where the sentence begins; the model often ends one after "Lt." or "Gen."."""
    start: int = head.sent.start
    if start > 0 and head.i - start < 2:
        before = head.doc[max(0, start - 2) : start].text.lower().split()[-1:]
        if before and before[0].endswith(".") and before[0] in lexicon.abbreviations:
            start = head.doc[start - 1].sent.start
    return start


def _step(doc: Doc, i: int, found: Modifiers, names: NameIndex, lexicon: Lexicon) -> int | None:
    """Take the word that ends at ``i`` into the phrase; the index to go on from, or ``None`` where the phrase
    begins.
    """
    if doc[i].text in _POSSESSIVES:
        return _possessor(doc, i, found, names)
    if doc[i].text == ")" and i + 1 == found.start and i >= 3 and doc[i - 2].text == "(":
        if found.of is None and (country := country_of(doc[i - 1].text)) is not None:
            found.of, found.start = country, i - 2  # "(U.S.) Ambassador"
            return i - 3
        i -= 3  # "the Freedom Party (FP) leader"
    if doc[i].text == "-" and i + 1 == found.start:
        return _prefix(doc, i, found, lexicon)
    if (
        doc[i].text == "."
        and i > 0
        and f"{doc[i - 1].lower_}." in lexicon.abbreviations
        and not doc[i - 1].whitespace_
    ):
        i -= 1  # "Lt . Colonel", as the tokenizer has it
    word_start = _word_start(doc, i, lexicon)
    word = doc[word_start : i + 1].text.lower()
    if "-" in word and _is_ornament(word, lexicon):
        found.start = word_start
        return word_start - 1
    nation_start = _nation_start(doc, i)
    if nation_start is not None and _is_regional(doc, nation_start):
        found.start = nation_start - 1  # "Latin American"
        return nation_start - 2
    if nation_start is not None:
        return _nation(doc, nation_start, i, found)
    named = names.at(i)
    if named is not None:
        return _name(doc, named, found)
    return _word(doc[word_start : i + 1], found, names, lexicon)


def _word(span: Span, found: Modifiers, names: NameIndex, lexicon: Lexicon) -> int | None:
    """A word (with its hyphens) that is no name: what it tells of the title."""
    doc, start, i = span.doc, span.start, span.end - 1
    word = doc[start : i + 1].text.lower()
    if word in lexicon.former:
        found.former = True
    elif word in lexicon.acting:
        found.acting = True
    elif word in _PARTIES and found.party is None and doc[i].text[0].isupper():
        found.party = _party(doc[i].text)
    elif word in _GRADES and found.title_start != found.start:
        found.grade = doc[start : i + 1].text  # "the chief Danish delegate"
    elif word == "party" and found.of is None and i > 0 and doc[i - 1].text[:1].isupper():
        return _unnamed_body(doc, i, found, names)
    elif _is_ornament(word, lexicon) or (doc[i].tag_ in {"VBN", "VBG"} and doc[i].dep_ == "amod"):
        pass
    elif _is_title_modifier(doc, i, word, found, lexicon):
        if found.title_start == found.start:
            found.title_start = start
    elif _may_be_body(doc[i], found) and lexicon.head(word) is None:
        return _unnamed_body(doc, i, found, names)
    else:
        return None
    found.start = start
    return start - 1


def _may_be_body(token: Token, found: Modifiers) -> bool:
    """Whether a capitalised word that the model gave no name may be (the end of) a body's name."""
    if not token.text[0].isupper() or found.of is not None or _opens_with_verb(token):
        return False
    if token.pos_ != "PROPN" and not (token.i > 0 and token.nbor(-1).text[:1].isupper()):
        return False  # capitalised words in a row name a body, whatever the model takes them for
    return token.ent_type_ not in {"DATE", "TIME"}


def _word_start(doc: Doc, i: int, lexicon: Lexicon) -> int:
    """The first token of the hyphenated word that ends at ``i``, without "then-" and "ex-"."""
    while i >= 2 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_:
        if doc[i - 2].lower_ in lexicon.former:
            break
        i -= 2
    return i


def _prefix(doc: Doc, i: int, found: Modifiers, lexicon: Lexicon) -> int | None:
    """A hyphen right before the phrase: "ex-president", "vice-president", "then-Danish leader"."""
    if i == 0 or doc[i - 1].whitespace_:
        return None
    word = doc[i - 1].lower_
    if word in lexicon.former:
        found.former = True
    elif found.title_start == found.start:
        found.title_start = i - 1
    found.start = i - 1
    return i - 2


def _is_ornament(word: str, lexicon: Lexicon) -> bool:
    if word in lexicon.ornaments:
        return True
    first, _, last = word.partition("-")
    return bool(last) and (first in {"pro", "anti", "self"} or word.rsplit("-", 1)[1] in _DESCRIBING)


def _is_title_modifier(doc: Doc, i: int, word: str, found: Modifiers, lexicon: Lexicon) -> bool:
    """Whether the word belongs to the title itself ("foreign", "deputy", "law"); only next to the title noun
    or its modifiers.
    """
    token = doc[i]
    first = doc[found.start].lower_
    rank = (first in lexicon.ranks or first == "rear") and found.start == found.title_start
    if lexicon.head(word) is not None:
        if (word, doc[found.start].lower_) in lexicon.compounds:
            return True
        return word in lexicon.modifiers and not rank and not lexicon.is_plural_head(word)
    if word in lexicon.modifiers:
        return not rank or (word, doc[found.start].lower_) in lexicon.compounds
    if word in lexicon.abbreviations or _opens_with_verb(token):
        return False
    return (
        token.pos_ in {"NOUN", "ADJ"}
        and token.is_alpha | ("-" in word)
        and token.ent_type_ not in {"DATE", "TIME"}
        and (token.text.islower() or token.is_sent_start is True)
    )


def _opens_with_verb(token: Token) -> bool:
    """ "Briefed President X", in the manner of notes: a verb in capitals, whatever the model takes it for."""
    return token.is_sent_start is True and token.lower_.endswith("ed")


def _party(text: str) -> str:
    return "Democratic Party" if text.lower() in {"democratic", "democrat"} else f"{text.capitalize()} Party"


def _is_regional(doc: Doc, i: int) -> bool:
    """Whether the adjective at ``i`` is the end of a wider one: "Latin American"."""
    return doc[i].ent_type_ == "NORP" and doc[i].ent_iob_ == "I" and doc[i - 1].text != "-"


def _nation_start(doc: Doc, i: int) -> int | None:
    """Where the country or adjective that ends at ``i`` begins: "South Korean", "U.S."; ``None`` for other
    words.
    """
    for words in (3, 2, 1):
        start = i + 1 - words
        if start >= 0 and country_of(doc[start : i + 1].text) is not None:
            return start
    return None


def _nation(doc: Doc, start: int, end: int, found: Modifiers) -> int:
    """A country or its adjective; with "and" before it, the last of several ("King X of Jordan, Palestinian
    President Y" are two people).
    """
    country = country_of(doc[start : end + 1].text)
    nations = [country] if country else []
    found.start = start
    i = start - 1
    while i >= 1 and doc[i].lower_ in ({"and", ",", "&"} if len(nations) > 1 else {"and", "&"}):
        other_start = _nation_start(doc, i - 1)
        if other_start is None:
            break
        nations.insert(0, country_of(doc[other_start:i].text) or "")
        found.start = other_start
        i = other_start - 1
    if found.of is None:
        found.of = country
        found.countries = tuple(nations) if len(nations) > 1 else ()
    return found.start - 1


def _name(doc: Doc, named: tuple[Span, Entity], found: Modifiers) -> int | None:
    """A body or place right before the title: "State Department spokesman", "Texas Senator", "BBC Cairo
    correspondent".
    """
    span, entity = named
    if entity.kind == "person":
        if not doc[found.start].text.islower():
            return None
        found.owner = found.owner or entity
    elif _is_posted_to(doc, span, found):
        found.title_start = span.start  # "Chile's U.N. ambassador"
    elif found.of is None or (entity.kind == "organization" and not found.is_body):
        found.of, found.owner = entity.country if entity.is_country else entity.name, entity
        found.is_body = entity.kind == "organization"
    found.start = span.start
    return span.start - 1


def _is_posted_to(doc: Doc, span: Span, found: Modifiers) -> bool:
    """Whether the body before "ambassador" is where a country's ambassador is posted, and not whose he is."""
    if doc[found.start].lower_ not in {"ambassador", "envoy", "representative"} or span.start == 0:
        return False
    before = doc[span.start - 1]
    return before.text in _POSSESSIVES or country_of(before.text) is not None


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
