"""People that the words around a name give away, whatever the model took it for: titles before it and after
it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.extract.lexicon import Lexicon
from kg.extract.name_writing import PARTICLES, NameSpan, is_code, is_given_name, is_name_word, run_end
from kg.extract.nations import country_of


def titled_names(doc: Doc, lexicon: Lexicon) -> list[NameSpan]:
    """People that a title or a form of address right before the name gives away, whatever the model says."""
    found = []
    for token in doc:
        if token.i + 1 >= len(doc) or not token.is_alpha and not token.text.endswith("."):
            continue
        start = _after_title(doc, token, lexicon)
        if start is None or start >= len(doc):
            continue
        end = run_end(doc, start)
        if end > start and _may_be_person(doc, start, end, lexicon):
            found.append(NameSpan(start, end, "person"))
    return found


def apposed_names(doc: Doc, lexicon: Lexicon) -> list[NameSpan]:
    """People that a title in apposition gives away where the model saw a body or nothing: "said Hartwell,
    deputy director of".
    """
    found = []
    for comma in doc:
        if (
            comma.text != ","
            or comma.i < 1
            or comma.i + 2 >= len(doc)
            or not _opens_title(doc, comma.i + 1, lexicon)
        ):
            continue
        start = comma.i
        while (
            start > 0
            and comma.i - start < 4
            and is_name_word(doc[start - 1])
            and doc[start - 1].pos_ == "PROPN"
        ):
            start -= 1
        words = [doc[i].lower_ for i in range(start, comma.i)]
        labels = {doc[i].ent_type_ for i in range(start, comma.i)}
        if (
            not words
            or "PERSON" in labels
            or (len(words) == 1 and labels != {"ORG"})
            or (start > 0 and doc[start - 1].lower_ == "the")
        ):
            continue
        if any(w in lexicon.organization_words or lexicon.head(w) for w in words) or country_of(
            doc[start : comma.i].text
        ):
            continue
        if any(doc[i].text.isupper() for i in range(start, comma.i)) or not labels <= {"ORG", "", "NORP"}:
            continue
        found.append(NameSpan(start, comma.i, "person"))
    return found


def _opens_title(doc: Doc, i: int, lexicon: Lexicon) -> bool:
    """Whether a title that only a person can have begins at ``i``: "a deputy director of", "analyst at"."""
    for k in range(i, min(i + 6, len(doc) - 1)):
        word = doc[k].lower_
        head = lexicon.head(word)
        if (
            head is not None
            and doc[k].pos_ == "NOUN"
            and lexicon.head(doc[k + 1].lower_) is None
            and doc[k + 1].pos_ != "NOUN"
        ):
            return not lexicon.is_plural_head(word) and head not in lexicon.of_bodies | lexicon.bystanders
        if doc[k].pos_ not in {"DET", "ADJ", "NOUN", "ADV"} or doc[k].lower_ in {"the", "that", "which"}:
            return False
    return False


def _after_title(doc: Doc, token: Token, lexicon: Lexicon) -> int | None:
    """The token at which a name may begin because ``token`` is the title (or opens the title) before it."""
    word = token.lower_
    is_address = word in lexicon.address and token.text[:1].isupper()
    if not is_address and (lexicon.head(word) is None or lexicon.is_plural_head(word)):
        return None
    if is_given_name(token, lexicon):
        return None
    following = doc[token.i + 1]
    if following.text == "." and not token.whitespace_ and f"{word}." in lexicon.abbreviations:
        if token.i + 2 >= len(doc):
            return None
        following = doc[token.i + 2]
    if is_address:
        return following.i if is_name_word(following) else None
    if token.i > 1 and doc[token.i - 1].text == "-" and doc[token.i - 2].pos_ == "NUM":
        return None  # "the 28-member ..."
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    if following.lower_ in {"of", "for"} and token.i + 3 < len(doc):
        return _after_complement(doc, token.i + 2, lexicon)
    if _opens_surname(doc, following.i):
        return following.i
    if _is_title_word(following, lexicon) or not is_name_word(following):
        return None
    if following.lower_ in lexicon.modifiers and _is_title_word(
        doc[min(following.i + 1, len(doc) - 1)], lexicon
    ):
        return None  # "Secretary Rear Adm. X"
    return following.i


def _opens_surname(doc: Doc, i: int) -> bool:
    """Whether particles in small letters stand at ``i``, and a name after them: "President de la Cruz"."""
    end = i
    while end + 1 < len(doc) and doc[end].text.islower() and doc[end].lower_ in PARTICLES:
        end += 1
    return end > i and is_name_word(doc[end])


def _after_complement(doc: Doc, start: int, lexicon: Lexicon) -> int | None:
    """Past "State", "Foreign Affairs" or "Syria" in "Secretary of State X", "Minister of Foreign Affairs X",
    "Envoy for Syria X".
    """
    i = start + 1 if doc[start].lower_ == "the" else start
    first = i
    while i < len(doc) and doc[i].lower_ in lexicon.portfolios:
        i += 1
    if i == first:
        while i < len(doc) and doc[i].ent_type_ in {"GPE", "LOC"} and (i == first or doc[i].ent_iob_ == "I"):
            i += 1
        if i == first or country_of(doc[first:i].text) is None:
            return None
    if i < len(doc) and is_name_word(doc[i]) and not _is_title_word(doc[i], lexicon):
        return i
    return None


def _is_title_word(token: Token, lexicon: Lexicon) -> bool:
    if is_given_name(token, lexicon):
        return False
    return lexicon.head(token.lower_) is not None or token.lower_ in lexicon.address


def _opens_body(title: Token) -> bool:
    """Whether "General" is the first word of a company's name ("General Mills") rather than a rank: where the
    model takes an officer for a body, it leaves the rank outside. (Of "Premier X" it does not.)
    """
    return title.lower_ == "general" and title.ent_type_ in {"ORG", "FAC"} and title.ent_iob_ == "B"


def _in_headline(doc: Doc, i: int) -> bool:
    """Whether the sentence is a heading with capitals throughout: "Court Justice Questions New Charge"."""
    sentence = doc[i].sent
    words = [token for token in sentence if token.is_alpha]
    small = sum(token.text.islower() for token in words)
    return len(words) > 4 and small == 0 and sentence[-1].text not in {".", "?", "!", "”", '"'}


def _may_be_person(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a capitalised run after a title can be a personal name: not a body, a country, or a longer name
    of something else.
    """
    words = [doc[i].lower_ for i in range(start, end)]
    if doc[start].is_stop or is_code(doc[start:end].text) or _in_headline(doc, start):
        return False
    if (
        words[-1].rstrip(".") in lexicon.organization_words
        or words[0] in lexicon.modifiers
        and doc[start].ent_type_ != "PERSON"
    ):
        return False
    if country_of(doc[start:end].text) is not None or (
        end < len(doc) and lexicon.head(doc[end].lower_) and end - start == 1
    ):
        return False
    ent = doc[start].ent_type_
    if (
        ent in {"ORG", "GPE", "FAC", "LOC", "NORP"}
        and doc[start].ent_iob_ == "I"
        and (lexicon.head(doc[start - 1].lower_) is None or _opens_body(doc[start - 1]))
    ):
        return False
    if _opens_body(doc[start]):
        return False  # "rival General Mills"
    if ent in {"ORG", "PRODUCT"} and start > 0 and doc[start - 1].text.islower() and end - start == 1:
        return False
    if ent in {"ORG", "FAC", "WORK_OF_ART", "LAW", "EVENT"}:
        return not any(w in lexicon.organization_words for w in words) and end - start <= 4
    return True
