"""Offices as they are compared: a title and the state or body it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.resolve.linkage.nations import nation_of
from kg.resolve.linkage.organizations import organization_name
from kg.resolve.linkage.words import plain, read_data
from kg.resolve.records import STATED, RoleRecord


@dataclass(frozen=True, slots=True)
class Offices:
    """What a person is said to be, each sorted: whole ``offices`` ("president|FR"), the ``titles`` in them or
    without a body, the ``bodies`` that they belong to, and those of them that are stated and not guessed from
    the words around (``stated``). ``rank`` is ``crowned`` for a king and the like, ``elected`` for a
    president and the like. ``led`` are the whole offices of an elected leader that are not over yet.
    """

    offices: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    stated: tuple[str, ...] = ()
    rank: str | None = None
    led: tuple[str, ...] = ()

    @property
    def stated_nations(self) -> frozenset[str]:
        """The states among the stated bodies: their keys are in capitals, those of other bodies never."""
        return frozenset(body for body in self.stated if body[:1].isupper())


def offices_of(roles: Sequence[RoleRecord]) -> Offices:
    """The offices of ``roles``, former ones too: they say who somebody is as well."""
    known = {(_title(role.title or ""), _body(role.of)) for role in roles}
    titles = {title for title, _ in known if title}
    return Offices(
        offices=tuple(sorted({f"{title}|{body}" for title, body in known if title and body})),
        titles=tuple(sorted(titles)),
        bodies=tuple(sorted({body for _, body in known if body})),
        stated=tuple(sorted({_body(role.of) for role in roles if role.of and role.confidence >= STATED})),
        rank=_rank(titles),
        led=tuple(sorted({office for role in roles if (office := _led(role))})),
    )


def _led(role: RoleRecord) -> str | None:
    title, body = _title(role.title or ""), _body(role.of)
    is_leader = title in read_data("titles.toml")["elected"] and bool(body) and not role.former
    return f"{title}|{body}" if is_leader else None


def _rank(titles: set[str]) -> str | None:
    data = read_data("titles.toml")
    ranks = [rank for rank in ("crowned", "elected") if not titles.isdisjoint(data[rank])]
    return ranks[0] if len(ranks) == 1 else None


def _title(text: str) -> str:
    title = plain(text)
    same: dict[str, str] = read_data("titles.toml")["same"]
    return same.get(title, title)


def _body(text: str | None) -> str:
    """The code of a state, or the name of another body as it is compared."""
    if not text:
        return ""
    return nation_of(plain(text).removeprefix("the ")) or organization_name(text).key
