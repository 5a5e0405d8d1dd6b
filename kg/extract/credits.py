"""Credits of staff that say for whom somebody works: "NNB's Anna Lund contributed to this report."."""

from __future__ import annotations

import re

_CREDIT = re.compile(
    r"""^\W*[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3}(?:['’]s|\s[A-Z]?[a-z]+)?\s
        [A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,3}\scontributed\s(?:reporting\s)?to\sthis\b""",
    re.VERBOSE,
)
_AGENCY = re.compile(r"^\W*(?:The\s)?(?:[A-Z]{2,6}\b|[A-Z]\w+(?:\s[A-Z]\w+)*['’]s\s)")


def tells_affiliation(passage: str) -> bool:
    """Whether a passage of boilerplate is a credit that names the body somebody works for, which is worth
    reading; bare names of staff are not.
    """
    return "contributed" in passage and bool(_AGENCY.match(passage) and _CREDIT.match(passage))
