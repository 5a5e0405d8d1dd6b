"""Offices as they are compared: a title and the state or body it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.resolve.linkage.nations import nation_of
from kg.resolve.linkage.organizations import organization_name
from kg.resolve.linkage.words import plain, read_data
from kg.resolve.records import RoleRecord


@dataclass(frozen=True, slots=True)
class Offices:
    """What a person is said to be, each sorted: whole ``offices`` ("president|FR"), the ``titles`` in them or
    without a body, and the ``bodies`` that they belong to.
    """

    offices: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


def offices_of(roles: Iterable[RoleRecord]) -> Offices:
    """The offices of ``roles``, former ones too: they say who somebody is as well."""
    known = {(_title(role.title or ""), _body(role.of)) for role in roles}
    return Offices(
        tuple(sorted({f"{title}|{body}" for title, body in known if title and body})),
        tuple(sorted({title for title, _ in known if title})),
        tuple(sorted({body for _, body in known if body})),
    )


def _title(text: str) -> str:
    title = plain(text)
    same: dict[str, str] = read_data("titles.toml")["same"]
    return same.get(title, title)


def _body(text: str | None) -> str:
    """The code of a state, or the name of another body as it is compared."""
    if not text:
        return ""
    return nation_of(plain(text).removeprefix("the ")) or organization_name(text).key
