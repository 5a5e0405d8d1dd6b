"""What references of many articles amount to as one person or organisation. All names are invented."""

from __future__ import annotations

import pytest

from kg.resolve.entities import entity
from kg.resolve.records import Reference


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (("Y. Brandvold", "Yevgenia Brandvold"), "Yevgenia Brandvold"),
        (("Yevgenia Brandvold", "Yevgenia A. Brandvold"), "Yevgenia Brandvold"),
        (("Y. Brandvold", "Y. Brandvold", "Yevgenia Brandvold"), "Y. Brandvold"),
        (("Brandvold", "Brandvold", "Yevgenia Brandvold"), "Yevgenia Brandvold"),
        (("YEVGENIA BRANDVOLD", "Yevgenia Brandvold"), "Yevgenia Brandvold"),
    ],
)
def test_the_name_is_the_most_used_and_of_those_one_without_initials(
    names: tuple[str, ...], chosen: str
) -> None:
    references = [Reference(f"a{n}#p1", "person", name) for n, name in enumerate(names)]
    found = entity(references, str)
    assert (found.name, found.alternatives) == (chosen, tuple(sorted({*names} - {chosen})))
