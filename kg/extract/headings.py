"""Run-in headings: "A long road-Delegates of the sides meet …", a sub-heading that a site ran into
its paragraph.

The hyphen joins two sentences, and left alone it spoils the reading of both. Words that are really hyphenated
stay whole ("Israeli-Palestinian", "pro-Russian", "al-Assad").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_JOINT = re.compile(r"(?<=[\w.'’”\"])-(?=[\"“]?[A-Z][\w.’']*\s)")
_STARTERS = frozenset(
    """
    the a an but and however as in on at it he she they we i this that these those there if when while after
    before since for from with his her their its our not no some many most all one two earlier later meanwhile
    according despite although because once
    """.split()
)
"""Words that open a sentence and never form the second half of a compound with a capital."""
_PREFIXES = frozenset(
    """
    pro anti non ex mid post pre then all co sub trans inter neo self un vice late early former cross intra
    ultra over semi quasi multi al el ul ur bin ben abu ibn d de da as ad an at az ash es l o
    """.split()
)
"""First halves of compounds and names that are written small before a capital."""
_LONGEST = 8
"""Words; a longer opening is no heading."""


def heading_ends(paragraph: str) -> Iterator[int]:
    """Offsets just behind the hyphens that end a run-in heading, in order."""
    start = 0
    for joint in _JOINT.finditer(paragraph):
        before = paragraph[start : joint.start()].split()
        after = paragraph[joint.end() :].split(None, 1)[0].strip("\"“'’").lower()
        if before and (after in _STARTERS or (start == 0 and _is_heading(before))):
            start = joint.end()
            yield start


def _is_heading(words: list[str]) -> bool:
    """A few words, the last one a plain small word: what follows the hyphen cannot belong to it."""
    last = words[-1].strip("'’”\"").rsplit("-", 1)[-1]
    return 2 <= len(words) <= _LONGEST and last.isalpha() and last.islower() and last not in _PREFIXES
