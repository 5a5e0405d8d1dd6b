"""Office holders without a name, and groups of people without names."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from kg.extract.document import Document, Entity, TitlePhrase
from kg.extract.lexicon import Lexicon, load_lexicon
from kg.extract.nations import country_of
from kg.extract.office_holders import find_holder, is_of_body, same_office, title_before, title_head

_DELEGATES = frozenset({"representative", "negotiator", "official", "diplomat", "delegate", "envoy"})
"""Who comes in several from one country: groups, and no office of which there is one."""
_STANDING_IN = frozenset({"acting", "interim", "caretaker", "next", "future", "incoming"})
_KEPT_BEFORE = {"compound", "amod", "nmod", "poss", "case", "punct", "npadvmod"}


def find_offices(document: Document) -> None:
    """Add offices ("the Iranian foreign minister") and groups ("rebel commanders"); roles must have been
    found.

    Where a named person of the article holds the office, the words become a nominal mention of that person
    instead.
    """
    lexicon = load_lexicon()
    taken = _heads_beside_names(document)
    offices: dict[tuple[str, str], Entity] = {}
    for phrase in document.titles:
        if phrase.head in taken or phrase.former:
            continue
        if phrase.plural:
            _plural(document, phrase, lexicon, offices)
        elif document.doc[phrase.head].lower_ == "counterpart":
            _counterpart(document, phrase, offices)
        elif phrase.determiner not in {"a", "an", "any", "no", "another", "every"}:
            of = phrase.of or _familiar(document, phrase, lexicon)
            if of is not None:
                _denote(document, phrase, of, lexicon, offices)
    _collectives(document, lexicon, taken)


def _familiar(document: Document, phrase: TitlePhrase, lexicon: Lexicon) -> str | None:
    """ "The secretary of state" is the American one, as before a name; unless the article has somebody of
    that title, who may be meant.
    """
    title = phrase.title.lower()
    if phrase.determiner != "the" or title_head(title) != "secretary" or title not in lexicon.united_states:
        return None
    told = any(claim.title is not None and same_office(claim.title, title) for claim in document.roles)
    return None if told else "United States"


def _heads_beside_names(document: Document) -> set[int]:
    """Title nouns that belong to a name beside them."""
    return {phrase.head for phrase in document.titles if phrase.attached or phrase.head in document.referents}


def _denote(
    document: Document, phrase: TitlePhrase, of: str, lexicon: Lexicon, offices: dict[tuple[str, str], Entity]
) -> bool:
    """Add the mention of the one holder of ``phrase.title`` of ``of``: the named person, else the office
    itself."""
    holder = find_holder(document, phrase.title, of)
    if holder is None:
        if title_head(phrase.title) not in lexicon.unnamed and not is_of_body(phrase.title):
            return False
        holder = _office(document, f"{_not_in_office(document.doc, phrase)}{phrase.title}", of, offices)
    _mention(document, holder, phrase)
    return True


def _not_in_office(doc: Doc, phrase: TitlePhrase) -> str:
    """ "acting " or "next ": who is told of so is not the holder of the office, and keeps the word."""
    before = (doc[i].lower_ for i in range(max(phrase.start - 1, 0), phrase.head))
    return next((f"{word} " for word in before if word in _STANDING_IN), "")


def _office(document: Document, title: str, of: str, offices: dict[tuple[str, str], Entity]) -> Entity:
    title = capitalised(title)
    key = (title.lower(), of.lower())
    if key not in offices:
        offices[key] = Entity("office", f"{title} of {of}", title=title, of=of)
        document.entities.append(offices[key])
    return offices[key]


def capitalised(title: str) -> str:
    """A title as the name of an office: "foreign minister" as "Foreign Minister"."""
    return " ".join(
        w if w in {"of", "for", "the", "and", "to", "in"} else w[:1].upper() + w[1:] for w in title.split()
    )


def _mention(document: Document, entity: Entity, phrase: TitlePhrase) -> None:
    document.add_mention(entity, document.doc[phrase.start : phrase.end], "nominal")
    known = document.referents.get(phrase.head, ())
    if entity not in known:
        document.referents[phrase.head] = (*known, entity)


def _plural(
    document: Document, phrase: TitlePhrase, lexicon: Lexicon, offices: dict[tuple[str, str], Entity]
) -> None:
    """One office for each country of "foreign ministers from Russia and Iran"; else a group."""
    head = title_head(phrase.title)
    if phrase.countries and head in lexicon.unnamed and head not in _DELEGATES:
        for country in phrase.countries:
            _denote(document, phrase, country, lexicon, offices)
        return
    if phrase.countries and head in _DELEGATES:
        for country in phrase.countries:
            _delegation(document, phrase, country)
        return
    _group(document, phrase.start, phrase.head, _group_end(document.doc, phrase))


def _delegation(document: Document, phrase: TitlePhrase, country: str) -> None:
    """ "Representatives from Chile", of "representatives from Chile and Peru"."""
    doc = document.doc
    noun = doc[phrase.head].text
    name = f"{noun[:1].upper()}{noun[1:]} from {country}"
    group = next((e for e in document.entities if e.kind == "group" and e.name == name), None)
    if group is None:
        group = Entity("group", name, of=country)
        document.entities.append(group)
    _mention(document, group, phrase)


def _group_end(doc: Doc, phrase: TitlePhrase) -> int:
    """The end of the group's name: with "of the party" and "from Chile", without "for talks on Thursday"."""
    for i in range(phrase.head + 1, phrase.end):
        if doc[i].pos_ == "ADP" and doc[i].lower_ not in {"of", "from"}:
            return i
    return phrase.end


def _group(document: Document, start: int, head: int, end: int) -> None:
    span = _group_span(document.doc, min(start, _noun_phrase(document.doc[head]).start), head, end)
    name = " ".join(span.text.split())
    group = next(
        (e for e in document.entities if e.kind == "group" and e.name.casefold() == name.casefold()), None
    )
    if group is None:
        group = Entity("group", name)
        document.entities.append(group)
    document.add_mention(group, span, "nominal")
    if group not in document.referents.get(head, ()):
        document.referents[head] = (*document.referents.get(head, ()), group)


def _group_span(doc: Doc, start: int, head: int, end: int) -> Span:
    """The words of a group without articles, counts and marks in front or words left hanging behind."""
    while start < head and (
        doc[start].pos_ in {"DET", "NUM", "PRON"}
        or doc[start].is_punct
        or doc[start].lower_ in {"other", "many", "several", "file"}
    ):
        start += 1
    while end - 1 > head and doc[end - 1].pos_ in {
        "ADP",
        "DET",
        "SCONJ",
        "PRON",
        "PART",
        "PUNCT",
        "CCONJ",
        "AUX",
        "SPACE",
    }:
        end -= 1
    return doc[start:end]


def _collectives(document: Document, lexicon: Lexicon, taken: set[int]) -> None:
    """Groups told by a plural noun that is no title: "rebels", "authorities", "delegations"."""
    heads = {phrase.head for phrase in document.titles}
    for token in document.doc:
        told = token.lower_ in lexicon.collectives and token.pos_ == "NOUN"
        told = told or (token.tag_ == "NNPS" and token.ent_type_ == "NORP" and token.ent_iob_ == "B")
        if told and token.i not in heads | taken:
            if (
                not document.boilerplate[token.i]
                and token.i not in document.referents
                and token.dep_ != "compound"
            ):
                span = _noun_phrase(token)
                _group(document, span.start, token.i, span.end)


def _noun_phrase(head: Token) -> Span:
    start = head.i
    for child in head.lefts:
        if child.dep_ in _KEPT_BEFORE:
            start = min(start, child.left_edge.i)
    return head.doc[start : head.i + 1]


def _counterpart(document: Document, phrase: TitlePhrase, offices: dict[tuple[str, str], Entity]) -> None:
    """ "his Japanese counterpart": the office of the person before it, held for the other country."""
    if phrase.of is None or country_of(phrase.of) is None:
        return
    title = title_before(document, phrase.start)
    if title is None:
        return
    holder = find_holder(document, title, phrase.of) or _office(document, title, phrase.of, offices)
    _mention(document, holder, phrase)
