"""Who in this article holds a given office."""

from __future__ import annotations

from kg.extract.document import Document, Entity
from kg.extract.lexicon import load_lexicon
from kg.extract.name_clusters import plain

_PRIME = frozenset({"prime minister", "premier", "taoiseach"})


def title_head(title: str) -> str:
    """The head noun of a title as a lower-case singular: "Secretary" of "Secretary of State"."""
    lexicon = load_lexicon()
    head = ""
    for word in title.lower().replace("-", " ").split():
        if word in {"of", "for", "to", "in", "at"}:
            break
        head = word
    return lexicon.head(head) or head


def find_holder(document: Document, title: str, of: str | None) -> Entity | None:
    """The named person who, by the article, holds the office ``title`` of ``of`` now; ``None`` where nobody
    does or it is unclear.

    "leader" also finds the holder of the country's highest office.
    """
    holders: list[Entity] = []
    for claim in document.roles:
        if claim.title is None or claim.former or (of is not None and not _same_body(claim.of, of)):
            continue
        if same_office(claim.title, title) and claim.person not in holders:
            holders.append(claim.person)
    if not holders and title_head(title) in {"leader", "head"} and of is not None:
        holders = _highest(document, of)
    return holders[0] if len(holders) == 1 else None


def same_office(held: str, asked: str) -> bool:
    """Whether somebody with the title ``held`` can be called ``asked``: the same title, or its head with
    fewer words."""
    x, y = plain(held).replace("-", " ").split(), plain(asked).replace("-", " ").split()
    if " ".join(x) in _PRIME or " ".join(y) in _PRIME:
        return " ".join(x) in _PRIME and (" ".join(y) in _PRIME or y in (["minister"], ["prime", "minister"]))
    if title_head(held) != title_head(asked):
        return False
    small = {"of", "the", "for", "and"}
    return set(y) - small <= set(x) - small or set(x) - small == set(y) - small


def is_of_body(title: str) -> bool:
    """Whether the office is one of an organisation of states, as a secretary-general's is."""
    return plain(title).replace("-", " ").endswith(("secretary general", "director general"))


def is_highest(title: str) -> bool:
    """Whether a title is that of a head of state or government."""
    return plain(title) in _PRIME or title_head(title) in load_lexicon().highest


def _highest(document: Document, of: str) -> list[Entity]:
    found: list[Entity] = []
    for claim in document.roles:
        if claim.title is None or claim.former or not _same_body(claim.of, of):
            continue
        if is_highest(claim.title) and claim.person not in found:
            found.append(claim.person)
    return found


def _same_body(a: str | None, b: str) -> bool:
    return a is not None and plain(a) == plain(b)


def title_before(document: Document, before: int) -> str | None:
    """The title of the person last named before ``before`` in the same sentence, else in the sentences
    before it."""
    for i in range(before - 1, max(-1, before - 80), -1):
        for entity in document.referents.get(i, ()):
            claim = next((c for c in document.roles if c.person is entity and c.title and c.of), None)
            if (
                claim is not None
                and claim.title is not None
                and not claim.title.lower().endswith("counterpart")
            ):
                return claim.title
            if entity.kind == "office":
                return entity.title
    return None
