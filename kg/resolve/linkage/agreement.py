"""Whether two profiles can be one thing at all, whatever else speaks for it: by their names and by what
people decided.
"""

from __future__ import annotations

from functools import lru_cache

from kg.resolve.linkage.organizations import OrganizationName, likeness, stands_for_many
from kg.resolve.linkage.people import PersonName, may_be_one
from kg.resolve.linkage.profiles import Variant


@lru_cache(maxsize=1 << 18)
def related(one: Variant, other: Variant) -> bool:
    """Whether the names say that two profiles may be one thing; only such profiles are ever compared."""
    a, b = one[0], other[0]
    if isinstance(a, PersonName) and isinstance(b, PersonName):
        return may_be_one(a, b)
    if isinstance(a, OrganizationName) and isinstance(b, OrganizationName):
        if _of_two_states(a, b) or (stands_for_many(a) and stands_for_many(b)):
            return False
        return likeness(a, b) != "none" or _share_a_name(one, other)
    return False


@lru_cache(maxsize=1 << 18)
def at_odds(one: Variant, other: Variant) -> bool:
    """Whether two names contradict each other, so that nothing that has the one may have the other.

    People's names do when they cannot be one person's; organisations' when both are full names that have
    nothing to do with each other, or institutions of two states.
    """
    a, b = one[0], other[0]
    if isinstance(a, OrganizationName) and isinstance(b, OrganizationName):
        if _of_two_states(a, b):
            return True
        if a.abbreviated and b.abbreviated:
            return a.full != b.full and not _share_a_name(one, other)
        return not (a.abbreviated or b.abbreviated) and not related(one, other)
    return not related(one, other)


def _of_two_states(one: OrganizationName, other: OrganizationName) -> bool:
    return one.nation is not None and other.nation is not None and one.nation != other.nation


def _share_a_name(one: Variant, other: Variant) -> bool:
    return not {one[0].key, *one[1]}.isdisjoint((other[0].key, *other[1]))
