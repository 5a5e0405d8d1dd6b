"""IRIs: the same article text at the same address gives the same IRIs on every machine.

An article's IRI is also the IRI of the named graph with its report; what the article tells of is a fragment
of it (``…#p1``, ``…#m1``). Merged entities and events have IRIs of their own, which rest on what makes them
one thing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Final

from pyoxigraph import NamedNode

from kg.graph.vocabulary import NEWSGRAPH
from kg.model import Article, Mention

MERGED_GRAPH: Final = NEWSGRAPH + "graph/merged"
HISTORY_GRAPH: Final = NEWSGRAPH + "graph/history"
"""Where it stands which entity or event took the place of another. What the merged graph says depends on the
articles alone; this depends on the order in which they came."""
AUTHORITY_PREFIX: Final = NEWSGRAPH + "authority/"
ARTICLE_PREFIX: Final = NEWSGRAPH + "article/"

_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
# XSD allows time zones up to 14 hours from UTC, in whole minutes.
_WIDEST_ZONE = timedelta(hours=14)


def article_iri(article: Article) -> str:
    """The IRI of an article and of its named graph: a hash of its address, its text and its date of
    publication."""
    address = article.url or article.id
    parts = (address, article.text, published_text(article.published) or "")
    digest = sha256("\0".join(parts).encode("utf-8", "surrogatepass"))
    return ARTICLE_PREFIX + digest.hexdigest()[:32]


def published_text(published: date | datetime | None) -> str | None:
    """The canonical XSD form of a date or date-time ("2016-10-15", "2016-10-15T09:30:00Z"); ``None`` for an
    unknown one."""
    if not isinstance(published, datetime):
        return None if published is None else published.isoformat()
    offset = published.utcoffset()
    if offset is not None and (abs(offset) > _WIDEST_ZONE or offset % timedelta(minutes=1)):
        published = published.astimezone(UTC)
    text = published.isoformat()
    if published.microsecond:
        fraction = f".{published.microsecond:06d}"
        text = text.replace(fraction, fraction.rstrip("0"), 1)
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def mention_node(article: str, mention: Mention) -> NamedNode:
    """The node of the words from ``begin`` to ``end``; one node per span, whoever it speaks of (RFC 5147
    fragment)."""
    return NamedNode(f"{article}#char={mention.begin},{mention.end}")


def is_iri(text: str) -> bool:
    """Whether ``text`` is an absolute IRI (RFC 3987), without white space or control characters."""
    if any(character.isspace() for character in text):
        return False
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def geonames_node(geonames: int) -> NamedNode:
    """The GeoNames feature with this number."""
    return NamedNode(f"https://sws.geonames.org/{geonames}/")


def entity_iri(kind: str, name: str, key: str) -> str:
    """The IRI of a merged person, organisation, place or post from its kind and the key that makes it one: of
    places and posts their key, of people and organisations the first reference to them.

    The readable part, from ``name``, helps people; the hash, over kind and whole key, keeps apart what reads
    alike.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = _NOT_IN_SLUG.sub("-", plain).strip("-")[:60]
    digest = sha256(f"{kind}\0{key}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{NEWSGRAPH}{kind}/{slug}-{digest}" if slug else f"{NEWSGRAPH}{kind}/{digest}"


def event_iri(report: str) -> str:
    """The IRI of the event that the meeting report ``report`` (``<article>#m1``) tells of first."""
    return NEWSGRAPH + "event/" + _local(report)


def fact_iri(kind: str, support: str) -> str:
    """The IRI of a fact from its kind ("actor", "time" …) and the first of its supports, which supports no
    other fact of this kind.
    """
    return f"{NEWSGRAPH}fact/{kind}/{_local(support)}"


def conflict_iri(facts: Iterable[str]) -> str:
    """The IRI of the conflict between ``facts``."""
    return f"{NEWSGRAPH}conflict/{sha256(' '.join(sorted(facts)).encode()).hexdigest()[:32]}"


def _local(statement: str) -> str:
    for prefix in (ARTICLE_PREFIX, AUTHORITY_PREFIX):
        statement = statement.removeprefix(prefix)
    return statement.replace("#", "-")
