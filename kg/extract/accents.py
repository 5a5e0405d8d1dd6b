"""Letters without their accents, the first step of every comparison of names."""

from __future__ import annotations

import unicodedata


def without_accents(text: str) -> str:
    """The ``text`` in Unicode's compatibility decomposition (NFKD) without the combining marks: "Zoë" is
    "Zoe", "ﬁ" is "fi"; letters like "ø" that are no composition stay.
    """
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
