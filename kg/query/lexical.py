"""How values of XML Schema's datatypes are written (https://www.w3.org/TR/xmlschema11-2/)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

XSD: Final = "http://www.w3.org/2001/XMLSchema#"

_ZONE: Final = r"(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)"
_YEAR: Final = r"-?([1-9]\d{3,}|0\d{3})"
_MONTH: Final = r"(0[1-9]|1[0-2])"
_DAY: Final = r"(0[1-9]|[12]\d|3[01])"
_TIME: Final = r"(([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?|24:00:00(\.0+)?)"
_DATE_TIME: Final = rf"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}"
_FLOAT: Final = r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|[+-]?INF|NaN"
_YEARS: Final = r"(\d+Y)?(\d+M)?"
_DAYS: Final = r"(\d+D)?(T(?=[\d.])(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?"
_SOME: Final = r"(?=[\dT])"  # a duration has at least one part

# datatype -> (what its values look like, one of them)
_SHAPES: Final[Mapping[str, tuple[str, str]]] = {
    "gYear": (rf"{_YEAR}{_ZONE}?", "2016"),
    "gYearMonth": (rf"{_YEAR}-{_MONTH}{_ZONE}?", "2016-10"),
    "gMonth": (rf"--{_MONTH}{_ZONE}?", "--10"),
    "gMonthDay": (rf"--{_MONTH}-{_DAY}{_ZONE}?", "--10-15"),
    "gDay": (rf"---{_DAY}{_ZONE}?", "---15"),
    "dateTime": (rf"{_DATE_TIME}{_ZONE}?", "2016-10-15T14:30:00Z"),
    "dateTimeStamp": (rf"{_DATE_TIME}{_ZONE}", "2016-10-15T14:30:00Z"),
    "time": (rf"{_TIME}{_ZONE}?", "14:30:00"),
    "duration": (rf"-?P{_SOME}{_YEARS}{_DAYS}", "P1DT12H"),
    "dayTimeDuration": (rf"-?P{_SOME}{_DAYS}", "P1DT12H"),
    "yearMonthDuration": (rf"-?P{_SOME}{_YEARS}", "P1Y6M"),
    "float": (_FLOAT, "0.75"),
    "hexBinary": (r"([0-9a-fA-F]{2})*", "0aff"),
    "language": (r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*", "en-GB"),
}
# datatype -> the least and the greatest of its whole numbers
_RANGES: Final[Mapping[str, tuple[int | None, int | None]]] = {
    "long": (-(2**63), 2**63 - 1),
    "int": (-(2**31), 2**31 - 1),
    "short": (-(2**15), 2**15 - 1),
    "byte": (-128, 127),
    "nonNegativeInteger": (0, None),
    "positiveInteger": (1, None),
    "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1),
    "unsignedLong": (0, 2**64 - 1),
    "unsignedInt": (0, 2**32 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "unsignedByte": (0, 255),
}
_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,1000}")


def misfit(value: str, datatype: str) -> str:
    """What ``value`` should look like, where it is no value of the datatype of this IRI; else nothing, as
    for a datatype that is not known here.
    """
    name = datatype.removeprefix(XSD) if datatype.startswith(XSD) else ""
    if name in _SHAPES:
        pattern, example = _SHAPES[name]
        return "" if re.fullmatch(pattern, value, re.ASCII) else f"an xsd:{name} such as {example}"
    if name in _RANGES:
        return "" if _is_within(value, *_RANGES[name]) else f"an xsd:{name}{_said(*_RANGES[name])}"
    return ""


def _is_within(value: str, least: int | None, greatest: int | None) -> bool:
    if not _WHOLE.fullmatch(value):
        return False
    number = int(value)
    return (least is None or least <= number) and (greatest is None or number <= greatest)


def _said(least: int | None, greatest: int | None) -> str:
    """The range in words."""
    bounds = [f"from {least}"] if least is not None else []
    bounds += [f"to {greatest}"] if greatest is not None else []
    return f", a whole number {' '.join(bounds)}"
