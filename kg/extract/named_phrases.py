"""The noun phrase after a preposition, and the name in it: "the Senate's law committee", "the U.S.-led
campaign"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.extract.document import Entity
from kg.extract.lexicon import Lexicon
from kg.extract.title_modifiers import NameIndex

_LONGEST = 14
"""Tokens of a noun phrase that are read."""
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their", "a", "an"})
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON"})
_MARKS = frozenset({"-", "'s", "’s", "“", '"'})
_LINKS = frozenset({"-", "'s", "’s"})


@dataclass(slots=True)
class NamedPhrase:
    """A noun phrase that ends before ``end``: the entity named in it, or a body that the model gave no
    name, or a person."""

    end: int
    entity: Entity | None = None
    body: str | None = None
    definite: bool = False
    person: Entity | None = None


def read_noun_phrase(doc: Doc, start: int, names: NameIndex, lexicon: Lexicon) -> NamedPhrase | None:
    """Read the noun phrase at ``start``: the last body in it, else the place, else common nouns only."""
    return _Reader(doc, start, names, lexicon).read() if start < len(doc) else None


class _Reader:
    """Walks right over one noun phrase; ``found`` is what it has named so far."""

    def __init__(self, doc: Doc, start: int, names: NameIndex, lexicon: Lexicon) -> None:
        self.doc, self.names, self.lexicon = doc, names, lexicon
        self.start = self.at = self.common_end = start
        self.limit = min(doc[start].sent.end, start + _LONGEST)
        self.definite = doc[start].lower_ in _DEFINITE
        self.found: NamedPhrase | None = None
        self.done = False

    def read(self) -> NamedPhrase | None:
        """The phrase from the start on; ``None`` where no noun phrase begins there."""
        while self.at < self.limit and not self.done:
            named = self.names.at(self.at)
            if named is None:
                self._word(self.doc[self.at])
            elif named[1].kind == "person":
                self._person(*named)
            else:
                self._name(*named)
        if self.found is None:
            common = self.common_end > self.start
            return NamedPhrase(self.common_end, definite=self.definite) if common else None
        if self.found.person is None and self.found.body is None:
            self.found.end = max(self.found.end, self.common_end)  # "the Senate's law committee"
            return _with_second_place(self.doc, self.found, self.names)
        return self.found

    def _word(self, token: Token) -> None:
        i = self.at
        if _starts_body(token, self.lexicon):
            end = _body_end(self.doc, i, self.limit, self.names)
            self._finish(_with_noun(self.doc, end, self.names, self.lexicon), body=self.doc[i:end].text)
        elif token.pos_ not in _NOMINAL and token.text not in _MARKS and self.doc[i - 1].text != "-":
            self.done = True
        elif self.lexicon.head(token.lower_) and token.text[0].isupper() and i + 1 in self.names:
            named = self.names.at(i + 1)
            if named is not None and named[1].kind == "person":
                self.found = NamedPhrase(named[0].end, person=named[1])  # "adviser to Prime Minister X"
            self.done = True
        else:
            self.at = self.common_end = i + 1

    def _person(self, span: Span, person: Entity) -> None:
        doc, i = self.doc, self.at
        follows = doc[span.end] if span.end < self.limit else None
        if follows is not None and follows.pos_ == "NOUN" and follows.text.islower() and i > self.start:
            self._finish(span.end + 1, body=doc[i : span.end + 1].text)  # "the Smith campaign"
        elif i == self.start or self.lexicon.head(doc[i - 1].lower_):
            self.found = NamedPhrase(span.end, person=person)  # "adviser to President X"
        self.done = True

    def _name(self, span: Span, entity: Entity) -> None:
        doc, i = self.doc, self.at
        if self.found is None or entity.kind == "organization" or self.found.entity is None:
            end = _with_noun(doc, span.end, self.names, self.lexicon)
            if end > span.end and entity.kind == "place" and not entity.is_country:
                self._finish(end, body=doc[i:end].text)  # "the Heathrow airport"
                return
            self.found = self._part_of(span, entity, end)
        self.at = span.end
        based = _based(doc, self.at, self.limit) if entity.kind == "place" else None
        if based is not None or (self.at < self.limit and _only_modifies(doc, self.at, entity)):
            self.at = based or self.at + 2 * (doc[self.at].text == "-")
            self.found, self.common_end = None, self.at
        elif self._goes_on(entity):
            self.at += doc[self.at].text in _LINKS
        else:
            self.found.end = max(self.found.end, self.at)
            self.done = True

    def _part_of(self, span: Span, entity: Entity, end: int) -> NamedPhrase:
        """A body, or the body it is a part of as well: "the Elm Institute's Program on Water"."""
        before = self.found.entity if self.found is not None else None
        owned = self.doc[span.start - 1].text in {"'s", "’s"}
        if owned and before is not None and before.kind == entity.kind == "organization":
            whole = f"{before.name}'s {entity.name}"
            return NamedPhrase(end, entity, whole, self.definite)
        return NamedPhrase(end, entity, definite=self.definite)

    def _goes_on(self, entity: Entity) -> bool:
        """Whether the noun phrase goes on after a name: "Norway Interior Ministry", "the Knesset's law
        committee"."""
        if self.at >= self.limit:
            return False
        token = self.doc[self.at]
        if token.text in _LINKS:
            return True
        return entity.kind == "place" and (
            self.at in self.names or token.pos_ == "PROPN" and token.text[0].isupper()
        )

    def _finish(self, end: int, *, body: str) -> None:
        self.found = NamedPhrase(end, None, body, self.definite)
        self.done = True


def _only_modifies(doc: Doc, i: int, entity: Entity) -> bool:
    """Whether the name before ``i`` only modifies the noun to come: "U.S.-led", "Norway history"."""
    if doc[i].text == "-" and not doc[i - 1].whitespace_:
        return True
    return entity.is_country and doc[i].pos_ == "NOUN" and doc[i].text.islower()


def _based(doc: Doc, i: int, limit: int) -> int | None:
    """Past ", DC-based" after a city; ``None`` where nothing like it follows."""
    if i + 3 < limit and doc[i].text == ",":
        for k in (i + 1, i + 2, i + 3):
            if doc[k].lower_.endswith("based"):
                return k + 1
    return None


def _with_second_place(doc: Doc, target: NamedPhrase, names: NameIndex) -> NamedPhrase:
    """Past a coordinated place: "for Africa and the Gulf"."""
    if (
        target.entity is not None
        and target.entity.kind == "place"
        and target.end < len(doc)
        and doc[target.end].lower_ == "and"
    ):
        named = names.at(target.end + 1)
        if named is not None and named[1].kind == "place" and not target.entity.is_country:
            target.end = named[0].end
    return target


def _starts_body(token: Token, lexicon: Lexicon) -> bool:
    """Whether a capitalised run that the model gave no name begins here."""
    if token.text[0].isdigit() and sum(c.isalpha() for c in token.text) > 3:
        return any(c.isupper() for c in token.text)  # "7Days"
    if token.lower_ in _DEFINITE:
        return False  # "The Elm Group" with its article
    if token.pos_ != "PROPN" or not token.text[0].isupper() or token.lower_ in lexicon.portfolios:
        return False
    if token.i + 1 < len(token.doc) and token.nbor(1).text == "-" and not token.whitespace_:
        return False  # "Nordic-backed"
    if _opens_title(token, lexicon):
        return False  # "Prime Minister"
    return token.lower_ not in lexicon.address and lexicon.head(token.lower_) is None


def _opens_title(token: Token, lexicon: Lexicon) -> bool:
    """Whether ``token`` begins a title in capitals: "Prime Minister", "Deputy Foreign Minister"."""
    i, doc = token.i, token.doc
    while i < len(doc) - 1 and doc[i].lower_ in lexicon.modifiers and lexicon.head(doc[i].lower_) is None:
        i += 1
    return i > token.i and lexicon.head(doc[i].lower_) is not None and doc[i].text[0].isupper()


def _body_end(doc: Doc, i: int, limit: int, names: NameIndex) -> int:
    end = i
    while (
        end < limit
        and end not in names
        and (
            doc[end].text[:1].isupper()
            and doc[end].pos_ in {"PROPN", "ADJ", "NOUN"}
            or doc[end].lower_ in {"of", "for", "and", "&", "-"}
            and end + 1 < limit
            and doc[end + 1].text[:1].isupper()
            and end + 1 not in names
        )
    ):
        end += 1
    return max(end, i + 1)


def _with_noun(doc: Doc, end: int, names: NameIndex, lexicon: Lexicon) -> int:
    """Past a common noun that follows a name: "the Farmers party", "the Oslo Centre think
    tank".
    """
    i = end
    while (
        i < len(doc)
        and i not in names
        and doc[i].pos_ == "NOUN"
        and lexicon.head(doc[i].lower_) is None
        and doc[i].text.islower()
    ):
        i += 1
    return i
