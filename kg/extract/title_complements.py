"""What follows a title noun: "of State", "for Syria", "at the University of Reading", "from Russia, Iran and
Turkey".
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract.document import Entity
from kg.extract.lexicon import Lexicon
from kg.extract.title_modifiers import NameIndex

_PREPOSITIONS = frozenset({"of", "for", "at", "with", "in", "to", "from", "on", "against", "within"})
_PLACE_IN_TITLE = frozenset({"for", "to", "on"})
_LONGEST = 14


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


@dataclass(slots=True)
class _Object:
    """The noun phrase after a preposition: where it ends, and the name in it."""

    end: int
    entity: Entity | None = None
    body: str | None = None
    definite: bool = False
    person: Entity | None = None


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
        target = _object(doc, found.end + 1, names, lexicon)
        if target is None:
            break
        if not _take(found, prep, target, head, lexicon):
            break
        if plural and target.entity is not None and target.entity.is_country:
            _more_countries(doc, found, names)
        if found.of is not None and prep not in _PLACE_IN_TITLE | {"in"}:
            break
    return found


def _take(found: Complement, prep: str, target: _Object, head: Token, lexicon: Lexicon) -> bool:
    """Add one prepositional phrase; whether it belongs to the title phrase."""
    adjacent = found.title_end == found.end
    entity = target.entity
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
        found.of = entity.country if entity.is_country else entity.name
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


def _object(doc: Doc, start: int, names: NameIndex, lexicon: Lexicon) -> _Object | None:
    """Read the noun phrase at ``start``: the last body in it, else the place, else common nouns only."""
    i = start
    limit = min(doc[start].sent.end, start + _LONGEST)
    definite = start < limit and doc[start].lower_ in {
        "the",
        "this",
        "that",
        "his",
        "her",
        "its",
        "their",
        "a",
        "an",
    }
    result: _Object | None = None
    last_common = start
    while i < limit:
        named = names.at(i)
        if named is not None:
            span, entity = named
            if entity.kind == "person":
                if (
                    span.end < limit
                    and doc[span.end].pos_ == "NOUN"
                    and doc[span.end].text.islower()
                    and i > start
                ):
                    return _Object(
                        span.end + 1, None, doc[i : span.end + 1].text, definite
                    )  # "the Smith campaign"
                if i == start or lexicon.head(doc[i - 1].lower_):
                    return _Object(span.end, person=entity)  # "adviser to President X"
                break
            if result is None or entity.kind == "organization" or result.entity is None:
                end = _with_noun(doc, span.end, names, lexicon)
                result = _Object(end, entity, definite=definite)
                if end > span.end and entity.kind == "place" and not entity.is_country:
                    return _Object(end, None, doc[i:end].text, definite)  # "the Heathrow airport"
            i = span.end
            if entity.kind == "place" and (based := _based(doc, i, limit)):
                result, i = None, based
                last_common = i
                continue
            if i < limit and _only_modifies(doc, i, entity):
                result = None
                i += 2 if doc[i].text == "-" else 0
                last_common = i
                continue
            if (
                i < limit
                and doc[i].text in {"'s", "’s", "-"}
                or (entity.kind == "place" and _goes_on(doc, i, limit, names))
            ):
                i += doc[i].text in {"'s", "’s", "-"}
                continue
            if result.end < i:
                result.end = i
            break
        token = doc[i]
        if _starts_body(token, start, lexicon):
            end = _body_end(doc, i, limit, names)
            return _Object(_with_noun(doc, end, names, lexicon), None, doc[i:end].text, definite)
        if (
            token.pos_ not in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON"}
            and token.text
            not in {
                "-",
                "'s",
                "’s",
                "“",
                '"',
            }
            and doc[i - 1].text != "-"
        ):
            break
        if lexicon.head(token.lower_) and token.text[0].isupper() and i + 1 in names:
            break
        i += 1
        last_common = i
    if result is not None:
        if last_common > result.end:
            result.end = last_common  # "the Knesset's law committee"
        return _with_second_place(doc, result, names)
    return _Object(last_common, definite=definite) if last_common > start else None


def _only_modifies(doc: Doc, i: int, entity: Entity) -> bool:
    """Whether the name before ``i`` only modifies the noun to come: "U.S.-led", "Korea history"."""
    if doc[i].text == "-" and not doc[i - 1].whitespace_:
        return True
    return entity.is_country and doc[i].pos_ == "NOUN" and doc[i].text.islower()


def _based(doc: Doc, i: int, limit: int) -> int | None:
    """Past ", DC-based" after a city; ``None`` where nothing like it follows."""
    if doc[i].text == "," and i + 3 < limit:
        for k in (i + 1, i + 2, i + 3):
            if doc[k].lower_.endswith("based"):
                return k + 1
    return None


def _with_second_place(doc: Doc, target: _Object, names: NameIndex) -> _Object:
    """Past a coordinated place: "for Europe and Central Asia"."""
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


def _goes_on(doc: Doc, i: int, limit: int, names: NameIndex) -> bool:
    """Whether the noun phrase goes on after a place name: "Croatia Interior Ministry"."""
    return i < limit and i in names or i < limit and doc[i].pos_ == "PROPN" and doc[i].text[0].isupper()


def _starts_body(token: Token, start: int, lexicon: Lexicon) -> bool:
    """Whether a capitalised run that the model gave no name begins here."""
    if token.pos_ != "PROPN" or not token.text[0].isupper() or token.lower_ in lexicon.portfolios:
        return False
    return token.lower_ not in lexicon.address and lexicon.head(token.lower_) is None


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
    """Past a common noun that follows a name: "the Freedom and Justice party", "the Atlantic Council think
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
