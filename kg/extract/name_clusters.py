"""Which names in one article are names of the same person, organisation or place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from kg.extract.accents import without_accents
from kg.extract.data_files import read_data
from kg.extract.name_writing import PARTICLES

_ARTICLE_PREFIX = re.compile(r"^(?:al|el|ad|as|an|at|ash|ul)[-’']")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_COMPANY_WORDS = frozenset(
    "inc incorporated corp corporation co company companies ltd limited plc group computer computers "
    "airlines airways holding holdings ag sa se spa nv gmbh llc lp & "
    "motor motors automotive brothers capital management asset investments partners securities bancorp "
    "industries technologies technology systems electronics pharmaceuticals petroleum steel aerospace".split()
)
"""Words that a company's name may go without (full stops are taken out of names before)."""
_ABBREVIATED_FORMS = frozenset({"inc", "corp", "co", "ltd"})
"""Legal forms that give no letter to an abbreviation as long as they are abbreviated themselves."""
SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "&"})
"""Words inside the name of a body that give no letter to its abbreviation."""


@dataclass(eq=False, slots=True)
class Cluster:
    """Names of one thing: ``forms`` in text order and where each stands (any ordered number)."""

    forms: list[str] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)

    @property
    def fullest(self) -> str:
        """The form with the most words, then letters, not all in capitals; the earliest of equals."""
        return max(self.forms, key=lambda form: (len(form.split()), len(form), not form.isupper()))


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Casefolded, without accents, possessives and full stops."""
    text = without_accents(text).casefold()
    return re.sub(r"['’]s\b|\.|[\"“”]", "", text).replace("’", "'").strip()


def name_words(name: str) -> list[str]:
    """The comparable words of a personal name: no particles, no suffix, no Arabic article."""
    return list(_name_words(name))


@lru_cache(maxsize=8192)
def _name_words(name: str) -> tuple[str, ...]:
    words = [w for w in plain(name).replace(",", " ").split() if w not in _SUFFIXES]
    kept = [
        part
        for w in words
        for part in _ARTICLE_PREFIX.sub("", w).split("-")
        if part and part not in PARTICLES
    ]
    return tuple([w for w in kept if w] or words)


def cluster_people(names: Sequence[tuple[int, str]]) -> dict[int, Cluster]:
    """Group personal names, given with their positions in text order; the result maps each position to its
    cluster.

    Full names are grouped first; a single surname or given name then joins the one full name that it fits,
    and of several the nearest before it.
    """
    result: dict[int, Cluster] = {}
    clusters: list[Cluster] = []
    for position, name in names:
        if len(name_words(name)) > 1:
            match = next((c for c in clusters if any(_same_full_name(name, form) for form in c.forms)), None)
            if match is None:
                match = Cluster()
                clusters.append(match)
            _join(match, position, name, result)
    for position, name in names:
        if position not in result:
            match = _owner_of_part(name, position, clusters)
            if match is None:
                match = Cluster()
                clusters.append(match)
            _join(match, position, name, result)
    return result


def _join(cluster: Cluster, position: int, name: str, result: dict[int, Cluster]) -> None:
    cluster.forms.append(name)
    cluster.positions.append(position)
    result[position] = cluster


def _same_full_name(a: str, b: str) -> bool:
    x, y = name_words(a), name_words(b)
    if x == y:
        return True
    if x[-1] != y[-1]:
        if set(x) <= set(y) and len(x) > 1 or set(y) <= set(x) and len(y) > 1:
            return True
        return x[0] == y[0] and len(x) == len(y) and _alike(x[-1], y[-1])
    short, long = (x, y) if len(x) <= len(y) else (y, x)
    return all(any(_fits(word, other) for other in long[:-1]) for word in short[:-1])


def _fits(word: str, other: str) -> bool:
    """Equal given names, or one is the initial or a short form of the other, or the two are spellings of one
    name."""
    if word == other or _alike(word, other) or other in _full_names(word) or word in _full_names(other):
        return True
    return (len(word) == 1 or len(other) == 1) and word[0] == other[0]


def _full_names(word: str) -> frozenset[str]:
    """The given names that ``word`` is a short form of: "mike" of "michael"."""
    return _nicknames().get(word, frozenset())


@lru_cache(maxsize=1)
def _nicknames() -> dict[str, frozenset[str]]:
    return {short: frozenset(full.split()) for short, full in read_data("nicknames.toml").items()}


def _alike(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= 5 and SequenceMatcher(None, a, b).ratio() >= 0.8


def _owner_of_part(name: str, position: int, clusters: Iterable[Cluster]) -> Cluster | None:
    words = name_words(name)
    if not words:
        return None
    last, other = [], []
    for cluster in clusters:
        full = name_words(cluster.fullest)
        if words == full[-len(words) :] or (len(words) == 1 and _alike(words[0], full[-1])):
            last.append(cluster)
        elif all(word in full for word in words):
            other.append(cluster)
    for group in (last, other):
        if group:
            return _foremost(group) or _nearest(group, position)
    return None


def _foremost(clusters: list[Cluster]) -> Cluster | None:
    """The one that the article names in full far more often than all others of that surname."""
    often = sorted(clusters, key=lambda c: -_full_forms(c))
    if len(often) < 2 or _full_forms(often[0]) < 2 * _full_forms(often[1]):
        return None
    return often[0]


def _full_forms(cluster: Cluster) -> int:
    return sum(len(form.split()) > 1 for form in cluster.forms)


def _nearest(clusters: list[Cluster], position: int) -> Cluster:
    """The cluster last mentioned before ``position``, else the one first mentioned after it."""
    before = [c for c in clusters if min(c.positions) < position]
    if before:
        return max(before, key=lambda c: max(p for p in c.positions if p < position))
    return min(clusters, key=lambda c: min(c.positions))


def cluster_bodies(
    names: Sequence[tuple[int, str]], aliases: Sequence[tuple[int, int]]
) -> dict[int, Cluster]:
    """Group names of organisations or places by form, initials and first word; ``aliases`` are pairs of
    positions said to be one.
    """
    by_key: dict[str, Cluster] = {}
    result: dict[int, Cluster] = {}
    for position, name in names:
        key = _body_key(name)
        cluster = by_key.setdefault(key, Cluster())
        _join(cluster, position, name, result)
    for a, b in aliases:
        if a in result and b in result:
            _merge(result, result[a], result[b])
    distinct = list({id(c): c for c in result.values()}.values())
    for cluster in distinct:
        target = _expansion(cluster, distinct)
        if target is not None:
            _merge(result, target, cluster)
    return result


def _merge(result: dict[int, Cluster], into: Cluster, other: Cluster) -> None:
    if into is other:
        return
    into.forms.extend(other.forms)
    into.positions.extend(other.positions)
    for position, cluster in list(result.items()):
        if cluster is other:
            result[position] = into


def _body_key(name: str) -> str:
    key = plain(name)
    return key[4:] if key.startswith("the ") else key


def _expansion(cluster: Cluster, others: Iterable[Cluster]) -> Cluster | None:
    """The one other cluster whose name the short name ``cluster`` abbreviates."""
    form = cluster.fullest
    longer = [c for c in others if c is not cluster and shortens(_body_key(form), _body_key(c.fullest))]
    if len(longer) == 1:
        return longer[0]
    short = form.replace(".", "")
    if " " in short:
        return None
    if short.isupper() and len(short) >= 2:
        fitting = [c for c in others if c is not cluster and short.lower() in _initials(c.fullest)]
    elif len(short) >= 6:
        fitting = [
            c for c in others if c is not cluster and _is_first_of_two(plain(form), plain(c.fullest).split())
        ]
    else:
        return None
    return fitting[0] if len(fitting) == 1 else None


def _is_first_of_two(word: str, words: Sequence[str]) -> bool:
    """Whether ``word`` is the first of two, and the second does not make it another thing ("Washington
    state").
    """
    return len(words) == 2 and words[0] == word and words[1] != "state"


def shortens(short: str, full: str) -> bool:
    """Whether ``short`` is ``full`` without a legal form ("Acme", "Acme Inc.") or without what it belongs to
    ("Security Council", "U.N. Security Council"); both as keys.
    """
    x, y = short.split(), full.split()
    if not x or len(x) >= len(y):
        return False
    if y[: len(x)] == x:
        return is_trade(" ".join(y[len(x) :]))
    return len(x) > 1 and len(y) - len(x) <= 2 and y[-len(x) :] == x


def is_trade(words: str) -> bool:
    """Whether ``words`` (as keys) only say what kind of company it is, and by which law: "Motor Co."."""
    return all(word.strip(",") in _COMPANY_WORDS for word in words.split())


def _initials(name: str) -> set[str]:
    words = [w for w in re.split(r"[\s\-]+", plain(name)) if w and w not in _ABBREVIATED_FORMS]
    if len(words) < 2:
        return set()
    return {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in SMALL_WORDS)}
