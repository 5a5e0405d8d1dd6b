"""The working state of one article on its way from text to :class:`~kg.model.Report`.

Each component of :mod:`kg.extract` reads what the earlier ones found in a :class:`Document` and adds its own
findings, in the order in which :mod:`kg.extract.extractor` calls them. Nothing outside this package sees a
Document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc, Span, Token

from kg.model import Article, Basis, MentionForm

EntityKind = Literal["person", "organization", "place", "office", "group"]


@dataclass(eq=False, slots=True)
class EntityMention:
    """One span that refers to an entity, and in which form (name, nominal, pronoun)."""

    span: Span
    form: MentionForm


@dataclass(eq=False, slots=True)
class Entity:
    """One person, organisation, place, office or group of this article, with the spans that refer to it.

    ``name`` is the fullest form in the article, without titles. ``country`` is the English short name of the
    country that a place lies in (itself, for a country); ``is_country`` marks countries. ``title`` and ``of``
    belong to offices. Entities are compared by identity: two entities with one name are two entities until a
    component merges them.
    """

    kind: EntityKind
    name: str
    mentions: list[EntityMention] = field(default_factory=list)
    is_country: bool = False
    country: str | None = None
    country_code: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    title: str | None = None
    of: str | None = None


@dataclass(eq=False, slots=True)
class TitlePhrase:
    """A noun phrase that says what somebody is: "the Iranian foreign minister", "director of the Institute".

    ``start`` and ``end`` are token indexes of the phrase without its determiner, ``head`` that of the title
    noun. ``title`` is the shortest form in the singular; ``of`` the country or organisation in noun form, and
    ``owner`` its entity where there is one (a person in "Dahl's chief of staff"). ``countries`` holds each
    of several countries ("the presidents of Russia and Iran"). ``determiner`` is the lower-case word before
    the phrase ("the", "a", "his", "'s", "two"), or empty. ``attached`` is set where the words stand beside
    the name of who holds the title.
    """

    start: int
    end: int
    head: int
    title: str
    of: str | None = None
    owner: Entity | None = None
    countries: tuple[str, ...] = ()
    party: str | None = None
    former: bool = False
    acting: bool = False
    plural: bool = False
    determiner: str = ""
    attached: bool = False


@dataclass(eq=False, slots=True)
class RoleClaim:
    """Words that say that a person holds an office: the source of a :class:`~kg.model.Role`.

    ``span`` runs over the title and, where they stand together, the name.
    """

    person: Entity
    title: str | None
    of: str | None
    span: Span
    former: bool = False
    acting: bool = False
    confidence: float = 1.0


@dataclass(eq=False, slots=True)
class TimeExpression:
    """A span that gives a calendar time: ``start`` (and ``end`` of a range) as ISO 8601 at the precision
    known.

    ``weekday_only`` marks a bare weekday ("on Saturday"), whose date depends on the tense of the verb it
    belongs to: ``start`` then holds the past reading and ``future_start`` the future one.
    """

    span: Span
    start: str
    end: str | None
    basis: Basis
    future_start: str | None = None
    weekday_only: bool = False
    confidence: float = 1.0


@dataclass(slots=True)
class Document:
    """An article, its spaCy parse, and what the components have found so far.

    ``boilerplate`` marks each token that is not part of the story. ``referents`` maps the index of a noun
    phrase's head token (for a multi-word name, of every token of the name) to the entities that it denotes:
    one for "Kerry" or "he", several for "the two leaders", "they" or "foreign ministers from Russia and
    Iran". ``unresolved`` are names that no entity was made of.
    """

    article: Article
    doc: Doc
    boilerplate: list[bool]
    entities: list[Entity] = field(default_factory=list)
    referents: dict[int, tuple[Entity, ...]] = field(default_factory=dict)
    titles: list[TitlePhrase] = field(default_factory=list)
    roles: list[RoleClaim] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    unresolved: list[Span] = field(default_factory=list)

    def entities_at(self, token: Token) -> tuple[Entity, ...]:
        """The entities that the phrase headed by ``token`` denotes; empty where it denotes none that is
        known.
        """
        return self.referents.get(token.i, ())

    def add_mention(self, entity: Entity, span: Span, form: MentionForm) -> None:
        """Record that ``span`` refers to ``entity``, also under its tokens (names) or its head (else)."""
        entity.mentions.append(EntityMention(span, form))
        tokens = span if form == "name" else (span.root,)
        for token in tokens:
            known = self.referents.get(token.i, ())
            if entity not in known:
                self.referents[token.i] = (*known, entity)
