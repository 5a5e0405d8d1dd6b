"""Leaders whom everybody knows: named by surname alone in one sentence, by office alone in the next.

"The Norwegian Prime Minister declined. 'We have time,' Berg said." Who is known so well that an article gives
neither a given name nor a title is the one whose office stands beside the name.
"""

from __future__ import annotations

from typing import Final

from kg.extract.document import Document, Entity, RoleClaim, TitlePhrase
from kg.extract.nations import country_of
from kg.extract.office_holders import find_holder, is_highest
from kg.extract.syntax import sentence_numbers

_APART: Final = 2
"""Sentences that may lie between the name and the office."""
_CONFIDENCE: Final = 0.7


def find_untitled_leaders(document: Document) -> None:
    """Add the role of a person without a given name or a title beside whom stands the highest office of a
    state that nobody else holds; roles must have been found.
    """
    offices = [phrase for phrase in document.titles if _is_open(document, phrase)]
    if len({(phrase.title.lower(), phrase.of) for phrase in offices}) != 1:
        return
    titled = [claim.person for claim in document.roles]
    known = [e for e in document.entities if e.kind == "person" and " " not in e.name and e not in titled]
    near = [(person, phrase) for person in known if (phrase := _near(document, person, offices)) is not None]
    if len(near) == 1:
        [(person, phrase)] = near
        span = document.doc[phrase.start : phrase.end]
        document.roles.append(RoleClaim(person, phrase.title, phrase.of, span, confidence=_CONFIDENCE))


def _is_open(document: Document, phrase: TitlePhrase) -> bool:
    """Whether the phrase tells of the holder, now, of a state's highest office, whom no name gives."""
    if phrase.plural or phrase.former or phrase.attached or phrase.of is None:
        return False
    # At the head of a sentence the article may have gone into the name of the nation.
    definite = phrase.determiner == "the" or document.doc[phrase.start].lower_ == "the"
    if not definite or country_of(phrase.of) is None:
        return False
    return is_highest(phrase.title) and find_holder(document, phrase.title, phrase.of) is None


def _near(document: Document, person: Entity, offices: list[TitlePhrase]) -> TitlePhrase | None:
    sentences = sentence_numbers(document.doc)
    named = [sentences[m.span.sent.start] for m in person.mentions if m.form == "name"]
    for phrase in offices:
        at = sentences[document.doc[phrase.head].sent.start]
        # Not within one sentence, where the two are told apart: "Berg met the Danish president."
        if any(0 < abs(at - other) <= _APART for other in named) and at not in named:
            return phrase
    return None
