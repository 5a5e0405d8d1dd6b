"""Publication dates, read strictly.

An ISO 8601 date or date-time, or RFC 822 in feeds; anything else is no date.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?P<time>[T ]\d\d:\d\d(:\d\d([.,]\d{1,9})?)?\s?(Z|z|[+-]\d\d(:?\d\d)?)?)?")
_RFC822 = re.compile(
    r"([A-Z][a-z]{2},\s*)?\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4}\s+\d\d:\d\d(:\d\d)?(\s+([A-Z]{1,5}|[+-]\d{4}))?"
)
EXPECTED = "an ISO date (2016-10-15) or date-time (2016-10-15T09:30:00Z)"
EXPECTED_IN_FEED = "an RFC 822 date (Sat, 15 Oct 2016 09:30:00 GMT) or an ISO date-time"


def parse_published(value: object, *, rfc822: bool = False) -> date | datetime | None:
    """The publication date that ``value`` states; ``None`` where it is empty.

    ``value`` is text or already a date. Raises :class:`ValueError` where it is neither empty nor a date in
    the expected form: a date is never guessed.
    """
    if value is None or isinstance(value, (date, datetime)):
        return value
    if not isinstance(value, str):
        raise ValueError(f"not a date: {value!r}")
    text = value.strip()
    if not text:
        return None
    match = _ISO.fullmatch(text)
    if match:
        return _iso(text, has_time=match["time"] is not None)
    if rfc822 and _RFC822.fullmatch(text):
        return parsedate_to_datetime(text)
    raise ValueError(f"not a date: {value!r}")


def _iso(text: str, *, has_time: bool) -> date | datetime:
    if not has_time:
        return date.fromisoformat(text)
    head, tail = text[:10], text[11:].replace(",", ".").replace(" ", "").upper()
    fraction = re.search(r"\.(\d{7,9})", tail)
    if fraction:  # Python keeps microseconds
        tail = tail.replace(fraction[1], fraction[1][:6])
    return datetime.fromisoformat(f"{head}T{tail}")
