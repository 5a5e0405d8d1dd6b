"""Title phrases: where the article says what somebody is, with the title and the country or organisation it
belongs to.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from kg.extract.document import Document, TitlePhrase
from kg.extract.lexicon import Lexicon, load_lexicon
from kg.extract.name_writing import is_given_name
from kg.extract.title_complements import Complement, read_complement
from kg.extract.title_modifiers import Modifiers, NameIndex, read_modifiers

_NOMINAL = {"NOUN", "PROPN"}


def find_titles(document: Document) -> None:
    """Fill ``document.titles`` with every title phrase of the article, in text order; names must have been
    found.
    """
    lexicon = load_lexicon()
    names = NameIndex(document)
    for token in document.doc:
        if not document.boilerplate[token.i] and _is_head(token, names, lexicon):
            document.titles.append(_phrase(token, names, lexicon))


def _is_head(token: Token, names: NameIndex, lexicon: Lexicon) -> bool:
    """Whether ``token`` is the noun that a title phrase is built on."""
    if lexicon.head(token.lower_) is None or token.i in names or is_given_name(token, lexicon):
        return False
    if token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).pos_ == "NUM":
        return False  # "28-member"
    if token.lower_ in lexicon.ranks and token.i + 1 < len(token.doc) and _is_person(names, token.i + 1):
        return True
    if (
        token.pos_ == "ADJ"
        and token.i + 1 < len(token.doc)
        and token.nbor(1).pos_ in {"CCONJ", "PUNCT"}
        and token.i > 0
    ):
        return token.nbor(-1).pos_ == "DET"  # "a radical and writer"
    if token.pos_ not in _NOMINAL and not (token.text[:1].isupper() and token.pos_ in {"ADJ", "X"}):
        return token.lower_ in lexicon.abbreviations
    doc = token.doc
    if token.i + 1 >= len(doc):
        return True
    following = doc[token.i + 1]
    if (
        following.text == "."
        and not token.whitespace_
        and f"{token.lower_}." in lexicon.abbreviations
        and token.i + 2 < len(doc)
    ):
        following = doc[token.i + 2]
    if following.text == "-" and not token.whitespace_ and token.i + 2 < len(doc):
        return False
    if following.i in names or following.pos_ not in _NOMINAL:
        return True
    if lexicon.head(following.lower_) is not None:
        return _separate(token, following, lexicon)
    if (
        following.lower_ in {"rear", "vice"}
        and token.i + 2 < len(doc)
        and doc[token.i + 2].lower_ in lexicon.ranks
    ):
        return True
    # "the president signed" against "the minister level": a lower-case noun right after makes the word a
    # modifier.
    return (
        following.text[:1].isupper()
        and not token.text[:1].isupper()
        or following.ent_type_ in {"DATE", "TIME"}
    )


def _is_person(names: NameIndex, i: int) -> bool:
    named = names.at(i)
    return named is not None and named[1].kind == "person"


def _separate(token: Token, following: Token, lexicon: Lexicon) -> bool:
    """Whether two title nouns in a row are two titles ("spokesman Lt. Col.") and not one ("Attorney
    General").
    """
    word, after = token.lower_, following.lower_
    if (word, after) in lexicon.compounds:
        return False
    if after in lexicon.ranks and not (
        word in lexicon.ranks and after in {"colonel", "col.", "general", "gen."}
    ):
        return True
    return word not in lexicon.modifiers


def _phrase(head: Token, names: NameIndex, lexicon: Lexicon) -> TitlePhrase:
    doc = head.doc
    plural = lexicon.is_plural_head(head.lower_)
    before = read_modifiers(head, names, lexicon)
    after = read_complement(head, names, lexicon)
    of, owner = _owner(before, after)
    return TitlePhrase(
        start=before.start,
        end=after.end,
        head=head.i,
        title=f"{before.grade} ".lstrip()
        + _title(doc, before.title_start, head, after, lexicon.is_plural_head(head.lower_)),
        of=of,
        owner=owner.owner,
        countries=after.countries or before.countries,
        party=before.party,
        former=before.former,
        acting=before.acting,
        plural=plural,
        determiner=before.determiner,
    )


def _owner(before: Modifiers, after: Complement) -> tuple[str | None, Modifiers | Complement]:
    """Whose office it is: what stands before the title ("Russian ..."), unless what follows is a body and
    that was only a country.
    """
    if after.of is not None and (before.of is None or (after.is_body and not before.is_body)):
        return after.of, after
    if before.of is not None or before.owner is not None:
        return before.of, before
    return after.of, after


def _title(doc: Doc, start: int, head: Token, after: Complement, plural: bool) -> str:
    last = head.text
    if plural:
        single = load_lexicon().singular(head.lower_)
        last = single.capitalize() if head.text[0].isupper() else single
    text = f"{doc[start : head.i].text_with_ws}{last}"
    if after.title_end > head.i + 1:
        text = f"{text} {doc[head.i + 1 : after.title_end].text}"
    return re.sub(r"\s+(?=\.)", "", re.sub(r"\s+", " ", text)).strip(" \"“”'")
