"""Where the files that are data and not code lie: the saved queries and the ontologies.

In a checkout they are the top-level folders ``queries/`` and ``ontologies/``; in an installed wheel they are
inside the package, under ``kg/_data``. The rest of the code asks here and does not know the difference.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

Resource = Literal["queries", "ontologies"]

_PACKAGE = Path(__file__).resolve().parent


def resource_dir(name: Resource) -> Path:
    """The folder that holds the shipped ``queries`` or ``ontologies``.

    Raises :class:`FileNotFoundError` where the installation lacks it, which only a broken installation does.
    """
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(
        f"newsgraph is not installed completely: its folder {name!r} is missing; install it again"
    )
