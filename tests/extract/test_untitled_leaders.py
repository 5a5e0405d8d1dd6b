"""Leaders who are named by surname alone beside their office: the two are one."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read


def roles(read: Read, text: str) -> list[tuple[str, str | None, str | None]]:
    """Who holds what of what, by name."""
    report = read(text).report
    names = {person.id: person.name for person in report.persons}
    return [(names[role.person], (role.title or "").title(), role.of) for role in report.roles]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "The Norwegian prime minister declined to comment.\n\n“We have time,” Andersen said.",
            ("Andersen", "Prime Minister", "Norway"),
        ),
        (
            "Critics believe Andersen wants more.\n\nThe Danish Prime Minister has used the dispute, they say.",
            ("Andersen", "Prime Minister", "Denmark"),
        ),
        (
            "Andersen has not answered. The Chilean president will speak on Friday.",
            ("Andersen", "President", "Chile"),
        ),
    ],
)
def test_a_bare_surname_beside_a_highest_office_holds_it(
    read: Read, text: str, held: tuple[str, str, str]
) -> None:
    assert roles(read, text) == [held]


@pytest.mark.parametrize(
    "text",
    [
        # The two are told apart within one sentence.
        "Andersen criticised the Danish prime minister.",
        # A given name: not somebody whom everybody knows.
        "Anna Andersen was cautious.\n\nThe Danish prime minister declined to comment.",
        # Not a highest office.
        "Andersen was cautious.\n\nThe Danish fisheries minister declined to comment.",
        # Too far away.
        "Andersen was cautious.\n\nIt rained.\n\nIt snowed.\n\nIt froze.\n\nThe Danish prime minister slept.",
        # Two who could be meant.
        "Andersen was cautious. Johansson laughed.\n\nThe Danish prime minister declined to comment.",
        # Two offices.
        "Andersen was cautious.\n\nThe Danish prime minister left.\n\nThe Chilean president stayed.",
        # No longer.
        "Andersen was cautious.\n\nThe former Danish prime minister declined to comment.",
    ],
)
def test_anybody_else_holds_nothing(read: Read, text: str) -> None:
    assert roles(read, text) == []


def test_who_holds_the_office_meets_under_the_name(read: Read) -> None:
    text = "Andersen was cautious.\n\nThe Danish prime minister met Carla Rossi in Oslo on 3 May 2021."
    assert read(text).only.parties == {"Andersen": "attendee", "Carla Rossi": "attendee"}
