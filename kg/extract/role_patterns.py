"""The places where English news tells who holds a title: before the name, after it, between commas, in a
list.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from kg.extract.document import Document, Entity, TitlePhrase

_BRACKETS = frozenset("( ) [ ] “ ” \" ' ‘ ’".split())
_FILLERS = frozenset(
    (
        "now also currently then once himself herself today who is was both one of themselves previously "
        "formerly"
    ).split()
)
_POSITION = frozenset(
    "left right center centre l r c second first third rear front top bottom top-left".split()
)
_CLAUSE = 12
"""Tokens of a clause after a title that are looked through for another title."""
_PARTY_MEMBERS = frozenset({"republican", "democrat", "republicans", "democrats", "independent"})
_COMMAS = frozenset({",", "–", "—", "-", "--", ";"})
_DETERMINERS = frozenset("the a an his her its their this that another".split())


class Mentions:
    """Name mentions of people by the token at which they begin, and title phrases by theirs (with and without
    determiner).
    """

    def __init__(self, document: Document) -> None:
        self.doc: Doc = document.doc
        self.people: dict[int, tuple[Span, Entity]] = {}
        self.phrases: dict[int, TitlePhrase] = {}
        for entity in document.entities:
            if entity.kind == "person":
                for mention in entity.mentions:
                    if mention.form == "name":
                        self.people[mention.span.start] = (mention.span, entity)
        self.ends = {phrase.end: phrase for phrase in document.titles}
        for phrase in document.titles:
            known = self.phrases.get(phrase.start)
            if known is None or known.end < phrase.end:
                self.phrases[phrase.start] = phrase

    def word(self, i: int) -> str:
        """The lower-case token at ``i``; empty beyond the article."""
        return self.doc[i].lower_ if 0 <= i < len(self.doc) else ""

    def phrase_at(self, i: int) -> TitlePhrase | None:
        """The title phrase that begins at ``i``, after a determiner if there is one."""
        if self.word(i) in _DETERMINERS:
            i += 1
        return self.phrases.get(i)

    def names_after(self, phrase: TitlePhrase) -> list[tuple[Span, Entity]]:
        """The people whose names follow ``phrase`` directly, or after further titles: "spokesman Lt. Col. X",
        "journalist and author X".
        """
        i = phrase.end
        for _ in range(4):
            if self.word(i) == "(" and self.word(i + 2) == ")" and i + 1 not in self.people:
                i += 3
            while self.word(i) in _BRACKETS or self.word(i) in {"dr.", "dr", "mr.", "mr", "mrs.", "ms."}:
                i += 1
            if i in self.people:
                people = list(self.listed(i)) if phrase.plural else [self.people[i]]
                return people if not phrase.plural or len(people) > 1 else []
            following = self.phrases.get(i)
            if following is None and self.word(i) == "and" and phrase.determiner not in {"a", "an"}:
                following = self.phrases.get(i + 1)
                if (
                    following is not None
                    and None not in (following.of, phrase.of)
                    and following.of != phrase.of
                ):
                    return []
            if following is None or (following.plural and not phrase.plural) or following.end <= i:
                return []
            if phrase.plural and not following.plural:
                return [named for named in self.listed(i)]
            i = following.end
        return []

    def listed(self, i: int) -> Iterator[tuple[Span, Entity]]:
        """The names of a list that begins at ``i``: "X, Y and Z", each perhaps with "of PLACE" or "left"
        after it.
        """
        last = False
        while (start := self._name_in_list(i)) is not None:
            span, entity = self.people[start]
            yield span, entity
            i = self._past_apposition(self.past_aside(span.end))
            if self.word(i) == "of":
                i += 1
                while i < len(self.doc) and self.doc[i].pos_ in {"PROPN", "DET"} and i not in self.people:
                    i += 1
            if self.word(i) not in {",", "and", "&"} or last:
                return
            while self.word(i) in {",", "and", "&"}:
                last = last or self.word(i) != ","
                i += 1

    def _past_apposition(self, i: int) -> int:
        """Past ", a Michigan teacher" where a further name of the list follows it."""
        if self.word(i) != "," or self.word(i + 1) not in {"a", "an", "the"}:
            return i
        for k in range(i + 2, min(i + _CLAUSE, len(self.doc) - 2)):
            if k in self.people or self.word(k) in {".", ";"}:
                return i
            if self.word(k) == ",":
                following = k + 1 + (self.word(k + 1) == "and")
                return k if self._name_in_list(following) is not None else i
        return i

    def _name_in_list(self, i: int) -> int | None:
        """Where the next name of a list begins: at ``i``, or after its own title there."""
        if i in self.people:
            return i
        phrase = self.phrases.get(i)
        if phrase is not None and not phrase.plural and phrase.end in self.people:
            return phrase.end
        return None

    def past_aside(self, i: int) -> int:
        """Past "(L)", ", left," or an age that stands between a name and its apposition; the index of the
        mark after it.
        """
        for _ in range(2):
            if self.word(i) in {"(", "["} and self.word(i + 2) in {")", "]"}:
                i += 3
            elif (
                self.word(i) == ","
                and (self.word(i + 1) in _POSITION or self.word(i + 1).isdigit())
                and self.word(i + 2) in {",", "and"}
            ):
                i += 2
        return i

    def apposition_after(self, span: Span) -> Iterator[TitlePhrase]:
        """The titles in apposition to the name ``span``: "X, director of Y and a former Z"."""
        i = self._past_origin(self.past_aside(span.end))
        if self.word(i) not in _COMMAS and self.word(i) not in {"(", "who"}:
            return
        i += self.word(i) != "who"
        i = self._past_fillers(i)
        one_of = self.word(i - 1) == "of" and self.word(i - 2) == "one"
        phrase = self.phrase_at(i)
        while phrase is not None and (not phrase.plural or one_of) and not self.names_after(phrase):
            self._share_body(phrase)
            yield phrase
            i = self._past_clause(phrase.end)
            if self.word(i) == ",":
                i += 1
            if self.word(i) == "and":
                i += 1
            elif self.word(phrase.end) != "," or self.word(i) == "the":
                return
            phrase, one_of = self.phrase_at(self._past_fillers(i)), False

    def _past_fillers(self, i: int) -> int:
        """Past "now", "who is" and the like, up to a title phrase ("then commander" is one)."""
        while self.word(i) in _FILLERS and i not in self.phrases:
            i += 1
        return i

    def _past_origin(self, i: int) -> int:
        """Past "of Ohio" between a name and its apposition: "Lord Harvey of Marsh, chairman of"."""
        if self.word(i) != "of":
            return i
        end = i + 1
        while end < len(self.doc) and end < i + 4 and self.doc[end].text[:1].isupper():
            end += 1
        return end if end > i + 1 and self.word(end) == "," else i

    def _past_clause(self, i: int) -> int:
        """Past what a person does, up to a further title: "a journalist covering Asia and an editor"."""
        if i >= len(self.doc) or self.doc[i].tag_ not in {"VBG", "VBN"}:
            return i
        for k in range(i + 1, min(i + _CLAUSE, len(self.doc) - 2)):
            if self.word(k) in {",", ";", "."} and self.word(k + 1) != "and":
                return i
            further = self._past_fillers(k + 1)
            if self.word(k) == "and" and self.word(further) in {"a", "an"} and further + 1 in self.phrases:
                return k
        return i

    def share_body_before(self, phrase: TitlePhrase) -> None:
        """ "Danish poet and singer X": the country or body before the first title belongs to both."""
        if phrase.of is None and not phrase.determiner and self.word(phrase.start - 1) == "and":
            before = self.ends.get(phrase.start - 1)
            if before is not None and before.of is not None and not before.plural:
                phrase.of = before.of

    def _share_body(self, phrase: TitlePhrase) -> None:
        """ "president and chairwoman of the Trust": the body belongs to both titles."""
        if phrase.of is None and self.word(phrase.end) == "and" and not phrase.party:
            following = self.phrases.get(phrase.end + 1)
            if following is not None and following.of is not None and not self.names_after(following):
                phrase.of = following.of

    def name_behind_comma(self, phrase: TitlePhrase) -> tuple[Span, Entity] | None:
        """The name in apposition to ``phrase``: "Norway's president, Erik Dahl, said"."""
        if self.word(phrase.end) not in _COMMAS or not (phrase.determiner or phrase.of or phrase.party):
            return None
        if self.doc[phrase.head].dep_ == "attr":
            return None  # "if Dahl is the nominee, Solberg wins"
        named = self.people.get(phrase.end + 1 + (self.word(phrase.end + 1) in _PARTY_MEMBERS))
        if named is None:
            following = self.phrases.get(phrase.end + 1)
            after = self.names_after(following) if following is not None else []
            if len(after) != 1 or following is None or following.of is not None:
                return None
            named = after[0]
        if self.word(named[0].end) == "and" and self.doc[phrase.head].dep_ not in {"nsubj"}:
            return None
        return named
