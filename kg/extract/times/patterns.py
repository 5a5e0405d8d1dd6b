"""The forms in which news tells times, as regular expressions over the text, and the words that make them
worth trying.

Months and weekdays must be capitalised, which keeps "may" and "march" out. Order matters: an earlier pattern
takes its words, and a later one cannot use them again. Running every pattern over every text would cost as
much as a tenth of the language model; so one cheap expression, :data:`TRIGGERS`, finds the places where a
family of patterns can match, and the rest runs only there.
"""

from __future__ import annotations

import re

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June|Jun\.?|July|Jul\.?|Aug(?:ust|\.)?"
    r"|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_FULL_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_WEEKDAY_SHORT = r"(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\."
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[,.:]\d|-(?:year|day|month|week|member|hour))"
_YEAR = r"(?:1[5-9]|20)\d\d(?![\d%]|,\d{3})"
_JOIN = r"(?:\s*[-–—/]\s*|\s+(?:to|through|until|till|and|&)\s+)"
_DAYNAME = rf"(?:(?:{_WEEKDAY}|{_WEEKDAY_SHORT})(?:,|,?\s*\()?\s+(?:the\s+)?)?"
_SHORT_YEAR = r"[’']\d\d"
_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"

PATTERNS: dict[str, re.Pattern[str]] = {
    "iso": re.compile(
        r"(?<![\d-])(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\d-])"
    ),
    "numeric": re.compile(
        r"(?<![\d/.])(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?![\d/])"
    ),
    "two_dates": re.compile(
        rf"\b{_DAYNAME}(?P<m>{_MONTH})\s+(?P<d>{_DAY})(?:,?\s+(?P<y>{_YEAR}))?,?(?P<join>{_JOIN}){_DAYNAME}"
        rf"(?P<m2>{_MONTH})\s+(?P<d2>{_DAY})(?:,?\s+(?P<y2>{_YEAR}))?"
    ),
    "day_range": re.compile(
        rf"\b{_DAYNAME}(?P<m>{_MONTH})\s+(?P<d>{_DAY})(?P<join>{_JOIN})(?P<d2>{_DAY})(?:,?\s+(?P<y>{_YEAR}))?"
    ),
    "month_day": re.compile(rf"\b{_DAYNAME}(?P<m>{_MONTH})\s+(?P<d>{_DAY})(?:,?\s+(?P<y>{_YEAR}))?"),
    "two_dates_dm": re.compile(
        rf"(?<![\d,.])(?P<d>{_DAY})\s+(?P<m>{_MONTH})(?:,?\s+(?P<y>{_YEAR}))?(?P<join>{_JOIN}){_DAYNAME}"
        rf"(?P<d2>{_DAY})\s+(?P<m2>{_MONTH})(?:,?\s+(?P<y2>{_YEAR}))?"
    ),
    "day_range_dm": re.compile(
        rf"(?<![\d,.])(?P<d>{_DAY})(?P<join>{_JOIN})(?P<d2>{_DAY})\s+(?:of\s+)?"
        rf"(?P<m>{_MONTH})(?:,?\s+(?P<y>{_YEAR}))?"
    ),
    "day_month": re.compile(
        rf"\b{_DAYNAME}(?<![\d,.])(?P<d>{_DAY})(?:\s+of)?\s+"
        rf"(?P<m>{_FULL_MONTH}|{_MONTH}(?=,?\s+{_YEAR}))(?:,?\s+(?P<y>{_YEAR}))?"
    ),
    "month_year": re.compile(rf"\b(?P<m>{_MONTH})(?:,|\s+of)?\s+(?P<y>{_YEAR})"),
    "month": re.compile(
        rf"\b(?P<mod>(?i:in|of|since|by|until|during|early|late|mid|for|from|through|to|between"
        rf"|and|next|last|this past|this coming|this|past|a|an|planned))[-\s]+"
        rf"(?:early\s+|late\s+|mid-)?(?P<m>{_FULL_MONTH})(?!\w)"
    ),
    "year_range": re.compile(
        rf"(?<![\d-])(?P<between>\bbetween\s+)?(?:\bfrom\s+)?(?P<y>{_YEAR})"
        rf"(?:\s*[-–]\s*|\s+(?:to|until|(?(between)and|through))\s+)(?P<y2>{_YEAR})(?![\w-])"
    ),
    "year": re.compile(
        rf"(?P<mod>\b(?i:in|of|during|early|late|mid|the|summer|autumn|fall|winter|spring|year|for|[a-z]+['’]s)"
        rf"[-\s]+|\(|,\s|(?<=\d{{4}}\s)and\s)"
        rf"(?P<y>{_YEAR}|{_SHORT_YEAR})(?!s\b|['’]?s\b|[-–]\d|\w)"
    ),
    "weekday_range": re.compile(
        rf"\b(?P<w>{_WEEKDAY})(?:\s+(?:morning|afternoon|evening|night))?"
        rf"(?P<join>{_JOIN})(?P<w2>{_WEEKDAY})\b(?!s\b)"
    ),
    "weekday_of_week": re.compile(rf"\b(?P<w>{_WEEKDAY})\s+(?:of\s+)?(?P<mod>last|next|this)\s+week\b"),
    "weekday": re.compile(
        rf"(?:\b(?P<mod>(?i:last|next|this past|this coming|this|past"
        rf"|every|each|one|any|most|some|final|first))\s+)?"
        rf"\b(?P<w>{_WEEKDAY})\b(?!s\b)"
    ),
    "day": re.compile(
        r"\b(?i:(?P<before>the day before yesterday)|(?P<after>the day after tomorrow)"
        r"|(?P<yesterday>yesterday|last night)|(?P<tomorrow>tomorrow)"
        r"|(?P<today>today|tonight|this (?:morning|afternoon|evening)))\b"
    ),
    "unit": re.compile(
        r"\b(?i:(?:(?:earlier|later|early|late|sometime)\s+)?(?P<mod>this past|this coming|this|last|next"
        r"|the coming|the previous|(?:earlier|later)\s+in\s+the|over\s+the|the\s+past)"
        r"\s+(?P<u>weekend|week|month|year))\b(?!-)"
    ),
    "ago": re.compile(
        rf"\b(?i:(?P<about>more than|over|less than|at least)\s+)?"
        rf"(?i:(?P<n>{_COUNT})\s+(?P<u>day|week|month|year)s?\s+(?P<dir>ago|from\s+now))\b"
    ),
    "in_units": re.compile(rf"\b(?i:in\s+(?P<n>{_COUNT})\s+(?P<u>day|week|month|year)s?)\b"),
    "relative_day": re.compile(
        rf"\b(?i:(?P<n>{_COUNT})\s+days?\s+(?P<dir>earlier|later|before)"
        rf"|the\s+(?P<which>next|following|previous)\s+day"
        rf"|(?P<eve>the\s+day\s+before))\b"
    ),
}
"""One pattern for each form, in order of precedence."""

TRIGGERS = re.compile(
    r"\b(?:(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*(?:day\b|\.)"
    r"|(?P<day>(?i:today|tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|evening))\b)"
    r"|(?P<unit>(?i:day|week|month|year))|(?P<number>[12]\d{3}|\d{1,2}[/.]\d{1,2}[/.]))|(?P<short>[’']\d\d\b)"
)
"""The words around which times are told; the name of the group is the family of patterns to try there."""

_MONTHLY = (
    "two_dates",
    "day_range",
    "month_day",
    "two_dates_dm",
    "day_range_dm",
    "day_month",
    "month_year",
    "month",
)
FAMILIES: dict[str, frozenset[str]] = {
    "month": frozenset({*_MONTHLY, "year_range", "year"}),
    "weekday": frozenset({"weekday_range", "weekday_of_week", "weekday"}),
    "day": frozenset({"day"}),
    "unit": frozenset({"unit", "ago", "in_units", "relative_day"}),
    "number": frozenset({"iso", "numeric", "year_range", "year"}),
    "short": frozenset({"year"}),
}
"""The patterns of each family."""

DATELINE = re.compile(
    rf"^[^\n]{{0,60}}?\(?(?:{_MONTH}\s+{_DAY}|{_DAY}\s+{_MONTH})(?:,?\s+{_YEAR})?\)?"
    rf"\s*(?:\([^)\n]{{2,30}}\)\s*)?(?:—|–|--|-)\s"
)
"""The head of a story up to the dash, with the date of filing: ``GENEVA, Oct. 15 (Agency) —``."""

DURATION = re.compile(rf"\b(?i:(?P<n>{_COUNT})(?:-|\s+)days?)\b")
"""``three-day``, ``four days`` (of talks)."""
